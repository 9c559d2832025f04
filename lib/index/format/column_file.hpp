// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The file `columns`: a directory of named sections, each an array that is used as it is mapped.
#pragma once

#include <bit>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/storage/files.hpp"

namespace ideary::index {

static_assert(std::endian::native == std::endian::little,
              "columns are mapped as they stand: a big-endian machine needs a reader that swaps");

inline constexpr std::string_view columns_magic = "ideacol1";
inline constexpr std::size_t section_name_bytes = 24;

/// Gathers sections in memory, then writes them in one go.
class ColumnFileWriter {
  public:
    template <class T> void section(const std::string &name, const std::vector<T> &values) {
        bytes(name, {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(T)});
    }
    void bytes(const std::string &name, std::string_view content);
    /// Strings as `<name>.at` (u32 offsets, one more than strings) and `<name>.text`.
    void strings(const std::string &name, const std::vector<std::string_view> &values);
    /// Writes a new file durably. Throws cannot_write, io.
    void write(const std::string &path) const;

  private:
    std::vector<std::pair<std::string, std::string>> sections_;
};

/// Strings of a mapped file; an index out of bounds returns an empty one.
class Strings {
  public:
    std::size_t size() const { return at_.empty() ? 0 : at_.size() - 1; }
    std::string_view operator[](std::size_t i) const {
        if (i + 1 >= at_.size() || at_[i] > at_[i + 1] || at_[i + 1] > text_.size()) {
            return {};
        }
        return text_.substr(at_[i], at_[i + 1] - at_[i]);
    }

  private:
    friend class ColumnFile;
    std::span<const std::uint32_t> at_;
    std::string_view text_;
};

/// The file mapped. Throws io, naming the file, where its structure is damaged.
class ColumnFile {
  public:
    explicit ColumnFile(const std::string &path);
    /// A section of exactly count values.
    template <class T>
    std::span<const T> section(const std::string &name, std::size_t count) const {
        const std::string_view content = bytes(name);
        if (content.size() != count * sizeof(T)) {
            damaged("the section " + name + " has another size");
        }
        return {reinterpret_cast<const T *>(content.data()), count};
    }
    /// A section of any number of values.
    template <class T> std::span<const T> all(const std::string &name) const {
        const std::string_view content = bytes(name);
        if (content.size() % sizeof(T) != 0) {
            damaged("the section " + name + " has an odd size");
        }
        return {reinterpret_cast<const T *>(content.data()), content.size() / sizeof(T)};
    }
    std::string_view bytes(const std::string &name) const;
    Strings strings(const std::string &name) const;
    [[noreturn]] void damaged(const std::string &what) const;

  private:
    std::string path_;
    Mapping mapping_;
    std::map<std::string, std::string_view> sections_;
};

} // namespace ideary::index
