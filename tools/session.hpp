// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What every command shares: where the index is, where text goes and how it looks, what is said
// aside. It must not know any command.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <ideary/index.hpp>
#include <ideary/query.hpp>

#include "arguments.hpp"
#include "output/terminal.hpp"

namespace ideary::tools {

enum class Format { text, json, jsonl, csv, ids };

inline constexpr int nothing_found_exit = 1;
inline constexpr std::size_t most_remarks = 20; ///< that are printed; of the rest, the number

class Session {
  public:
    explicit Session(const Arguments &arguments);

    Output out;
    Style style;
    Format format = Format::text;

    /// --index, else $IDEARY_INDEX, $XDG_DATA_HOME/ideary, ~/.local/share/ideary.
    std::string index_path() const;
    /// The index, opened for one question.
    Index open_index() const;

    bool quiet() const { return quiet_; }
    /// A sentence to standard error, unless --quiet.
    void note(std::string_view sentence) const;
    /// At most 20 remarks to standard error, and how many more there are; unless --quiet.
    void note(const std::vector<Remark> &remarks) const;

  private:
    std::string given_path_;
    bool quiet_;
};

/// "1 idea", "2 ideas".
std::string amount(std::uint64_t number, std::string_view one);
/// The query out of the arguments from first on, and what the filter options say beside it.
Query query_of(const Arguments &arguments, std::size_t first = 0);
std::vector<Filter> filters_of(const Arguments &arguments);
/// The options of searching that change which ideas are found and how they rank.
SearchOptions ranking_of(const Arguments &arguments);

} // namespace ideary::tools
