// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ideary/idea.hpp"

namespace ideary::source {

/// One talk or proposal as a data format describes it. Texts are plain and may be stored.
struct Record {
    int line = 0; ///< 1-based, on which it begins; 0 where unknown
    std::string id, title, text, event, language, url;
    std::vector<std::string> authors, topics;
    bool speakers = false; ///< it names people as speakers: a talk
    std::optional<int> year;
    std::optional<Kind> kind;
    std::optional<Idea> exported; ///< a line that `export` wrote ("ideary": 1), whole
};

} // namespace ideary::source
