// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/source_entry.hpp"

#include "source/config/sidecar.hpp"
#include "source/data/value.hpp"
#include "text/decode.hpp"
#include "text/json_writer.hpp"

namespace ideary::ingesting {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

/// Writes the members of one object, in the order of the calls; empty ones are left out.
class ObjectWriter {
  public:
    ObjectWriter() { json_.open('{'); }
    void text(std::string_view key, std::string_view value) {
        if (!value.empty()) {
            json_.member(key, value);
        }
    }
    void number(std::string_view key, std::uint64_t value) {
        if (value != 0) {
            json_.key(key).integer(value);
        }
    }
    void flag(std::string_view key, bool value) {
        if (value) {
            json_.key(key).boolean(true);
        }
    }
    void object(std::string_view key, const std::string &value) {
        if (value != "{}") {
            json_.key(key).raw(value);
        }
    }
    std::string end() { return json_.close('}').text(); }

  private:
    text::JsonWriter json_;
};

std::string overrides_to_json(const SourceOverrides &overrides) {
    ObjectWriter out;
    out.text("title", overrides.title);
    out.text("author", overrides.author);
    out.text("event", overrides.event);
    out.text("language", overrides.language);
    out.text("url", overrides.url);
    out.text("slug", overrides.slug);
    out.number("year", static_cast<std::uint64_t>(overrides.year.value_or(0)));
    out.text("kind", overrides.kind ? kind_name(*overrides.kind) : "");
    out.text("encoding", overrides.encoding);
    out.flag("hidden", overrides.hidden);
    out.text("ideas", source::print_corrections(overrides.ideas));
    return out.end();
}

std::string text_of(const source::Value &object, std::string_view key) {
    const source::Value *value = object.find(key);
    return value != nullptr && value->kind == source::Value::Kind::text ? value->text : "";
}

std::uint64_t number_in(const source::Value &value) {
    const bool plain = value.kind == source::Value::Kind::number && value.text.size() < 19 &&
                       value.text.find_first_not_of("0123456789") == std::string::npos;
    return plain ? std::stoull(value.text) : 0;
}

std::uint64_t number_of(const source::Value &object, std::string_view key) {
    const source::Value *value = object.find(key);
    return value != nullptr ? number_in(*value) : 0;
}

std::optional<int> year_of(const source::Value &object) {
    const std::uint64_t year = number_of(object, "year");
    return year != 0 && year < 10000 ? std::optional(static_cast<int>(year)) : std::nullopt;
}

bool flag_of(const source::Value &object, std::string_view key) {
    const source::Value *value = object.find(key);
    return value != nullptr && value->text == "true";
}

/// Whether a path reads as if printable_path had escaped a byte of it.
bool has_escape(std::string_view path) {
    for (std::size_t i = 0; i + 2 < path.size(); ++i) {
        if (path[i] == '%' && hex_digits.find(path[i + 1]) != std::string_view::npos &&
            hex_digits.find(path[i + 2]) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

/// Undoes printable_path.
std::string path_bytes(std::string_view printable) {
    std::string bytes;
    for (std::size_t i = 0; i < printable.size(); ++i) {
        const std::size_t high =
            i + 2 < printable.size() ? hex_digits.find(printable[i + 1]) : std::string::npos;
        const std::size_t low =
            i + 2 < printable.size() ? hex_digits.find(printable[i + 2]) : std::string::npos;
        if (printable[i] == '%' && high != std::string::npos && low != std::string::npos) {
            bytes += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            bytes += printable[i];
        }
    }
    return bytes;
}

SourceOverrides parse_overrides(const source::Value &object) {
    SourceOverrides overrides;
    overrides.title = text_of(object, "title");
    overrides.author = text_of(object, "author");
    overrides.event = text_of(object, "event");
    overrides.language = text_of(object, "language");
    overrides.url = text_of(object, "url");
    overrides.slug = text_of(object, "slug");
    overrides.year = year_of(object);
    overrides.kind = kind_from_name(text_of(object, "kind"));
    overrides.encoding = text_of(object, "encoding");
    overrides.hidden = flag_of(object, "hidden");
    const source::Parsed ideas = source::parse_json(text_of(object, "ideas"));
    source::take_corrections(ideas.value, overrides.ideas);
    return overrides;
}

} // namespace

std::string key_of(const Input &input) {
    if (input.is_named) {
        return named_key(input.path);
    }
    return input.is_stdin ? "-:" + printable_path(input.path) : printable_path(input.file);
}

std::string named_key(const std::string &name) {
    return "name:" + printable_path(name);
}

Input input_of(const SourceEntry &source) {
    Input input;
    input.path = source.path;
    input.file = source.file;
    input.is_stdin = source.is_stdin;
    input.is_named = source.is_named;
    input.archive = source.archive;
    input.compressed_by_us = source.compressed_by_us;
    input.overrides = source.overrides;
    return input;
}

std::string to_line(const SourceEntry &source) {
    ObjectWriter persons;
    for (const auto &[hash, number] : source.persons) {
        persons.number(hash, static_cast<std::uint64_t>(number));
    }
    ObjectWriter out;
    out.text("path", source.path);
    const std::string file = printable_path(source.file);
    out.text("file", file);
    out.flag("file_escaped", file != source.file);
    out.flag("stdin", source.is_stdin);
    out.flag("named", source.is_named);
    out.text("kept", source.archive);
    out.flag("packed", source.compressed_by_us);
    out.text("title", source.title);
    out.text("url", source.url);
    out.text("format", source.format);
    out.text("slug", source.slug);
    out.text("given_slug", source.given_slug);
    out.number("level", static_cast<std::uint64_t>(source.level));
    out.flag("exported", source.exported);
    out.number("ideas", source.ideas);
    out.number("replaced", source.replaced);
    out.number("bytes", source.bytes);
    out.text("hash", source.hash);
    out.text("topics", source.topics);
    out.flag("own_topics", source.own_topics);
    out.number("rules", static_cast<std::uint64_t>(source.rules));
    out.object("said", overrides_to_json(source.overrides));
    out.flag("drop_persons", source.drop_persons);
    out.object("persons", persons.end());
    return out.end();
}

std::optional<SourceEntry> from_line(std::string_view line) {
    const source::Parsed parsed = source::parse_json(line);
    const source::Value &object = parsed.value;
    if (object.kind != source::Value::Kind::map || text_of(object, "path").empty()) {
        return std::nullopt;
    }
    SourceEntry source;
    source.path = text_of(object, "path");
    source.file = text_of(object, "file");
    if (flag_of(object, "file_escaped")) {
        source.file = path_bytes(source.file);
    }
    source.is_stdin = flag_of(object, "stdin");
    source.is_named = flag_of(object, "named");
    source.archive = text_of(object, "kept");
    source.compressed_by_us = flag_of(object, "packed");
    source.title = text_of(object, "title");
    source.url = text_of(object, "url");
    source.format = text_of(object, "format");
    source.slug = text_of(object, "slug");
    source.given_slug = text_of(object, "given_slug");
    source.level = number_of(object, "level") != 0 ? 1 : 0;
    source.exported = flag_of(object, "exported");
    source.ideas = number_of(object, "ideas");
    source.replaced = number_of(object, "replaced");
    source.bytes = number_of(object, "bytes");
    source.hash = text_of(object, "hash");
    source.topics = text_of(object, "topics");
    source.own_topics = flag_of(object, "own_topics");
    source.rules = static_cast<int>(number_of(object, "rules") & 0x7FFFFFFF);
    source.drop_persons = flag_of(object, "drop_persons");
    if (const source::Value *said = object.find("said")) {
        source.overrides = parse_overrides(*said);
    }
    if (const source::Value *persons = object.find("persons")) {
        for (const source::Value &person : persons->items) {
            source.persons[person.key] = static_cast<int>(number_in(person) & 0x7FFFFFFF);
        }
    }
    return source;
}

std::map<std::string, SourceEntry> parse_entries(const std::map<std::string, std::string> &lines) {
    std::map<std::string, SourceEntry> known;
    for (const auto &[key, line] : lines) {
        if (auto entry = from_line(line)) {
            known.emplace(key, std::move(*entry));
        }
    }
    return known;
}

std::string printable_path(std::string_view path) {
    bool plain = text::is_utf8(path) && !has_escape(path);
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        plain = plain && byte >= 0x20 && byte != 0x7F;
    }
    if (plain) {
        return std::string(path);
    }
    const bool valid = text::is_utf8(path);
    std::string out;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F && c != '%' && (byte < 0x80 || valid)) {
            out += c;
        } else {
            out += '%';
            out += hex_digits[byte >> 4];
            out += hex_digits[byte & 15];
        }
    }
    return out;
}

SourceOverrides merged(const SourceOverrides &under, const SourceOverrides &over) {
    SourceOverrides all = over;
    const auto fill = [](std::string &text, const std::string &other) {
        text = text.empty() ? other : text;
    };
    fill(all.title, under.title);
    fill(all.author, under.author);
    fill(all.event, under.event);
    fill(all.language, under.language);
    fill(all.url, under.url);
    fill(all.slug, under.slug);
    fill(all.encoding, under.encoding);
    all.year = all.year ? all.year : under.year;
    all.kind = all.kind ? all.kind : under.kind;
    all.hidden = all.hidden || under.hidden;
    if (all.ideas.empty()) {
        all.ideas = under.ideas;
    }
    return all;
}

} // namespace ideary::ingesting
