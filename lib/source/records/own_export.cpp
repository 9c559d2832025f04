// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/records/own_export.hpp"

#include "source/data/value.hpp"
#include "source/metadata/dates.hpp"
#include "source/metadata/values.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

std::string text_of(const Value *value) {
    return value != nullptr && value->is_scalar() ? collapse_whitespace(value->text)
                                                  : std::string();
}

std::string url_of(const Value *value) {
    return value != nullptr && value->is_scalar() ? web_address(value->text) : std::string();
}

std::vector<std::string> texts_of(const Value *value) {
    std::vector<std::string> all;
    if (value != nullptr && value->kind == Value::Kind::list) {
        for (const Value &item : value->items) {
            if (std::string text = text_of(&item); !text.empty()) {
                all.push_back(std::move(text));
            }
        }
    }
    return all;
}

int number_of(const Value *value) {
    const bool small = value != nullptr && value->kind == Value::Kind::number &&
                       value->text.size() < 10 &&
                       value->text.find_first_not_of("0123456789") == std::string::npos;
    return small ? std::stoi(value->text) : 0;
}

void take_place(const Value &record, Place &place) {
    if (const Value *source = record.find("source")) {
        place.path = text_of(source->find("path"));
        place.title = text_of(source->find("title"));
        place.url = url_of(source->find("url"));
        place.line = number_of(source->find("line"));
    }
}

void take_links(const Value &record, std::vector<Link> &links) {
    const Value *list = record.find("links");
    if (list == nullptr) {
        return;
    }
    for (const Value &item : list->items) {
        Link link{text_of(item.find("text")), url_of(item.find("url"))};
        if (!link.url.empty()) {
            links.push_back(std::move(link));
        }
    }
}

} // namespace

bool is_own_export(const Value &record) {
    const Value *mark = record.find("ideary");
    return mark != nullptr && mark->kind == Value::Kind::number;
}

Idea read_own_export(const Value &record) {
    Idea idea;
    idea.id = text_of(record.find("id"));
    idea.kind = kind_from_name(text_of(record.find("kind"))).value_or(Kind::wish);
    idea.title = text_of(record.find("title"));
    if (const Value *body = record.find("body"); body != nullptr && body->is_scalar()) {
        idea.body = text::mask_addresses(text::normalize_nfc(body->text, true));
    }
    idea.topics = texts_of(record.find("topics"));
    idea.section = texts_of(record.find("section"));
    idea.year = checked_year(number_of(record.find("year")));
    idea.authors = texts_of(record.find("authors"));
    idea.curator = text_of(record.find("curator"));
    idea.event = text_of(record.find("event"));
    idea.language = text::language_code(text_of(record.find("language")));
    take_links(record, idea.links);
    take_place(record, idea.source);
    return idea;
}

} // namespace ideary::source
