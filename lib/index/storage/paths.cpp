// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The part of files.hpp about paths and folders.
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

#include "ideary/error.hpp"
#include "index/storage/files.hpp"

namespace ideary::index {

std::string parent_of(const std::string &path) {
    const std::string parent = std::filesystem::path(path).parent_path().string();
    return parent.empty() ? "." : parent;
}

std::string without_slash(std::string path) {
    while (path.size() > 1 && path.back() == '/') {
        path.pop_back();
    }
    return path;
}

std::vector<std::string> names_in(const std::string &folder) {
    std::vector<std::string> names;
    std::error_code error;
    std::filesystem::directory_iterator at(folder, error);
    for (; !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
        names.push_back(at->path().filename().string());
    }
    if (error && error != std::errc::no_such_file_or_directory) {
        throw_unreadable(folder, error.value());
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool is_folder(const std::string &path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool exists(const std::string &path) {
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0;
}

std::optional<std::uint64_t> file_size(const std::string &path) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(info.st_size);
}

std::uint64_t folder_bytes(const std::string &folder) {
    std::uint64_t bytes = 0;
    for (const std::string &name : names_in(folder)) {
        bytes += file_size(folder + "/" + name).value_or(0);
    }
    return bytes;
}

void remove_all_of(const std::string &path) {
    std::error_code error;
    std::filesystem::remove_all(path, error);
    if (error) {
        throw_errno("cannot remove", path, error.value());
    }
}

void make_folder(const std::string &path) {
    std::error_code error;
    std::vector<std::string> parents; // of the folders that are missing
    for (std::string at = path; !exists(at) && at != "."; at = parent_of(at)) {
        parents.push_back(parent_of(at));
    }
    std::filesystem::create_directories(path, error);
    if (error || !is_folder(path)) {
        throw Error(ErrorKind::cannot_write,
                    "cannot make the folder " + path + ": " +
                        (error ? error.message() : "something else stands there"));
    }
    for (const std::string &parent : parents) {
        if (::access(parent.c_str(), R_OK) == 0) { // otherwise it cannot be opened
            sync_folder(parent);
        }
    }
}

} // namespace ideary::index
