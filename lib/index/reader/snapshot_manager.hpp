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
    /// The generation to use now: a stat of CURRENT, and a new one opened when it changed. While
    /// another thread opens that, it waits 100 ms at most and then gives the one before.
    std::shared_ptr<const Generation> acquire() const;
    const std::string &path() const;

    /// What f(generation) gives. Should a generation fail because it vanished while f ran, f is
    /// called again on the one that is current then: at most 5 times in 250 ms.
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
    /// Whether the generation is gone or replaced and tries are left; waits a little when it is.
    bool may_retry(const Generation &failed, int attempt) const;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace ideary::index
