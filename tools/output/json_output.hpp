// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Results of the library as JSON and CSV. Members, names and order are a promise to programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ideary/index.hpp>

namespace ideary::tools {

inline constexpr int schema_version = 1;

/// Which members surround those of the idea.
enum class IdeaForm {
    split,    ///< the members of an idea with body and links
    shown,    ///< also the members of a hit; rank and score are null
    exported, ///< like split, with the marker of an export
};

std::string idea_json(const Idea &idea, IdeaForm form);
std::string hit_json(const Hit &hit);
std::string results_json(const Results &results);
std::string completions_json(const std::vector<Completion> &completions);
std::string facet_value_json(const FacetValue &value);
/// A whole answer with `schema_version`.
std::string facet_json(const Facet &facet);
std::string show_json(const Idea &idea);
std::string info_json(const Info &info);
std::string finding_json(const Finding &finding);
std::string findings_json(const std::vector<Finding> &findings);
std::string remark_json(const Remark &remark);

/// One row, quoted where needed, safe for terminals and against formula injection, without the
/// final line feed.
std::string csv_row(const std::vector<std::string> &cells);
std::string idea_csv_head();
/// The score is empty without a hit.
std::string idea_csv(const Idea &idea, const Hit *hit = nullptr);

} // namespace ideary::tools
