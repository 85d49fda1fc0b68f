// The sealed case of lesson 01. Run as `case-courier FOLDER`: it starts a helper, silently, and exits
// with 0 when the helper did. Reading on spoils the case: everything can be seen from outside.
#include "case-nonce.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv) {
    char nonce[65];
    if (argc != 2 || chdir(argv[1]) != 0 || !read_nonce(nonce)) return 2;

    char path[128], helper[32];
    snprintf(path, sizeof path, "tray-%08x:tray-%08x:tray-%08x", derive(nonce, '1'),
             derive(nonce, '2'), derive(nonce, '3'));
    snprintf(helper, sizeof helper, "stamp-%08x", derive(nonce, 's'));
    setenv("PATH", path, 1);

    pid_t child = fork();
    if (child == 0) {
        execlp(helper, helper, (char *)NULL);
        _exit(127);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child) return 2;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : 1;
}
