// A fault handler for Node: when native code crashes, it tells where, in C and in JavaScript, and then lets
// the process die of the same signal. Loading it (koffi.load, process.dlopen, LD_PRELOAD) installs it.
//
//   FAULT_FD   the descriptor to write the report to; stderr when not set
//
// The report is made of lines, so that people and programs read it alike:
//   --- fault SIGSEGV at 0x0 in the main thread
//   --- native
//   /path/libcrimes.so +0x1139 length_of
//   --- javascript
//       at … (as V8 prints it)
//   --- end
// SIGURG, which is ignored by default, asks a program that does not come back where it stands: it answers
// with the same report and goes on.
//
// Not everything here is async-signal-safe (V8's printer allocates). The process is about to die, and an
// alarm ends it when the report itself gets stuck.
#include <dlfcn.h>
#include <execinfo.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

enum { DEPTH = 64, SHOWN = 24, GIVE_UP_SECONDS = 2, NEAR_STACK = 64 * 1024 };

static FILE *report;
static volatile sig_atomic_t dying_of;

// Functions of the node binary, by their C++ names. NULL in a program that is not node.
static void (*print_javascript)(FILE *);
static bool (*is_wasm_trap)(int, siginfo_t *, void *);
static void *(*current_isolate)(void);
static void (*when_javascript_yields)(void *isolate, void (*callback)(void *, void *), void *data);

static uintptr_t program_counter(const ucontext_t *context) {
#if defined(__x86_64__)
    return (uintptr_t)context->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
    return (uintptr_t)context->uc_mcontext.pc;
#endif
}

static uintptr_t stack_pointer(const ucontext_t *context) {
#if defined(__x86_64__)
    return (uintptr_t)context->uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
    return (uintptr_t)context->uc_mcontext.sp;
#endif
}

// Where a function that was called at a wild address would have returned to.
static uintptr_t return_address(const ucontext_t *context) {
#if defined(__x86_64__)
    return *(uintptr_t *)stack_pointer(context);
#elif defined(__aarch64__)
    return (uintptr_t)context->uc_mcontext.regs[30];
#endif
}

static void print_frame(uintptr_t address) {
    Dl_info at;
    if (!dladdr((void *)address, &at) || at.dli_fname == NULL) {
        fprintf(report, "? +0x%zx\n", address);
        return;
    }
    fprintf(report, "%s +0x%zx %s\n", at.dli_fname, address - (uintptr_t)at.dli_fbase,
            at.dli_sname ? at.dli_sname : "");
}

static bool is_start(const void *address) {
    Dl_info at;
    return dladdr((char *)address - 1, &at) && at.dli_sname && strcmp(at.dli_sname, "_start") == 0;
}

// The frames from the faulting one outwards. backtrace() also returns the handler's own, which come first.
// True when it got to the program's first frame: code made by V8 stops the unwinder, so there is none on the
// stack, and V8 must not be asked for it (it aborts when its event loop is asleep).
static bool print_native(const ucontext_t *context) {
    void *frames[DEPTH];
    int count = backtrace(frames, DEPTH), first = 0;
    uintptr_t pc = program_counter(context);
    while (first < count && (uintptr_t)frames[first] != pc) first++;
    fprintf(report, "--- native\n");
    print_frame(pc);
    if (first == count) {
        // The unwinder knows nothing about this address, as after a call through a NULL pointer.
        Dl_info at;
        if (!dladdr((void *)pc, &at)) print_frame(return_address(context) - 1);
        return false;
    }
    // Return addresses point behind their call: one byte less lies within it, so that its line is found.
    for (int i = first + 1; i < count && i < first + SHOWN; i++) print_frame((uintptr_t)frames[i] - 1);
    return is_start(frames[count - 1]);
}

static void print_head(const char *word, int number, const siginfo_t *info, const ucontext_t *context) {
    fprintf(report, "\n--- %s SIG%s", word, sigabbrev_np(number));
    if ((number == SIGSEGV || number == SIGBUS) && info->si_code > 0) {
        uintptr_t address = (uintptr_t)info->si_addr, stack = stack_pointer(context);
        fprintf(report, " at 0x%zx", address);
        if (address > stack - NEAR_STACK && address < stack + NEAR_STACK) fprintf(report, " stack overflow");
    }
    fprintf(report, " in %s\n", gettid() == getpid() ? "the main thread" : "another thread");
}

// V8 prints the frames to stderr, whatever file it is given: so that is where the report is for a moment.
static void print_javascript_to_report(void) {
    int kept = dup(STDERR_FILENO);
    dup2(fileno(report), STDERR_FILENO);
    print_javascript(report);
    if (kept >= 0) dup2(kept, STDERR_FILENO), close(kept);
}

static void print_javascript_stack(bool some) {
    fprintf(report, "--- javascript\n");
    if (some && print_javascript) print_javascript_to_report();
    fprintf(report, "--- end\n");
}

static void give_up(int alarm) {
    (void)alarm;
    signal(dying_of, SIG_DFL);
    kill(getpid(), dying_of);
}

static void on_fault(int number, siginfo_t *info, void *context) {
    // WebAssembly checks its bounds with this very signal. That is V8's business, and no fault.
    if (number == SIGSEGV && is_wasm_trap && is_wasm_trap(number, info, context)) return;
    if (dying_of) give_up(0);  // a second fault, in the report itself
    dying_of = number;
    signal(SIGALRM, give_up);
    alarm(GIVE_UP_SECONDS);
    print_head("fault", number, info, context);
    print_javascript_stack(!print_native(context));
    signal(number, SIG_DFL);
    raise(number);
}

static void on_javascript_yield(void *isolate, void *data) {
    (void)isolate, (void)data;
    print_javascript_stack(true);
}

// V8 cannot walk its stack while its own code runs, so there the printing waits for the next loop or call.
static void on_where(int number, siginfo_t *info, void *context) {
    if (gettid() != getpid()) return;
    print_head("where", number, info, context);
    bool asleep = print_native(context);
    Dl_info at, node;
    bool in_library = dladdr((void *)program_counter(context), &at) && print_javascript &&
                      dladdr((void *)print_javascript, &node) && at.dli_fbase != node.dli_fbase;
    if (asleep || in_library || !when_javascript_yields || !current_isolate()) print_javascript_stack(!asleep);
    else when_javascript_yields(current_isolate(), on_javascript_yield, NULL);
}

static void handle(int number, void (*handler)(int, siginfo_t *, void *), int flags) {
    struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_ONSTACK | flags};
    sigaction(number, &action, NULL);
}

// dlsym returns a data pointer; C has no cast from it to a function, a union has.
#define FIND(function, name) \
    memcpy(&(function), &(void *){dlsym(RTLD_DEFAULT, (name))}, sizeof(void *))

__attribute__((constructor)) static void install(void) {
    const char *fd = getenv("FAULT_FD");
    report = fd ? fdopen(atoi(fd), "w") : stderr;
    if (report == NULL) return;
    // Line by line: nothing is lost when the report ends half way, and nothing is allocated later.
    static char line[BUFSIZ];
    if (fd) setvbuf(report, line, _IOLBF, sizeof line);

    FIND(print_javascript, "_ZN4node23DumpJavaScriptBacktraceEP8_IO_FILE");
    FIND(is_wasm_trap, "_ZN2v829TryHandleWebAssemblyTrapPosixEiP9siginfo_tPv");
    FIND(current_isolate, "_ZN2v87Isolate13TryGetCurrentEv");
    FIND(when_javascript_yields, "_ZN2v87Isolate16RequestInterruptEPFvPS0_PvES2_");

    void *warm_up[2];
    backtrace(warm_up, 2);  // the first call loads libgcc, which a handler may not do

    // A stack of its own, since the usual one may be what overflowed.
    static char alternative[128 * 1024];
    sigaltstack(&(stack_t){.ss_sp = alternative, .ss_size = sizeof alternative}, NULL);

    const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT};
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) handle(fatal[i], on_fault, SA_NODEFER);
    handle(SIGURG, on_where, SA_RESTART);
}

// Makes the library a Node-API addon without exports, so that process.dlopen takes it.
void *napi_register_module_v1(void *environment, void *exports) {
    (void)environment;
    return exports;
}
