// convert-utf8 CHARSET < in > out: the command-line twin of libutf8.so, which it loads at run time.
// Exit code 0 when converted, 1 when the text cannot be converted, 2 for a wrong command line,
// 3 when reading or writing fails.
#include "utf8.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int fail(int code, const char *what) {
    fprintf(stderr, "convert-utf8: %s: %s\n", what, strerror(errno));
    return code;
}

// Reads the whole of stdin: a conversion may need the last byte to judge the first.
static char *read_all(size_t *length) {
    size_t room = 1 << 16, used = 0;
    char *bytes = malloc(room);
    while (bytes != NULL) {
        used += fread(bytes + used, 1, room - used, stdin);
        if (used < room) break;
        char *bigger = realloc(bytes, room *= 2);
        if (bigger == NULL) free(bytes);
        bytes = bigger;
    }
    *length = used;
    return bytes;
}

int main(int argc, char **argv) {
    if (argc != 2 || argv[1][0] == '-') {
        fprintf(stderr, "usage: convert-utf8 CHARSET < in > out\n`iconv -l` lists the charsets.\n");
        return 2;
    }
    size_t length;
    char *in = read_all(&length);
    if (in == NULL) return fail(3, "cannot hold the input");
    if (ferror(stdin)) {
        int code = fail(3, "cannot read stdin");
        free(in);
        return code;
    }

    struct utf8_text out;
    enum utf8_status status = utf8_convert(argv[1], in, length, &out);
    free(in);
    if (status == UTF8_UNKNOWN_CHARSET) {
        fprintf(stderr, "convert-utf8: %s: %s; `iconv -l` lists them\n", argv[1], utf8_status_text(status));
        return 1;
    }
    if (status != UTF8_OK) {
        fprintf(stderr, "convert-utf8: %s at byte %zu\n", utf8_status_text(status), out.offset);
        return 1;
    }
    fwrite(out.bytes, 1, out.length, stdout);
    utf8_free(&out);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : fail(3, "cannot write stdout");
}
