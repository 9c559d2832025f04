// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One idea → one Xapian document: which terms, at which positions, with which weights.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "ideary/idea.hpp"
#include "index/analysis/terms.hpp"
#include "text/tokens.hpp"

namespace ideary::index {

/// Longest text of one field that is indexed and stored, in bytes; more is cut at a character.
inline constexpr std::size_t max_text_bytes = 64 * 1024;
/// Positions between two fields, so that no phrase and no NEAR spans them.
inline constexpr Xapian::termpos field_gap = 100;

/// The idea with texts and lists cut to the limits.
Idea within_limits(const Idea &idea);

/// The values of a tag field of an idea, as written, in its order.
std::vector<std::string_view> values_of(const Idea &idea, schema::FieldId field);

/// Makes documents. One a thread.
class DocumentMaker {
  public:
    DocumentMaker();
    ~DocumentMaker();
    /// The document of an idea that is within_limits, without data.
    Xapian::Document make(const Idea &idea, std::string_view source_key);

  private:
    struct Field;
    void add_texts(const Idea &idea);
    void add_field(std::string_view text, const Field &field);
    void add_token(const text::Token &token, const Field &field);
    void add_values(const Idea &idea, std::string_view source_key);
    const Stemmer &stemmer(const std::string &language);

    text::Analyzer analyzer_;
    std::vector<text::Token> tokens_;
    std::map<std::string, Stemmer, std::less<>> stemmers_;
    const Stemmer *stemmer_ = nullptr;
    Xapian::Document document_;
    Xapian::termpos start_ = 0;                             ///< position before the field at work
    std::map<std::string, std::string, std::less<>> folds_; ///< value → folded
};

} // namespace ideary::index
