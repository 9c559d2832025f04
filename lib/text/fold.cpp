// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/fold.hpp"

#include <array>
#include <memory>
#include <mutex>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/icu.hpp"

namespace ideary::text {
namespace {

struct Spelling {
    char32_t letter;
    std::string_view ascii;
};

/// Letters that Unicode does not decompose, as people type them without their keyboard.
constexpr Spelling spellings[] = {
    {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"}, {U'þ', "th"}, {U'đ', "d"}, {U'ħ', "h"}, {U'ı', "i"},
    {U'ĸ', "k"},  {U'ł', "l"}, {U'ŋ', "n"}, {U'œ', "oe"}, {U'ŧ', "t"}, {U'ƀ', "b"}, {U'ƒ', "f"},
    {U'ƙ', "k"},  {U'ƚ', "l"}, {U'ƞ', "n"}, {U'ƥ', "p"},  {U'ƫ', "t"}, {U'ƴ', "y"}, {U'ƶ', "z"},
    {U'ǝ', "e"},  {U'ǥ', "g"}, {U'ȥ', "z"}, {U'ɓ', "b"},  {U'ɖ', "d"}, {U'ɗ', "d"}, {U'ə', "e"},
    {U'ɛ', "e"},  {U'ɨ', "i"}, {U'ɔ', "o"}, {U'ʉ', "u"},  {U'’', "'"}, {U'‐', "-"}, {U'‑', "-"},
};

std::string_view spelling(char32_t point) {
    for (const Spelling &row : spellings) {
        if (row.letter == point) {
            return row.ascii;
        }
    }
    return {};
}

enum class Base { plain, cyrillic_e, cyrillic_vowel, cyrillic, arabic, hebrew, other };

Base base_of(char32_t point) {
    constexpr std::u32string_view vowels = U"аиоуыэюяієұүө";
    if (u_isdigit(static_cast<UChar32>(point))) {
        return Base::plain;
    }
    if (point == U'е') {
        return Base::cyrillic_e;
    }
    if (vowels.find(point) != std::u32string_view::npos) {
        return Base::cyrillic_vowel;
    }
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(point), &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
        return Base::plain;
    case USCRIPT_CYRILLIC:
        return Base::cyrillic;
    case USCRIPT_ARABIC:
        return Base::arabic;
    case USCRIPT_HEBREW:
        return Base::hebrew;
    default:
        return Base::other;
    }
}

constexpr bool in(char32_t point, char32_t first, char32_t last) {
    return point >= first && point <= last;
}

bool is_general_diacritic(char32_t point) {
    return in(point, 0x300, 0x36F) || in(point, 0x1AB0, 0x1AFF) || in(point, 0x1DC0, 0x1DFF) ||
           in(point, 0x20D0, 0x20FF) || in(point, 0xFE20, 0xFE2F);
}

/// Whether a mark is a matter of spelling, given its base letter.
bool is_accent(char32_t mark, Base base) {
    const bool stress = mark == 0x300 || mark == 0x301 || mark == 0x304;
    switch (base) {
    case Base::plain:
        return is_general_diacritic(mark);
    case Base::cyrillic_e:
        return stress || mark == 0x308;
    case Base::cyrillic_vowel:
        return stress || in(mark, 0x483, 0x487);
    case Base::cyrillic:
        return in(mark, 0x483, 0x487);
    case Base::arabic:
        return in(mark, 0x64B, 0x652) || mark == 0x670;
    case Base::hebrew:
        return in(mark, 0x591, 0x5C7);
    case Base::other:
        return false;
    }
    return false;
}

void append_folded(icu::UnicodeString &out, char32_t point) {
    const auto code = static_cast<UChar32>(point);
    if (point >= 0x80) {
        if (const std::string_view ascii = spelling(point); !ascii.empty()) {
            out.append(to_utf16(ascii));
            return;
        }
        if (u_charType(code) == U_DECIMAL_DIGIT_NUMBER) {
            out.append(static_cast<UChar32>('0' + u_charDigitValue(code)));
            return;
        }
    }
    out.append(code);
}

icu::UnicodeString without_accents(const icu::UnicodeString &decomposed) {
    icu::UnicodeString out;
    Base base = Base::plain;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 code = decomposed.char32At(i);
        const auto point = static_cast<char32_t>(code);
        if (point == 0x640 || u_charType(code) == U_ENCLOSING_MARK) {
            continue; // Arabic letters drawn long; keycaps and circles
        }
        if (u_charType(code) != U_NON_SPACING_MARK) {
            base = base_of(point);
            append_folded(out, point);
        } else if (!is_accent(point, base)) {
            out.append(code);
        }
    }
    return out;
}

/// Scripts written without case and accents, precomposed: their letters are their own folds.
bool folds_to_itself(char32_t point) {
    return in(point, 0x4E00, 0x9FFF) || in(point, 0x3041, 0x3096) || in(point, 0x30A1, 0x30FA) ||
           point == 0x30FC || in(point, 0xAC00, 0xD7A3) || in(point, 0xE01, 0xE32) ||
           in(point, 0xE40, 0xE46);
}

constexpr char32_t table_start = 0xC0;
constexpr char32_t table_end = 0x530;

/// Folds of Latin, Greek and Cyrillic letters; empty for what is no letter. A block is filled when
/// one of its letters is asked for: all of them take longer than a search.
class LetterTable {
  public:
    std::string_view form(char32_t point) {
        const std::size_t at = point - table_start;
        std::call_once(filled_[at / block], [this, at] { fill(at / block * block); });
        return forms_[at];
    }

  private:
    static constexpr std::size_t block = 16;
    static constexpr std::size_t size = table_end - table_start;
    static_assert(size % block == 0);

    void fill(std::size_t begin) {
        for (std::size_t at = begin; at < begin + block; ++at) {
            const auto point = static_cast<char32_t>(table_start + at);
            // U+0345 and the like are marks; U+02BC is a letter that acts as a sign.
            if (u_isalpha(static_cast<UChar32>(point)) && !is_mark(point) &&
                !in(point, 0x2B0, 0x36F)) {
                std::string one;
                append_code_point(one, point);
                std::string form = fold_reference(one);
                forms_[at] = form.find(' ') == form.npos ? form : std::string();
            }
        }
    }

    std::array<std::string, size> forms_;
    std::array<std::once_flag, size / block> filled_;
};

std::string_view table_form(char32_t point) {
    static const std::unique_ptr<LetterTable> table = std::make_unique<LetterTable>();
    return table->form(point);
}

bool fold_quickly(std::string_view utf8, std::string &out) {
    std::string_view folded;
    for (std::size_t i = 0; i < utf8.size();) {
        const std::size_t start = i;
        const char32_t point = next_code_point(utf8, i);
        if (point < 0x80) {
            out.push_back(ascii_lower(static_cast<char>(point)));
        } else if (simple_letter(point, folded)) {
            out.append(folded);
        } else if (folds_to_itself(point)) {
            out.append(utf8, start, i - start);
        } else {
            return false;
        }
    }
    return true;
}

/// Whether each character of text folds by itself: none composes with the one before it.
bool folds_apart(std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size();) {
        if (!nfkc_fold().hasBoundaryBefore(static_cast<UChar32>(next_code_point(utf8, i)))) {
            return false;
        }
    }
    return true;
}

} // namespace

std::string cap_marks(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    std::size_t marks = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const std::size_t start = i;
        const char32_t point = next_code_point(utf8, i);
        marks = is_mark(point) ? marks + 1 : 0;
        if (marks <= max_marks) {
            out.append(utf8, start, i - start);
        }
    }
    return out;
}

bool simple_letter(char32_t point, std::string_view &folded) {
    if (point < table_start || point >= table_end) {
        return false;
    }
    folded = table_form(point);
    return !folded.empty();
}

std::string fold_reference(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text = to_utf16(cap_marks(utf8));
    text = nfkc_fold().normalize(text, status);
    text = nfd().normalize(text, status);
    check(status, "folding text");
    text = nfc().normalize(without_accents(text), status);
    check(status, "folding text");
    return to_utf8(text);
}

std::string fold_form(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    if (fold_quickly(utf8, out)) {
        return out;
    }
    return fold_reference(utf8);
}

std::string Folder::fold(std::string_view utf8) {
    constexpr std::size_t longest_key = 32;
    std::string out;
    out.reserve(utf8.size());
    if (fold_quickly(utf8, out)) {
        return out;
    }
    if (!folds_apart(utf8)) {
        return utf8.size() <= longest_key ? known(utf8) : fold_reference(utf8);
    }
    out.clear();
    for (std::size_t i = 0; i < utf8.size();) {
        const std::size_t start = i;
        const char32_t point = next_code_point(utf8, i);
        if (point < 0x80) {
            out.push_back(ascii_lower(static_cast<char>(point)));
        } else {
            out += known(utf8.substr(start, i - start));
        }
    }
    return out;
}

/// The reference holds until the next call.
const std::string &Folder::known(std::string_view key) {
    constexpr std::size_t most = 8192;
    if (const auto found = known_.find(std::string(key)); found != known_.end()) {
        return found->second;
    }
    if (known_.size() >= most) {
        known_.clear();
    }
    return known_[std::string(key)] = fold_reference(key);
}

} // namespace ideary::text
