// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <unistd.h>

#include "ideary/index.hpp"
#include "index/writer/index_writer.hpp"

namespace search_test {

/// A temporary folder, removed by the destructor.
class Folder {
  public:
    Folder() {
        static int number = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("ideary-search-" + std::to_string(getpid()) + "-" + std::to_string(++number));
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    std::string index() const { return (path_ / "index").string(); }

  private:
    std::filesystem::path path_;
};

inline void write(const std::string &path, const std::vector<ideary::Idea> &ideas) {
    ideary::index::IndexWriter staging(path, 1);
    staging.put_source("test", "{}");
    for (const ideary::Idea &idea : ideas) {
        staging.add(idea, "test");
    }
    staging.publish();
}

/// A short idea in English from list.md.
inline ideary::Idea idea(const std::string &slug, const std::string &title,
                         const std::string &body = "") {
    ideary::Idea idea;
    idea.id = "list/" + slug;
    idea.title = title;
    idea.body = body;
    idea.language = "en";
    idea.source = {"lists/list.md", "A list of wishes", "https://example.org/list", 1};
    return idea;
}

/// An index of some ideas, opened.
class TestIndex {
  public:
    explicit TestIndex(const std::vector<ideary::Idea> &ideas) {
        write(folder_.index(), ideas);
        index_.emplace(ideary::Index::open(folder_.index()));
    }
    const ideary::Index &operator*() const { return *index_; }
    const ideary::Index *operator->() const { return &*index_; }
    std::string path() const { return folder_.index(); }

    ideary::Results search(const std::string &text, const ideary::SearchOptions &options = {},
                           bool all = false) const {
        return index_->search(ideary::Query::parse(text, all), options);
    }
    /// Slugs of the hits of a literal search, best first.
    std::vector<std::string> slugs(const std::string &text, bool all = false) const {
        ideary::SearchOptions options;
        options.limit = 1000;
        options.literal = true;
        std::vector<std::string> found;
        for (const ideary::Hit &hit : search(text, options, all).hits) {
            found.push_back(hit.idea.id.substr(hit.idea.id.find('/') + 1));
        }
        return found;
    }

  private:
    Folder folder_;
    std::optional<ideary::Index> index_;
};

} // namespace search_test
