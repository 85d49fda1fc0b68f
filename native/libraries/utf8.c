#include "utf8.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

// Doubles the room. The cursor `to` points into the block, so it moves along.
static int grow(struct utf8_text *out, size_t *room, char **to, size_t *left) {
    size_t used = (size_t)(*to - out->bytes);
    char *bigger = realloc(out->bytes, *room * 2);
    if (bigger == NULL) return 0;
    out->bytes = bigger;
    *room *= 2;
    *to = bigger + used;
    *left = *room - used;
    return 1;
}

// Runs iconv until it has nothing more to say. `from` NULL asks for what the shift state still holds.
static enum utf8_status drain(iconv_t cd, char **from, size_t *rest, struct utf8_text *out,
                              size_t *room, char **to, size_t *left) {
    while (iconv(cd, from, rest, to, left) == (size_t)-1) {
        switch (errno) {
        case E2BIG:
            if (!grow(out, room, to, left)) return UTF8_NO_MEMORY;
            break;
        case EILSEQ:
            return UTF8_ILLEGAL;
        case EINVAL:
            return UTF8_INCOMPLETE;
        default:
            return UTF8_NO_MEMORY;
        }
    }
    return UTF8_OK;
}

enum utf8_status utf8_convert(const char *charset, const char *in, size_t length, struct utf8_text *out) {
    *out = (struct utf8_text){0};
    iconv_t cd = iconv_open("UTF-8", charset);
    // The failure value is (iconv_t)-1. NULL could be a valid handle.
    if (cd == (iconv_t)-1) return errno == ENOMEM ? UTF8_NO_MEMORY : UTF8_UNKNOWN_CHARSET;

    size_t room = length + length / 2 + 16;
    out->bytes = malloc(room);
    enum utf8_status status = UTF8_NO_MEMORY;
    if (out->bytes != NULL) {
        char *from = (char *)in;  // iconv's prototype lacks a const; it does not write here
        char *to = out->bytes;
        size_t rest = length, left = room;
        status = drain(cd, &from, &rest, out, &room, &to, &left);
        // Some converters hold a character back until they know that nothing combines with it.
        if (status == UTF8_OK) status = drain(cd, NULL, NULL, out, &room, &to, &left);
        out->offset = length - rest;
        out->length = (size_t)(to - out->bytes);
    }
    iconv_close(cd);
    if (status != UTF8_OK) {
        size_t offset = out->offset;
        utf8_free(out);
        out->offset = offset;
    }
    return status;
}

void utf8_free(struct utf8_text *text) {
    free(text->bytes);
    *text = (struct utf8_text){0};
}

const char *utf8_status_text(enum utf8_status status) {
    switch (status) {
    case UTF8_OK:
        return "converted";
    case UTF8_UNKNOWN_CHARSET:
        return "iconv knows no such charset";
    case UTF8_ILLEGAL:
        return "illegal byte sequence";
    case UTF8_INCOMPLETE:
        return "the input ends within a character";
    case UTF8_NO_MEMORY:
        return "out of memory";
    }
    return "unknown status";
}
