// What the sealed cases share: the names they use follow from the nonce in their folder.
#ifndef CASE_NONCE_H
#define CASE_NONCE_H

#include <stdint.h>
#include <stdio.h>

// Reads the nonce in the current directory; 0 when there is none.
static inline int read_nonce(char nonce[65]) {
    FILE *file = fopen("nonce", "r");
    if (file == NULL) return 0;
    int found = fscanf(file, "%64s", nonce);
    fclose(file);
    return found == 1;
}

// FNV-1a over the nonce and the name of a part, the same as in src/mailroom/case-names.ts.
static inline uint32_t derive(const char *nonce, char part) {
    uint32_t hash = 2166136261u;
    for (; *nonce != '\0'; nonce++) hash = (hash ^ (unsigned char)*nonce) * 16777619u;
    return (hash ^ (unsigned char)part) * 16777619u;
}

#endif
