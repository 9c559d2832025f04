// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Text of a data language (YAML, JSON) as a tree of plain values, bounded in depth and size.
// References between values are never followed. The meaning of keys is not known here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::source {

/// One value of a data language.
struct Value {
    enum class Kind : std::uint8_t { null, boolean, number, text, list, map };
    Kind kind = Kind::null;
    int line = 0;             ///< 1-based in the text given; JSON: not set
    std::string key;          ///< of a value inside a map
    std::string text;         ///< of a boolean, number or text, as written
    std::vector<Value> items; ///< of a list or map, in order

    bool is_scalar() const { return kind == Kind::text || kind == Kind::number; }
    /// The first value of that key with some content; nullptr where there is none.
    const Value *find(std::string_view wanted) const;
};

/// Result of reading a text.
struct Parsed {
    Value value;
    std::string problem;  ///< one sentence; empty when all went well
    int line = 0;         ///< of the problem, 1-based in the text given; 0 where unknown
    bool aliases = false; ///< YAML: some value was a reference, and is null here
};

inline constexpr int max_value_depth = 64;
/// Values that a tree may have, for a text of so many bytes.
inline constexpr std::size_t max_values(std::size_t bytes) {
    return 200000 + bytes / 12;
}

/// Reads the first document of a YAML text. Aliases are not followed, tags are ignored.
Parsed parse_yaml(std::string_view text);
/// Reads one JSON value. Bytes that are not UTF-8, half surrogates and NaN are repaired.
Parsed parse_json(std::string_view text);

} // namespace ideary::source
