// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/data/bibtex.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace ideary::source {
namespace {

/// A combining mark for an accent of LaTeX, `\"{u}`: the text is normalized to NFC later.
struct Accent {
    char command;
    std::string_view mark;
};
constexpr std::array accents = std::to_array<Accent>({
    {'\'', "\u0301"},
    {'`', "\u0300"},
    {'^', "\u0302"},
    {'"', "\u0308"},
    {'~', "\u0303"},
    {'=', "\u0304"},
    {'.', "\u0307"},
    {'u', "\u0306"},
    {'v', "\u030C"},
    {'H', "\u030B"},
    {'c', "\u0327"},
    {'k', "\u0328"},
    {'r', "\u030A"},
    {'d', "\u0323"},
    {'b', "\u0331"},
});

struct Letter {
    std::string_view command, text;
};
constexpr std::array letters = std::to_array<Letter>({
    {"ss", "ß"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"aa", "å"},
    {"AA", "Å"},
    {"i", "i"},
    {"j", "j"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteright", "’"},
    {"textquoteleft", "‘"},
    {"ldots", "…"},
    {"dots", "…"},
    {"textasciitilde", "~"},
    {"textbackslash", "\\"},
});

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Reads one command after its backslash at `at`; returns the text it stands for.
std::string read_command(std::string_view text, std::size_t &at) {
    std::string name;
    if (at < text.size() && !is_letter(text[at])) {
        name = text[at++];
    } else {
        while (at < text.size() && is_letter(text[at])) {
            name += text[at++];
        }
    }
    for (const Letter &letter : letters) {
        if (letter.command == name) {
            at += at < text.size() && text[at] == ' ' ? 1 : 0;
            return std::string(letter.text);
        }
    }
    for (const Accent &accent : accents) {
        if (name.size() != 1 || name[0] != accent.command) {
            continue;
        }
        while (at < text.size() && (text[at] == '{' || text[at] == ' ' || text[at] == '\\')) {
            ++at;
        }
        std::string letter(text.substr(at, 1));
        at = std::min(at + 1, text.size());
        return letter + std::string(accent.mark);
    }
    return name.size() == 1 && !is_letter(name[0]) ? name : std::string();
}

/// Text of a value: braces away, commands of LaTeX replaced, whitespace collapsed.
std::string plain(std::string_view value) {
    std::string text;
    for (std::size_t at = 0; at < value.size();) {
        const char c = value[at];
        if (c == '\\') {
            ++at;
            text += read_command(value, at);
            continue;
        }
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '~';
        if (space && !text.empty() && text.back() != ' ') {
            text += ' ';
        } else if (value.substr(at, 3) == "---") {
            text += "—";
            at += 2;
        } else if (value.substr(at, 2) == "--") {
            text += "–";
            at += 1;
        } else if (!space && c != '{' && c != '}' && c != '$') {
            text += c;
        }
        ++at;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

/// `Last, First and Last, Jr, First` as names in reading order.
void add_names(std::string_view value, Value &list) {
    int depth = 0;
    std::string spaced(value);
    std::replace_if(
        spaced.begin(), spaced.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; },
        ' ');
    std::size_t from = 0;
    for (std::size_t at = 0; at <= spaced.size(); ++at) {
        const bool end = at == spaced.size();
        depth += end ? 0 : spaced[at] == '{' ? 1 : spaced[at] == '}' ? -1 : 0;
        if (!end && (depth > 0 || spaced.compare(at, 5, " and ") != 0)) {
            continue;
        }
        const std::string_view part = std::string_view(spaced).substr(from, at - from);
        const std::size_t comma = part.find(',');
        std::string name =
            comma == std::string_view::npos
                ? plain(part)
                : plain(part.substr(part.rfind(',') + 1)) + " " + plain(part.substr(0, comma));
        if (!name.empty() && name != "others") {
            Value &item = list.items.emplace_back();
            item.kind = Value::Kind::text;
            item.text = std::move(name);
        }
        from = at + 5;
    }
}

class BibtexReader {
  public:
    explicit BibtexReader(std::string_view text) : text_(text) {}

    Parsed read() {
        Parsed parsed;
        parsed.value.kind = Value::Kind::map;
        Value list;
        list.kind = Value::Kind::list;
        list.key = "entries";
        const std::size_t limit = max_values(text_.size());
        while ((at_ = text_.find('@', at_)) != std::string_view::npos && values_ < limit) {
            ++at_;
            read_entry(list);
        }
        parsed.value.items.push_back(std::move(list));
        return parsed;
    }

  private:
    std::string word() {
        std::string out;
        while (at_ < text_.size() &&
               std::string_view(" \t\r\n{}(),=\"#%'").find(text_[at_]) == std::string_view::npos) {
            const char c = text_[at_++];
            out += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
        }
        return out;
    }
    void skip_space() { at_ = std::min(text_.find_first_not_of(" \t\r\n,", at_), text_.size()); }
    /// A value between braces or quotes, or a bare word; parts joined by `#`.
    std::string value() {
        std::string out;
        while (at_ < text_.size()) {
            at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
            const char open = at_ < text_.size() ? text_[at_] : '}';
            if (open != '{' && open != '"') {
                out += word();
            } else {
                out += enclosed(open);
            }
            at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
            if (at_ >= text_.size() || text_[at_] != '#') {
                break;
            }
            ++at_;
        }
        return out;
    }
    std::string enclosed(char open) {
        const std::size_t from = ++at_;
        int depth = 0;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\\') {
                ++at_;
            } else if (depth == 0 && c == (open == '{' ? '}' : '"')) {
                break;
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
        }
        at_ = std::min(at_, text_.size());
        const std::string_view inside = text_.substr(from, at_ - from);
        at_ = std::min(at_ + 1, text_.size());
        return std::string(inside);
    }
    void add(Value &entry, std::string name, std::string_view text) {
        Value field;
        field.key = std::move(name);
        field.kind = Value::Kind::text;
        if (field.key == "author" || field.key == "editor") {
            field.kind = Value::Kind::list;
            add_names(text, field);
        } else {
            const bool address = field.key == "url" || field.key == "pdf";
            field.text = address ? std::string(text) : plain(text);
        }
        entry.items.push_back(std::move(field));
        ++values_;
    }
    void read_entry(Value &list) {
        const std::size_t start = at_;
        const std::string type = word();
        skip_space();
        const bool skipped = type == "string" || type == "comment" || type == "preamble";
        if (type.empty() || skipped || at_ >= text_.size() ||
            (text_[at_] != '{' && text_[at_] != '(')) {
            return;
        }
        ++at_;
        Value entry;
        entry.kind = Value::Kind::map;
        lines_ +=
            static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                        text_.begin() + static_cast<std::ptrdiff_t>(start), '\n'));
        counted_ = start;
        entry.line = lines_ + 1;
        const std::size_t key_end = std::min(text_.find_first_of(",}\n", at_), text_.size());
        add(entry, "entrytype", type);
        add(entry, "key", text_.substr(at_, key_end - at_));
        at_ = key_end;
        for (skip_space(); at_ < text_.size() && text_[at_] != '}' && text_[at_] != ')';
             skip_space()) {
            std::string name = word();
            skip_space();
            if (name.empty() || at_ >= text_.size() || text_[at_] != '=') {
                break;
            }
            ++at_;
            add(entry, std::move(name), value());
        }
        list.items.push_back(std::move(entry));
    }

    std::string_view text_;
    std::size_t at_ = 0, values_ = 0, counted_ = 0;
    int lines_ = 0;
};

} // namespace

Parsed parse_bibtex(std::string_view text) {
    return BibtexReader(text).read();
}

} // namespace ideary::source
