// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/check/findings.hpp"

#include <algorithm>
#include <string_view>

namespace ideary::index {
namespace {

constexpr std::size_t max_findings = 100;

/// The path in a message, which begins with the folder and has no space or colon after it.
std::string path_at(const std::string &message, std::size_t begin, const std::string &folder) {
    const std::size_t end = message.find_first_of(" :", begin + folder.size());
    return message.substr(begin, std::min(end, message.size()) - begin);
}

} // namespace

void Findings::add(const std::string &file, const std::string &problem, const std::string &remedy,
                   ErrorKind kind) {
    if (list_.size() < max_findings) {
        list_.push_back({file, problem, remedy, kind});
    }
}

void Findings::add(const Error &error, const std::string &file, const std::string &remedy) {
    const std::string message = error.what();
    const std::string_view hint = Error::row(error.kind()).hint;
    const bool own_hint = error.kind() != ErrorKind::io || error.hint() != hint;
    std::string about = file, problem = message;
    const std::size_t at = message.find(folder_ + "/");
    if (at != std::string::npos) {
        about = path_at(message, at, folder_);
        const std::string rest = message.substr(at + about.size());
        // "PATH is damaged", "cannot read PATH: why": the finding has the path beside its problem.
        problem = (at == 0 ? "it" : message.substr(0, at - 1)) + rest;
    }
    add(about, problem, own_hint ? error.hint() : remedy, error.kind());
}

} // namespace ideary::index
