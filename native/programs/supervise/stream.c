#include "stream.h"

#include <errno.h>
#include <unistd.h>

struct pollfd stream_wish(const struct stream *stream) {
    if (stream->start < stream->end) return (struct pollfd){.fd = stream->to, .events = POLLOUT};
    return (struct pollfd){.fd = stream->from, .events = POLLIN};
}

static void pass_on(struct stream *stream) {
    while (stream->start < stream->end) {
        ssize_t wrote = write(stream->to, stream->bytes + stream->start, stream->end - stream->start);
        if (wrote > 0) {
            stream->start += (size_t)wrote;
        } else if (errno == EAGAIN) {
            return;
        } else if (errno != EINTR) {
            stream->to = -1;  // the reader has gone: the rest is counted and dropped
            stream->start = stream->end;
        }
    }
}

int64_t stream_move(struct stream *stream) {
    pass_on(stream);
    if (stream->start < stream->end || stream->from < 0) return 0;
    ssize_t got = read(stream->from, stream->bytes, sizeof stream->bytes);
    if (got > 0) {
        stream->start = 0;
        stream->end = (size_t)got;
        if (stream->to >= 0) pass_on(stream);
        else stream->start = stream->end;
        return got;
    }
    if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
        close(stream->from);
        stream->from = -1;
    }
    return 0;
}

bool stream_done(const struct stream *stream) {
    return stream->from < 0 && stream->start == stream->end;
}
