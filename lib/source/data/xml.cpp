// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/data/xml.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <memory>
#include <string>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

namespace ideary::source {
namespace {

constexpr std::size_t chunk_size = 64 * 1024;
constexpr std::size_t max_depth = 256; ///< elements; deeper ones add to the text of the last level
constexpr std::size_t max_inner_text = 64 * 1024; ///< bytes that an element passes on to its parent

/// Elements whose whole text is one value, with whatever marks are inside.
constexpr std::array text_elements = std::to_array<std::string_view>(
    {"title", "abstract", "description", "content", "summary", "encoded"});

std::string_view view(const xmlChar *text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char *>(text);
}

bool has_text(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

/// Builds the tree from events of the parser.
class Builder {
  public:
    explicit Builder(std::size_t max_values) : max_values_(max_values) {}

    void open(std::string_view name, int line) {
        if (levels_.size() >= max_depth || over_limit()) {
            ++skipped_;
            return;
        }
        Level level;
        level.value.key = name;
        level.value.kind = Value::Kind::map;
        level.value.line = line;
        levels_.push_back(std::move(level));
        ++values_;
    }
    void attribute(std::string_view name, std::string_view text) {
        if (skipped_ > 0 || over_limit()) {
            return;
        }
        Value &value = levels_.back().value.items.emplace_back();
        value.kind = Value::Kind::text;
        value.key = name;
        value.text = text;
        ++values_;
    }
    void text(std::string_view text) {
        if (!levels_.empty()) {
            levels_.back().text += text;
            levels_.back().has_own_text |= has_text(text);
        }
    }
    void close() {
        if (skipped_ > 0) {
            --skipped_;
            return;
        }
        if (levels_.empty()) {
            return;
        }
        Level level = std::move(levels_.back());
        levels_.pop_back();
        const std::size_t passed_on = std::min(level.text.size(), max_inner_text);
        if (!levels_.empty()) {
            levels_.back()
                .text.append(level.text, 0, passed_on)
                .append(" ", paragraph(level) ? 1 : 0);
        }
        finish(level);
        if (levels_.empty()) {
            root = std::move(level.value);
        } else {
            levels_.back().value.items.push_back(std::move(level.value));
        }
    }
    void close_all() {
        skipped_ = 0;
        while (!levels_.empty()) {
            close();
        }
    }
    bool over_limit() const { return values_ >= max_values_; }

    Value root;

  private:
    struct Level {
        Value value;
        std::string text; ///< with that of inner elements
        bool has_own_text = false;
    };

    static bool paragraph(const Level &level) {
        return level.value.key == "p" || level.value.key == "li" || level.value.key == "br";
    }
    static void finish(Level &level) {
        Value &value = level.value;
        if (value.items.empty()) {
            value.kind = Value::Kind::text;
            value.text = std::move(level.text);
            return;
        }
        bool is_text = level.has_own_text;
        for (const std::string_view name : text_elements) {
            is_text |= value.key == name;
        }
        if (is_text && has_text(level.text)) {
            Value text;
            text.kind = Value::Kind::text;
            text.key = "#text";
            text.line = value.line;
            text.text = std::move(level.text);
            value.items.push_back(std::move(text));
        }
    }

    std::vector<Level> levels_;
    std::size_t values_ = 0, max_values_, skipped_ = 0;
};

/// A text in which each `&` begins a reference: writers of feeds forget to escape it.
std::string escape_lone_ampersands(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        out += text[at];
        if (text[at] != '&') {
            continue;
        }
        std::size_t end = at + 1;
        while (end < text.size() && end < at + 12 &&
               (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '#')) {
            ++end;
        }
        out += end > at + 1 && end < text.size() && text[end] == ';' ? "" : "amp;";
    }
    return out;
}

struct Parse {
    explicit Parse(std::size_t max_values) : builder(max_values) {}
    xmlParserCtxtPtr context = nullptr;
    Builder builder;
};

Parse &parse_of(void *data) {
    return *static_cast<Parse *>(static_cast<xmlParserCtxtPtr>(data)->_private);
}

void on_open(void *data, const xmlChar *name, const xmlChar *, const xmlChar *, int,
             const xmlChar **, int attributes, int, const xmlChar **list) {
    Parse &parse = parse_of(data);
    parse.builder.open(view(name), xmlSAX2GetLineNumber(parse.context));
    for (int i = 0; i < attributes; ++i, list += 5) {
        const auto *from = reinterpret_cast<const char *>(list[3]);
        const auto *to = reinterpret_cast<const char *>(list[4]);
        parse.builder.attribute(view(list[0]), {from, static_cast<std::size_t>(to - from)});
    }
    if (parse.builder.over_limit()) {
        xmlStopParser(parse.context);
    }
}

void on_close(void *data, const xmlChar *, const xmlChar *, const xmlChar *) {
    parse_of(data).builder.close();
}

void on_text(void *data, const xmlChar *text, int size) {
    parse_of(data).builder.text(
        {reinterpret_cast<const char *>(text), static_cast<std::size_t>(size)});
}

/// A reference to an entity that XML does not know, `&nbsp;`: the text rule decodes it.
void on_reference(void *data, const xmlChar *name) {
    parse_of(data).builder.text("&" + std::string(view(name)) + ";");
}

xmlEntityPtr predefined_entity(void *, const xmlChar *name) {
    return xmlGetPredefinedEntity(name);
}

void ignore_error(void *, const char *, ...) {}
void ignore_problem(void *, xmlErrorPtr) {}

xmlSAXHandler handler() {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_open;
    sax.endElementNs = on_close;
    sax.characters = sax.ignorableWhitespace = sax.cdataBlock = on_text;
    sax.reference = on_reference;
    sax.getEntity = predefined_entity;
    sax.warning = sax.error = ignore_error;
    sax.serror = ignore_problem;
    return sax;
}

} // namespace

Parsed parse_xml(std::string_view given) {
    Parsed parsed;
    const std::string text = escape_lone_ampersands(given);
    Parse parse(max_values(text.size()));
    xmlSAXHandler sax = handler();
    parse.context = xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr);
    if (parse.context == nullptr) {
        throw std::bad_alloc();
    }
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> owner(parse.context,
                                                                             xmlFreeParserCtxt);
    parse.context->_private = &parse;
    parse.context->userData = parse.context;
    xmlCtxtUseOptions(parse.context, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                         XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC |
                                         XML_PARSE_HUGE);
    xmlSwitchEncoding(parse.context, XML_CHAR_ENCODING_UTF8);
    for (std::size_t at = 0; at < text.size() && !parse.builder.over_limit(); at += chunk_size) {
        const std::string_view chunk = std::string_view(text).substr(at, chunk_size);
        xmlParseChunk(parse.context, chunk.data(), static_cast<int>(chunk.size()), 0);
    }
    xmlParseChunk(parse.context, nullptr, 0, 1);
    const xmlError *error = xmlCtxtGetLastError(parse.context);
    if (parse.builder.over_limit()) {
        parsed.problem = "it holds too many values";
    } else if (error != nullptr && error->level >= XML_ERR_ERROR && error->message != nullptr) {
        parsed.problem = error->message;
        parsed.problem.erase(parsed.problem.find_last_not_of(" \n") + 1);
        parsed.line = error->line;
    }
    parse.builder.close_all();
    parsed.value = std::move(parse.builder.root);
    return parsed;
}

} // namespace ideary::source
