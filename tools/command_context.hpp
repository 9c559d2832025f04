// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What every command shares: the path of the index, standard output, its style and format, and
// messages on standard error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <ideary/index.hpp>
#include <ideary/query.hpp>

#include "arguments.hpp"
#include "terminal/output.hpp"
#include "terminal/style.hpp"

namespace ideary::tools {

enum class Format { text, json, jsonl, csv, tsv, ids, path };

inline constexpr int nothing_found_exit = 1;
inline constexpr std::size_t max_printed_remarks = 20;

class CommandContext {
  public:
    explicit CommandContext(const Arguments &arguments);

    Output out;
    Style style;
    Format format = Format::text;

    /// --index, else $IDEARY_INDEX, $XDG_DATA_HOME/ideary, ~/.local/share/ideary.
    std::string index_path() const;
    /// Opens the index with the cheap verification that suits a one-shot process.
    Index open_index() const;

    bool quiet() const { return quiet_; }
    /// Prints a sentence to standard error, unless --quiet.
    void warn(std::string_view sentence) const;
    /// Prints at most max_printed_remarks remarks to standard error and the number of the others,
    /// unless --quiet.
    void warn(const std::vector<Remark> &remarks) const;

  private:
    std::string given_path_;
    bool quiet_;
};

/// The query made of the arguments from index first on.
Query query_of(const Arguments &arguments, std::size_t first = 0);
std::vector<Filter> filters_of(const Arguments &arguments);
/// The remarks of the index on the filters, for commands whose result has none.
std::vector<Remark> filter_remarks(const Index &index, const std::vector<Filter> &filters);
/// The search options that change which ideas match and how they rank.
SearchOptions ranking_of(const Arguments &arguments);

} // namespace ideary::tools
