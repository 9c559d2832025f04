// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A JSON writer.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::text {

/// Writes one JSON value, with members in the order of the calls. Adds the commas.
class JsonWriter {
  public:
    JsonWriter &open(char bracket); ///< `{` or `[`
    JsonWriter &close(char bracket);
    JsonWriter &key(std::string_view name);
    /// Invalid UTF-8 becomes U+FFFD; controls and bidirectional marks are written as \uXXXX.
    JsonWriter &string(std::string_view text);
    JsonWriter &number(double value); ///< shortest round-trip form; null if not finite
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

    /// Inserts a complete JSON value.
    JsonWriter &raw(std::string_view json);
    const std::string &text() const { return out_; }

  private:
    void separate();

    std::string out_;
    bool comma_ = false;
};

} // namespace ideary::text
