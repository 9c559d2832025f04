// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "ideary/export.hpp"

namespace ideary {

/// What the last word of a query may become.
struct Completion {
    enum class Kind {
        word,  ///< of the index
        value, ///< of a field, behind its name and a colon
        field, ///< a name, with its colon
    };
    std::string query; ///< the whole query with its last word completed
    std::string text;  ///< what was put in: a word, a whole value, a name
    Kind kind = Kind::word;
    std::uint64_t ideas = 0; ///< that hold it; 0 for fields
};
/// "word", "value", "field".
IDEARY_API const char *completion_name(Completion::Kind kind);

} // namespace ideary
