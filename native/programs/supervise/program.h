// The program under supervision: how it is started, and what it may hold.
#ifndef PROGRAM_H
#define PROGRAM_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct program {
    char *const *argv;
    bool private_fds;  // hand on descriptor 4 (records) and 5 (fault reports)
    const char *preload;  // a library to load into it, or NULL
    int64_t cpu_ms;    // backs up the supervisor's own count
    int out, err;      // after the start: the read ends of its stdout and stderr
    int gate;          // on which its forks ask, or -1
    pid_t pid;
    int failed;        // errno of an exec that did not work, or 0
};

// Starts the program as leader of its own session, dead when the supervisor dies. False when it
// could not be started: `failed` then says why.
bool program_start(struct program *program);

#endif
