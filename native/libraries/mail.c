#include "mail.h"

double postage(int grams, double rate) {
    return grams * rate;
}

uint32_t checksum(const uint8_t *bytes, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) {
        hash ^= bytes[i];
        hash *= 16777619u;
    }
    return hash;
}

int64_t sent_at(int id) {
    if (id < 0) return -1;
    if (id < 100) return id * INT64_C(1000000000);
    // 1 January 2014 and a minute for each message. The odd nanosecond is lost in a double.
    return INT64_C(1388534400000000001) + (id - 100) * INT64_C(60000000000);
}

const char *charset_name(int index) {
    static const char *const names[] = {
        "ISO-8859-1", "KOI8-R",        "SHIFT_JIS", "ISO-2022-JP",
        "GB18030",    "ISO-2022-CN-EXT", "UTF-16",    "UTF-8",
    };
    if (index < 0 || (size_t)index >= sizeof names / sizeof *names) return NULL;
    return names[index];
}
