// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/export.hpp"
#include "ideary/idea.hpp"

namespace ideary {

/// What a person said of one line of a document; it wins over the rules.
struct IdeaCorrection {
    int line = 0;
    std::string title;           ///< or its start: finds the line again after edits; empty: the line
    std::optional<bool> is_idea; ///< not set: only the kind is corrected
    std::optional<Kind> kind;
    bool operator==(const IdeaCorrection &) const = default;
};

/// What is said of a source from outside. Set members win over what the source says of itself.
struct SourceOverrides {
    std::string title, author, event, language, url, slug;
    std::optional<int> year;
    std::optional<Kind> kind;
    std::string encoding; ///< an IANA name, or empty: guess
    bool hidden = false;  ///< also read HTML comments
    std::vector<IdeaCorrection> ideas;
    bool operator==(const SourceOverrides &) const = default;
};

struct SplitOptions {
    SourceOverrides overrides;
    std::string topics;      ///< the topic table as YAML text; empty: the built-in one
    std::string topics_path; ///< what errors call that table
};

struct SplitResult {
    Source source;
    std::vector<Idea> ideas; ///< in document order
    std::vector<Remark> remarks;
};

/// Splits one document, given as bytes, into ideas. name is its file name (it may hint at the
/// format) or "-". Reads no file and never throws on what the bytes hold.
/// Ids are those of an index that holds this source alone.
IDEARY_API SplitResult split(std::string_view bytes, std::string_view name,
                             const SplitOptions &options = {});

/// The stage before: the document's outline as text, one node a line with its line number.
IDEARY_API std::string outline(std::string_view bytes, std::string_view name,
                               const SplitOptions &options = {});

/// Which rule took or refused each heading, item and row of the document, one a line: its number,
/// `idea`, `topic`, `path` or `no idea`, its text and the rule (lib/ideas/RULES.md).
IDEARY_API std::string explain(std::string_view bytes, std::string_view name,
                               const SplitOptions &options = {});

/// The built-in topic table, as YAML text.
IDEARY_API std::string_view default_topics();

} // namespace ideary
