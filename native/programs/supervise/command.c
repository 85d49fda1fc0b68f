#include "command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool read_limit(const char *name, const char *text, struct command *command) {
    struct { const char *name; int64_t *value; } known[] = {
        {"--wall", &command->wall_ms}, {"--cpu", &command->cpu_ms}, {"--memory", &command->memory},
        {"--output", &command->output}, {"--processes", &command->processes},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(name, known[i].name) == 0) return (*known[i].value = atoll(text)) > 0;
    return false;
}

bool command_read(char *const *argv, struct command *command) {
    *command = (struct command){
        .wall_ms = 10000, .cpu_ms = 10000, .memory = 512 << 20, .output = 1 << 20, .processes = 32,
    };
    while (*++argv != NULL) {
        if (strcmp(*argv, "--") == 0) {
            command->argv = argv + 1;
            return argv[1] != NULL;
        }
        if (strcmp(*argv, "--private") == 0) {
            command->private_fds = true;
            continue;
        }
        if (argv[1] == NULL) return false;
        if (strcmp(*argv, "--preload") == 0) command->preload = argv[1];
        else if (strcmp(*argv, "--remove") == 0) command->temporary = argv[1];
        else if (!read_limit(argv[0], argv[1], command)) return false;
        argv++;
    }
    return false;
}

int command_usage(void) {
    fprintf(stderr,
            "usage: supervise [--wall MS] [--cpu MS] [--memory BYTES] [--output BYTES] [--processes N] [--private]\n"
            "                 [--preload LIBRARY] [--remove FOLDER] -- PROGRAM ARGUMENT…\n"
            "Descriptor 3 has to be a socket to whoever waits for the report.\n");
    return 2;
}
