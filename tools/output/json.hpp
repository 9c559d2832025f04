// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Values come in one after the other, one line of JSON goes out: valid UTF-8, and nothing in it
// that commands a terminal. It must not know what the values mean.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::tools {

/// Writes one JSON value. Members stand in the order of the calls; commas come by themselves.
class JsonWriter {
  public:
    JsonWriter &open(char bracket); ///< `{` or `[`
    JsonWriter &close(char bracket);
    JsonWriter &key(std::string_view name);
    /// Invalid UTF-8 becomes U+FFFD; controls and bidirectional marks are written as \uXXXX.
    JsonWriter &string(std::string_view text);
    JsonWriter &
    number(double value); ///< shortest form that reads back the same; null if not finite
    JsonWriter &boolean(bool value);
    JsonWriter &null();
    template <std::integral Number> JsonWriter &integer(Number value) {
        return raw(std::to_string(value));
    }

    // Members of an object, absent ones as null.
    JsonWriter &member(std::string_view name, std::string_view text) {
        return key(name).string(text);
    }
    JsonWriter &member_or_null(std::string_view name, std::string_view text);
    JsonWriter &member_or_null(std::string_view name, std::optional<std::int64_t> value);
    JsonWriter &member(std::string_view name, const std::vector<std::string> &texts);

    /// A finished JSON value, as this class makes it.
    JsonWriter &raw(std::string_view json);
    const std::string &text() const { return out_; }

  private:
    void separate();

    std::string out_;
    bool comma_ = false;
};

} // namespace ideary::tools
