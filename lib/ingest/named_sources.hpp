// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Ideas from memory belong to named sources. The records of each are archived in the index as JSON
// Lines in the form of `export`, and read back like standard input that was archived.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/changes.hpp"
#include "ingest/source_entry.hpp"

namespace ideary::ingesting {

/// The named sources that a run changes.
class NamedSources {
  public:
    /// known: the sources of the index, read under its lock. Both outlive this object.
    NamedSources(const std::string &index_path, const std::map<std::string, SourceEntry> &known)
        : index_path_(index_path), known_(known) {}

    /// Throws usage (a source without a name), bad_input (its slug is another source's), io (its
    /// archive cannot be read). Returns false for an id to remove that no named source has.
    bool apply(const IdeaChange &change);

    /// A changed source, to be read as records.
    struct Records {
        std::string name;
        std::string bytes; ///< empty: no idea is left
        SourceOverrides overrides;
    };
    std::vector<Records> take();

  private:
    struct Content {
        std::string slug;
        SourceOverrides overrides;
        std::vector<Idea> ideas; ///< in the order they were added
        std::unordered_map<std::string, std::size_t> by_id;
    };
    Content &content(const std::string &name);
    void load(const std::string &key, const SourceEntry &entry, Content &content) const;
    void require_own_slug(const std::string &name, const std::string &slug) const;
    bool remove(const std::string &id);
    static void put(Content &content, Idea idea);

    const std::string &index_path_;
    const std::map<std::string, SourceEntry> &known_;
    std::map<std::string, Content> contents_; ///< by name
};

} // namespace ideary::ingesting
