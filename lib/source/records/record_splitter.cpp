// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/records/record_splitter.hpp"

#include <algorithm>
#include <cstring>

namespace ideary::source {
namespace {

constexpr std::size_t read_size = 256 * 1024;

bool is_empty_text(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

RecordSplitter::RecordSplitter(Reader reader) : reader_(std::move(reader)) {}

/// Reads more after the unused bytes. Returns false at the end.
bool RecordSplitter::fill() {
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

/// Skips a byte order mark and detects a list.
void RecordSplitter::begin() {
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

std::optional<RawRecord> RecordSplitter::next() {
    if (!begun_) {
        begin();
    }
    return is_list_ ? next_object() : next_line();
}

std::optional<RawRecord> RecordSplitter::next_line() {
    bool too_long = false;
    std::size_t searched = 0; // bytes from at_ on without a line end
    while (true) {
        const char *from = buffer_.data() + at_;
        const std::size_t rest = buffer_.size() - at_;
        const void *found =
            rest > searched ? std::memchr(from + searched, '\n', rest - searched) : nullptr;
        if (found == nullptr && rest > max_record_size) {
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
        RawRecord record{{buffer_.data() + at_, size}, line_, too_long || size > max_record_size};
        at_ += size + (found != nullptr ? 1 : 0);
        line_ += found != nullptr ? 1 : 0;
        if (record.too_long || !is_empty_text(record.text)) {
            return record;
        }
        if (found == nullptr) {
            return std::nullopt;
        }
        searched = 0;
    }
}

/// Moves to the next `{` of the list. Returns false at the end.
bool RecordSplitter::find_object() {
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

/// Follows brackets and strings through `text`. `whole`: the object ends in it, after `used` bytes.
void RecordSplitter::follow(std::string_view text, std::size_t &used, bool &whole) {
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

std::optional<RawRecord> RecordSplitter::next_object() {
    if (!find_object()) {
        return std::nullopt;
    }
    RawRecord record;
    record.line = line_;
    object_.clear();
    depth_ = 0;
    quoted_ = escaped_ = false;
    for (bool whole = false; !whole;) {
        std::size_t used = 0;
        const std::string_view rest = std::string_view(buffer_).substr(at_);
        follow(rest, used, whole);
        record.too_long = record.too_long || object_.size() + used > max_record_size;
        if (!record.too_long) {
            object_.append(rest.substr(0, used));
        }
        at_ += used;
        if (!whole && !fill()) {
            break;
        }
    }
    record.text = object_;
    return record;
}

} // namespace ideary::source
