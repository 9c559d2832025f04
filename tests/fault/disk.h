// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// How disk.c reacts to each change; disk_plan.c reads the settings from the environment.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { max_path = 4096 };

// One change in the log: this header, the path below the root, then the new path or the bytes.
struct entry {
    uint32_t kind; // o opened, c created, w written, t truncated, s synced, S folder synced,
                   // r renamed, u removed, m folder created, d folder removed
    uint32_t path_bytes, data_bytes, unused;
    uint64_t inode, offset;
};

// Stores the path below the root in out (max_path bytes). Returns 0 if path is not below the root.
int relative_to_root(int folder, const char *path, char *out);
// Appends a change to the log.
void log_change(char kind, uint64_t inode, const char *path, const void *data, size_t bytes,
                uint64_t offset);
// Called before each change. Returns nonzero, with errno set, if the change must fail.
int must_fail(char kind);
// Whether syncs return success without syncing.
int is_fast(void);
// The number of free bytes to report, or -1 for the real number.
long free_bytes(void);
