// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/analysis/terms.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>
#include <xapian.h>
#include <xxhash.h>

#include "ideary/error.hpp"
#include "index/analysis/stop_words.hpp"
#include "text/normalize.hpp"

namespace ideary::index {
namespace {

/// Raise it when the rules of this file change: it is part of the fingerprint.
constexpr int rules_version = 1;
/// Stems cached by one Stemmer. Hostile text has endless words: the cache is then cleared.
constexpr std::size_t max_remembered = 1 << 16;

constexpr std::array<std::string_view, 25> stemmed_languages{
    "ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id",
    "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "tr",
};

/// Languages whose stemmers also remove prefixes.
constexpr std::array<std::string_view, 5> prefixing_languages{"ar", "ga", "id", "ne", "tr"};

bool has_stemmer(std::string_view language) {
    return std::binary_search(stemmed_languages.begin(), stemmed_languages.end(), language);
}

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// The longest prefix of text within both limits, at a code point boundary and without NUL.
std::string bounded(std::string_view text, std::size_t bytes, std::size_t points) {
    std::string result;
    result.reserve(std::min(text.size(), bytes));
    std::size_t at = 0;
    while (at < text.size() && points > 0) {
        std::size_t end = at + 1;
        while (end < text.size() && is_continuation(text[end])) {
            ++end;
        }
        if (result.size() + (end - at) > bytes) {
            break;
        }
        if (text[at] != '\0') {
            result.append(text, at, end - at);
            --points;
        }
        at = end;
    }
    return result;
}

bool fits(std::string_view text, std::size_t bytes) {
    return text.size() <= bytes && text.find('\0') == std::string_view::npos &&
           std::count_if(text.begin(), text.end(), [](char byte) {
               return !is_continuation(byte);
           }) <= static_cast<std::ptrdiff_t>(max_term_points);
}

std::string hash_hex(std::string_view text) {
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

/// The one place where limits of terms are kept: a word that is too long is cut …
std::string cut_term(std::string_view prefix, std::string_view text) {
    std::string term(prefix);
    if (fits(text, max_term_bytes - prefix.size())) {
        term += text;
    } else {
        term += bounded(text, max_term_bytes - prefix.size(), max_term_points);
    }
    return term;
}

/// … and a value that is too long is cut and ends in its hash, so that two values stay two.
std::string hashed_term(std::string_view prefix, std::string_view text) {
    if (fits(text, max_term_bytes - prefix.size())) {
        return std::string(prefix) + std::string(text);
    }
    const std::string hash = hash_hex(text);
    return std::string(prefix) +
           bounded(text, max_term_bytes - prefix.size() - hash.size(),
                   max_term_points - hash.size()) +
           hash;
}

bool only_letters(std::string_view form) {
    return std::all_of(form.begin(), form.end(), [](char byte) {
        return (byte >= 'a' && byte <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
    });
}

bool has_vowel(std::string_view form) {
    return form.find_first_of("aeiouy") != std::string_view::npos ||
           std::any_of(form.begin(), form.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
}

/// cdns → cdn; prs stays (three letters). Snowball keeps the s after a consonant if the word has no
/// vowel.
std::string_view without_plural(std::string_view form) {
    const bool plural =
        form.size() >= 4 && form.back() == 's' && form[form.size() - 2] != 's' && !has_vowel(form);
    return plural ? form.substr(0, form.size() - 1) : form;
}

/// Whether folding surely leaves a word as it is.
bool is_folded(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::unordered_set<std::string> stop_words_of(std::string_view language) {
    std::unordered_set<std::string> result;
    for (const StopWords &list : stop_word_lists()) {
        if (list.language != language) {
            continue;
        }
        for (std::size_t at = 0; at < list.words.size();) {
            const std::size_t end = std::min(list.words.find(' ', at), list.words.size());
            const std::string_view word = list.words.substr(at, end - at);
            if (!word.empty()) {
                result.insert(is_folded(word) ? std::string(word) : text::fold_value(word));
            }
            at = end + 1;
        }
    }
    return result;
}

} // namespace

struct Stemmer::Impl {
    Xapian::Stem stem;
    std::unordered_set<std::string> stop_words;
    std::unordered_map<std::string, std::string> remembered;
    bool keeps_start = true;
};

Stemmer::Stemmer(std::string_view language) : impl_(std::make_unique<Impl>()) {
    const std::string_view used = language.empty() ? "en" : language;
    if (has_stemmer(used)) {
        impl_->stem = Xapian::Stem(std::string(used));
        impl_->keeps_start = std::find(prefixing_languages.begin(), prefixing_languages.end(),
                                       used) == prefixing_languages.end();
    }
    impl_->stop_words = stop_words_of(used);
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer &&) noexcept = default;
Stemmer &Stemmer::operator=(Stemmer &&) noexcept = default;

std::string Stemmer::stem(const text::Token &token) const {
    if (token.kind != text::TokenKind::word || !only_letters(token.form)) {
        return token.form;
    }
    auto &remembered = impl_->remembered;
    if (const auto found = remembered.find(token.form); found != remembered.end()) {
        return found->second;
    }
    if (remembered.size() >= max_remembered) {
        remembered.clear();
    }
    const std::string_view singular = without_plural(token.form);
    std::string stem =
        impl_->stem.is_none() ? std::string(singular) : impl_->stem(std::string(singular));
    if (stem.empty()) {
        stem = token.form;
    }
    return remembered.emplace(token.form, std::move(stem)).first->second;
}

bool Stemmer::keeps_start() const {
    return impl_->keeps_start;
}

bool Stemmer::is_stop_word(std::string_view form) const {
    return impl_->stop_words.count(std::string(form)) > 0;
}

std::string word_term(std::string_view form) {
    return cut_term("", form);
}

std::string word_term(std::string_view form, schema::FieldId field) {
    return cut_term(schema::row(field).word_prefix, form);
}

std::string stem_term(std::string_view stem) {
    return cut_term(schema::stem_prefix, stem);
}

std::string stem_term(std::string_view stem, schema::FieldId field) {
    std::string prefix(schema::stem_prefix);
    prefix += schema::row(field).word_prefix;
    return cut_term(prefix, stem);
}

std::string value_term(schema::FieldId field, std::string_view folded) {
    return hashed_term(schema::row(field).value_prefix, folded);
}

std::string year_term(int year) {
    return value_term(schema::FieldId::year, std::to_string(year));
}

std::string id_term(std::string_view id) {
    return hashed_term(schema::id_prefix, id);
}

std::string source_key_term(std::string_view source_key) {
    return hashed_term(schema::owner_prefix, source_key);
}

std::string stemmer_fingerprint() {
    std::string languages;
    for (const std::string_view language : stemmed_languages) {
        languages += language;
    }
    XXH64_hash_t stops = 0;
    for (const StopWords &list : stop_word_lists()) {
        stops = XXH64(list.words.data(), list.words.size(), stops);
    }
    return fmt::format("stem:xapian{}.{}-{}-{:08x}", XAPIAN_MAJOR_VERSION, XAPIAN_MINOR_VERSION,
                       languages, static_cast<std::uint32_t>(stops));
}

std::string fingerprint() {
    std::string weights = std::to_string(schema::body_weight);
    for (const schema::FieldRow &field : schema::field_table()) {
        weights += fmt::format(".{}", field.weight);
    }
    std::string whole = fmt::format("{} {} terms:{}-{}", text::analyzer_fingerprint(),
                                    stemmer_fingerprint(), rules_version, weights);
    std::replace(whole.begin(), whole.end(), '\n', ' ');
    return whole;
}

} // namespace ideary::index
