// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What every inline reader does: walk over text, cut pieces off, find bare addresses.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "source/markup/inline.hpp"
#include "source/model/lines.hpp"

namespace ideary::source {

/// Text from start_ to at_ is passed but not yet a piece.
class InlineScanner {
  protected:
    explicit InlineScanner(std::string_view raw) : raw_(raw) {}

    std::string_view rest() const { return raw_.substr(at_); }
    char before() const { return at_ > 0 ? raw_[at_ - 1] : ' '; }
    char peek(std::size_t ahead) const {
        return at_ + ahead < raw_.size() ? raw_[at_ + ahead] : '\0';
    }
    /// Text up to here becomes a piece.
    void flush() {
        if (at_ > start_) {
            out_.add(raw_.substr(start_, at_ - start_));
        }
        start_ = at_;
    }
    void skip(std::size_t length) {
        at_ = std::min(at_ + length, raw_.size());
        start_ = at_;
    }
    /// A bare URL becomes a piece and, unless it stands in the text of another link, a link.
    bool bare_url(bool linked) {
        const std::size_t length = is_alnum(before()) ? 0 : url_length(rest());
        if (length == 0) {
            return false;
        }
        flush();
        std::string target(rest().substr(0, length));
        const std::size_t piece = out_.add(target);
        if (lower(target[0]) == 'w') {
            target.insert(0, "http://");
        }
        if (linked) {
            out_.link(piece, piece + 1, std::move(target));
        }
        skip(length);
        return true;
    }

    std::string_view raw_;
    TextBuilder out_;
    std::size_t at_ = 0, start_ = 0;
};

} // namespace ideary::source
