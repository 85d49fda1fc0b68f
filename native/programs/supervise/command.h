// What the supervisor was asked to do.
#ifndef COMMAND_H
#define COMMAND_H

#include <stdbool.h>
#include <stdint.h>

struct command {
    int64_t wall_ms, cpu_ms, memory, output, processes;  // the limits
    bool private_fds;       // hand descriptors 4 and 5 on to the program
    const char *preload;    // a library to load into the program, or NULL
    const char *temporary;  // a folder to remove at the end, or NULL
    char *const *argv;      // the program and its arguments
};

// Reads the command line; false when it is wrong. Limits that are not given are generous.
bool command_read(char *const *argv, struct command *command);

// Says on stderr how to call this program; returns the exit code for a wrong call.
int command_usage(void);

#endif
