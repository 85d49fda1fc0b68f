// A child that is stopped, continued and at last aborts; a call that does not exist; a file that is deleted while open.
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  umask(022);
  syscall(999, 1, 2);
  const int fd = open("odd <unfinished ...> \") = 5.tmp", O_CREAT | O_RDWR, 0600);
  unlink("odd <unfinished ...> \") = 5.tmp");
  if (write(fd, "x <unfinished ...>) = 5 \"\\ \0\377", 29) < 0) return 1;
  const pid_t child = fork();
  if (child == 0) {
    raise(SIGSTOP);
    abort();
  }
  int status;
  waitpid(child, &status, WUNTRACED);
  kill(child, SIGCONT);
  waitpid(child, &status, 0);
  return WTERMSIG(status) == SIGABRT ? 0 : 1;
}
