/** What a call is about; the colours of the timeline. */
export type Family =
  | 'process'
  | 'file'
  | 'memory'
  | 'network'
  | 'signal'
  | 'time'
  | 'sync'
  | 'other';

/** The families in the order in which legends and tables show them. */
export const families: readonly Family[] = [
  'process',
  'file',
  'memory',
  'network',
  'signal',
  'time',
  'sync',
  'other',
];

const members: Record<Exclude<Family, 'other'>, string> = {
  process: `fork vfork clone clone3 execve execveat exit exit_group wait4 waitid waitpid getpid getppid gettid
    getpgid setpgid getpgrp getsid setsid prctl arch_prctl set_tid_address setuid setgid setreuid setregid
    setresuid setresgid getuid geteuid getgid getegid getresuid getresgid getgroups setgroups setfsuid setfsgid
    capget capset personality getpriority setpriority sched_getaffinity sched_setaffinity sched_getparam
    sched_setparam sched_getscheduler sched_setscheduler sched_getattr sched_setattr sched_get_priority_max
    sched_get_priority_min sched_rr_get_interval ioprio_get ioprio_set getrlimit setrlimit prlimit64 getrusage
    pidfd_open pidfd_getfd ptrace process_vm_readv process_vm_writev unshare setns seccomp acct kcmp rseq`,
  file: `open openat openat2 creat close close_range read write pread64 pwrite64 readv writev preadv pwritev preadv2
    pwritev2 lseek stat lstat fstat newfstatat fstatat64 statx access faccessat faccessat2 readlink readlinkat
    getdents getdents64 getcwd chdir fchdir chroot mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2
    link linkat symlink symlinkat mknod mknodat chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat
    truncate ftruncate fallocate fsync fdatasync sync syncfs sync_file_range flock fcntl ioctl dup dup2 dup3 pipe
    pipe2 sendfile splice tee vmsplice copy_file_range fadvise64 readahead statfs fstatfs utime utimes utimensat
    futimesat umask mount umount2 pivot_root getxattr lgetxattr fgetxattr setxattr lsetxattr fsetxattr listxattr
    llistxattr flistxattr removexattr inotify_init inotify_init1 inotify_add_watch inotify_rm_watch fanotify_init
    fanotify_mark name_to_handle_at open_by_handle_at memfd_create poll ppoll select pselect6 epoll_create
    epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2 eventfd eventfd2 io_uring_setup io_uring_enter
    io_uring_register io_setup io_submit io_getevents io_pgetevents io_destroy io_cancel`,
  memory: `brk mmap munmap mremap mprotect pkey_mprotect pkey_alloc pkey_free madvise process_madvise mincore mlock
    mlock2 munlock mlockall munlockall msync mbind set_mempolicy get_mempolicy migrate_pages move_pages
    remap_file_pages membarrier shmget shmat shmdt shmctl userfaultfd swapon swapoff cachestat map_shadow_stack`,
  network: `socket socketpair bind listen accept accept4 connect shutdown sendto recvfrom sendmsg recvmsg sendmmsg
    recvmmsg getsockopt setsockopt getsockname getpeername`,
  signal: `kill tkill tgkill rt_sigaction rt_sigprocmask rt_sigreturn rt_sigsuspend rt_sigpending rt_sigtimedwait
    rt_sigqueueinfo rt_tgsigqueueinfo sigaltstack signalfd signalfd4 pidfd_send_signal pause alarm sigreturn
    restart_syscall`,
  time: `nanosleep clock_nanosleep clock_gettime clock_getres clock_settime clock_adjtime gettimeofday settimeofday
    time times adjtimex getitimer setitimer timer_create timer_settime timer_gettime timer_getoverrun timer_delete
    timerfd_create timerfd_settime timerfd_gettime`,
  sync: `futex futex_wait futex_wake futex_waitv futex_requeue set_robust_list get_robust_list sched_yield semget
    semop semtimedop semctl msgget msgsnd msgrcv msgctl mq_open mq_unlink mq_timedsend mq_timedreceive mq_notify
    mq_getsetattr`,
};

const byName = new Map<string, Family>(
  families.flatMap((family) =>
    family === 'other' ? [] : members[family].split(/\s+/).map((name) => [name, family] as const),
  ),
);

/** What the call of this name is about, on x86-64 and arm64; `other` for a name that is not listed. */
export function familyOf(name: string): Family {
  return byName.get(name) ?? 'other';
}
