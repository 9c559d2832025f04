// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "session.hpp"

#include <filesystem>
#include <stdexcept>

namespace ideary::fault {

namespace {

/// 15 ideas with a small vocabulary and 900 KB of text.
std::string large_records() {
    std::string lines;
    for (int number = 1; number <= 15; ++number) {
        lines += "{\"title\":\"Long story " + std::to_string(number) + "\",\"text\":\"";
        for (int word = 0; word < 6000; ++word) {
            lines += "chapter" + std::to_string(word * number % 97) + " ";
        }
        lines += "\"}\n";
    }
    return lines;
}

} // namespace

Session::Session(ReliabilityTest &test) : test_(test) {
    runs_ = {
        {"first", {"ingest", "lists/one.md", "lists/two.md"}, ""},
        {"changed", {"ingest", "lists/one.md", "lists/three.md"}, ""},
        {"standard input", {"ingest", "--name", "mail", "-"}, make_list("Knitting by mail", 12)},
        {"remove", {"remove", "lists/two.md"}, ""},
        {"rebuild", {"ingest", "--rebuild"}, ""},
        {"other input", {"ingest", "--name", "mail", "-"}, make_list("Sewing by mail", 9)},
        {"other options", {"ingest", "--year", "2031", "lists/two.md"}, ""},
        {"large list", {"ingest", "lists/large.jsonl"}, ""},
        {"large rebuild", {"ingest", "--rebuild"}, ""}, // large enough for two threads
    };
    test_.write("lists/large.jsonl", large_records());
    test_.write("lists/two.md", make_list("Databases on small machines", 15));
    test_.write("lists/three.md", make_list("Testing what nobody tests", 20));
    set_stage(0);
}

void Session::set_stage(std::size_t number) const {
    test_.write("lists/one.md", number == 0 ? make_list("Deployment, part", 10)
                                            : make_list("Deployment, chapter", 14));
}

Command Session::command(std::size_t number, const std::string &index,
                         const std::vector<std::pair<std::string, std::string>> &more) const {
    set_stage(number);
    Command command = test_.tool(index, runs_[number].words);
    command.input = runs_[number].input;
    command.environment = {
        {"LD_PRELOAD", test_.settings().disk},
        {"IDEARY_DISK_ROOT", std::filesystem::path(index).parent_path().string()},
        {"IDEARY_DISK_FAST", "1"}};
    command.environment.insert(command.environment.end(), more.begin(), more.end());
    return command;
}

void Session::play() {
    const std::string index = test_.at("played/index");
    std::filesystem::create_directories(test_.at("played"));
    seen_.push_back(snapshot(test_, index));
    for (std::size_t i = 0; i < size(); ++i) {
        if (std::filesystem::exists(index)) {
            copy_folder(index, index_before(i));
        }
        const ProcessResult ended = fault::run(command(i, index));
        seen_.push_back(snapshot(test_, index));
        if (!ended.done() || !seen_.back().opened) {
            throw std::runtime_error("the run " + run(i).name + " failed: " + describe(ended));
        }
    }
}

std::string Session::index_before(std::size_t number) const {
    return test_.at("played/before-" + std::to_string(number));
}

} // namespace ideary::fault
