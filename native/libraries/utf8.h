// One conversion to UTF-8 over iconv, used by the program convert-utf8 and through FFI alike.
#ifndef UTF8_H
#define UTF8_H

#include <stddef.h>

enum utf8_status {
    UTF8_OK = 0,
    UTF8_UNKNOWN_CHARSET = 1,  // iconv has no converter from this charset
    UTF8_ILLEGAL = 2,          // a byte sequence that the charset does not have (EILSEQ)
    UTF8_INCOMPLETE = 3,       // the input ends within a character (EINVAL)
    UTF8_NO_MEMORY = 4,
};

struct utf8_text {
    char *bytes;    // not terminated; NULL when there is nothing to free
    size_t length;
    size_t offset;  // bytes of input converted: on failure, where the trouble begins
};

// Converts a whole message. On success `out` owns its bytes: give them back with utf8_free.
// On failure `out->bytes` is NULL and `out->offset` says how far the conversion came.
enum utf8_status utf8_convert(const char *charset, const char *in, size_t length, struct utf8_text *out);

// Frees what utf8_convert returned; a second call does nothing.
void utf8_free(struct utf8_text *text);

// The status in words, owned by the library.
const char *utf8_status_text(enum utf8_status status);

#endif
