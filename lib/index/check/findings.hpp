// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Findings so far. Errors become findings here: which file, what is wrong.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ideary/error.hpp"
#include "ideary/index.hpp"
#include "index/storage/xapian_errors.hpp"

namespace ideary::index {

class Generation;

inline constexpr const char *by_rebuild = "Rebuild the index with: ideary ingest --rebuild";
inline constexpr const char *by_next_ingest = "The next ideary ingest repairs it";
inline constexpr const char *by_removing =
    "It was replaced: remove its folder, as an ideary ingest does that runs a minute later";

class Findings {
  public:
    /// folder: of the index.
    explicit Findings(std::string folder) : folder_(std::move(folder)) {}

    const std::string &folder() const { return folder_; }
    std::vector<Finding> take() { return std::move(list_); }

    /// At most 100 are kept: a damaged index may have endless ones.
    void add(const std::string &file, const std::string &problem, const std::string &remedy,
             ErrorKind kind = ErrorKind::io);
    /// file: where the message names none of the index. An Error's own hint goes before remedy.
    void add(const Error &error, const std::string &file, const std::string &remedy);

    /// Runs f and records an Error as a finding. Returns whether there was none.
    template <class F> bool guarded(const std::string &file, const std::string &remedy, F &&f) {
        try {
            translate_xapian(folder_, std::forward<F>(f));
            return true;
        } catch (const Error &error) {
            add(error, file, remedy);
            return false;
        }
    }

  private:
    std::string folder_;
    std::vector<Finding> list_;
};

/// What a generation says of itself in two places, compared: ideas, columns, postings, terms.
void check_content(const Generation &generation, Findings &findings);
/// The orders it keeps are those of what it orders.
void check_orders(const Generation &generation, Findings &findings);

} // namespace ideary::index
