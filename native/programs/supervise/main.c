// supervise --wall MS --cpu MS --memory BYTES --output BYTES --processes N [--private]
//           [--preload LIBRARY] [--remove FOLDER] -- PROGRAM ARGUMENT…
//
// Runs a program in a session of its own, lets it and everything it starts use so much and no more, and
// leaves nothing of it behind: whatever detaches itself is handed to us by the kernel (subreaper) and killed.
//   fd 1, 2  the program's output      fd 4, 5  with --private: handed on to the program
//   fd 3     a socket to whoever started us: its end, or any byte on it, stops the program; our one
//            line of JSON about how it ended goes back over it
#include "command.h"
#include "folder.h"
#include "gate.h"
#include "program.h"
#include "stream.h"
#include "tree.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CONTROL = 3, SAMPLE_MS = 10, REST_AFTER_PSS_MS = 50, WHERE_MS = 400, KILL_MS = 5000, FLUSH_MS = 5000 };

static struct command command;
static struct program program;
static struct stream out = {.to = STDOUT_FILENO}, err = {.to = STDERR_FILENO};

static const char *kind;         // NULL while the program runs; then how it ended
static int status;               // of the program, as waitpid gives it
static bool stopped, reaped;
static int64_t started, sampled, rested_until, written, cpu_ms, peak_bytes;
static int peak_processes, left_behind, survivors;
static int64_t room;  // so many processes may start before they are counted again

static int64_t now_ms(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000) + time.tv_nsec / 1000000;
}

static void end(const char *how) {
    if (kind == NULL) kind = how;
}

static int64_t reaped_cpu_ms(void) {
    struct rusage use;
    getrusage(RUSAGE_CHILDREN, &use);
    return (use.ru_utime.tv_sec + use.ru_stime.tv_sec) * INT64_C(1000) +
           (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1000;
}

// Collects every child that has ended, the adopted ones too. False when there are none left.
static bool reap(void) {
    int how;
    pid_t pid;
    struct rusage use;
    while ((pid = wait4(-1, &how, WNOHANG, &use)) > 0) {
        // The kernel's own record of the largest resident set: it misses no peak, however short.
        if (use.ru_maxrss * INT64_C(1024) > peak_bytes) peak_bytes = use.ru_maxrss * INT64_C(1024);
        if (pid != program.pid) continue;
        status = how;
        reaped = true;
        if (peak_bytes > command.memory) end("memory");
        end(WIFSIGNALED(how) ? "signal" : "exited");
    }
    return pid == 0;
}

static void sample(void) {
    sampled = now_ms();
    struct usage use = tree_usage();
    cpu_ms = reaped_cpu_ms() + use.cpu_ms;
    if (use.processes > peak_processes) peak_processes = use.processes;
    // The sum of the resident sets is cheap and never too small. Only when it is too much is PSS asked.
    int64_t bytes = use.bytes;
    if (bytes > command.memory) {
        if (sampled < rested_until) return;
        bytes = tree_proportional_bytes();
        rested_until = now_ms() + REST_AFTER_PSS_MS;
    }
    if (bytes > peak_bytes) peak_bytes = bytes;
    if (use.processes > command.processes) end("processes");
    if (bytes > command.memory) end("memory");
    if (cpu_ms > command.cpu_ms) end("cpu");
}

// Asked by each fork. Counting is only needed when what was left at the last count is used up.
static bool may_start(void) {
    if (kind != NULL) return false;
    if (room-- > 0) return true;
    int alive = tree_usage().processes;
    if (alive > peak_processes) peak_processes = alive;
    room = command.processes - alive - 1;
    if (room < 0) end("processes");
    return kind == NULL;
}

static void move_output(void) {
    written += stream_move(&out) + stream_move(&err);
    if (written > command.output) end("output");
}

// Waits for whatever comes first, at most so long.
static void wait_and_move(int signals, int64_t ms) {
    struct pollfd wishes[] = {
        {.fd = stopped ? -1 : CONTROL, .events = POLLIN}, {.fd = signals, .events = POLLIN},
        stream_wish(&out), stream_wish(&err),
        {.fd = kind == NULL ? program.gate : -1, .events = POLLIN},
    };
    if (poll(wishes, 5, (int)ms) <= 0) return;
    if (wishes[0].revents) stopped = true, end("stopped");
    if (wishes[1].revents) {
        struct signalfd_siginfo info;
        if (read(signals, &info, sizeof info) == sizeof info && info.ssi_signo != SIGCHLD) end("stopped");
        reap();
    }
    if (wishes[2].revents || wishes[3].revents) move_output();
    if (wishes[4].revents & POLLIN) gate_answer(program.gate, may_start);
    else if (wishes[4].revents) program.gate = -1;  // nobody is left who could ask
}

static void supervise(int signals) {
    while (kind == NULL) {
        int64_t wait = sampled + SAMPLE_MS - now_ms();
        wait_and_move(signals, wait > 0 ? wait : 0);
        if (kind == NULL && now_ms() >= sampled + SAMPLE_MS) sample();
        if (now_ms() - started > command.wall_ms) end("wall");
    }
}

// A program that never came back tells where it stands, when it carries the fault handler.
static void ask_where(int signals) {
    kill(program.pid, SIGURG);
    int64_t until = now_ms() + WHERE_MS;
    while (!reaped && now_ms() < until) wait_and_move(signals, until - now_ms());
}

// The group first: the kernel does that in one step, against which no fork can race. Then the rest, until
// there is nobody left to adopt.
static void kill_everything(void) {
    int64_t until = now_ms() + KILL_MS;
    bool first = true;
    while (reap() && now_ms() < until) {
        if (first) left_behind = reaped ? tree_usage().processes : 0;
        first = false;
        kill(-program.pid, SIGKILL);
        survivors = tree_kill();
        usleep(500);
    }
    if (!reap()) survivors = 0;
}

static void report(void) {
    if (command.temporary) folder_remove(command.temporary);
    char line[512];
    int length = snprintf(line, sizeof line,
        "{\"kind\":\"%s\",\"code\":%d,\"signal\":%d,\"errno\":%d,\"wallMs\":%lld,\"cpuMs\":%lld,"
        "\"peakMemoryBytes\":%lld,\"peakProcesses\":%d,\"leftBehind\":%d,\"survivors\":%d}\n",
        kind, WIFEXITED(status) ? WEXITSTATUS(status) : -1, WIFSIGNALED(status) ? WTERMSIG(status) : 0,
        program.failed, (long long)(now_ms() - started), (long long)reaped_cpu_ms(), (long long)peak_bytes,
        peak_processes, left_behind, survivors);
    (void)!write(CONTROL, line, (size_t)length);
}

static void set_nonblocking(int fd) {
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

int main(int argc, char **argv) {
    (void)argc;
    if (!command_read(argv, &command)) return command_usage();
    program = (struct program){
        .argv = command.argv, .private_fds = command.private_fds, .preload = command.preload, .cpu_ms = command.cpu_ms,
    };
    close_range(program.private_fds ? 6 : 4, ~0u, 0);  // whatever our caller let through to us
    setpgid(0, 0);  // a Ctrl-C is for whoever started us: it then stops us over fd 3
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    fcntl(CONTROL, F_SETFD, FD_CLOEXEC);
    signal(SIGPIPE, SIG_IGN);
    sigset_t mine;
    sigemptyset(&mine);
    for (int *number = (int[]){SIGCHLD, SIGINT, SIGTERM, SIGHUP, 0}; *number; number++) sigaddset(&mine, *number);
    sigprocmask(SIG_BLOCK, &mine, NULL);
    int signals = signalfd(-1, &mine, SFD_CLOEXEC | SFD_NONBLOCK);

    started = now_ms();
    if (!program_start(&program)) {
        kind = "failed";
        report();
        return 1;
    }
    out.from = program.out;
    err.from = program.err;
    set_nonblocking(STDOUT_FILENO);
    set_nonblocking(STDERR_FILENO);

    supervise(signals);
    bool too_long = strcmp(kind, "wall") == 0 || strcmp(kind, "cpu") == 0;
    if (too_long && program.private_fds) ask_where(signals);
    kill_everything();
    // What is still in the pipes belongs to the result. Nobody holds their other ends any more.
    bool cut = strcmp(kind, "output") == 0;
    for (int64_t until = now_ms() + FLUSH_MS; !cut && !stopped && now_ms() < until;) {
        move_output();
        if (stream_done(&out) && stream_done(&err)) break;
        wait_and_move(-1, SAMPLE_MS);
    }
    if (written > command.output && strcmp(kind, "exited") == 0) kind = "output";
    report();
    return 0;
}
