// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/storage/files.hpp"

#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "ideary/error.hpp"

namespace ideary::index {
namespace {

constexpr std::size_t write_buffer = 1 << 20;

Fd open_or_throw(const std::string &path, int flags, const std::string &what) {
    Fd fd(::open(path.c_str(), flags | O_CLOEXEC, 0666));
    if (!fd) {
        throw_errno(what, path, errno);
    }
    return fd;
}

void write_whole(int fd, std::string_view bytes, const std::string &path) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(fd, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            throw_errno("cannot write", path, count == 0 ? ENOSPC : errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void sync_fd(int fd, const std::string &path) {
    if (::fsync(fd) != 0) {
        throw_errno("cannot make durable", path, errno);
    }
}

} // namespace

void throw_errno(const std::string &what, const std::string &path, int error) {
    const bool denied = error == ENOSPC || error == EDQUOT || error == EACCES || error == EPERM ||
                        error == EROFS || error == EFBIG || error == EISDIR || error == ENOTDIR ||
                        error == ENAMETOOLONG || error == ELOOP || error == EEXIST;
    throw Error(denied ? ErrorKind::cannot_write : ErrorKind::io,
                what + " " + path + ": " + std::generic_category().message(error));
}

void throw_unreadable(const std::string &path, int error) {
    const bool denied = error == EACCES || error == EPERM;
    throw Error(ErrorKind::io,
                "cannot read " + path + ": " + std::generic_category().message(error),
                denied ? "Check its permissions, and those of the folders above it" : "");
}

void throw_missing(const std::string &path) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) == 0) {
        throw Error(ErrorKind::io, path + " is damaged: something else stands there");
    }
    if (errno != ENOENT && errno != ENOTDIR) {
        throw_unreadable(path, errno);
    }
    throw Error(ErrorKind::io, path + " is missing");
}

FileIdentity file_identity(const std::string &path) {
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

Fd &Fd::operator=(Fd &&other) noexcept {
    if (this != &other) {
        close();
        fd_ = std::exchange(other.fd_, -1);
    }
    return *this;
}

Fd::~Fd() {
    close();
}

void Fd::close() {
    if (fd_ >= 0) {
        ::close(fd_);
        fd_ = -1;
    }
}

Mapping::Mapping(const std::string &path) {
    const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat info {};
    if (!fd || ::fstat(fd.get(), &info) != 0) {
        throw_unreadable(path, errno);
    }
    if (!S_ISREG(info.st_mode)) {
        throw Error(ErrorKind::io, "cannot read " + path + ": it is no regular file");
    }
    size_ = static_cast<std::size_t>(info.st_size);
    if (size_ == 0) {
        return;
    }
    void *at = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, fd.get(), 0);
    if (at == MAP_FAILED) {
        throw Error(ErrorKind::io,
                    "cannot map " + path + ": " + std::generic_category().message(errno));
    }
    data_ = static_cast<const char *>(at);
}

Mapping &Mapping::operator=(Mapping &&other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

Mapping::~Mapping() {
    if (data_ != nullptr) {
        ::munmap(const_cast<char *>(data_), size_);
    }
}

FileWriter::FileWriter(std::string path)
    : path_(std::move(path)),
      fd_(open_or_throw(path_, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, "cannot write")) {
    buffer_.reserve(write_buffer);
}

void FileWriter::write(std::string_view bytes) {
    size_ += bytes.size();
    if (buffer_.size() + bytes.size() > write_buffer) {
        flush();
    }
    if (bytes.size() > write_buffer) {
        write_whole(fd_.get(), bytes, path_);
        return;
    }
    buffer_ += bytes;
}

void FileWriter::flush() {
    write_whole(fd_.get(), buffer_, path_);
    buffer_.clear();
}

void FileWriter::finish() {
    flush();
    sync_fd(fd_.get(), path_);
    fd_.close();
}

std::optional<std::string> read_small_file(const std::string &path, std::size_t max) {
    const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    const int reason = fd ? 0 : errno;
    struct stat info {};
    // A circle of links above the file counts as missing; a link in its place is something
    // else.
    const bool circle = reason == ELOOP && ::lstat(path.c_str(), &info) != 0;
    if (reason == ENOENT || reason == ENOTDIR || circle) {
        return std::nullopt;
    }
    if (!fd || ::fstat(fd.get(), &info) != 0) {
        throw_unreadable(path, reason != 0 ? reason : errno);
    }
    if (!S_ISREG(info.st_mode) || static_cast<std::uint64_t>(info.st_size) > max) {
        throw Error(ErrorKind::io, "cannot read " + path + ": it is no file of ours");
    }
    std::string content(static_cast<std::size_t>(info.st_size), '\0');
    std::size_t have = 0;
    while (have < content.size()) {
        const ssize_t count = ::read(fd.get(), content.data() + have, content.size() - have);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            throw_unreadable(path, errno);
        }
        if (count == 0) {
            break;
        }
        have += static_cast<std::size_t>(count);
    }
    content.resize(have);
    return content;
}

void replace_file(const std::string &path, std::string_view content) {
    const std::string fresh = path + ".new";
    remove_all_of(fresh);
    FileWriter writer(fresh);
    writer.write(content);
    writer.finish();
    rename_over(fresh, path);
}

void rename_over(const std::string &from, const std::string &to) {
    if (exists(to) && !file_size(to)) { // a folder there could not be replaced
        remove_all_of(to);
    }
    rename_and_sync(from, to);
}

void rename_and_sync(const std::string &from, const std::string &to) {
    if (::rename(from.c_str(), to.c_str()) != 0) {
        throw_errno("cannot rename " + from + " to", to, errno);
    }
    sync_folder(parent_of(to));
}

void sync_file(const std::string &path) {
    sync_fd(open_or_throw(path, O_RDONLY, "cannot open").get(), path);
}

void sync_folder(const std::string &path) {
    sync_fd(open_or_throw(path, O_RDONLY | O_DIRECTORY, "cannot open").get(), path);
}

void sync_all_of(const std::string &folder) {
    for (const std::string &name : names_in(folder)) {
        const std::string path = folder + "/" + name;
        if (file_size(path)) {
            sync_file(path);
        }
    }
    sync_folder(folder);
}

} // namespace ideary::index
