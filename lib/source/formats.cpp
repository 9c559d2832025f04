// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/formats.hpp"

#include <algorithm>
#include <array>

#include "source/data/utf16_reader.hpp"
#include "text/decode.hpp"

namespace ideary::source {
namespace {

/// First bytes that say what a file is, where it is none of ours.
struct Magic {
    std::string_view bytes;
    std::string_view what;
};

constexpr std::array magics = std::to_array<Magic>({
    {std::string_view("\x89PNG\r\n\x1A\n", 8), "a PNG image"},
    {"GIF8", "a GIF image"},
    {"\xFF\xD8\xFF", "a JPEG image"},
    {"%PDF-", "a PDF document"},
    {std::string_view("PK\x03\x04", 4), "a ZIP archive (or an office document)"},
    {std::string_view("PK\x05\x06", 4), "a ZIP archive (or an office document)"},
    {"\x1F\x8B", "packed more than once"},
    {"BZh", "packed with bzip2"},
    {std::string_view("\xFD"
                      "7zXZ\0",
                      6),
     "packed with xz"},
    {"\x28\xB5\x2F\xFD", "packed with zstd"},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive"},
    {"\x7F"
     "ELF",
     "a program"},
    {"SQLite format 3", "an SQLite database"},
    {"\xD0\xCF\x11\xE0", "an office document"},
    {"{\\rtf", "a rich text document"},
});

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

const Format *row_of(std::string_view path) {
    const std::string name = plain_name(path);
    for (const Format &format : formats()) {
        for (const std::string_view suffix : format.suffixes) {
            if (ends_with(name, suffix)) {
                return &format;
            }
        }
    }
    return nullptr;
}

/// UTF-16 has a NUL beside each letter of plain English: nearly all of them at odd places, or
/// nearly all at even ones.
bool may_be_utf16(std::string_view bytes) {
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\0') {
            ++(i % 2 == 0 ? even : odd);
        }
    }
    const std::size_t most = std::max(even, odd), least = std::min(even, odd);
    return starts_with(bytes, "\xFF\xFE") || starts_with(bytes, "\xFE\xFF") || least * 10 <= most;
}

} // namespace

std::string plain_name(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    std::string name(slash == std::string_view::npos ? path : path.substr(slash + 1));
    for (char &c : name) {
        c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (ends_with(name, ".gz")) {
        name.resize(name.size() - 3);
    }
    return name;
}

const std::vector<Format> &formats() {
    static const std::vector<Format> table{
        {"markdown", {".md", ".markdown", ".mdown", ".mkd", ".mkdn"}, "Markdown"},
        {"text",
         {".txt", ".text"},
         "plain text, also scraped from a page, also with Markdown marks"},
        {"rst", {".rst", ".rest"}, "reStructuredText"},
        {"html", {".html", ".htm", ".xhtml"}, "a web page"},
        {"records", {".jsonl", ".ndjson"}, "records: one JSON object a line"},
        {"json", {".json"}, "JSON: exports of conference tools, lists of talks, issues"},
        {"xml", {".xml", ".rss", ".atom"}, "XML: schedules, feeds, the ACL anthology"},
        {"csv", {".csv", ".tsv"}, "a table with a header"},
        {"icalendar", {".ics", ".ical"}, "a calendar"},
        {"yaml", {".yaml", ".yml"}, "YAML: talks of site generators"},
        {"bibtex", {".bib"}, "BibTeX"},
        {"org", {".org"}, "an Org outline"},
    };
    return table;
}

std::string_view format_by_name(std::string_view path) {
    const Format *format = row_of(path);
    return format == nullptr ? "text" : format->name;
}

bool has_known_suffix(std::string_view file_name) {
    const std::string name = plain_name(file_name);
    return row_of(file_name) != nullptr && name.find('.') != 0;
}

namespace {

/// Bytes that no text of any charset has often; random bytes have one in ten. Escape and shift
/// characters belong to ISO-2022.
std::size_t controls(std::string_view bytes) {
    return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value < 0x20 && (value < 0x09 || value > 0x0F) && value != 0x1B;
    }));
}

} // namespace

std::string not_text(std::string_view bytes) {
    for (const Magic &magic : magics) {
        if (starts_with(bytes, magic.bytes)) {
            return std::string(magic.what);
        }
    }
    const std::string_view head = bytes.substr(0, 64 * 1024);
    const bool utf32 = starts_with(head, std::string_view("\xFF\xFE\0\0", 4)) ||
                       starts_with(head, std::string_view("\0\0\xFE\xFF", 4));
    const auto nuls = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
    if (nuls * 10 > head.size() && !utf32 && !may_be_utf16(head)) {
        return "not text: it is full of NUL bytes";
    }
    if (controls(head) * 20 > head.size() && !utf32 && !may_be_utf16(head)) {
        return "not text: it is full of control characters";
    }
    return {};
}

namespace {

/// Text after a byte order mark and whitespace.
std::string_view skip_mark(std::string_view text) {
    text.remove_prefix(starts_with(text, "\xEF\xBB\xBF") ? 3 : 0);
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

} // namespace

bool is_json_list(std::string_view first_bytes) {
    const std::string_view text = skip_mark(first_bytes);
    const std::string_view inside = text.empty() ? text : skip_mark(text.substr(1));
    // `[{` of a template has no quoted key.
    return starts_with(text, "[") && starts_with(inside, "{") &&
           starts_with(skip_mark(inside.substr(1)), "\"");
}

bool is_record_stream(std::string_view given, std::string_view name) {
    const std::string utf8 =
        is_utf16(given) ? text::decode(given.substr(0, given.size() / 2 * 2)).utf8 : std::string();
    std::string_view first_bytes = utf8.empty() ? given : std::string_view(utf8);
    first_bytes = skip_mark(first_bytes);
    const bool by_name = format_by_name(name) == "records";
    if (first_bytes.empty()) {
        return by_name;
    }
    const std::size_t inside = first_bytes.find_first_not_of(" \t\r\n", 1);
    const char second = inside == std::string_view::npos ? '\0' : first_bytes[inside];
    if (by_name) {
        return first_bytes[0] != '<' &&
               not_text(first_bytes).empty(); // a page of an error, a picture
    }
    const std::size_t line_end = std::min(first_bytes.find('\n'), first_bytes.size());
    const bool on_one_line = inside != std::string_view::npos && inside < line_end;
    if (first_bytes[0] != '{' || second != '"' || !on_one_line) {
        return false;
    }
    const std::string_view first = first_bytes.substr(0, line_end);
    const std::string_view rest = skip_mark(first_bytes.substr(line_end));
    if (!rest.empty()) {
        return rest[0] == '{' && first[first.find_last_not_of(" \r")] == '}';
    }
    // One line, perhaps cut: a record names its title before it nests, an export of a tool does
    // not.
    return first.substr(0, first.find('{', 1)).find("\"title\"") != std::string_view::npos;
}

} // namespace ideary::source
