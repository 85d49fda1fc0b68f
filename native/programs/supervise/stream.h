// Carries what the program writes to whoever started the supervisor, and counts it.
#ifndef STREAM_H
#define STREAM_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct stream {
    int from;              // the read end of the program's pipe; -1 when the program closed it
    int to;                // where it goes; -1 when nobody reads there any more
    size_t start, end;     // what is waiting in `bytes`
    char bytes[65536];
};

// What to wait for: either there is something to pass on, or room to read more. A slow reader
// therefore slows the program down, as a pipe without us would.
struct pollfd stream_wish(const struct stream *stream);

// Moves what can be moved without blocking. Returns the number of bytes read.
int64_t stream_move(struct stream *stream);

// Nothing is waiting and nothing more will come.
bool stream_done(const struct stream *stream);

#endif
