// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <stdlib.h>

#include "ideary/idea.hpp"
#include "index/generation.hpp"
#include "index/staging.hpp"

/// A new folder, gone at the end of the test.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "ideary-test-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;
    const std::string &path() const { return path_; }
    std::string index() const { return path_ + "/index"; }

  private:
    std::string path_;
};

/// An idea that has a bit of everything.
inline ideary::Idea full_idea(const std::string &slug, const std::string &title) {
    ideary::Idea idea;
    idea.id = slug;
    idea.title = title;
    idea.body = "How teams ship without fear.\n\nAnd what they don't do.";
    idea.topics = {"Deployment", "Testing"};
    idea.section = {"Operations", "Going live"};
    idea.year = 2024;
    idea.authors = {"Ada Meier"};
    idea.curator = "Bo Lind";
    idea.event = "ExampleConf 2024";
    idea.language = "en";
    idea.links = {{"a page", "https://example.org/page"}};
    idea.source = {"lists/list.md", "A list of wishes", "https://example.org/list", 12};
    return idea;
}

/// Different ones, in the order of their ids.
inline std::vector<ideary::Idea> some_ideas() {
    std::vector<ideary::Idea> ideas{full_idea("list/boring-deploys", "Boring deploys"),
                                    full_idea("list/cpp-tests", "C++ tests that read well")};
    ideas[1].authors = {"ada  meier", "Zoë Ğül"};
    ideas[1].topics = {"testing", "C++", "C++"};
    ideas[1].year.reset();
    ideas[1].links.clear();
    ideas[1].kind = ideary::Kind::talk;
    ideary::Idea bare;
    bare.id = "other/テスト-の-話";
    bare.title = "機械学習の話";
    bare.language = "ja";
    bare.kind = ideary::Kind::proposal;
    bare.source.path = "other.txt";
    ideas.push_back(bare);
    return ideas;
}

/// All ideas of a generation, whole, by id.
inline std::vector<ideary::Idea> all_ideas(const ideary::index::Generation &generation) {
    std::vector<ideary::Idea> ideas;
    for (Xapian::docid doc = 1; doc <= generation.last_doc(); ++doc) {
        if (generation.exists(doc)) {
            ideas.push_back(generation.idea(doc, true));
        }
    }
    std::sort(ideas.begin(), ideas.end(),
              [](const auto &a, const auto &b) { return a.id < b.id; });
    return ideas;
}
