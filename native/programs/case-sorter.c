// The sealed case of lesson 08. Run as `case-sorter FOLDER`: it loads a library by name, silently, and
// exits with 0 when the library has what it needs. Reading on spoils the case: everything can be seen
// from outside.
#include "case-nonce.h"

#include <dlfcn.h>
#include <unistd.h>

int main(int argc, char **argv) {
    char nonce[65];
    if (argc != 2 || chdir(argv[1]) != 0 || !read_nonce(nonce)) return 2;

    char name[32];
    snprintf(name, sizeof name, "libletters-%08x.so", derive(nonce, 'l'));
    void *library = dlopen(name, RTLD_NOW);
    if (library == NULL) return 1;
    return dlsym(library, "postage") != NULL ? 0 : 3;
}
