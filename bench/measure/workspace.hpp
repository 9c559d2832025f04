// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The folder of a corpus and the indexes of all engines, built once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "options.hpp"
#include "report/report.hpp"

namespace ideary::bench {

class Workspace {
  public:
    /// Uses options.keep, or a temporary folder that the destructor removes. ideas: size of a
    /// synthetic corpus; nullopt: options.corpus. Throws runtime_error if the folder contains
    /// another corpus.
    Workspace(const Options &options, std::optional<std::uint64_t> ideas);
    ~Workspace();
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;

    /// Creates what is missing: corpus, index, figures of raw Xapian, indexes of other engines.
    void build();
    /// Stores the cost of building.
    void report_to(Report &report) const;

    const std::string &folder() const { return folder_; }
    std::string index() const { return folder_ + "/index"; }
    std::string peer(const std::string &name) const { return folder_ + "/" + name; }
    std::string columns() const { return folder_ + "/columns"; }
    /// The database of the generation.
    std::string generation() const;

  private:
    void make_corpus();
    void make_index();
    void measure_raw();
    void make_peers();
    std::string stamp() const;
    void read_record();
    void write_record() const;

    const Options &options_;
    std::optional<std::uint64_t> ideas_;
    std::string folder_;
    bool temporary_ = false;
    std::vector<std::string> corpus_;
    Build index_;
    std::optional<RawWriting> raw_;
    std::vector<std::pair<std::string, Build>> peers_;
};

/// Size of a file, or of all files below a folder; 0 if it does not exist.
std::uint64_t bytes_of(const std::string &path);

} // namespace ideary::bench
