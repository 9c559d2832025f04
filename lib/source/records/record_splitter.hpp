// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Cuts a stream of JSON records into the text of each: its lines, or the objects of one list. Holds
// no more than one record at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "source/document.hpp"

namespace ideary::source {

/// Text of one record, valid until the next is asked for.
struct Piece {
    std::string_view text;
    int line = 0;          ///< 1-based, on which it begins
    bool too_long = false; ///< over record_limit: text is only its start
};

class Pieces {
  public:
    explicit Pieces(Reader reader);
    /// The next piece that is not blank, or nothing at the end.
    std::optional<Piece> next();

  private:
    bool fill();
    void begin();
    std::optional<Piece> next_line();
    std::optional<Piece> next_object();
    bool find_object();
    void follow(std::string_view text, std::size_t &used, bool &whole);

    Reader reader_;
    std::string buffer_; ///< bytes read and not used yet begin at at_
    std::size_t at_ = 0;
    std::string piece_; ///< of an object that spans several reads
    int line_ = 1;
    bool ended_ = false, begun_ = false, is_list_ = false;
    int depth_ = 0; ///< of brackets inside the object being followed
    bool quoted_ = false, escaped_ = false;
};

} // namespace ideary::source
