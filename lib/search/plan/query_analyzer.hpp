// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <vector>

#include "text/tokens.hpp"

namespace ideary::search {

/// One word of a text: a token, with its parts when it is a compound, and with its pairs of
/// characters when it stands in a script without blanks.
struct Unit {
    text::Token token;
    std::vector<text::Token> parts;
    std::vector<std::string> pairs;

    bool is_ideograph() const { return token.kind == text::TokenKind::ideograph; }
};

std::vector<Unit> units_of(const std::vector<text::Token> &tokens);

/// The exact forms of units as they follow each other: parts instead of compounds, where a compound
/// has two parts or more.
std::vector<std::string> forms_of(const std::vector<Unit> &units);

std::size_t points_of(const std::string &form);

} // namespace ideary::search
