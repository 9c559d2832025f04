// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What the library answers comes in; one line of JSON or CSV goes out, with the members, names and
// order that are promised to programs. It must not know terminals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ideary/index.hpp>

namespace ideary::tools {

inline constexpr int schema_version = 1;

/// Which members stand around those of the idea itself.
enum class IdeaForm {
    split,  ///< the idea with body and links
    shown,  ///< the members of a hit as well, those of the ranking null
    dumped, ///< as split, marked as written by export
};

std::string idea_json(const Idea &idea, IdeaForm form);
std::string hit_json(const Hit &hit);
std::string results_json(const Results &results);
std::string completions_json(const std::vector<Completion> &completions);
std::string facet_value_json(const FacetValue &value);
/// The values from `{"schema_version"` on.
std::string facet_json(const Facet &facet);
std::string show_json(const Idea &idea);
std::string info_json(const Info &info);
std::string finding_json(const Finding &finding);
std::string findings_json(const std::vector<Finding> &findings);
std::string remark_json(const Remark &remark);

/// One row: quoted where needed, safe for terminals and against formulas; no line feed at the end.
std::string csv_row(const std::vector<std::string> &cells);
std::string idea_csv_head();
/// Without a hit the score is empty.
std::string idea_csv(const Idea &idea, const Hit *hit = nullptr);

} // namespace ideary::tools
