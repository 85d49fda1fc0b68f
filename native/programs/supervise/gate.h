// Every fork of the program asks us first (seccomp user notification). Counting from outside is too slow for a
// fork bomb, and RLIMIT_NPROC counts all processes of the user, or none at all for root. One thing it costs:
// `strace --seccomp-bpf` inside the sandbox does not see the forks, for ours is the filter that goes first.
#ifndef GATE_H
#define GATE_H

#include <stdbool.h>

// In the program, before its exec: from now on it and its descendants ask. Sends the descriptor on which they do so
// over `socket`, or nothing where the kernel does not offer this; then the count from outside has to do.
void gate_install(int socket);

// In the supervisor: that descriptor, or -1.
int gate_receive(int socket);

// Reads one question from the descriptor. A new thread may start; a new process may when `may_start` says so.
// Otherwise the question stays unanswered: whoever asked it waits, and can be killed.
void gate_answer(int listener, bool (*may_start)(void));

#endif
