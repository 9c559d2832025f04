// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/html/html_page.hpp"

#include <algorithm>
#include <array>

#include "source/model/lines.hpp"

namespace ideary::source {
namespace {

using Kind = HtmlEvent::Kind;

constexpr std::array<std::string_view, 20> skipped{
    "head",  "script", "style",    "nav",    "aside",  "footer",   "template",
    "svg",   "iframe", "noscript", "button", "select", "textarea", "video",
    "audio", "object", "dialog",   "canvas", "map",    "rp"};
} // namespace

HtmlPage::HtmlPage(const std::vector<HtmlEvent> &events)
    : events_(events), ends_(html_ends(events)), text_before_{0} {
    text_before_.reserve(events.size() + 1);
    for (const HtmlEvent &event : events) {
        const bool text = event.kind == Kind::text && !is_blank(event.text);
        text_before_.push_back(text_before_.back() + (text ? event.text.size() : 0));
    }
}

std::size_t HtmlPage::text_in(std::size_t at) const {
    return text_before_[std::min(ends_[at], events_.size())] - text_before_[at];
}

std::size_t HtmlPage::only(std::string_view name, std::size_t from, std::size_t to) const {
    std::size_t found = npos;
    for (std::size_t i = from; i < to; ++i) {
        const HtmlEvent &event = events_[i];
        const bool fits =
            event.name == name || (name == "main" && event.attribute("role") == "main");
        if (event.kind != Kind::open || !fits) {
            continue;
        }
        if (found != npos) {
            return npos;
        }
        found = i;
        i = std::min(ends_[i], to) - 1;
    }
    return found;
}

std::pair<std::size_t, std::size_t> HtmlPage::main_part() {
    std::pair<std::size_t, std::size_t> part{0, events_.size()};
    std::size_t text = text_before_.back();
    for (std::string_view name : {"main", "article"}) {
        const std::size_t found = only(name, part.first, part.second);
        if (found != npos && text_in(found) * 4 >= text) {
            part = {found, std::min(ends_[found] + 1, events_.size())};
            text = text_in(found);
            inside_main_ = true;
        }
    }
    return part;
}

bool HtmlPage::is_skipped(std::size_t at) const {
    const std::string_view name = events_[at].name;
    if (name == "header") {
        return !inside_main_ && !holds(at, {"h1"});
    }
    if (name == "form") { // some systems put the whole page in one
        return !holds(at, {"h1", "h2", "ul", "ol"});
    }
    return std::find(skipped.begin(), skipped.end(), name) != skipped.end();
}

bool HtmlPage::holds(std::size_t at, std::initializer_list<std::string_view> names) const {
    for (std::size_t i = at + 1; i < std::min(ends_[at], events_.size()); ++i) {
        if (events_[i].kind == Kind::open &&
            std::find(names.begin(), names.end(), events_[i].name) != names.end()) {
            return true;
        }
    }
    return false;
}

} // namespace ideary::source
