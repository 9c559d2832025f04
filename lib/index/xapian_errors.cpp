// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/xapian_errors.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "ideary/error.hpp"

namespace ideary::index {
namespace {

/// Xapian keeps an errno only as its sentence, of an error within an error within its message.
bool is_about_writing(const std::string &message) {
    for (const int number : {ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EFBIG}) {
        const char *reason = std::strerror(number); // NOLINT(concurrency-mt-unsafe)
        if (message.find(reason) != std::string::npos) {
            return true;
        }
    }
    return false;
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
        kind = ErrorKind::cannot_write; // the engine also says this of a lock file it cannot make
    } else if (type == "DatabaseLockError" && message.find("already locked") != std::string::npos) {
        kind = ErrorKind::locked;
    } else if (type == "InvalidArgumentError" || type == "InvalidOperationError") {
        kind = ErrorKind::internal;
    }
    throw Error(kind, one_line("the index at " + path + " failed: " + message));
}

} // namespace ideary::index
