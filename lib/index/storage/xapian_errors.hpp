// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Xapian's failures become Errors here and nowhere else.
#pragma once

#include <string>
#include <utility>

#include <xapian.h>

namespace ideary::index {

/// locked, cannot_write (no space, no permission) or io, with a message that names path.
[[noreturn]] void throw_xapian(const std::string &path, const Xapian::Error &error);

/// Returns f(); translates a Xapian::Error into an ideary::Error about path.
template <class F> decltype(auto) translate_xapian(const std::string &path, F &&f) {
    try {
        return std::forward<F>(f)();
    } catch (const Xapian::Error &error) {
        throw_xapian(path, error);
    }
}

} // namespace ideary::index
