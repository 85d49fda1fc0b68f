// The processes below this one, from /proc.
#ifndef TREE_H
#define TREE_H

#include <stdint.h>
#include <sys/types.h>

struct usage {
    int processes;    // alive, zombies not counted
    int64_t cpu_ms;   // of the living and of the children they have reaped
    int64_t bytes;    // sum of the resident sets: an upper bound, shared pages count several times
};

// Sums up what the descendants of this process use now.
struct usage tree_usage(void);

// The same memory with each shared page counted in parts (PSS). Slow for large processes.
int64_t tree_proportional_bytes(void);

// Sends SIGKILL to every descendant that was found. Returns how many there were, zombies included.
int tree_kill(void);

#endif
