// allow-trace PROGRAM [ARGUMENT...]
// Lets any process of the same user trace the program, then becomes it.
//
// Under Yama (Ubuntu, many cloud machines) a process may be traced only by its ancestors. The leave
// given here belongs to the process and so survives exec; the program's own children must ask again.
// Exit status as of nohup: 127 for wrong usage or a program not found, 126 when it cannot be run.
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

int main(int argc, char **argv) {
  if (argc < 2) {
    fprintf(stderr, "allow-trace: name a program to run: allow-trace PROGRAM [ARGUMENT...]\n");
    return 127;
  }
  // EINVAL means that this kernel has no Yama, and then there is nothing to allow.
  if (prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0) != 0 && errno != EINVAL) {
    fprintf(stderr, "allow-trace: cannot allow tracing: %s\n", strerror(errno));
    return 126;
  }
  execvp(argv[1], argv + 1);
  const int missing = errno == ENOENT;
  fprintf(stderr, "allow-trace: cannot run '%s': %s\n", argv[1], strerror(errno));
  return missing ? 127 : 126;
}
