// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A folder of its own for each test, files written into it, and what an index then holds.
#pragma once

#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <unistd.h>

#include "ideary/error.hpp"
#include "ideary/writer.hpp"
#include "index/reader/generation.hpp"
#include "index/reader/snapshot_manager.hpp"
#include "index/reader/source_list.hpp"
#include "index/writer/index_writer.hpp"

namespace ideary::test {

class Fixture {
  public:
    Fixture() {
        std::string name = (std::filesystem::temp_directory_path() / "ideary-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~Fixture() {
        std::error_code error;
        std::filesystem::remove_all(folder_, error);
    }
    Fixture(const Fixture &) = delete;
    Fixture &operator=(const Fixture &) = delete;

    std::string at(const std::string &name) const { return (folder_ / name).string(); }
    std::string index() const { return at("index"); }

    void write(const std::string &name, const std::string &text) const {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    void erase(const std::string &name) const { std::filesystem::remove_all(folder_ / name); }

    IngestReport ingest(const std::vector<std::string> &names, const IngestOptions &options = {}) {
        std::vector<std::string> paths;
        for (const std::string &name : names) {
            paths.push_back(at(name));
        }
        return ideary::ingest(index(), paths, options);
    }
    IngestReport ingest_text(const std::string &text, const IngestOptions &options = {}) {
        std::size_t done = 0;
        return ideary::ingest(index(), {"-"}, options, {}, [&](char *buffer, std::size_t size) {
            const std::size_t count = std::min({size, text.size() - done, std::size_t{1000}});
            std::memcpy(buffer, text.data() + done, count);
            done += count;
            return count;
        });
    }

    /// All ideas by id.
    std::map<std::string, Idea> ideas() const {
        const index::SnapshotManager follower(index(), Verify::full);
        const auto generation = follower.acquire();
        std::map<std::string, Idea> all;
        for (Xapian::docid doc = 1; doc <= generation->last_doc(); ++doc) {
            if (generation->exists(doc)) {
                Idea idea = generation->idea(doc, true);
                all.emplace(idea.id, std::move(idea));
            }
        }
        return all;
    }
    std::vector<std::string> ids() const {
        std::vector<std::string> all;
        for (const auto &[id, idea] : ideas()) {
            all.push_back(id);
        }
        return all;
    }

  private:
    std::filesystem::path folder_;
};

inline std::string list(const std::vector<std::string> &titles) {
    std::string text = "# Talks I want to see 2024\n\n## Topic\n\n";
    for (const std::string &title : titles) {
        text += "- " + title + "\n";
    }
    return text;
}

/// Two folders with two lists each, and one list from standard input.
inline void fill(Fixture &fixture) {
    for (const char *name : {"a", "b", "c", "d"}) {
        const std::string folder = name[0] < 'c' ? "left/" : "right/";
        fixture.write(folder + name + ".md", list({std::string(name) + " one", "Two"}));
    }
    fixture.ingest({"left", "right"});
    IngestOptions options;
    options.stdin_name = "mail";
    fixture.ingest_text(list({"From mail", "Two"}), options);
}

} // namespace ideary::test
