// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/prune.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <unordered_set>

#include "ideary/error.hpp"

namespace ideary::ingesting {
namespace {

bool is_gone(const std::string &file) {
    std::error_code error;
    return std::filesystem::status(file, error).type() == std::filesystem::file_type::not_found;
}

} // namespace

void Prune::spare_unreachable_folders() {
    if (!options_.prune || options_.force) {
        return;
    }
    for (const std::string &folder : walked_.missing) {
        if (sources_of(absolute_path(folder), true) == 0) {
            spare(folder, "this folder is missing");
        }
    }
    for (const std::string &folder : walked_.empty) {
        spare(folder, "no file at all is in this folder");
    }
}

/// Sources whose file is that path, or (itself: false) below it.
std::ptrdiff_t Prune::sources_of(const std::string &path, bool itself) const {
    return std::count_if(known_.begin(), known_.end(), [&](const auto &entry) {
        return !entry.second.is_stdin &&
               (itself ? entry.second.file == path : is_below(entry.second.file, path));
    });
}

void Prune::spare(const std::string &folder, const std::string &why) {
    const std::string place = absolute_path(folder);
    const auto gone = sources_of(place, false);
    if (gone == 0) {
        return;
    }
    walked_.unread.push_back(place);
    report_.failed.push_back(printable_path(folder));
    auto &remarks = report_.remarks;
    auto remark = std::find_if(remarks.begin(), remarks.end(), [&](const Remark &one) {
        return one.path == report_.failed.back();
    });
    if (remark == remarks.end()) {
        remark = remarks.insert(remarks.end(), Remark{});
        remark->path = report_.failed.back();
    }
    remark->text = why + ", so its " + std::to_string(gone) +
                   (gone == 1 ? " source stays" : " sources stay") +
                   ": see whether a disk is not mounted; if they are meant to go, add --force";
}

std::vector<std::string> Prune::vanished(const std::vector<PendingSource> &pending) const {
    std::vector<std::string> gone;
    if (!options_.prune) {
        return gone;
    }
    std::uint64_t ideas = 0, all_ideas = 0;
    std::unordered_set<std::string_view> read;
    for (const PendingSource &one : pending) {
        read.insert(one.old_key);
    }
    for (const auto &[key, entry] : known_) {
        all_ideas += entry.ideas;
        if (read.count(key) == 0 && is_vanished(entry)) {
            gone.push_back(key);
            ideas += entry.ideas;
        }
    }
    const bool most = gone.size() * 2 > known_.size() || ideas * 2 > all_ideas;
    if (most && !options_.force) {
        throw Error(ErrorKind::usage,
                    "--prune would drop " + std::to_string(gone.size()) + " of " +
                        std::to_string(known_.size()) + " sources, more than half of the index",
                    "See whether a disk is not mounted; if this is meant, add --force");
    }
    return gone;
}

bool Prune::is_vanished(const SourceEntry &entry) const {
    const auto holds = [&](const std::vector<std::string> &folders) {
        return std::any_of(folders.begin(), folders.end(),
                           [&](const std::string &folder) { return is_below(entry.file, folder); });
    };
    return !entry.is_stdin && holds(walked_.given) && !holds(walked_.unread) && is_gone(entry.file);
}

} // namespace ideary::ingesting
