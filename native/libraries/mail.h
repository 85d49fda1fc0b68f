// The small library that lesson 08 binds: four functions, each with a type that a guess gets wrong.
#ifndef MAIL_H
#define MAIL_H

#include <stddef.h>
#include <stdint.h>

// The price of sending a message of `grams` grams at `rate` a gram. Fractions of a unit are kept.
double postage(int grams, double rate);

// A 32-bit FNV-1a hash of the bytes. It uses the whole range: half of all values lie above 2^31.
uint32_t checksum(const uint8_t *bytes, size_t length);

// When message number `id` was sent, in nanoseconds since 1970. Messages 0 to 99 come from a clock
// that was never set and counts from zero; those after them lie far above 2^53. -1 for a negative id.
int64_t sent_at(int id);

// The name of charset number `index`, owned by the library. NULL when there is no such charset.
const char *charset_name(int index);

#endif
