// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/index_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "ideary/error.hpp"
#include "index/format/manifest.hpp"
#include "index/storage/files.hpp"

namespace ideary::index {
namespace {

constexpr const char *lost = ".lost";

bool is_ours(std::string_view name) {
    if (name.ends_with(".new")) { // written, not yet renamed
        name.remove_suffix(4);
    }
    return name == "CURRENT" || name == "lock" || name == "staging" || name == "sources" ||
           name == "sources.jsonl" || name.substr(0, 4) == "gen-" ||
           name.substr(0, 8) == "staging.";
}

std::vector<std::string> new_inputs(const std::string &folder) {
    std::vector<std::string> paths;
    for (const std::string &name : names_in(folder + "/sources")) {
        if (name.size() > 4 && name.substr(name.size() - 4) == ".new") {
            paths.push_back(folder + "/sources/" + name);
        }
    }
    return paths;
}

} // namespace

void prepare_folder(const std::string &path) {
    if (exists(path) && !is_folder(path)) {
        throw Error(ErrorKind::cannot_write,
                    "cannot make an index at " + path + ": it is no folder",
                    "Name another place with --index");
    }
    make_folder(path);
    const auto names = names_in(path);
    const auto foreign = std::find_if_not(names.begin(), names.end(), is_ours);
    if (foreign != names.end() && *foreign != "lost+found" &&
        std::none_of(names.begin(), names.end(), is_ours)) {
        throw Error(ErrorKind::cannot_write,
                    "cannot make an index at " + path + ": it is a folder of other things (" +
                        *foreign + ")",
                    "Name a new or empty folder with --index");
    }
}

std::uint64_t highest_generation(const std::string &folder) {
    std::uint64_t highest = 0;
    for (const std::string &name : names_in(folder)) {
        const std::string stem = name.substr(0, name.find('.'));
        highest = std::max(highest, generation_number(stem).value_or(0));
    }
    return highest;
}

void remove_unfinished(const std::string &folder) {
    for (const char *rest : {".new", ".old", ".parts"}) {
        remove_all_of(folder + "/staging" + rest);
    }
    remove_unfinished_generations(folder);
}

void remove_unfinished_generations(const std::string &folder) {
    for (const std::string &name : names_in(folder)) {
        if (name.ends_with(".tmp") && generation_number(name.substr(0, name.size() - 4))) {
            remove_all_of(folder + "/" + name);
        }
    }
}

void swap_in(const std::string &folder) {
    const std::string staging = folder + "/staging";
    remove_all_of(staging + ".old");
    if (exists(staging)) {
        rename_and_sync(staging, staging + ".old");
    }
    rename_and_sync(staging + ".new", staging);
    remove_all_of(staging + ".old");
}

void drop_new_inputs(const std::string &folder) {
    for (const std::string &path : new_inputs(folder)) {
        remove_all_of(path);
    }
}

std::string set_aside(const std::string &archived_input) {
    if (!file_size(archived_input)) {
        return {};
    }
    std::string path = archived_input + lost;
    for (int number = 2; exists(path); ++number) {
        path = archived_input + lost + "-" + std::to_string(number);
    }
    std::error_code error;
    std::filesystem::create_hard_link(archived_input, path, error);
    if (error) { // not every file system has them
        std::filesystem::copy_file(archived_input, path, error);
    }
    if (error) {
        throw_errno("cannot write", path, error.value());
    }
    sync_file(path);
    sync_folder(parent_of(path));
    return path;
}

bool is_set_aside(const std::string &name) {
    return name.find(lost) != std::string::npos;
}

void sync_new_inputs(const std::string &folder) {
    for (const std::string &path : new_inputs(folder)) {
        sync_file(path);
    }
    sync_folder(folder + "/sources");
}

} // namespace ideary::index
