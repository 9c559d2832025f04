// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// An LD_PRELOAD library that intercepts every change that a program makes below one folder. The
// environment tells it to record changes, to kill the program before one, or to make some fail:
//   IDEARY_DISK_ROOT   the folder, absolute; if unset, nothing is intercepted
//   IDEARY_DISK_LOG    file to which each completed change is appended (see disk.h)
//   IDEARY_DISK_STOP   N: SIGKILL before the N-th change of a name or sync
//   IDEARY_DISK_FAIL   N: changes of the kinds in IDEARY_DISK_KINDS fail, from the N-th on ...
//   IDEARY_DISK_ERRNO  ... with this errno; -1: with std::terminate(), as from a destructor ...
//   IDEARY_DISK_TIMES  ... this number of times; if unset, until the end
//   IDEARY_DISK_KINDS  letters of disk.h, for example "wc"
//   IDEARY_DISK_FIRED  file that is created at the first failure
//   IDEARY_DISK_FREE   number of free bytes to report
//   IDEARY_DISK_FAST   syncs return success without syncing
#define _GNU_SOURCE
#include "disk.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { max_files = 4096 };

static char watched[max_files]; // by descriptor: opened below the root
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static int is_watched(int fd) {
    return fd >= 0 && fd < max_files && watched[fd];
}

static uint64_t inode_of(int fd) {
    struct stat info;
    return fstat(fd, &info) == 0 ? (uint64_t)info.st_ino : 0;
}

static int open_any(int folder, const char *path, int flags, mode_t mode) {
    char name[max_path];
    if (!relative_to_root(folder, path, name)) {
        return (int)syscall(SYS_openat, folder, path, flags, mode);
    }
    pthread_mutex_lock(&mutex);
    struct stat info;
    const int is_new = (flags & O_CREAT) != 0 && fstatat(folder, path, &info, 0) != 0;
    const int for_writing = (flags & O_ACCMODE) != O_RDONLY;
    int fd = -1;
    if (!(is_new && must_fail('c')) && !(!is_new && for_writing && must_fail('o'))) {
        fd = (int)syscall(SYS_openat, folder, path, flags, mode);
    }
    if (fd >= 0 && fd < max_files) {
        watched[fd] = 1;
        log_change(is_new ? 'c' : 'o', inode_of(fd), name, NULL, 0, 0);
        if ((flags & O_TRUNC) != 0 && for_writing) {
            log_change('t', inode_of(fd), "", NULL, 0, 0);
        }
    }
    pthread_mutex_unlock(&mutex);
    return fd;
}

int statvfs(const char *path, struct statvfs *info) {
    struct statfs real;
    if (syscall(SYS_statfs, path, &real) != 0) {
        return -1;
    }
    memset(info, 0, sizeof *info);
    info->f_bsize = info->f_frsize = (unsigned long)real.f_bsize;
    info->f_blocks = real.f_blocks;
    info->f_bavail = real.f_bavail;
    if (free_bytes() >= 0) {
        info->f_bavail = (fsblkcnt_t)(free_bytes() / real.f_bsize);
    }
    return 0;
}
int statvfs64(const char *path, struct statvfs64 *info) {
    return statvfs(path, (struct statvfs *)info);
}

static mode_t mode_of(int flags, va_list rest) {
    return (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
}

#define OPEN(name)                                                                                 \
    int name(const char *path, int flags, ...) {                                                   \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        const mode_t mode = mode_of(flags, rest);                                                  \
        va_end(rest);                                                                              \
        return open_any(AT_FDCWD, path, flags, mode);                                              \
    }
#define OPENAT(name)                                                                               \
    int name(int folder, const char *path, int flags, ...) {                                       \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        const mode_t mode = mode_of(flags, rest);                                                  \
        va_end(rest);                                                                              \
        return open_any(folder, path, flags, mode);                                                \
    }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
    if (fd >= 0 && fd < max_files) {
        watched[fd] = 0;
    }
    return (int)syscall(SYS_close, fd);
}

static ssize_t write_at(int fd, const void *data, size_t bytes, off_t offset) {
    pthread_mutex_lock(&mutex);
    ssize_t count = -1;
    if (!must_fail('w')) {
        const int at_end = (fcntl(fd, F_GETFL) & O_APPEND) != 0;
        const off_t at = offset >= 0 ? offset : lseek(fd, 0, at_end ? SEEK_END : SEEK_CUR);
        count = offset >= 0 ? syscall(SYS_pwrite64, fd, data, bytes, offset)
                            : syscall(SYS_write, fd, data, bytes);
        if (count > 0) {
            log_change('w', inode_of(fd), "", data, (size_t)count, (uint64_t)at);
        }
    }
    pthread_mutex_unlock(&mutex);
    return count;
}

ssize_t write(int fd, const void *data, size_t bytes) {
    return is_watched(fd) ? write_at(fd, data, bytes, -1) : syscall(SYS_write, fd, data, bytes);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
    // A short write is allowed; the caller writes the rest.
    return is_watched(fd) && count > 0 ? write(fd, parts[0].iov_base, parts[0].iov_len)
                                       : syscall(SYS_writev, fd, parts, count);
}
ssize_t pwrite(int fd, const void *data, size_t bytes, off_t offset) {
    return is_watched(fd) ? write_at(fd, data, bytes, offset)
                          : syscall(SYS_pwrite64, fd, data, bytes, offset);
}
ssize_t pwrite64(int fd, const void *data, size_t bytes, off_t offset) {
    return pwrite(fd, data, bytes, offset);
}

// Makes a change, unless it must fail, and logs it as `kind`.
#define CHANGE(kind, call, inode, name, new_name, offset)                                          \
    int result = -1;                                                                               \
    pthread_mutex_lock(&mutex);                                                                    \
    if (!must_fail(kind) && (result = (int)(call)) == 0) {                                         \
        log_change(kind, inode, name, new_name, strlen(new_name), offset);                         \
    }                                                                                              \
    pthread_mutex_unlock(&mutex);                                                                  \
    return result

int ftruncate(int fd, off_t bytes) {
    if (!is_watched(fd)) {
        return (int)syscall(SYS_ftruncate, fd, bytes);
    }
    CHANGE('t', syscall(SYS_ftruncate, fd, bytes), inode_of(fd), "", "", (uint64_t)bytes);
}
int ftruncate64(int fd, off_t bytes) {
    return ftruncate(fd, bytes);
}

static int real_sync(int fd, long number) {
    return is_fast() ? 0 : (int)syscall(number, fd);
}

static int sync_any(int fd, long number) {
    char link[64], path[max_path] = "", name[max_path];
    struct stat info;
    if (!is_watched(fd)) {
        return real_sync(fd, number);
    }
    if (fstat(fd, &info) != 0 || !S_ISDIR(info.st_mode)) {
        CHANGE('s', real_sync(fd, number), inode_of(fd), "", "", 0);
    }
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    if (readlink(link, path, sizeof path - 1) < 0 || !relative_to_root(AT_FDCWD, path, name)) {
        return real_sync(fd, number);
    }
    CHANGE('S', real_sync(fd, number), 0, name, "", 0);
}
int fsync(int fd) {
    return sync_any(fd, SYS_fsync);
}
int fdatasync(int fd) {
    return sync_any(fd, SYS_fdatasync);
}

int rename(const char *from, const char *to) {
    char old_name[max_path], new_name[max_path];
    if (!relative_to_root(AT_FDCWD, from, old_name) || !relative_to_root(AT_FDCWD, to, new_name)) {
        return (int)syscall(SYS_rename, from, to);
    }
    CHANGE('r', syscall(SYS_rename, from, to), 0, old_name, new_name, 0);
}

int unlinkat(int folder, const char *path, int flags) {
    char name[max_path];
    struct stat info;
    if (!relative_to_root(folder, path, name) ||
        fstatat(folder, path, &info, AT_SYMLINK_NOFOLLOW) != 0) {
        return (int)syscall(SYS_unlinkat, folder, path, flags);
    }
    const char kind = (flags & AT_REMOVEDIR) != 0 ? 'd' : 'u';
    CHANGE(kind, syscall(SYS_unlinkat, folder, path, flags), 0, name, "", 0);
}
int unlink(const char *path) {
    return unlinkat(AT_FDCWD, path, 0);
}
int rmdir(const char *path) {
    return unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}
int remove(const char *path) {
    struct stat info;
    const int is_folder = lstat(path, &info) == 0 && S_ISDIR(info.st_mode);
    return unlinkat(AT_FDCWD, path, is_folder ? AT_REMOVEDIR : 0);
}

int mkdir(const char *path, mode_t mode) {
    char name[max_path];
    struct stat info;
    if (!relative_to_root(AT_FDCWD, path, name) || lstat(path, &info) == 0) {
        return (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
    }
    CHANGE('m', syscall(SYS_mkdirat, AT_FDCWD, path, mode), 0, name, "", 0);
}
