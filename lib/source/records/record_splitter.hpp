// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Cuts a stream of JSON records into the text of each: its lines, or the objects of one list. At
// most one record is in memory.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "source/data/reader.hpp"

namespace ideary::source {

inline constexpr std::size_t max_record_size = std::size_t{1} << 20; ///< bytes

/// Text of one record, valid until the next call of RecordSplitter::next.
struct RawRecord {
    std::string_view text;
    int line = 0;          ///< 1-based, on which it begins
    bool too_long = false; ///< over max_record_size: `text` is its start only
};

class RecordSplitter {
  public:
    explicit RecordSplitter(Reader reader);
    /// Returns the next record that is not empty, or nothing at the end.
    std::optional<RawRecord> next();

  private:
    bool fill();
    void begin();
    std::optional<RawRecord> next_line();
    std::optional<RawRecord> next_object();
    bool find_object();
    void follow(std::string_view text, std::size_t &used, bool &whole);

    Reader reader_;
    std::string buffer_; ///< bytes read and not used yet begin at at_
    std::size_t at_ = 0;
    std::string object_; ///< one that spans several reads
    int line_ = 1;
    bool ended_ = false, begun_ = false, is_list_ = false;
    int depth_ = 0; ///< of brackets inside the object being followed
    bool quoted_ = false, escaped_ = false;
};

} // namespace ideary::source
