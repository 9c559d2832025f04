// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <memory>
#include <string>

#include <xapian.h>

#include "ideary/error.hpp"
#include "ideary/index.hpp"
#include "index/reader/generation.hpp"
#include "index/reader/snapshot_manager.hpp"
#include "index/storage/xapian_errors.hpp"

namespace ideary::index {

/// Follows CURRENT of one index. Safe to share between threads.
class SnapshotManager {
  public:
    /// Throws missing_input, incompatible, io.
    SnapshotManager(std::string path, Verify verify);
    ~SnapshotManager();
    SnapshotManager(const SnapshotManager &) = delete;
    SnapshotManager &operator=(const SnapshotManager &) = delete;
    /// Returns the current generation: one stat of CURRENT, and an open if it changed. While
    /// another thread opens it, waits at most 100 ms and then returns the previous one.
    std::shared_ptr<const Generation> acquire() const;
    const std::string &path() const;

    /// Returns f(generation). If the generation disappears while f runs, f is called again on
    /// the new current one, at most 5 times in 250 ms.
    template <class F> auto run(F &&f) const {
        for (int attempt = 1;; ++attempt) {
            const std::shared_ptr<const Generation> generation = acquire();
            try {
                return f(*generation);
            } catch (const Error &error) {
                if (error.kind() != ErrorKind::io || !may_retry(*generation, attempt)) {
                    throw;
                }
            } catch (const Xapian::DatabaseError &error) {
                if (!may_retry(*generation, attempt)) {
                    throw_xapian(path(), error);
                }
            } catch (const Xapian::Error &error) {
                throw_xapian(path(), error);
            }
        }
    }

  private:
    /// Whether the generation is gone or replaced and attempts are left; then sleeps briefly.
    bool may_retry(const Generation &failed, int attempt) const;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace ideary::index
