// THE BUGS IN THIS LIBRARY ARE PLANTED. Lesson 08 calls it with wrong signatures, lesson 12 lets it crash.
// Load it in the sandbox only.
#ifndef CRIMES_H
#define CRIMES_H

#include <stddef.h>
#include <stdint.h>

// Honest functions, for signatures that are wrong and seem to work.
double halve(double value);                  // declared int: whatever the integer register held
double scale(double value, int power);       // declared (int, double) and called the other way round: works
int64_t nanoseconds(int64_t seconds);        // declared int: right for small values only
int sum_of_three(int a, int b, int c);       // declared with two: the third is whatever was there

// Crimes.
int length_of(const char *text);             // dereferences NULL when given NULL
void write_past_the_end(uint8_t *bytes, size_t length);  // writes one byte too many
int read_after_free(void);                   // reads a block it has given back
void free_twice(void);                       // glibc notices and aborts
int divide(int a, int b);                    // SIGFPE when b is 0
int too_deep(int depth);                     // recursion that never ends: stack overflow
void call_nothing(void);                     // calls a function pointer that is NULL
void spin(void);                             // never returns
void refuse(void);                           // abort(), as a failed assert does
void hoard(size_t bytes);                    // allocates, touches every page, keeps it

#endif
