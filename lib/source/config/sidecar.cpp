// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/config/sidecar.hpp"

#include <array>

#include "source/data/value.hpp"
#include "source/metadata/dates.hpp"
#include "source/metadata/values.hpp"
#include "text/decode.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t max_sidecar_size = 4 * 1024 * 1024; ///< bytes

void remark(Sidecar &sidecar, std::string_view path, std::string text) {
    Remark one;
    one.path = path;
    one.text = std::move(text);
    sidecar.remarks.push_back(std::move(one));
}

/// A name of a file in the same folder, and nothing that leads elsewhere.
bool is_plain_name(std::string_view name) {
    return !name.empty() && name != "." && name != ".." &&
           name.find_first_of(std::string_view("/\\\0", 3)) == std::string_view::npos;
}

std::string joined(const Value &value) {
    if (value.is_scalar()) {
        return value.text;
    }
    std::string all;
    for (const Value &item : value.items) {
        const Value *name = item.kind == Value::Kind::map ? item.find("name") : &item;
        if (name != nullptr && name->is_scalar()) {
            all += (all.empty() ? "" : "; ") + name->text;
        }
    }
    return all;
}

/// The text as a JSON string.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return result + "\"";
}

/// Reads one member into overrides; a sentence about what is wrong with it, or nothing.
std::string take(const Value &member, SourceOverrides &said) {
    const std::string text = joined(member);
    const std::string &key = member.key;
    if (key == "title") {
        said.title = text;
    } else if (key == "author" || key == "authors") {
        said.author = text;
    } else if (key == "event") {
        said.event = text;
    } else if (key == "slug") {
        said.slug = text;
    } else if (key == "url") {
        said.url = web_address(text);
        return said.url.empty() && !text.empty() ? "its url is not http or https" : "";
    } else if (key == "language") {
        said.language = text;
    } else if (key == "year") {
        said.year = year_in(text);
        return said.year || text.empty() ? "" : "its year is none from 1990 to 2100";
    } else if (key == "kind") {
        said.kind = kind_from_name(text);
        return said.kind || text.empty() ? "" : "its kind is none of wish, talk, proposal, note";
    } else if (key == "ideas") {
        return take_corrections(member, said.ideas);
    } else if (key != "file") {
        return "the member " + collapse_whitespace(key) + " is not known";
    }
    return {};
}

} // namespace

std::string take_corrections(const Value &value, std::vector<IdeaCorrection> &corrections) {
    std::string problem;
    for (const Value &member : value.items) {
        IdeaCorrection one;
        const std::size_t digits = member.key.find_first_not_of("0123456789");
        const std::string number = member.key.substr(0, digits);
        one.line = number.empty() || number.size() > 8 ? 0 : std::stoi(number);
        one.title =
            digits == std::string::npos ? "" : collapse_whitespace(member.key.substr(digits));
        const bool map = member.kind == Value::Kind::map;
        const auto text_in = [&](std::string_view key) {
            const Value *found = map ? member.find(key) : nullptr;
            return found != nullptr && found->is_scalar() ? found->text : std::string();
        };
        const std::string said = map ? text_in("is") : member.text;
        one.title = map && one.title.empty() ? text_in("title") : one.title;
        one.kind = kind_from_name(text_in("kind"));
        if (said == "yes" || said == "true" || said == "no" || said == "false") {
            one.is_idea = said == "yes" || said == "true";
        }
        if (one.line == 0 || (!one.is_idea && !one.kind)) {
            problem = "the correction of " + collapse_whitespace(member.key) +
                      " is no line with yes, no or a kind";
            continue;
        }
        corrections.push_back(std::move(one));
    }
    return problem;
}

std::string print_corrections(const std::vector<IdeaCorrection> &corrections) {
    std::string text;
    for (const IdeaCorrection &one : corrections) {
        text += text.empty() ? "{" : ",";
        text +=
            quoted(std::to_string(one.line) + (one.title.empty() ? "" : " " + one.title)) + ":{";
        if (one.is_idea) {
            text += std::string("\"is\":\"") + (*one.is_idea ? "yes" : "no") + "\"";
        }
        if (one.kind) {
            text += std::string(one.is_idea ? "," : "") + "\"kind\":\"" +
                    std::string(kind_name(*one.kind)) + "\"";
        }
        text += "}";
    }
    return text.empty() ? text : text + "}";
}

Sidecar read_sidecar(std::string_view bytes, std::string_view path) {
    Sidecar sidecar;
    if (bytes.size() > max_sidecar_size) {
        remark(sidecar, path, "the sidecar is larger than 4 MiB; it is left out");
        return sidecar;
    }
    const Parsed parsed = parse_json(text::decode(bytes).utf8);
    if (!parsed.problem.empty() || parsed.value.kind != Value::Kind::list) {
        const std::string why = parsed.problem.empty() ? "it is no list" : parsed.problem;
        remark(sidecar, path, "the sidecar cannot be used (" + why + ")");
        return sidecar;
    }
    std::size_t number = 0;
    for (const Value &entry : parsed.value.items) {
        ++number;
        const Value *file = entry.find("file");
        if (file == nullptr || file->kind != Value::Kind::text || !is_plain_name(file->text)) {
            remark(sidecar, path,
                   "entry " + std::to_string(number) +
                       " names no file of this folder; it is left out");
            continue;
        }
        SourceOverrides said;
        for (const Value &member : entry.items) {
            if (const std::string problem = take(member, said); !problem.empty()) {
                remark(sidecar, path, "entry " + std::to_string(number) + ": " + problem);
            }
        }
        sidecar.files.emplace_back(file->text, std::move(said));
    }
    return sidecar;
}

} // namespace ideary::source
