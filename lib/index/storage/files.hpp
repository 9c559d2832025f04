// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Files as an index needs them: durable, and every failure an Error that names path and cause.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ideary::index {

/// Throws cannot_write (no space, no permission, read only) or io, by the errno given.
[[noreturn]] void throw_errno(const std::string &what, const std::string &path, int error);
/// Throws io: the file cannot be read; where it is a matter of permissions the hint says so.
[[noreturn]] void throw_unreadable(const std::string &path, int error);
/// Throws io: a file that should be there is missing, or cannot be seen.
[[noreturn]] void throw_missing(const std::string &path);

/// Identifies one version of a file.
struct FileIdentity {
    std::uint64_t inode = 0;
    std::int64_t changed_ns = -1; ///< since 1970; -1: there is no file
    std::int64_t size = 0;
    bool operator==(const FileIdentity &) const = default;
};
FileIdentity file_identity(const std::string &path);
/// Now, by the clock that files are stamped with: nanoseconds since 1970.
std::int64_t now_ns();

/// An open descriptor; closed on exec.
class Fd {
  public:
    Fd() = default;
    explicit Fd(int fd) : fd_(fd) {}
    Fd(Fd &&other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Fd &operator=(Fd &&other) noexcept;
    ~Fd();
    int get() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }
    void close();

  private:
    int fd_ = -1;
};

/// A file mapped for reading; an empty file has size 0 and no data.
class Mapping {
  public:
    Mapping() = default;
    /// Throws io when the file cannot be mapped.
    explicit Mapping(const std::string &path);
    Mapping(Mapping &&other) noexcept
        : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    Mapping &operator=(Mapping &&other) noexcept;
    ~Mapping();
    const char *data() const { return data_; }
    std::size_t size() const { return size_; }

  private:
    const char *data_ = nullptr;
    std::size_t size_ = 0;
};

/// Writes a new file piece by piece; finish() makes it durable. Throws cannot_write, io.
class FileWriter {
  public:
    explicit FileWriter(std::string path);
    void write(std::string_view bytes);
    std::uint64_t size() const { return size_; }
    void finish();

  private:
    void flush();
    std::string path_;
    Fd fd_;
    std::string buffer_;
    std::uint64_t size_ = 0;
};

/// Whole content of a regular file of at most max bytes; nothing when there is none. Never waits
/// on a fifo and follows no link. Throws io when it is something else, too long or unreadable.
std::optional<std::string> read_small_file(const std::string &path, std::size_t max);
/// Replaces a file so that after a power cut it holds the old or the new content.
void replace_file(const std::string &path, std::string_view content);
/// Renames durably and replaces whatever has the new name, also a folder.
void rename_over(const std::string &from, const std::string &to);
/// Renames, then makes the folder of the new name durable.
void rename_and_sync(const std::string &from, const std::string &to);
void sync_file(const std::string &path);
void sync_folder(const std::string &path);
/// Every regular file of a folder, then the folder itself.
void sync_all_of(const std::string &folder);

/// A path without slashes at its end.
std::string without_slash(std::string path);
/// The folder that a path names something in; "." where it names none.
std::string parent_of(const std::string &path);
/// Names in a folder, sorted; empty when there is no such folder.
std::vector<std::string> names_in(const std::string &folder);
bool is_folder(const std::string &path);
bool exists(const std::string &path);
std::optional<std::uint64_t> file_size(const std::string &path);
/// Bytes of the regular files of a folder (not of folders in it).
std::uint64_t folder_bytes(const std::string &folder);
/// Removes a file or folder with all in it, if it is there. Throws cannot_write.
void remove_all_of(const std::string &path);
/// Makes a folder and those above it, durably. Throws cannot_write.
void make_folder(const std::string &path);

} // namespace ideary::index
