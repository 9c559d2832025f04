// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ideary/complete.hpp"
#include "ideary/export.hpp"
#include "ideary/idea.hpp"
#include "ideary/index.hpp"

namespace ideary {

/// The version of the JSON members. Versions of the library may add members; none is renamed or
/// removed without a new number.
inline constexpr int json_schema_version = 1;

/// Which members surround those of an idea.
enum class IdeaForm {
    plain,    ///< the members of an idea with body and links
    hit,      ///< also the members of a hit; rank and score are null
    exported, ///< like plain, with the marker by which ingest keeps the id
};

// Each function returns one line of JSON without a line feed: valid UTF-8, without control and
// bidirectional characters. Unknown values are null or []; no member is left out.

// Complete answers: objects with schema_version.
IDEARY_API std::string to_json(const Results &results);
IDEARY_API std::string to_json(const Facet &facet);
IDEARY_API std::string to_json(const Info &info);
IDEARY_API std::string to_json(const std::vector<Completion> &completions);
IDEARY_API std::string to_json(const std::vector<Finding> &findings);

// Parts of answers, for JSON Lines.
IDEARY_API std::string to_json(const Idea &idea, IdeaForm form = IdeaForm::plain);
IDEARY_API std::string to_json(const Hit &hit);
IDEARY_API std::string to_json(const FacetValue &value);
IDEARY_API std::string to_json(const Completion &completion);
IDEARY_API std::string to_json(const Finding &finding);
/// A remark on a source: path, line and text. Those on a query are part of Results.
IDEARY_API std::string to_json(const Remark &remark);

/// The text as a JSON string, with quotation marks.
IDEARY_API std::string json_string(std::string_view text);

} // namespace ideary
