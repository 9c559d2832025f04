// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include <algorithm>
#include <array>
#include <memory>

#include "source/html/html_events.hpp"
#include "source/model/lines.hpp"

namespace ideary::source {
namespace {

constexpr int deepest = 256, most_restarts = 64;
constexpr std::size_t most_events = 131072; ///< tags, and texts between them

struct Collector {
    htmlParserCtxtPtr context = nullptr;
    std::vector<HtmlEvent> *events = nullptr;
    int first_line = 1;
    int depth = 0;
    int stopped = 0; ///< line within this part on which the nesting was too deep; 0: nowhere

    int line() const { return xmlSAX2GetLineNumber(context); }
    void keep(HtmlEvent event) {
        if (events->size() < most_events) {
            events->push_back(std::move(event));
        } else {
            xmlStopParser(context);
        }
    }
};

std::string_view view(const xmlChar *text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char *>(text);
}

void on_open(void *data, const xmlChar *name, const xmlChar **attributes) {
    auto &self = *static_cast<Collector *>(data);
    HtmlEvent event;
    event.kind = HtmlEvent::Kind::open;
    event.name = lowered(view(name));
    event.line = self.line() + self.first_line - 1;
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
        event.attributes.emplace_back(lowered(view(attributes[0])), view(attributes[1]));
    }
    self.keep(std::move(event));
    if (++self.depth > deepest && self.stopped == 0) {
        self.stopped = std::max(self.line(), 1);
        xmlStopParser(self.context);
    }
}

void on_close(void *data, const xmlChar *name) {
    auto &self = *static_cast<Collector *>(data);
    --self.depth;
    HtmlEvent event;
    event.kind = HtmlEvent::Kind::close;
    event.name = lowered(view(name));
    event.line = self.line() + self.first_line - 1;
    self.keep(std::move(event));
}

void on_text(void *data, const xmlChar *text, int length) {
    auto &self = *static_cast<Collector *>(data);
    const std::string_view given(reinterpret_cast<const char *>(text),
                                 static_cast<std::size_t>(length));
    const auto feeds = static_cast<int>(std::count(given.begin(), given.end(), '\n'));
    HtmlEvent event;
    event.text = given;
    event.line = std::max(self.line() - feeds, 1) + self.first_line - 1;
    self.keep(std::move(event));
}

/// One run of the parser; gives the line on which it had to stop, or 0.
int parse(const std::string &text, int first_line, std::vector<HtmlEvent> &events) {
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(
        htmlNewParserCtxt(), &htmlFreeParserCtxt);
    if (!context) {
        throw std::bad_alloc();
    }
    Collector collector{context.get(), &events, first_line, 0, 0};
    htmlSAXHandler handler{};
    handler.startElement = on_open;
    handler.endElement = on_close;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    *context->sax = handler;
    context->userData = &collector;
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
    xmlFreeDoc(htmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()),
                                  nullptr, "UTF-8", options));
    return collector.stopped;
}

/// Where the tag that starts at `at` ends; attributes after the first few hundred become spaces,
/// for the parser compares each with all before it.
std::size_t thin_tag(std::string &text, std::size_t at) {
    constexpr std::size_t most_attributes = 512;
    std::size_t attributes = 0;
    char quote = '\0', before = '\0'; // before: the last mark that is no space
    bool apart = false;               // what comes now begins a name
    for (++at; at < text.size() && (quote != '\0' || (text[at] != '>' && text[at] != '<')); ++at) {
        const char c = text[at];
        if (quote != '\0') {
            apart = c == quote;
            quote = apart ? '\0' : quote;
        } else if ((c == '"' || c == '\'') && before == '=') {
            quote = c;
        } else if (is_space(c) || c == '/') {
            apart = true;
        } else {
            attributes += apart && c != '=' ? 1 : 0;
            apart = false;
        }
        before = is_space(c) ? before : c;
        text[at] = attributes > most_attributes && c != '\n' ? ' ' : c;
    }
    return at;
}

void thin_tags(std::string &text) {
    for (std::size_t at = text.find('<'); at != npos; at = text.find('<', at)) {
        const char next = at + 1 < text.size() ? lower(text[at + 1]) : ' ';
        at = next >= 'a' && next <= 'z' ? thin_tag(text, at) : at + 1;
    }
}

} // namespace

std::string_view HtmlEvent::attribute(std::string_view key) const {
    for (const auto &[found, value] : attributes) {
        if (found == key) {
            return value;
        }
    }
    return {};
}

std::vector<HtmlEvent> html_events(const std::vector<std::string> &lines, int first_line,
                                   std::vector<Remark> &remarks) {
    std::vector<HtmlEvent> events;
    std::size_t from = 0;
    for (int i = 0; i < most_restarts && from < lines.size(); ++i) {
        std::string text;
        for (std::size_t line = from; line < lines.size(); ++line) {
            text.append(lines[line]).append("\n");
        }
        thin_tags(text);
        const int start = first_line + static_cast<int>(from);
        const int stopped = parse(text, start, events);
        if (events.size() >= most_events) {
            Remark remark;
            remark.text = "HTML holds more than 131072 tags and texts; the rest is left out";
            remark.line = events.back().line;
            remarks.push_back(std::move(remark));
            break;
        }
        if (stopped == 0) {
            break;
        }
        if (i == 0) {
            Remark remark;
            remark.text = "HTML is nested deeper than 256 elements here";
            remark.line = start + stopped - 1;
            remarks.push_back(std::move(remark));
        }
        from += static_cast<std::size_t>(stopped);
    }
    return events;
}

std::vector<std::size_t> html_ends(const std::vector<HtmlEvent> &events) {
    std::vector<std::size_t> ends(events.size(), events.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].kind == HtmlEvent::Kind::open) {
            open.push_back(i);
        } else if (events[i].kind == HtmlEvent::Kind::close && !open.empty()) {
            ends[open.back()] = i;
            open.pop_back();
        }
    }
    return ends;
}

} // namespace ideary::source
