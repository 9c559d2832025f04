// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Ideas, hits and facets as text for people.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ideary/index.hpp>

#include "command_context.hpp"
#include "output/json_output.hpp"

namespace ideary::tools {

/// Who asked, when, about what: one line, empty where nothing is known. The kind stands first,
/// unless it is a wish.
std::string byline(const Idea &idea);
/// `path:line`, as editors take it.
std::string path_and_line(const Idea &idea);

/// A hit as a person reads it.
std::string hit_text(const Hit &hit, const Style &style);
/// How the query was understood.
std::string explanation_text(const QueryExplanation &explanation, const Style &style);
/// Where a score comes from, one term a line; nothing where that is not known.
std::string contributions_text(const std::vector<Contribution> &list, const Style &style);
/// One idea whole.
std::string idea_text(const Idea &idea, const Style &style);
/// The values in two columns, under a heading where one is given.
std::string facet_text(const Facet &facet, const Style &style, bool heading);

/// Prints ideas as they come, without keeping them. limit and offset count ideas.
class IdeaPrinter {
  public:
    IdeaPrinter(CommandContext &context, const Arguments &arguments, IdeaForm form);
    void add(const Idea &idea);
    /// Ends the printer; with JSON the remarks become part of it. Gives the number of ideas seen.
    std::size_t finish(const std::vector<Remark> &remarks);

  private:
    void add_text(const Idea &idea);
    void start();

    CommandContext &context_;
    IdeaForm form_;
    std::size_t offset_;
    std::optional<std::size_t> limit_;
    std::size_t seen_ = 0, printed_ = 0;
    std::string path_; ///< whose ideas are being printed as text
};

} // namespace ideary::tools
