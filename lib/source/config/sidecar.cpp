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
    } else if (key != "file") {
        return "the member " + collapse_whitespace(key) + " is not known";
    }
    return {};
}

} // namespace

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
