// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/members/record_values.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "source/members/plain_text.hpp"
#include "source/metadata/dates.hpp"
#include "source/metadata/values.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t max_date_members = 16;
constexpr int max_steps = 4; ///< levels below a value in which its text is searched

/// Members that hold the text of an object, the preferred first.
constexpr std::array text_members = std::to_array<std::string_view>(
    {"#text", "value", "en", "name", "title", "label", "text", "rendered", "html", "term", "href",
     "date", "dateTime", "slug"});

struct LanguageName {
    std::string_view name, code;
};
constexpr std::array language_names = std::to_array<LanguageName>({
    {"english", "en"},    {"englisch", "en"},   {"anglais", "en"},     {"ingles", "en"},
    {"inglese", "en"},    {"英語", "en"},       {"英语", "en"},        {"английский", "en"},
    {"german", "de"},     {"deutsch", "de"},    {"allemand", "de"},    {"tedesco", "de"},
    {"french", "fr"},     {"francais", "fr"},   {"franzosisch", "fr"}, {"spanish", "es"},
    {"espanol", "es"},    {"castellano", "es"}, {"spanisch", "es"},    {"portuguese", "pt"},
    {"portugues", "pt"},  {"italian", "it"},    {"italiano", "it"},    {"dutch", "nl"},
    {"nederlands", "nl"}, {"polish", "pl"},     {"polski", "pl"},      {"czech", "cs"},
    {"cestina", "cs"},    {"russian", "ru"},    {"русский", "ru"},     {"ukrainian", "uk"},
    {"українська", "uk"}, {"japanese", "ja"},   {"日本語", "ja"},      {"chinese", "zh"},
    {"mandarin", "zh"},   {"中文", "zh"},       {"korean", "ko"},      {"한국어", "ko"},
    {"swedish", "sv"},    {"svenska", "sv"},    {"norwegian", "no"},   {"norsk", "no"},
    {"danish", "da"},     {"dansk", "da"},      {"finnish", "fi"},     {"suomi", "fi"},
    {"hungarian", "hu"},  {"magyar", "hu"},     {"turkish", "tr"},     {"turkce", "tr"},
    {"greek", "el"},      {"hebrew", "he"},     {"arabic", "ar"},      {"indonesian", "id"},
});

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// `en`, `de-formal`, `zh_Hans`: the key of a text in one language.
bool is_language_key(std::string_view key) {
    const std::size_t end = std::min(key.find_first_of("-_"), key.size());
    return (end == 2 || end == 3) && !text::language_code(key.substr(0, end)).empty();
}

/// The year of seconds or milliseconds since 1970.
std::optional<int> year_of_epoch(std::string_view digits) {
    long long seconds = std::stoll(std::string(digits.substr(0, 13)));
    seconds = digits.size() == 13 ? seconds / 1000 : seconds;
    return 1970 + static_cast<int>(static_cast<double>(seconds) / 31556952.0);
}

std::optional<int> checked(int year) {
    return year >= 1900 && year <= 2100 ? std::optional(year) : std::nullopt;
}

} // namespace

std::string_view raw_text(const Value &given) {
    const Value *value = &given;
    for (int step = 0; step < max_steps && value != nullptr; ++step) {
        if (value->is_scalar()) {
            return value->text;
        }
        if (value->items.empty()) {
            return {};
        }
        const Value *next = nullptr;
        for (const std::string_view name : text_members) {
            next = next == nullptr && value->kind == Value::Kind::map ? value->find(name) : next;
        }
        const bool named = next != nullptr && !is_language_key(next->key);
        const Value &first = value->items.front();
        if (!named && next == nullptr &&
            (value->kind == Value::Kind::list || is_language_key(first.key))) {
            next = &first;
        }
        value = next;
    }
    return {};
}

std::string line_of(const Value &value) {
    return plain_line(raw_text(value));
}

std::vector<std::string> lines_of(const Value &value) {
    std::vector<std::string> lines;
    std::unordered_set<std::string> seen;
    const auto put = [&](std::string line) {
        if (!line.empty() && seen.insert(line).second) {
            lines.push_back(std::move(line));
        }
    };
    if (value.kind != Value::Kind::list) {
        put(line_of(value));
        return lines;
    }
    for (const Value &item : value.items) {
        put(line_of(item));
    }
    return lines;
}

std::optional<int> year_of_text(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    text = from == std::string_view::npos ? std::string_view() : text.substr(from, 64);
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == text.size() && (digits == 10 || digits == 13)) {
        return checked(*year_of_epoch(text));
    }
    if (digits == 8 && (text.size() == 8 || text[8] == 'T')) {
        return checked(std::stoi(std::string(text.substr(0, 4))));
    }
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const bool starts = at == 0 || !is_digit(text[at - 1]);
        const std::string_view part = text.substr(at, 4);
        const bool ends = at + 4 == text.size() || !is_digit(text[at + 4]);
        if (starts && ends && std::all_of(part.begin(), part.end(), is_digit)) {
            if (const auto year = checked(std::stoi(std::string(part)))) {
                return year;
            }
        }
    }
    return year_in(text);
}

std::optional<int> year_of(const Value &value) {
    if (value.is_scalar()) {
        return year_of_text(value.text);
    }
    if (value.items.size() > max_date_members) { // a day with its entries
        return std::nullopt;
    }
    if (value.kind == Value::Kind::list && !value.items.empty()) {
        const Value &first = value.items.front();
        return first.kind == Value::Kind::text || first.kind == Value::Kind::map ? year_of(first)
                                                                                 : std::nullopt;
    }
    for (const char *name :
         {"date", "start", "dateTime", "starts", "startsAt", "starts_at", "start_time", "from",
          "begin", "#text", "_seconds", "seconds", "$date"}) {
        const Value *member = value.kind == Value::Kind::map ? value.find(name) : nullptr;
        if (member != nullptr) {
            return year_of(*member);
        }
    }
    return std::nullopt;
}

std::string language_of(std::string_view text) {
    const std::string folded = text::fold_value(text.substr(0, 64));
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find_first_of(",;/|& ", at), folded.size());
        const std::string word = folded.substr(at, end - at);
        for (const LanguageName &row : language_names) {
            if (row.name == word) {
                return std::string(row.code);
            }
        }
        if (word.size() == 2 || word.size() == 3 || (word.size() == 5 && word[2] == '-')) {
            if (std::string code = text::language_code(word); !code.empty()) {
                return code;
            }
        }
        at = end + 1;
    }
    return {};
}

bool is_true(const Value &value) {
    if (value.kind == Value::Kind::map) {
        return !value.items.empty();
    }
    const std::string folded = text::fold_value(value.text);
    return folded == "true" || folded == "yes" || folded == "1" || folded == "y" ||
           folded == "ja" || folded == "oui" || folded == "si" || folded == "x";
}

} // namespace ideary::source
