// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "fuzz/targets_text.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "fuzz/checks.hpp"
#include "fuzz/query_parser.hpp"
#include "ideary/text.hpp"
#include "index/analysis/terms.hpp"
#include "text/decode.hpp"
#include "text/normalize.hpp"
#include "text/tokens.hpp"

namespace fuzz {
namespace {

using namespace ideary;

constexpr std::array forced = std::to_array<std::string_view>(
    {"", "UTF-8", "UTF-16", "UTF-16LE", "UTF-32", "UTF-7", "windows-1252", "Shift_JIS", "EUC-JP",
     "ISO-2022-JP", "ISO-2022-KR", "GB18030", "Big5", "HZ-GB-2312", "IBM037"});

/// A hash of all members, so that two long lists can be compared without storing both.
std::size_t hash_of(const text::Token &token) {
    std::size_t hash = std::hash<std::string>()(token.form);
    for (const std::size_t number :
         {std::size_t{token.position}, std::size_t{token.offset}, std::size_t{token.length},
          static_cast<std::size_t>(token.kind), std::size_t{token.part},
          std::size_t{token.compound}}) {
        hash = (hash ^ number) * 0x9E3779B97F4A7C15; // as Fibonacci hashing does
    }
    return hash;
}

std::vector<std::size_t> hashes_of(const std::vector<text::Token> &tokens) {
    std::vector<std::size_t> hashes(tokens.size());
    std::transform(tokens.begin(), tokens.end(), hashes.begin(), hash_of);
    return hashes;
}

std::string bad_token(const text::Token &token, std::size_t size) {
    if (token.form.empty() || text::count_code_points(token.form) > index::max_term_points ||
        !bad_text(token.form).empty()) {
        return "a token is " + token.form;
    }
    if (token.offset > size || token.length > size - token.offset) {
        return "a token ends after the text: " + token.form;
    }
    for (const std::string &term : {index::word_term(token.form), index::stem_term(token.form),
                                    index::word_term(token.form, schema::FieldId::source_title)}) {
        if (term.size() > index::max_term_bytes || term.find('\0') != std::string::npos) {
            return "a term is too long, or contains a NUL: " + term;
        }
    }
    return {};
}

} // namespace

/// The first byte selects the encoding that is forced on the rest.
std::string decode(const std::string &bytes) {
    const std::string_view all = bytes;
    const std::size_t choice = bytes.empty() ? 0 : static_cast<unsigned char>(bytes[0]);
    const std::string_view rest = all.substr(std::min<std::size_t>(1, all.size()));
    for (const text::Decoded &read :
         {text::decode(all), text::decode(rest, forced[choice % forced.size()])}) {
        if (!text::is_utf8(read.utf8) || read.utf8.find('\0') != std::string::npos) {
            return "decoded text is not UTF-8, or contains a NUL, from " + read.encoding;
        }
        if (read.encoding.empty()) {
            return "decoded text has no encoding";
        }
    }
    const text::Decoded whole = text::decode(all);
    return whole.encoding == "UTF-8" && whole.damaged == text::is_utf8(all)
               ? "valid UTF-8 is reported as damaged, or damaged UTF-8 is not"
               : "";
}

std::string tokens(const std::string &bytes) {
    const std::vector<std::size_t> found = hashes_of(text::Analyzer().tokenize(bytes));
    const bool same = found == hashes_of(text::Analyzer().tokenize(bytes));
    if (!same || found != hashes_of(text::Analyzer().tokenize_by_rules(bytes))) {
        return "the fast path and the rules, or two runs, give different tokens";
    }
    for (const text::Token &token : text::Analyzer().tokenize(bytes)) {
        if (std::string why = bad_token(token, bytes.size()); !why.empty()) {
            return why;
        }
    }
    return {};
}

namespace {

std::string bad_cleaning(const std::string &bytes) {
    const std::string clean = text::normalize_nfc(bytes, true);
    const std::string masked = text::mask_addresses(clean);
    if (text::normalize_nfc(clean, true) != clean || !bad_text(masked, true).empty()) {
        return "clean text is not clean: " + bad_text(masked, true);
    }
    const std::string page = to_html({clean, {{0, clean.size() / 2}}});
    if (std::count(page.begin(), page.end(), '<') != 2 * (clean.size() / 2 > 0 ? 1 : 0)) {
        return "HTML contains unescaped text";
    }
    return {};
}

/// value: at most 64 KiB.
std::string bad_folding(const std::string &value) {
    const std::string folded = text::fold_value(value), slug = text::slug(value);
    if (text::fold_value(folded) != folded || text::slug(slug) != slug) {
        return "a fold or a slug is not idempotent";
    }
    if (text::count_code_points(slug) > 60 || text::count_code_points(text::truncate(value, 20)) > 20) {
        return "text is longer than the limit";
    }
    return bad_text(text::language_code(value));
}

std::string bad_display(const std::string &bytes) {
    const std::string safe = terminal_safe(bytes);
    const std::size_t width = display_width(fit_width(safe, 10));
    if (!text::is_utf8(safe) || safe.find('\x1b') != std::string::npos || width > 10) {
        return "text controls the terminal, or is too wide";
    }
    for (const std::string &line : wrap(safe, 20)) {
        if (!text::is_utf8(line)) {
            return "a line is not UTF-8";
        }
    }
    return {};
}

} // namespace

std::string normal(const std::string &bytes) {
    std::string why = bad_cleaning(bytes);
    why = why.empty() ? bad_folding(text::truncate(bytes, std::size_t{64} << 10)) : why;
    why = why.empty() ? bad_display(bytes) : why;
    return why.empty() ? bad_text(text::guess_language(bytes)) : why;
}

std::string query(const std::string &bytes) {
    return query_holds(bytes) ? std::string() : std::string("a query violates its invariants");
}

} // namespace fuzz
