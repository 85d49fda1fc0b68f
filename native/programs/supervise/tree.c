#include "tree.h"

#include <ctype.h>
#include <dirent.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 16384 };  // a fork bomb is stopped long before

static pid_t found[MOST];
static int count;

static void add(pid_t pid) {
    if (count < MOST) found[count++] = pid;
}

// The kernel lists children by the thread that started them.
static bool add_children_of(pid_t pid) {
    char path[64], list[4096];
    snprintf(path, sizeof path, "/proc/%d/task", pid);
    DIR *tasks = opendir(path);
    if (tasks == NULL) return true;  // it has just ended
    bool supported = true;
    for (struct dirent *task; (task = readdir(tasks)) != NULL;) {
        if (!isdigit((unsigned char)task->d_name[0])) continue;
        char file[320];
        snprintf(file, sizeof file, "/proc/%d/task/%s/children", pid, task->d_name);
        FILE *children = fopen(file, "r");
        if (children == NULL) {
            supported = pid != getpid();
            continue;
        }
        while (fgets(list, sizeof list, children) != NULL)
            for (char *at = list, *end; *at; at = end) {
                long child = strtol(at, &end, 10);
                if (end == at) break;
                add((pid_t)child);
            }
        fclose(children);
    }
    closedir(tasks);
    return supported;
}

struct stat_line {
    char state;
    int parent;
    unsigned long user, system;
    long reaped_user, reaped_system, pages;
};

// The command's name is in parentheses and may itself hold any character: the fields start after the last ')'.
static bool read_stat(pid_t pid, struct stat_line *line) {
    char path[64], text[1024];
    snprintf(path, sizeof path, "/proc/%d/stat", pid);
    FILE *file = fopen(path, "r");
    if (file == NULL) return false;
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = '\0';
    const char *fields = strrchr(text, ')');
    return fields != NULL &&
           sscanf(fields + 2, "%c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %ld %ld %*d %*d %*d %*d %*u %*u %ld",
                  &line->state, &line->parent, &line->user, &line->system, &line->reaped_user,
                  &line->reaped_system, &line->pages) == 7;
}

// For kernels that list no children: every process, and who its parent is, until a round finds nothing new.
static void find_by_parent(void) {
    static pid_t pid[MOST], parent[MOST];
    int known = 0;
    DIR *proc = opendir("/proc");
    if (proc == NULL) return;
    for (struct dirent *entry; known < MOST && (entry = readdir(proc)) != NULL;) {
        struct stat_line line;
        if (!isdigit((unsigned char)entry->d_name[0]) || !read_stat(atoi(entry->d_name), &line)) continue;
        pid[known] = atoi(entry->d_name);
        parent[known++] = line.parent;
    }
    closedir(proc);
    for (int at = -1; at < count; at++) {
        pid_t of = at < 0 ? getpid() : found[at];
        for (int i = 0; i < known; i++)
            if (parent[i] == of) add(pid[i]);
    }
}

static void find(void) {
    count = 0;
    if (!add_children_of(getpid())) {
        find_by_parent();
        return;
    }
    for (int at = 0; at < count; at++) add_children_of(found[at]);
}

struct usage tree_usage(void) {
    static long tick_ms, page;
    if (page == 0) tick_ms = 1000 / sysconf(_SC_CLK_TCK), page = sysconf(_SC_PAGESIZE);
    struct usage sum = {0};
    find();
    for (int i = 0; i < count; i++) {
        struct stat_line line;
        if (!read_stat(found[i], &line) || line.state == 'Z' || line.state == 'X') continue;
        sum.processes++;
        sum.bytes += line.pages * page;
        sum.cpu_ms += ((long)(line.user + line.system) + line.reaped_user + line.reaped_system) * tick_ms;
    }
    return sum;
}

static int64_t proportional_bytes(pid_t pid) {
    char path[64], line[256];
    snprintf(path, sizeof path, "/proc/%d/smaps_rollup", pid);
    FILE *file = fopen(path, "r");
    if (file == NULL) return 0;
    long kib = 0;
    while (fgets(line, sizeof line, file) != NULL && sscanf(line, "Pss: %ld kB", &kib) != 1) continue;
    fclose(file);
    return (int64_t)kib * 1024;
}

int64_t tree_proportional_bytes(void) {
    int64_t sum = 0;
    find();
    for (int i = 0; i < count; i++) sum += proportional_bytes(found[i]);
    return sum;
}

// Each is killed as soon as its children are known: what it starts in between becomes ours, and the next call's.
int tree_kill(void) {
    int alive = 0;
    count = 0;
    bool listed = add_children_of(getpid());
    if (!listed) find_by_parent();
    for (int at = 0; at < count; at++) {
        if (listed) add_children_of(found[at]);
        if (kill(found[at], SIGKILL) == 0) alive++;
    }
    return alive;
}
