// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/storage/xapian_errors.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "ideary/error.hpp"
#include "index/storage/files.hpp"

namespace ideary::index {
namespace {

/// Xapian keeps an errno only as its message, nested in other messages.
bool is_about_writing(const std::string &message) {
    for (const int number : {ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EFBIG}) {
        const char *reason = std::strerror(number); // NOLINT(concurrency-mt-unsafe)
        if (message.find(reason) != std::string::npos) {
            return true;
        }
    }
    return false;
}

/// Xapian does not keep the cause if it cannot create a database. Creating a file of ours finds it:
/// no space, read-only, or else an I/O error.
ErrorKind why_not_made(const std::string &folder) {
    const std::string path = folder + "/probe.new";
    try {
        remove_all_of(path);
        FileWriter probe(path);
        probe.write("?");
        probe.finish();
        remove_all_of(path);
    } catch (const Error &error) {
        return error.kind();
    }
    return ErrorKind::io;
}

std::string one_line(std::string text) {
    for (char &letter : text) {
        letter = static_cast<unsigned char>(letter) < ' ' ? ' ' : letter;
    }
    while (!text.empty() && (text.back() == '.' || text.back() == ' ')) {
        text.pop_back();
    }
    return text;
}

} // namespace

void throw_xapian(const std::string &path, const Xapian::Error &error) {
    std::string message = error.get_msg();
    if (const char *reason = error.get_error_string(); reason != nullptr) {
        message += message.empty() ? reason : std::string(" (") + reason + ")";
    }
    const std::string_view type = error.get_type();
    ErrorKind kind = ErrorKind::io;
    if (is_about_writing(message)) {
        kind =
            ErrorKind::cannot_write; // Xapian also says this of a lock file that it cannot create
    } else if (type == "DatabaseCreateError") {
        kind = why_not_made(path);
    } else if (type == "DatabaseLockError" && message.find("already locked") != std::string::npos) {
        kind = ErrorKind::locked;
    } else if (type == "InvalidArgumentError" || type == "InvalidOperationError") {
        kind = ErrorKind::internal;
    }
    throw Error(kind, one_line("the index at " + path + " failed: " + message));
}

} // namespace ideary::index
