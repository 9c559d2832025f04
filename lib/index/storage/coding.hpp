// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Encodes integers and strings for storage; the decoder checks every bound.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"

namespace ideary::index {

/// Appends numbers (7 bits a byte, low first) and strings (length, bytes).
class Encoder {
  public:
    void number(std::uint64_t value);
    void text(std::string_view value);
    void texts(const std::vector<std::string> &values);
    void links(const std::vector<Link> &values);
    void bytes(std::string_view value) { out_ += value; }
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

/// Reads what an Encoder wrote. Past the end, or on nonsense, everything is 0 and empty and ok() is
/// false: damage is found, never followed.
class Decoder {
  public:
    explicit Decoder(std::string_view bytes) : rest_(bytes) {}
    std::uint64_t number();
    std::string_view text();
    std::vector<std::string> texts();
    std::vector<Link> links();
    std::string_view bytes(std::uint64_t count);
    bool ok() const { return ok_; }
    bool at_end() const { return rest_.empty(); }

  private:
    void fail();
    std::string_view rest_;
    bool ok_ = true;
};

/// An idea as staging stores it, and the key of its source.
struct StagedIdea {
    Idea idea;
    std::string source_key;
};
std::string pack_staged(const Idea &idea, std::string_view source_key);
/// Throws io when the bytes are damaged; path is for the message.
StagedIdea unpack_staged(std::string_view bytes, const std::string &path);

/// The stored document of a generation; columns hold the rest. Views into the bytes.
struct StoredText {
    std::string_view id, title, body, curator;
    std::string_view links; ///< packed
};
std::string pack_stored(const Idea &idea);
/// All views are empty when the bytes are damaged.
StoredText unpack_stored(std::string_view bytes);

} // namespace ideary::index
