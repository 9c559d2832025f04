// SPDX-License-Identifier: GPL-2.0-or-later
#include <cerrno>
#include <mutex>
#include <system_error>
#include <time.h>

#include <sys/stat.h>

#include "index/files.hpp"
#include "index/generation.hpp"
#include "index/manifest.hpp"

namespace ideary::index {
namespace {

constexpr int max_attempts = 5;
constexpr std::chrono::milliseconds first_pause{10}; ///< grows: 10 + 20 + 40 + 80 = 150 ms in all
/// Two renames within one tick of the file system's clock look alike: read again while so young.
constexpr std::int64_t young_ns = 20'000'000;

struct Stamp {
    ::ino_t inode = 0;
    std::int64_t changed_ns = -1;
    ::off_t size = 0;
    bool operator==(const Stamp &) const = default;
};

Stamp stamp_of(const std::string &path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
        return {};
    }
    return {info.st_ino,
            static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec,
            info.st_size};
}

std::int64_t now_ns() {
    struct timespec now {};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

bool is_young(const Stamp &stamp) {
    return stamp.changed_ns > now_ns() - young_ns;
}

/// What is wrong with a folder that has no CURRENT.
[[noreturn]] void throw_no_index(const std::string &path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 && errno != ENOENT) {
        const int reason = errno;
        throw Error(reason == EACCES ? ErrorKind::io : ErrorKind::missing_input,
                    "cannot open the index at " + path + ": " +
                        std::generic_category().message(reason));
    }
    if (is_folder(path) && !exists(path + "/CURRENT")) {
        for (const std::string &name : names_in(path)) {
            if (generation_number(name)) {
                throw Error(ErrorKind::io, path + "/CURRENT is missing",
                            "Mend it with: ideary ingest --rebuild");
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

struct Follower::Impl {
    std::string path;
    Verify verify = Verify::full;
    mutable std::mutex mutex; ///< guards the rest
    mutable Stamp stamp, manifest_stamp;
    mutable std::shared_ptr<const Generation> generation;

    /// Reads CURRENT and opens what it names, unless that is open already.
    void read(const Stamp &before) const {
        const auto current = is_folder(path) ? read_current(path) : std::nullopt;
        if (!current) {
            throw_no_index(path);
        }
        // An index may also have been removed and made again, with the same numbers.
        const std::string folder = path + "/" + generation_name(current->generation);
        const Stamp manifest = stamp_of(folder + "/MANIFEST");
        if (!generation || !(manifest == manifest_stamp)) {
            generation = Generation::open(folder, verify);
            manifest_stamp = manifest;
        }
        stamp = before;
    }

    /// The same, again when CURRENT moved on between reading it and opening what it named.
    void follow() const {
        const std::string file = path + "/CURRENT";
        for (int attempt = 1;; ++attempt) {
            const Stamp before = stamp_of(file);
            try {
                read(before);
                return;
            } catch (const Error &error) {
                const bool moved = !(stamp_of(file) == before) || is_young(before);
                if (error.kind() != ErrorKind::io || attempt >= max_attempts || !moved) {
                    throw;
                }
            }
            std::this_thread::sleep_for(first_pause * (1 << (attempt - 1)));
        }
    }
};

Follower::Follower(std::string path, Verify verify) : impl_(std::make_unique<Impl>()) {
    impl_->path = std::move(path);
    while (impl_->path.size() > 1 && impl_->path.back() == '/') {
        impl_->path.pop_back();
    }
    impl_->verify = verify;
    impl_->follow();
}

Follower::~Follower() = default;

const std::string &Follower::path() const {
    return impl_->path;
}

std::shared_ptr<const Generation> Follower::current() const {
    const Stamp now = stamp_of(impl_->path + "/CURRENT");
    const std::lock_guard guard(impl_->mutex);
    if (!(now == impl_->stamp) || is_young(now)) {
        impl_->follow();
    }
    return impl_->generation;
}

bool Follower::may_retry(const Generation &failed, int attempt) const {
    if (attempt >= max_attempts) {
        return false;
    }
    const bool gone = !exists(failed.path() + "/MANIFEST");
    const auto now = read_current(impl_->path);
    if (!gone && now && now->generation == failed.number()) {
        return false; // it stands where it should and fails all the same
    }
    std::this_thread::sleep_for(first_pause * (1 << (attempt - 1)));
    return true;
}

} // namespace ideary::index
