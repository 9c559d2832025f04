// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>

#include "index/storage/files.hpp"

namespace ideary::index {

/// The writer's lock: an open-file-description lock on the file `lock`. The kernel frees it when
/// the process ends in whatever way, also by SIGKILL. It is closed on exec and freed by the
/// destructor even where a forked child still holds the descriptor; only a child that outlives a
/// killed parent without exec would keep it, so a program does not fork like that while it writes.
class Lock {
  public:
    /// Waits up to timeout_s. Throws locked, cannot_write.
    Lock(const std::string &folder, double timeout_s);
    ~Lock();
    Lock(const Lock &) = delete;
    Lock &operator=(const Lock &) = delete;

  private:
    Fd fd_;
};

/// Whether a writer holds the lock now. Takes nothing; false where there is no such file.
bool is_locked(const std::string &folder);

} // namespace ideary::index
