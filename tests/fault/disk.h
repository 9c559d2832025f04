// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What disk.c does at each change, as the environment says (disk_plan.c).
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { max_path = 4096 };

// One change in the log: this head, the path below the root, then the new path or the bytes.
struct entry {
    uint32_t kind; // o opened, c created, w written, t cut to a length, s synced, S folder synced,
                   // r renamed, u removed, m folder made, d folder removed
    uint32_t path_bytes, data_bytes, unused;
    uint64_t inode, offset;
};

// The path below the root in out (max_path bytes); 0 when it is elsewhere.
int below(int folder, const char *path, char *out);
// Writes down a change that was made.
void append(char kind, uint64_t inode, const char *path, const void *data, size_t bytes,
            uint64_t offset);
// Called before each change. Nonzero: it must fail; errno is set.
int before(char kind);
// Whether syncs are only told as made.
int is_fast(void);
// The bytes that are said to be free; -1: as many as there are.
long free_bytes(void);
