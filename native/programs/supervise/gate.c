#include "gate.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define FIELD(name) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, name))
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, (action))
// If the value loaded is `value`, does the next instruction, else skips it.
#define ONLY_IF(value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, 1)

static int install_filter(void) {
    struct sock_filter code[] = {
        FIELD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
        RETURN(SECCOMP_RET_ALLOW),
        FIELD(nr),
#ifdef __NR_fork
        ONLY_IF(__NR_fork), RETURN(SECCOMP_RET_USER_NOTIF),
        ONLY_IF(__NR_vfork), RETURN(SECCOMP_RET_USER_NOTIF),
#endif
        // Its flags lie in memory, where a filter cannot look: the supervisor does.
        ONLY_IF(__NR_clone3), RETURN(SECCOMP_RET_USER_NOTIF),
        ONLY_IF(__NR_clone), BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0),
        RETURN(SECCOMP_RET_ALLOW),
        FIELD(args[0]),  // the lower half, on the little-endian machines that Node runs on
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1),
        RETURN(SECCOMP_RET_ALLOW),
        RETURN(SECCOMP_RET_USER_NOTIF),
    };
    struct sock_fprog program = {.len = sizeof code / sizeof *code, .filter = code};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
}

union control {
    struct cmsghdr header;
    char room[CMSG_SPACE(sizeof(int))];
};

static struct msghdr message(struct iovec *byte, union control *control) {
    return (struct msghdr){.msg_iov = byte, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof *control};
}

void gate_install(int socket) {
    int listener = install_filter();
    if (listener < 0) return;
    char byte = 0;
    union control control = {.header = {.cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(sizeof listener)}};
    memcpy(CMSG_DATA(&control.header), &listener, sizeof listener);
    struct msghdr sent = message(&(struct iovec){&byte, 1}, &control);
    (void)!sendmsg(socket, &sent, MSG_NOSIGNAL);
    close(listener);
}

int gate_receive(int socket) {
    char byte;
    union control control;
    struct msghdr got = message(&(struct iovec){&byte, 1}, &control);
    int listener = -1;
    if (recvmsg(socket, &got, MSG_CMSG_CLOEXEC) != 1) return -1;
    const struct cmsghdr *header = CMSG_FIRSTHDR(&got);
    if (header && header->cmsg_type == SCM_RIGHTS) memcpy(&listener, CMSG_DATA(header), sizeof listener);
    return listener;
}

static bool is_thread(const struct seccomp_notif *asked) {
    if (asked->data.nr != __NR_clone3) return false;
    uint64_t flags = 0;  // the first member of struct clone_args
    struct iovec here = {&flags, sizeof flags}, there = {(void *)(uintptr_t)asked->data.args[0], sizeof flags};
    return process_vm_readv((pid_t)asked->pid, &here, 1, &there, 1, 0) == sizeof flags && (flags & CLONE_THREAD);
}

void gate_answer(int listener, bool (*may_start)(void)) {
    // A later kernel may know more members than this header: then it fills the room behind.
    union { struct seccomp_notif question; char room[512]; } asked;
    memset(&asked, 0, sizeof asked);
    if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked) != 0) return;
    if (!is_thread(&asked.question) && !may_start()) return;
    struct seccomp_notif_resp answer = {.id = asked.question.id, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
    ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
}
