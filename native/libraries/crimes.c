// THE BUGS IN THIS LIBRARY ARE PLANTED: each function says which. The comments mark the guilty lines.
#include "crimes.h"

#include <stdlib.h>
#include <string.h>

double halve(double value) {
    return value / 2;
}

double scale(double value, int power) {
    while (power-- > 0) value *= 2;
    return value;
}

int64_t nanoseconds(int64_t seconds) {
    return seconds * 1000000000;
}

int sum_of_three(int a, int b, int c) {
    return a + b + c;
}

int length_of(const char *text) {
    int length = 0;
    const volatile char *at = text;  // volatile: the compiler may not replace this by strlen
    while (*at++ != '\0') length++;  // PLANTED: no check for NULL
    return length;
}

void write_past_the_end(uint8_t *bytes, size_t length) {
    for (size_t i = 0; i <= length; i++) {
        bytes[i] = 0xee;  // PLANTED: <= where < was meant, so the last write is past the end
    }
}

// gcc sees these two crimes at compile time. The workshop wants them to happen.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuse-after-free"

int read_after_free(void) {
    volatile char *letter = malloc(16);
    if (letter == NULL) return -1;
    letter[0] = 'A';
    free((void *)letter);
    return letter[0];  // PLANTED: the block is gone
}

void free_twice(void) {
    char *volatile letter = malloc(16);
    free(letter);
    free(letter);  // PLANTED: the same block again
}

#pragma GCC diagnostic pop

int divide(int a, int b) {
    volatile int divisor = b;
    return a / divisor;  // PLANTED: no check for 0
}

// Not inlined and not turned into a loop, so that each level really takes stack.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winfinite-recursion"
__attribute__((noinline)) int too_deep(int depth) {
    volatile char page[1024];
    page[depth % 1024] = 1;
    return page[0] + too_deep(depth + 1);  // PLANTED: nothing ends this
}
#pragma GCC diagnostic pop

void call_nothing(void) {
    void (*volatile nothing)(void) = NULL;
    nothing();  // PLANTED: a call to address 0
}

void spin(void) {
    for (volatile unsigned turn = 0;; turn++) continue;  // PLANTED: no way out
}

void refuse(void) {
    abort();  // PLANTED: what a failed assert does
}

void hoard(size_t bytes) {
    static char *volatile kept;  // volatile and static: the compiler has to believe that somebody reads it
    kept = malloc(bytes);
    if (kept != NULL) memset(kept, 1, bytes);  // PLANTED: never freed, and every page touched
}
