// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/reader/snapshot_manager.hpp"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

#include <sys/stat.h>

#include "index/format/manifest.hpp"
#include "index/storage/files.hpp"
#include "index/storage/stat_fingerprint.hpp"

namespace ideary::index {
namespace {

constexpr int max_attempts = 5;
constexpr std::chrono::milliseconds first_pause{10}; ///< grows: 10 + 20 + 40 + 80 = 150 ms in all
/// How long a call waits for another one that opens a generation.
constexpr std::chrono::milliseconds max_open_wait{100};
/// Two renames within one tick of the file system's clock have the same time: a younger file is
/// racy and read again.
constexpr std::int64_t racy_ns = 20'000'000;

bool is_racy(const FileIdentity &file) {
    return file.changed_ns > now_ns() - racy_ns;
}

/// Throws what is wrong with a folder that has no CURRENT.
[[noreturn]] void throw_no_index(const std::string &path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 && errno != ENOENT) {
        const int reason = errno;
        const bool denied = reason == EACCES;
        throw Error(denied ? ErrorKind::io : ErrorKind::missing_input,
                    "cannot open the index at " + path + ": " +
                        std::generic_category().message(reason),
                    denied ? "Check the permissions of the folders above it" : "");
    }
    if (is_folder(path) && !exists(path + "/CURRENT")) {
        for (const std::string &name : names_in(path)) {
            if (generation_number(name)) {
                throw Error(ErrorKind::io, path + "/CURRENT is missing",
                            "Repair it with: ideary ingest --rebuild");
            }
        }
    } else if (!is_folder(path) && exists(path)) {
        throw Error(ErrorKind::missing_input,
                    "cannot open the index at " + path + ": it is no folder",
                    "Name the folder of an index with --index");
    }
    throw Error(ErrorKind::missing_input, "cannot open the index at " + path + ": no index there",
                "Make one with: ideary ingest PATH...");
}

} // namespace

struct SnapshotManager::Impl {
    std::string path;
    Verify verify = Verify::full;
    std::mutex mutex; ///< guards the rest
    std::condition_variable settled;
    bool opening = false; ///< one thread is opening: it alone writes the rest, and may read it
    std::optional<FileIdentity>
        current_file; ///< of CURRENT when it was read; none: to be read again
    std::shared_ptr<const Generation> generation;

    /// What CURRENT names, opened unless it is open already.
    std::shared_ptr<const Generation> read() const {
        const auto current = is_folder(path) ? read_current(path) : std::nullopt;
        if (!current) {
            throw_no_index(path);
        }
        // An index may also have been removed and made again, with the same numbers.
        if (generation && generation->number() == current->generation &&
            generation->is_in_place()) {
            return generation;
        }
        // Skip verification only for files unchanged since the publish.
        const std::string folder = path + "/" + generation_name(current->generation);
        const bool touched =
            verify != Verify::full && stat_fingerprint(folder) != current->stat_fingerprint;
        return Generation::open(folder, touched ? Verify::full : verify);
    }

    /// The same, again when CURRENT moved on between reading it and opening what it named.
    std::pair<FileIdentity, std::shared_ptr<const Generation>> follow() const {
        const std::string file = path + "/CURRENT";
        for (int attempt = 1;; ++attempt) {
            const FileIdentity before = file_identity(file);
            try {
                return {before, read()};
            } catch (const Error &error) {
                const bool moved = !(file_identity(file) == before) || is_racy(before);
                if (error.kind() != ErrorKind::io || attempt >= max_attempts || !moved) {
                    throw;
                }
            }
            std::this_thread::sleep_for(first_pause * (1 << (attempt - 1)));
        }
    }

    /// Opens what is new, without the lock: it may take a while.
    void open_new(std::unique_lock<std::mutex> &lock) {
        opening = true;
        lock.unlock();
        std::pair<FileIdentity, std::shared_ptr<const Generation>> found;
        std::exception_ptr failure;
        try {
            found = follow();
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        opening = false;
        settled.notify_all();
        if (failure) {
            std::rethrow_exception(failure);
        }
        current_file = found.first;
        generation.swap(found.second);
        lock.unlock(); // before the old one is closed
    }

    std::shared_ptr<const Generation> acquire() {
        const auto until = std::chrono::steady_clock::now() + max_open_wait;
        for (;;) {
            const FileIdentity now = file_identity(path + "/CURRENT");
            std::unique_lock lock(mutex);
            if (generation && current_file == now && !is_racy(now)) {
                return generation;
            }
            if (!opening) {
                open_new(lock);
                lock.lock();
                return generation;
            }
            if (settled.wait_until(lock, until) == std::cv_status::timeout && generation) {
                return generation;
            }
        }
    }

    /// The open generation is not the one on disk: read CURRENT again.
    void invalidate() {
        const std::lock_guard lock(mutex);
        current_file.reset();
    }
};

SnapshotManager::SnapshotManager(std::string path, Verify verify)
    : impl_(std::make_unique<Impl>()) {
    impl_->path = without_slash(std::move(path));
    impl_->verify = verify;
    (void)impl_->acquire();
}

SnapshotManager::~SnapshotManager() = default;

const std::string &SnapshotManager::path() const {
    return impl_->path;
}

std::shared_ptr<const Generation> SnapshotManager::acquire() const {
    return impl_->acquire();
}

bool SnapshotManager::may_retry(const Generation &failed, int attempt) const {
    if (attempt >= max_attempts) {
        return false;
    }
    const bool gone = !failed.is_in_place();
    const auto now = read_current(impl_->path);
    if (!gone && now && now->generation == failed.number()) {
        return false; // it is in place and fails all the same
    }
    impl_->invalidate();
    std::this_thread::sleep_for(first_pause * (1 << (attempt - 1)));
    return true;
}

} // namespace ideary::index
