// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#define _GNU_SOURCE
#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// std::terminate() of the watched program.
extern void _ZSt9terminatev(void) __attribute__((weak));

static char root[max_path];
static size_t root_bytes;
static int log_fd = -1;
static long stop_at, fail_at, fail_times, stops, fails;
static int fail_errno, fast;
static const char *fail_kinds = "";

static long env_number(const char *name, long default_value) {
    const char *text = getenv(name);
    return text != NULL ? atol(text) : default_value;
}

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("IDEARY_DISK_ROOT");
    if (folder == NULL || strlen(folder) >= max_path) {
        return;
    }
    strcpy(root, folder);
    root_bytes = strlen(root);
    stop_at = env_number("IDEARY_DISK_STOP", 0);
    fail_at = env_number("IDEARY_DISK_FAIL", 0);
    fail_times = env_number("IDEARY_DISK_TIMES", 1L << 40);
    fail_errno = (int)env_number("IDEARY_DISK_ERRNO", EIO);
    fail_kinds = getenv("IDEARY_DISK_KINDS") != NULL ? getenv("IDEARY_DISK_KINDS") : "wc";
    fast = getenv("IDEARY_DISK_FAST") != NULL;
    const char *log = getenv("IDEARY_DISK_LOG");
    if (log != NULL) {
        log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC,
                              0666);
    }
}

int relative_to_root(int folder, const char *path, char *out) {
    char full[2 * max_path + 2];
    full[0] = 0;
    if (root_bytes == 0 || path == NULL || strlen(path) >= max_path) {
        return 0;
    }
    if (path[0] != '/') {
        char link[64];
        ssize_t count = 0;
        if (folder == AT_FDCWD) {
            strcpy(link, "/proc/self/cwd");
        } else {
            snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        }
        count = readlink(link, full, max_path);
        if (count < 0) {
            return 0;
        }
        full[count] = '/';
        full[count + 1] = 0;
    }
    strcat(full, path);
    if (strncmp(full, root, root_bytes) != 0 ||
        (full[root_bytes] != '/' && full[root_bytes] != 0)) {
        return 0;
    }
    const char *rest = full + root_bytes + (full[root_bytes] == '/');
    if (strlen(rest) >= max_path) {
        return 0;
    }
    strcpy(out, rest);
    return 1;
}

void log_change(char kind, uint64_t inode, const char *path, const void *data, size_t bytes,
                uint64_t offset) {
    if (log_fd < 0) {
        return;
    }
    struct entry head = {(uint32_t)kind, (uint32_t)strlen(path), (uint32_t)bytes, 0, inode, offset};
    struct iovec parts[3] = {{&head, sizeof head},
                             {(void *)(uintptr_t)path, head.path_bytes},
                             {(void *)(uintptr_t)data, bytes}};
    if (syscall(SYS_writev, log_fd, parts, 3) != (long)(sizeof head + head.path_bytes + bytes)) {
        abort(); // an incomplete log would invalidate the test
    }
}

int must_fail(char kind) {
    if (strchr("wto", kind) == NULL && stop_at != 0 && ++stops == stop_at) {
        kill(getpid(), SIGKILL);
    }
    if (fail_at == 0 || strchr(fail_kinds, kind) == NULL) {
        return 0;
    }
    ++fails;
    if (fails < fail_at || fails >= fail_at + fail_times) {
        return 0;
    }
    if (fails == fail_at) {
        const char *fired = getenv("IDEARY_DISK_FIRED");
        syscall(SYS_openat, AT_FDCWD, fired != NULL ? fired : "/dev/null", O_WRONLY | O_CREAT,
                0666);
    }
    if (fail_errno < 0) {
        _ZSt9terminatev();
    }
    errno = fail_errno;
    return 1;
}

int is_fast(void) {
    return fast;
}

long free_bytes(void) {
    return env_number("IDEARY_DISK_FREE", -1);
}
