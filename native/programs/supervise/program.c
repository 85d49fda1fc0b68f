#include "program.h"

#include "gate.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { RECORDS = 4, FAULTS = 5 };

static void limit(int resource, rlim_t most) {
    setrlimit(resource, &(struct rlimit){most, most});
}

// The descriptors move to a number drawn by lot, told in the environment. Below 16, because Node marks those
// close-on-exec when it starts: what the program starts in turn inherits nothing of ours.
static void move_private_fd(int fd, int lowest, int span, const char *variable) {
    unsigned char lot = 0;
    (void)!getrandom(&lot, 1, GRND_NONBLOCK);
    int to = lowest + lot % span;
    char number[16];
    snprintf(number, sizeof number, "%d", to);
    dup2(fd, to);
    close(fd);
    setenv(variable, number, 1);
}

// If the tree outgrows the machine's memory, the kernel takes it first and not the learner's notebook.
static void offer_to_oom_killer(void) {
    int fd = open("/proc/self/oom_score_adj", O_WRONLY);
    if (fd < 0) return;
    (void)!write(fd, "900", 3);
    close(fd);
}

static void become(const struct program *program, pid_t supervisor, int out, int err, int told) {
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != supervisor) _exit(1);  // it died before the line above
    prctl(PR_SET_PTRACER, -1L);             // an exercise may trace its own process; EINVAL without Yama
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    if (program->private_fds) {
        move_private_fd(RECORDS, 6, 5, "SANDBOX_CHANNEL");
        move_private_fd(FAULTS, 11, 5, "FAULT_FD");
    }
    offer_to_oom_killer();
    limit(RLIMIT_CORE, 0);             // a crash leaves no file
    limit(RLIMIT_FSIZE, 512ul << 20);  // nor a runaway loop a full disk
    limit(RLIMIT_CPU, (rlim_t)program->cpu_ms / 1000 + 5);
    // In the program only: the supervisor itself has no use for it.
    if (program->preload) setenv("LD_PRELOAD", program->preload, 1);
    gate_install(told);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    execvp(program->argv[0], program->argv);
    (void)!send(told, &errno, sizeof errno, MSG_NOSIGNAL);
    _exit(127);
}

bool program_start(struct program *program) {
    int out[2], err[2], told[2];
    if (pipe2(out, O_CLOEXEC) || pipe2(err, O_CLOEXEC) ||
        socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, told)) {
        program->failed = errno;
        return false;
    }
    // The numbers the private descriptors move to may be taken: these ends stay out of their way.
    int high_out = fcntl(out[1], F_DUPFD_CLOEXEC, 32), high_err = fcntl(err[1], F_DUPFD_CLOEXEC, 32);
    int high_told = fcntl(told[1], F_DUPFD_CLOEXEC, 32);
    pid_t supervisor = getpid();
    program->pid = fork();
    if (program->pid == 0) become(program, supervisor, high_out, high_err, high_told);
    program->failed = program->pid < 0 ? errno : 0;
    for (int *end = (int[]){out[1], err[1], told[1], high_out, high_err, high_told, -1}; *end >= 0; end++) close(*end);
    // First the gate's descriptor, then end of file: the exec worked and closed the other end.
    program->gate = program->pid > 0 ? gate_receive(told[0]) : -1;
    if (program->pid > 0 && read(told[0], &program->failed, sizeof program->failed) < 0) program->failed = errno;
    close(told[0]);
    if (program->private_fds) close(RECORDS), close(FAULTS);
    program->out = out[0];
    program->err = err[0];
    fcntl(program->out, F_SETFL, O_NONBLOCK);
    fcntl(program->err, F_SETFL, O_NONBLOCK);
    return program->failed == 0;
}
