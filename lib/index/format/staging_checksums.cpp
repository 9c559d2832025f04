// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/staging_checksums.hpp"

#include <cerrno>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string_view>

#include <unistd.h>

#include <fmt/format.h>

#include "index/storage/crc32c.hpp"
#include "index/storage/files.hpp"

namespace ideary::index {
namespace {

constexpr const char *sealed = "/SEAL";
constexpr const char *unsealed = "/UNSEALED";
constexpr std::string_view head = "ideary staging\n";
constexpr std::size_t max_seal = 1 << 16;

/// Files of Xapian's database; its lock file and ours do not count.
bool is_checksummed(const std::string &name) {
    return name == "iamglass" ||
           (name.size() > 6 && name.compare(name.size() - 6, 6, ".glass") == 0);
}

std::string line_of(const std::string &folder, const std::string &name) {
    const std::string path = folder + "/" + name;
    return fmt::format("file {} {} {:08x}", name, file_size(path).value_or(0),
                       crc32c_of_file(path));
}

std::string checksums_text(const std::string &folder) {
    std::string text(head);
    for (const std::string &name : names_in(folder)) {
        if (is_checksummed(name)) {
            text += line_of(folder, name) + "\n";
        }
    }
    return text + fmt::format("crc {:08x}\n", crc32c(text));
}

bool is_whole(const std::string &text) {
    constexpr std::size_t crc_line = 13;
    if (text.size() < head.size() + crc_line || text.compare(0, head.size(), head) != 0) {
        return false;
    }
    const std::string_view lines = std::string_view(text).substr(0, text.size() - crc_line);
    return text.substr(lines.size()) == fmt::format("crc {:08x}\n", crc32c(lines));
}

/// The lines `file NAME …` by name.
std::map<std::string, std::string> lines_of(const std::string &text) {
    std::map<std::string, std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (line.substr(0, 5) == "file ") {
            lines[line.substr(5, line.find(' ', 5) - 5)] = line;
        }
    }
    return lines;
}

/// The size in a line `file NAME SIZE CRC`.
std::uint64_t size_in(const std::string &line) {
    return std::strtoull(line.c_str() + line.find(' ', 5), nullptr, 10);
}

/// Whether no commit happened since these lines were written: `iamglass` names the committed
/// blocks.
bool is_committed_as(const std::string &folder, const std::map<std::string, std::string> &lines) {
    const auto line = lines.find("iamglass");
    return line != lines.end() && exists(folder + "/iamglass") &&
           line_of(folder, "iamglass") == line->second;
}

} // namespace

void write_checksums(const std::string &folder) {
    replace_file(folder + sealed, checksums_text(folder));
    remove_all_of(folder + unsealed);
}

void invalidate_checksums(const std::string &folder) {
    if (exists(folder + sealed)) {
        rename_and_sync(folder + sealed, folder + unsealed);
    } else if (!exists(folder + unsealed)) {
        replace_file(folder + unsealed, "");
    }
}

void truncate_uncommitted(const std::string &folder) {
    const auto then = read_small_file(folder + unsealed, max_seal);
    if (!then || !is_whole(*then) || exists(folder + sealed)) {
        return;
    }
    const auto before = lines_of(*then);
    if (!is_committed_as(folder, before)) {
        return;
    }
    for (const auto &[name, line] : before) {
        const std::string path = folder + "/" + name;
        const std::uint64_t size = size_in(line);
        if (file_size(path).value_or(0) > size && ::truncate(path.c_str(), ::off_t(size)) != 0) {
            throw_errno("cannot shorten", path, errno);
        }
    }
}

std::optional<std::string> first_checksum_mismatch(const std::string &folder) {
    const auto then = read_small_file(folder + sealed, max_seal);
    if (!then) {
        return exists(folder + unsealed) ? std::nullopt : std::optional(folder + sealed);
    }
    if (!is_whole(*then)) {
        return folder + sealed;
    }
    const auto now = lines_of(checksums_text(folder));
    const auto before = lines_of(*then);
    for (const auto &[name, line] : before) {
        const auto found = now.find(name);
        if (found == now.end() || found->second != line) {
            return folder + "/" + name;
        }
    }
    for (const auto &[name, line] : now) {
        if (before.count(name) == 0) {
            return folder + "/" + name;
        }
    }
    return std::nullopt;
}

} // namespace ideary::index
