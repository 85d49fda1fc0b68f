// Threads that come, wait for each other and go; then one of them, not the first, calls execve.
// The kernel ends the others and gives the survivor the first thread's id.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *step(void *name) {
  usleep(2000);
  return name;
}

static void *become_true(void *unused) {
  char *argv[] = {"true", NULL};
  usleep(5000);
  execv("/bin/true", argv);
  perror("execv");
  return unused;
}

int main(void) {
  pthread_t threads[3];
  for (int i = 0; i < 3; i++) pthread_create(&threads[i], NULL, step, NULL);
  for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
  pthread_t last;
  pthread_create(&threads[0], NULL, become_true, NULL);
  pthread_create(&last, NULL, step, NULL);
  pthread_join(threads[0], NULL);
  return 1;
}
