#include "folder.h"

#include <ftw.h>
#include <stdio.h>

enum { OPEN_AT_ONCE = 16 };

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *depth) {
    (void)status, (void)type, (void)depth;
    remove(path);  // what cannot be removed stays, and the rest goes
    return 0;
}

void folder_remove(const char *path) {
    // Contents first, and links as links: what they point to is not ours.
    nftw(path, remove_one, OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}
