// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/records/record_splitter.hpp"

#include <algorithm>
#include <cstring>

namespace ideary::source {
namespace {

constexpr std::size_t read_size = 256 * 1024;

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

Pieces::Pieces(Reader reader) : reader_(std::move(reader)) {}

/// Reads more behind what is not used yet. False at the end.
bool Pieces::fill() {
    if (ended_) {
        return false;
    }
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t old = buffer_.size();
    buffer_.resize(old + read_size);
    const std::size_t count = reader_(buffer_.data() + old, read_size);
    buffer_.resize(old + count);
    ended_ = count == 0;
    return !ended_;
}

/// Drops a byte order mark and sees whether all is one list.
void Pieces::begin() {
    begun_ = true;
    while (buffer_.size() < 3 && fill()) {
    }
    at_ = buffer_.compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0;
    std::size_t first = std::string::npos;
    while ((first = buffer_.find_first_not_of(" \t\r\n", at_)) == std::string::npos) {
        line_ += static_cast<int>(
            std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(at_), buffer_.end(), '\n'));
        at_ = buffer_.size();
        if (!fill()) {
            return;
        }
    }
    is_list_ = buffer_[first] == '[';
    if (is_list_) {
        line_ += static_cast<int>(std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(at_),
                                             buffer_.begin() + static_cast<std::ptrdiff_t>(first),
                                             '\n'));
        at_ = first + 1;
    }
}

std::optional<Piece> Pieces::next() {
    if (!begun_) {
        begin();
    }
    return is_list_ ? next_object() : next_line();
}

std::optional<Piece> Pieces::next_line() {
    bool too_long = false;
    std::size_t searched = 0; // bytes from at_ on that hold no line end
    while (true) {
        const char *from = buffer_.data() + at_;
        const std::size_t rest = buffer_.size() - at_;
        const void *found =
            rest > searched ? std::memchr(from + searched, '\n', rest - searched) : nullptr;
        if (found == nullptr && rest > record_limit) {
            too_long = true;
            at_ = buffer_.size();
            searched = 0;
            if (fill()) {
                continue;
            }
        } else if (found == nullptr) {
            searched = rest;
            if (fill()) {
                continue;
            }
        }
        const std::size_t size =
            found != nullptr ? static_cast<std::size_t>(static_cast<const char *>(found) - from)
                             : buffer_.size() - at_;
        Piece piece{{buffer_.data() + at_, size}, line_, too_long || size > record_limit};
        at_ += size + (found != nullptr ? 1 : 0);
        line_ += found != nullptr ? 1 : 0;
        if (piece.too_long || !is_blank(piece.text)) {
            return piece;
        }
        if (found == nullptr) {
            return std::nullopt;
        }
        searched = 0;
    }
}

/// Goes to the next `{` of the list. False at the end.
bool Pieces::find_object() {
    while (true) {
        for (; at_ < buffer_.size(); ++at_) {
            if (buffer_[at_] == '{') {
                return true;
            }
            line_ += buffer_[at_] == '\n' ? 1 : 0;
        }
        if (!fill()) {
            return false;
        }
    }
}

/// Follows brackets and strings through text; whole when the object ends in it, at used.
void Pieces::follow(std::string_view text, std::size_t &used, bool &whole) {
    whole = false;
    for (used = 0; used < text.size() && !whole; ++used) {
        const char c = text[used];
        line_ += c == '\n' ? 1 : 0;
        if (escaped_) {
            escaped_ = false;
        } else if (quoted_) {
            escaped_ = c == '\\';
            quoted_ = c != '"';
        } else if (c == '"') {
            quoted_ = true;
        } else if (c == '{' || c == '[') {
            ++depth_;
        } else if (c == '}' || c == ']') {
            --depth_;
            whole = depth_ <= 0;
        }
    }
}

std::optional<Piece> Pieces::next_object() {
    if (!find_object()) {
        return std::nullopt;
    }
    Piece piece;
    piece.line = line_;
    piece_.clear();
    depth_ = 0;
    quoted_ = escaped_ = false;
    for (bool whole = false; !whole;) {
        std::size_t used = 0;
        const std::string_view rest = std::string_view(buffer_).substr(at_);
        follow(rest, used, whole);
        piece.too_long = piece.too_long || piece_.size() + used > record_limit;
        if (!piece.too_long) {
            piece_.append(rest.substr(0, used));
        }
        at_ += used;
        if (!whole && !fill()) {
            break;
        }
    }
    piece.text = piece_;
    return piece;
}

} // namespace ideary::source
