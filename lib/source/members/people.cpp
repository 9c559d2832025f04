// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/members/people.hpp"

#include <algorithm>
#include <array>

#include "source/members/joins.hpp"
#include "source/members/record_values.hpp"
#include "source/metadata/values.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

constexpr int max_depth = 4;

/// Roles of people who are no speakers.
constexpr std::array other_roles = std::to_array<std::string_view>(
    {"contributor", "attendee", "reviewer", "organizer", "organiser", "chair", "volunteer",
     "herald", "angel", "staff", "sponsor", "translator", "producer", "coordinator"});

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_lower_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c);
}

bool has_other_role(const std::vector<Member> &members) {
    const Value *role = find_member(members, Meaning::role);
    const std::string folded = role == nullptr ? std::string() : text::fold_value(raw_text(*role));
    return std::find(other_roles.begin(), other_roles.end(), folded) != other_roles.end();
}

std::string turned_round(const std::string &name) {
    const std::size_t comma = name.find(", ");
    const bool one = comma != std::string::npos && name.find(',', comma + 1) == std::string::npos;
    return one ? name.substr(comma + 2) + " " + name.substr(0, comma) : name;
}

/// `5:Jane Doe`, `[Jane Doe](https://…)`, `"Jane Doe"`: the name alone.
std::string without_marks(std::string name) {
    const std::size_t digits = name.find_first_not_of("0123456789");
    if (digits != std::string::npos && digits > 0 && name[digits] == ':') {
        name.erase(0, digits + 1);
    }
    const std::size_t link = name.find("](");
    if (name.starts_with('[') && link != std::string::npos) {
        const std::size_t end = std::min(name.find(')', link), name.size() - 1);
        name = name.substr(1, link - 1) + name.substr(end + 1);
    }
    const std::size_t from = name.find_first_not_of(" \"'`*_");
    const std::size_t to = name.find_last_not_of(" \"'`*,");
    return from == std::string::npos ? std::string() : name.substr(from, to + 1 - from);
}

/// Cuts a text at each of the separators.
std::vector<std::string> cut(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + separator.size();
    }
    return parts;
}

/// Names of people in one text: `A, B and C`, `A; B`, `1:A|2:B`, `A: affiliation; B: affiliation`,
/// a list of Python.
std::vector<std::string> names_in(std::string_view given, bool several) {
    std::string text = std::string(given);
    if (text.starts_with('[') && text.ends_with(']') && text.find("](") == std::string::npos) {
        text = text.substr(1, text.size() - 2);
        several = true;
    }
    std::vector<std::string> parts = {text};
    for (const std::string_view separator : {"|", "\n", " / ", "、", "，", "；"}) {
        if (text.find(separator) != std::string::npos) {
            parts = cut(text, separator);
            break;
        }
    }
    std::vector<std::string> all;
    for (const std::string &part : parts) {
        const bool affiliations =
            part.find(';') != std::string::npos && part.find(": ") != std::string::npos;
        for (const std::string &name : people(part, several)) {
            const std::size_t colon = affiliations ? name.find(": ") : std::string::npos;
            all.push_back(without_marks(name.substr(0, colon)));
        }
    }
    std::erase_if(all, [](const std::string &name) { return name.empty(); });
    return all;
}

class PeopleReader {
  public:
    PeopleReader(MemberNames &names, const PeopleReading &reading)
        : names_(names), reading_(reading) {}

    void read(const Value &value, int depth, bool in_list) {
        if (value.is_scalar()) {
            read_text(value, in_list);
        } else if (value.kind == Value::Kind::list) {
            for (const Value &item : value.items) {
                if (depth < max_depth) {
                    read(item, depth + 1, value.items.size() > 1 || value.key.ends_with('s'));
                }
            }
        } else if (value.kind == Value::Kind::map) {
            read_map(value, depth);
        }
    }
    std::vector<std::string> found;

  private:
    void read_text(const Value &value, bool in_list) {
        std::string key = collapse_whitespace(value.text);
        if (const std::string_view name = joined(key); !name.empty()) {
            found.emplace_back(name);
            return;
        }
        if (value.kind == Value::Kind::number || is_key(key)) {
            return;
        }
        const std::string text = line_of(value);
        const bool parts = !in_list || reading_.split_lists || text.find("…") != std::string::npos;
        if (reading_.keys_only && text.find(' ') == std::string::npos) {
            return;
        }
        if (!parts) {
            const std::string name = without_marks(text);
            found.insert(found.end(), name.empty() ? 0 : 1, name);
            return;
        }
        const bool raw_lines = value.text.find('\n') != std::string::npos;
        const bool one = value.key == "author" || value.key == "creator";
        for (std::string &name : names_in(raw_lines ? value.text : text, !one && !in_list)) {
            found.push_back(std::move(name));
        }
    }
    std::string_view joined(std::string_view key) const {
        return reading_.joins == nullptr ? std::string_view() : reading_.joins->person(key);
    }
    void read_map(const Value &map, int depth) {
        const std::vector<Member> members = names_.members(map);
        if (has_other_role(members)) {
            return;
        }
        if (lists_people(map, members)) { // `<persons><person>…</person><person>…`
            for (const Value &item : map.items) {
                if (names_.is(item.key, Meaning::authors)) {
                    read(item, depth + 1, true);
                }
            }
            return;
        }
        if (std::string name = person_name(map, names_); !name.empty()) {
            found.push_back(std::move(name));
            return;
        }
        for (const char *id : {"id", "code", "slug", "key"}) {
            const Value *key = map.find(id);
            if (key != nullptr && key->is_scalar() && !joined(key->text).empty()) {
                found.emplace_back(joined(key->text));
                return;
            }
        }
        const bool keyed = std::all_of(map.items.begin(), map.items.end(), [&](const Value &item) {
            return (item.kind == Value::Kind::map || item.kind == Value::Kind::boolean) &&
                   names_.find(item.key).empty();
        });
        for (const Value &item : map.items) {
            const bool nested = item.kind == Value::Kind::map || item.kind == Value::Kind::list ||
                                names_.is(item.key, Meaning::authors);
            if (item.kind == Value::Kind::boolean && !joined(item.key).empty()) {
                found.emplace_back(joined(item.key));
            } else if (nested && depth < max_depth && (keyed || is_about_people(item))) {
                read(item, depth + 1, map.items.size() > 1);
            }
        }
    }
    bool lists_people(const Value &map, const std::vector<Member> &members) {
        const bool lists = std::any_of(map.items.begin(), map.items.end(), [&](const Value &item) {
            return names_.is(item.key, Meaning::authors);
        });
        const bool named = std::any_of(members.begin(), members.end(), [&](const Member &member) {
            return (member.meaning == Meaning::person_name ||
                    member.meaning == Meaning::first_name) &&
                   !names_.is(member.value->key, Meaning::authors);
        });
        return lists && !named;
    }
    /// `{"user": {…}}`, `{"data": […]}`: what holds the person. Other members are not read.
    bool is_about_people(const Value &item) {
        return names_.is(item.key, Meaning::authors) || item.key == "user" ||
               item.key == "profile" || item.key == "attributes" || item.key == "data" ||
               item.key == "value" || names_.is(item.key, Meaning::person_name);
    }

    MemberNames &names_;
    const PeopleReading &reading_;
};

} // namespace

bool is_key(std::string_view text) {
    if (text.empty() || text.find(' ') != std::string_view::npos ||
        text.find("://") != std::string_view::npos) {
        return text.find("://") != std::string_view::npos;
    }
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    const auto plain = std::count_if(text.begin(), text.end(), is_lower_or_digit);
    const auto dashes =
        std::count_if(text.begin(), text.end(), [](char c) { return c == '-' || c == '_'; });
    const auto size = static_cast<std::ptrdiff_t>(text.size());
    const bool slug =
        dashes > 0 && plain + dashes == size && text.front() != '_' && text.back() != '_';
    const bool identifier =
        size >= 16 && digits >= 2 && std::all_of(text.begin(), text.end(), [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
        });
    return digits == size || slug || identifier;
}

std::string person_name(const Value &person, MemberNames &names) {
    if (person.is_scalar()) {
        return line_of(person);
    }
    if (const Value *text = person.find("#text"); text != nullptr && text->is_scalar()) {
        return without_marks(line_of(*text));
    }
    const std::vector<Member> members = names.members(person);
    const Value *first = find_member(members, Meaning::first_name);
    const Value *last = find_member(members, Meaning::last_name);
    std::string both = first == nullptr ? std::string() : line_of(*first);
    if (last != nullptr) {
        both += (both.empty() ? "" : " ") + line_of(*last);
    }
    for (const Value *value : find_members(members, Meaning::person_name)) {
        const bool late =
            value->key == "title" || value->key == "login" || value->key == "username";
        std::string name = late && !both.empty() ? both : without_marks(line_of(*value));
        const bool inverted =
            name.find(", ") != std::string::npos && normalized_name(value->key) == "fullname";
        name = inverted ? (both.empty() ? turned_round(name) : both) : name;
        if (name.empty() && value->kind == Value::Kind::map) {
            name = person_name(*value, names);
        }
        if (!name.empty() && name.find("://") == std::string::npos) {
            return name;
        }
    }
    return without_marks(both);
}

std::vector<std::string> people_of(const Value &member, MemberNames &names,
                                   const PeopleReading &reading) {
    PeopleReader reader(names, reading);
    reader.read(member, 0, false);
    return std::move(reader.found);
}

} // namespace ideary::source
