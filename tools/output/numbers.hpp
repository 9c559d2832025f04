// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Numbers as people read them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ideary::tools {

/// With a comma before each three digits: "1,711".
inline std::string grouped(std::uint64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) {
        text.insert(at - 3, ",");
    }
    return text;
}

/// "1 idea", "1,711 ideas"; "1 wish", "2 wishes".
inline std::string amount(std::uint64_t number, std::string_view one) {
    std::string text = grouped(number).append(" ").append(one);
    return number == 1 ? text : text.append(one.ends_with("sh") ? "es" : "s");
}

} // namespace ideary::tools
