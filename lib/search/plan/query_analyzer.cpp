// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/query_words.hpp"

#include <algorithm>

namespace ideary::search {

std::vector<Unit> units_of(const std::vector<text::Token> &tokens) {
    std::vector<Unit> units;
    for (const text::Token &token : tokens) {
        const bool inside =
            !units.empty() && token.offset < units.back().token.offset + units.back().token.length;
        if (token.kind == text::TokenKind::pair) {
            // A pair that reaches into the next word says how words stand, not what they are.
            const auto end = [](const text::Token &t) { return t.offset + t.length; };
            if (inside && end(token) <= end(units.back().token)) {
                units.back().pairs.push_back(token.form);
            }
        } else if (token.part && !units.empty()) {
            units.back().parts.push_back(token);
        } else {
            units.push_back({token, {}, {}});
        }
    }
    return units;
}

std::vector<std::string> forms_of(const std::vector<Unit> &units) {
    std::vector<std::string> forms;
    for (const Unit &unit : units) {
        if (unit.parts.size() < 2) {
            forms.push_back(unit.token.form);
        }
        for (std::size_t i = 0; unit.parts.size() > 1 && i < unit.parts.size(); ++i) {
            forms.push_back(unit.parts[i].form);
        }
    }
    return forms;
}

std::size_t points_of(const std::string &form) {
    return static_cast<std::size_t>(std::count_if(form.begin(), form.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    }));
}

} // namespace ideary::search
