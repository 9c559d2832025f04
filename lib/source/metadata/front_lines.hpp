// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Steps that the forms of front matter share. Lines are counted from 0 here, ranges end before
// `to`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/metadata/front_matter.hpp"

namespace ideary::source::front {

using Lines = std::vector<std::string>;

inline constexpr std::size_t no_line = static_cast<std::size_t>(-1);

std::string_view trim(std::string_view text);
/// ASCII capitals made small.
std::string lower(std::string_view text);
/// The first line from `from` on that is not blank, or no_line.
std::size_t first_nonempty(const Lines &lines, std::size_t from = 0);
void clear_lines(Lines &lines, std::size_t from, std::size_t to);
/// Whether a key is one by which an unfenced head or a docinfo is recognised.
bool is_known(std::string_view key);
/// Splits `key: value` of a head; nothing when the line has not that form. open: what stands before
/// the key.
std::optional<FrontEntry> key_value(std::string_view line, std::string_view open = {});

// Each takes one form of front matter whose first line is `at`; false and nothing changed where it
// is not there.
bool take_yaml(Lines &lines, std::size_t at, FrontMatter &front);
bool take_toml(Lines &lines, std::size_t at, FrontMatter &front);
bool take_json(Lines &lines, std::size_t at, FrontMatter &front);

} // namespace ideary::source::front
