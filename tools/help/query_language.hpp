// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The query language as people read it: one text for `ideary help query` and for the manual page.
// Every example in it is run by tests/cli/language.case.
#pragma once

#include <span>
#include <string_view>

namespace ideary::tools {

struct QueryForm {
    std::string_view typed;
    std::string_view meaning;
};

struct QuerySection {
    std::string_view heading;
    std::string_view text; ///< paragraphs separated by empty lines, before the examples
    std::span<const QueryForm> forms;
    bool fields = false; ///< print the table of fields
};

std::span<const QuerySection> query_language();

} // namespace ideary::tools
