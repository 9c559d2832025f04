// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Ideas in the formats that need no page: one after the other, without keeping them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ideary/index.hpp>
#include <ideary/json.hpp>

#include "command_context.hpp"
#include "output/table.hpp"

namespace ideary::tools {

/// One complete idea with labels.
std::string idea_text(const Idea &idea, const Style &style);

/// Prints ideas as they come, after --offset and up to --limit.
class IdeaPrinter {
  public:
    /// form: of JSON.
    IdeaPrinter(CommandContext &context, const Arguments &arguments, IdeaForm form);
    void add(const Idea &idea);
    /// Ends the output; in JSON the remarks are part of it. Returns the number of ideas seen.
    std::size_t finish(const std::vector<Remark> &remarks);

  private:
    void start();
    void add_text(const Idea &idea);

    CommandContext &context_;
    IdeaForm form_;
    std::optional<IdeaTable> table_;
    std::size_t offset_;
    std::optional<std::size_t> limit_;
    std::size_t seen_ = 0, printed_ = 0;
    std::string path_;  ///< of the source under whose heading ideas are printed
    std::string facts_; ///< that the heading states
};

/// The table that --format csv, tsv and --columns ask for; nothing for other formats. Prints the
/// byte order mark of --bom and the head.
std::optional<IdeaTable> start_table(CommandContext &context, const Arguments &arguments);
/// A line of --format path: `path:line: title`.
std::string path_line(const Idea &idea);

} // namespace ideary::tools
