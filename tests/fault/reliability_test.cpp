// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "reliability_test.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ideary::fault {

namespace fs = std::filesystem;

ReliabilityTest::ReliabilityTest(std::string name, Settings settings)
    : name_(std::move(name)), settings_(std::move(settings)), random_(settings_.seed) {}

bool ReliabilityTest::expect(bool good, const std::string &what) {
    if (!good && ++failures_ <= 20) {
        std::printf("%s FAILED: %s\n", name_.c_str(), what.c_str());
        std::fflush(stdout);
    }
    if (!good && settings_.stop_at_first_failure) {
        throw FirstFailure{};
    }
    return good;
}

void ReliabilityTest::write(const std::string &name, const std::string &text) const {
    fs::create_directories(fs::path(at(name)).parent_path());
    std::ofstream file(at(name), std::ios::binary | std::ios::trunc);
    file << text;
    if (!file.flush()) {
        throw std::runtime_error("cannot write " + at(name));
    }
}

Command ReliabilityTest::tool(const std::string &index, std::vector<std::string> words) const {
    Command command;
    command.words = {settings_.tool, "--index", index};
    command.words.insert(command.words.end(), words.begin(), words.end());
    command.folder = settings_.work;
    return command;
}

ProcessResult ReliabilityTest::run_tool(const std::string &index,
                                        std::vector<std::string> words) const {
    return run(tool(index, std::move(words)));
}

IndexSnapshot snapshot(const ReliabilityTest &test, const std::string &index) {
    IndexSnapshot seen;
    seen.ended = test.run_tool(index, {"export"});
    seen.none = seen.ended.code == 66;
    // An export without ideas ends with 1.
    seen.opened = seen.ended.code == 0 || seen.ended.code == 1;
    seen.ideas = seen.ended.out;
    return seen;
}

std::vector<std::string> ids_in(const std::string &exported) {
    constexpr std::string_view mark = "\"id\":\"";
    std::vector<std::string> ids;
    std::istringstream in(exported);
    for (std::string line; std::getline(in, line);) {
        const std::size_t at = line.find(mark);
        const std::size_t begin = at + mark.size();
        ids.push_back(at == std::string::npos ? line
                                              : line.substr(begin, line.find('"', begin) - begin));
    }
    return ids;
}

std::string make_list(const std::string &title, int count) {
    std::string text = "# Talks I would like to see\n\n";
    for (int i = 1; i <= count; ++i) {
        text += "- " + title + " " + std::to_string(i) + "\n";
    }
    return text;
}

std::string describe(const ProcessResult &ended) {
    std::string text = "code " + std::to_string(ended.code);
    if (ended.signal != 0) {
        text = "signal " + std::to_string(ended.signal);
    }
    return text + (ended.late ? ", timed out" : "") + ": " +
           ended.err.substr(0, ended.err.find('\n'));
}

void copy_folder(const std::string &from, const std::string &to) {
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
}

void remove_folder(const std::string &path) {
    fs::remove_all(path);
}

std::string file_text(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace ideary::fault
