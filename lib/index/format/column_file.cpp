// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/column_file.hpp"

#include <cstring>
#include <limits>

#include "ideary/error.hpp"

namespace ideary::index {
namespace {

/// One entry of the directory at the head of the file, after the magic and the count (16 bytes).
struct Entry {
    char name[section_name_bytes];
    std::uint64_t offset;
    std::uint64_t bytes;
};
static_assert(sizeof(Entry) == 40);

constexpr std::size_t head_bytes = 16;

std::uint64_t aligned(std::uint64_t offset) {
    return (offset + 7) / 8 * 8;
}

std::string_view as_bytes(const Entry &entry) {
    return {reinterpret_cast<const char *>(&entry), sizeof entry};
}

} // namespace

void ColumnFileWriter::bytes(const std::string &name, std::string_view content) {
    sections_.emplace_back(name, content);
}

void ColumnFileWriter::strings(const std::string &name,
                               const std::vector<std::string_view> &values) {
    std::vector<std::uint32_t> at{0};
    std::string text;
    at.reserve(values.size() + 1);
    for (const std::string_view value : values) {
        text += value;
        if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
            throw Error(ErrorKind::cannot_write, "the column " + name + " is over 4 GiB");
        }
        at.push_back(static_cast<std::uint32_t>(text.size()));
    }
    section(name + ".at", at);
    bytes(name + ".text", text);
}

void ColumnFileWriter::write(const std::string &path) const {
    FileWriter file(path);
    const std::uint64_t count = sections_.size();
    file.write(columns_magic);
    file.write({reinterpret_cast<const char *>(&count), sizeof count});
    std::uint64_t offset = head_bytes + count * sizeof(Entry);
    for (const auto &[name, content] : sections_) {
        Entry entry{};
        std::memcpy(entry.name, name.data(), std::min(name.size(), section_name_bytes - 1));
        entry.offset = offset;
        entry.bytes = content.size();
        file.write(as_bytes(entry));
        offset = aligned(offset + content.size());
    }
    for (const auto &[name, content] : sections_) {
        file.write(content);
        file.write(std::string_view("\0\0\0\0\0\0\0", aligned(content.size()) - content.size()));
    }
    file.finish();
}

ColumnFile::ColumnFile(const std::string &path) : path_(path), mapping_(path) {
    const std::string_view whole(mapping_.data(), mapping_.size());
    if (whole.size() < head_bytes || whole.substr(0, columns_magic.size()) != columns_magic) {
        damaged("it does not begin as columns do");
    }
    std::uint64_t count = 0;
    std::memcpy(&count, whole.data() + columns_magic.size(), sizeof count);
    if (count > (whole.size() - head_bytes) / sizeof(Entry)) {
        damaged("its directory is longer than the file");
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        Entry entry{};
        std::memcpy(&entry, whole.data() + head_bytes + i * sizeof entry, sizeof entry);
        if (entry.offset > whole.size() || entry.bytes > whole.size() - entry.offset ||
            entry.offset % 8 != 0 || entry.name[section_name_bytes - 1] != '\0') {
            damaged("a section lies outside");
        }
        sections_.emplace(entry.name, whole.substr(entry.offset, entry.bytes));
    }
}

std::string_view ColumnFile::bytes(const std::string &name) const {
    const auto found = sections_.find(name);
    if (found == sections_.end()) {
        damaged("the section " + name + " is missing");
    }
    return found->second;
}

Strings ColumnFile::strings(const std::string &name) const {
    Strings strings;
    strings.at_ = all<std::uint32_t>(name + ".at");
    strings.text_ = bytes(name + ".text");
    if (strings.at_.empty() || strings.at_.back() != strings.text_.size()) {
        damaged("the strings " + name + " do not end where they should");
    }
    return strings;
}

void ColumnFile::damaged(const std::string &what) const {
    throw Error(ErrorKind::io, path_ + " is damaged: " + what);
}

} // namespace ideary::index
