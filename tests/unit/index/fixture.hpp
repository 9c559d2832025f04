// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "ideary/error.hpp"
#include "ideary/idea.hpp"
#include "index/reader/generation.hpp"
#include "index/reader/snapshot_manager.hpp"
#include "index/storage/crc32c.hpp"
#include "index/writer/index_writer.hpp"

/// A new folder, gone at the end of the test.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        // Much is synced here: in memory, where there is room, that costs nothing.
        std::error_code ignored;
        const auto memory = std::filesystem::space("/dev/shm", ignored);
        const bool roomy = !ignored && memory.available > (256U << 20);
        const std::string parent =
            roomy ? "/dev/shm" : std::filesystem::temp_directory_path().string();
        std::string name = parent + "/ideary-test-XXXXXX";
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
    std::sort(ideas.begin(), ideas.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    return ideas;
}

/// One run that adds ideas which come with one source.
inline void publish(const std::string &path, const std::vector<ideary::Idea> &ideas,
                    const std::string &key = "list.md") {
    ideary::index::IndexWriter staging(path, 5);
    for (const ideary::Idea &idea : ideas) {
        staging.add(idea, key);
    }
    staging.put_source(key, "{\"file\":\"" + key + "\"}");
    staging.publish();
}

/// The kind of the Error that f throws; nothing where it throws none.
template <class F> std::optional<ideary::ErrorKind> error_kind(F &&f) {
    try {
        f();
    } catch (const ideary::Error &error) {
        return error.kind();
    }
    return std::nullopt;
}

/// All bytes of a file.
inline std::string content(const std::string &path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// Replaces a file.
inline void put(const std::string &path, const std::string &bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// The text with another line in the place of the one that begins so, and its CRC line recomputed.
inline std::string with_line(std::string text, const std::string &begin, const std::string &line) {
    const std::size_t at = text.find(begin);
    text.replace(at, text.find('\n', at) - at, line);
    text.resize(text.rfind("crc "));
    char crc[16];
    std::snprintf(crc, sizeof crc, "crc %08x\n", ideary::index::crc32c(text));
    return text + crc;
}

/// Turns one bit of the byte at an offset.
inline void flip(const std::string &path, std::streamoff offset) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(offset);
    const char byte = static_cast<char>(file.get() ^ 1);
    file.seekp(offset);
    file.put(byte);
}

/// Runs f in a child process that dies by SIGKILL, at the latest at its end.
template <class F> void killed(F &&f) {
    const ::pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        f();
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
}

/// All ideas of the generation in use.
inline std::vector<ideary::Idea> read_all(const std::string &path) {
    return all_ideas(*ideary::index::SnapshotManager(path, ideary::Verify::full).acquire());
}
