// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a document says of itself, and what is said of it from outside.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/split.hpp"
#include "source/metadata/front_matter.hpp"

namespace ideary::source {

/// A value and where it was found: "front matter", "sidecar", "option", "text", "file name".
template <class T> struct Sourced {
    T value{};
    std::string where; ///< empty: not found
    int line = 0;
    explicit operator bool() const { return !where.empty(); }
};

/// What front matter, header lines and overrides say of a document. The title of a heading or first
/// line, and years that stand only in text, are found by ideas/.
struct Metadata {
    Sourced<std::string> title, event, language, url, slug;
    Sourced<std::vector<std::string>> authors;
    Sourced<int> year; ///< stated outright (option, sidecar, `year:`)
    /// Year of a date: front matter, `Published …`, `Created: …`, a date line.
    Sourced<int> date_year;
    Sourced<Kind> kind;
};

/// Metadata of a front matter. A value that cannot be used adds a remark.
Metadata from_front_matter(const FrontMatter &front, std::vector<Remark> &remarks);
/// Replaces what was found by what is given from outside.
void apply_overrides(Metadata &metadata, const SourceOverrides &overrides);

} // namespace ideary::source
