// SPDX-License-Identifier: GPL-2.0-or-later
#include "fuzz/targets_text.hpp"

#include <algorithm>
#include <array>

#include "fuzz/checks.hpp"
#include "fuzz/query_parser.hpp"
#include "ideary/text.hpp"
#include "index/terms.hpp"
#include "text/decode.hpp"
#include "text/normal.hpp"
#include "text/tokens.hpp"

namespace fuzz {
namespace {

using namespace ideary;

constexpr std::array forced = std::to_array<std::string_view>(
    {"", "UTF-8", "UTF-16", "UTF-16LE", "UTF-32", "UTF-7", "windows-1252", "Shift_JIS", "EUC-JP",
     "ISO-2022-JP", "ISO-2022-KR", "GB18030", "Big5", "HZ-GB-2312", "IBM037"});

bool same(const text::Token &a, const text::Token &b) {
    return a.form == b.form && a.position == b.position && a.offset == b.offset &&
           a.length == b.length && a.kind == b.kind && a.part == b.part && a.compound == b.compound;
}

std::string bad_token(const text::Token &token, std::size_t size) {
    if (token.form.empty() || text::points(token.form) > index::max_term_points ||
        !bad_text(token.form).empty()) {
        return "a token is " + token.form;
    }
    if (token.offset > size || token.length > size - token.offset) {
        return "a token leads out of the text: " + token.form;
    }
    for (const std::string &term : {index::word_term(token.form), index::stem_term(token.form),
                                    index::word_term(token.form, schema::FieldId::source_title)}) {
        if (term.size() > index::max_term_bytes || term.find('\0') != std::string::npos) {
            return "a term is too long, or holds a NUL: " + term;
        }
    }
    return {};
}

} // namespace

/// The first byte chooses the encoding that is forced on the rest.
std::string decode(const std::string &bytes) {
    const std::string_view all = bytes;
    const std::size_t choice = bytes.empty() ? 0 : static_cast<unsigned char>(bytes[0]);
    const std::string_view rest = all.substr(std::min<std::size_t>(1, all.size()));
    for (const text::Decoded &read :
         {text::decode(all), text::decode(rest, forced[choice % forced.size()])}) {
        if (!text::is_utf8(read.utf8) || read.utf8.find('\0') != std::string::npos) {
            return "decoded text is no UTF-8, or holds a NUL, from " + read.encoding;
        }
        if (read.encoding.empty()) {
            return "decoded text has no encoding";
        }
    }
    const text::Decoded whole = text::decode(all);
    return whole.encoding == "UTF-8" && whole.damaged == text::is_utf8(all)
               ? "UTF-8 is told as damaged, or the other way round"
               : "";
}

std::string tokens(const std::string &bytes) {
    text::Analyzer indexing, asking;
    const std::vector<text::Token> found = indexing.tokenize(bytes);
    const std::vector<text::Token> again = asking.tokenize(bytes);
    const std::vector<text::Token> by_rules = asking.tokenize_by_rules(bytes);
    if (!std::equal(found.begin(), found.end(), again.begin(), again.end(), same) ||
        !std::equal(found.begin(), found.end(), by_rules.begin(), by_rules.end(), same)) {
        return "two analyzers, or the shortcut and the rules, give other tokens";
    }
    for (const text::Token &token : found) {
        if (std::string why = bad_token(token, bytes.size()); !why.empty()) {
            return why;
        }
    }
    return {};
}

std::string normal(const std::string &bytes) {
    const std::string clean = text::clean(bytes, true);
    const std::string masked = text::mask_addresses(clean);
    if (text::clean(clean, true) != clean || !bad_text(masked, true).empty()) {
        return "clean text is not clean: " + bad_text(masked, true);
    }
    const std::string folded = text::fold_value(bytes), slug = text::slug(bytes);
    if (text::fold_value(folded) != folded || text::slug(slug) != slug) {
        return "a fold or a slug is not its own";
    }
    if (text::points(slug) > 60 || text::points(text::cut(bytes, 20)) > 20) {
        return "text is longer than asked for";
    }
    const std::string safe = terminal_safe(bytes);
    const std::size_t width = display_width(fit_width(safe, 10));
    if (!text::is_utf8(safe) || safe.find('\x1b') != std::string::npos || width > 10) {
        return "text commands the terminal, or is wider than it";
    }
    for (const std::string &line : wrap(safe, 20)) {
        if (!text::is_utf8(line)) {
            return "a line is no UTF-8";
        }
    }
    const std::string page = to_html({clean, {{0, clean.size() / 2}}});
    if (std::count(page.begin(), page.end(), '<') != 2 * (clean.size() / 2 > 0 ? 1 : 0)) {
        return "a page holds what nobody escaped";
    }
    return bad_text(text::guess_language(bytes) + text::language_code(bytes));
}

std::string query(const std::string &bytes) {
    return query_holds(bytes) ? std::string() : std::string("a query does not say the same twice");
}

} // namespace fuzz
