// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/storage/coding.hpp"

#include "ideary/error.hpp"

namespace ideary::index {

void Encoder::number(std::uint64_t value) {
    while (value >= 0x80) {
        out_ += static_cast<char>((value & 0x7F) | 0x80);
        value >>= 7;
    }
    out_ += static_cast<char>(value);
}

void Encoder::text(std::string_view value) {
    number(value.size());
    out_ += value;
}

void Encoder::texts(const std::vector<std::string> &values) {
    number(values.size());
    for (const std::string &value : values) {
        text(value);
    }
}

void Encoder::links(const std::vector<Link> &values) {
    number(values.size());
    for (const Link &link : values) {
        text(link.text);
        text(link.url);
    }
}

void Decoder::fail() {
    ok_ = false;
    rest_ = {};
}

std::uint64_t Decoder::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) {
            return value;
        }
    }
    fail();
    return 0;
}

std::string_view Decoder::bytes(std::uint64_t count) {
    if (count > rest_.size()) {
        fail();
        return {};
    }
    const std::string_view value = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return value;
}

std::string_view Decoder::text() {
    return bytes(number());
}

std::vector<std::string> Decoder::texts() {
    std::vector<std::string> values;
    for (std::uint64_t left = number(); left > 0 && ok_; --left) {
        values.emplace_back(text());
    }
    return values;
}

std::vector<Link> Decoder::links() {
    std::vector<Link> values;
    for (std::uint64_t left = number(); left > 0 && ok_; --left) {
        std::string shown(text());
        values.push_back({std::move(shown), std::string(text())});
    }
    return values;
}

std::string pack_staged(const Idea &idea, std::string_view source_key) {
    Encoder out;
    out.number(static_cast<std::uint64_t>(idea.kind));
    out.number(idea.year && *idea.year > 0 ? static_cast<std::uint64_t>(*idea.year) : 0);
    out.number(idea.source.line > 0 ? static_cast<std::uint64_t>(idea.source.line) : 0);
    for (const std::string *field :
         {&idea.id, &idea.title, &idea.body, &idea.curator, &idea.event, &idea.language,
          &idea.source.path, &idea.source.title, &idea.source.url}) {
        out.text(*field);
    }
    out.text(source_key);
    out.texts(idea.topics);
    out.texts(idea.section);
    out.texts(idea.authors);
    out.links(idea.links);
    return out.take();
}

StagedIdea unpack_staged(std::string_view bytes, const std::string &path) {
    Decoder in(bytes);
    StagedIdea staged;
    Idea &idea = staged.idea;
    const std::uint64_t kind = in.number();
    idea.kind = static_cast<Kind>(kind & 3);
    if (const std::uint64_t year = in.number(); year != 0) {
        idea.year = static_cast<int>(year);
    }
    idea.source.line = static_cast<int>(in.number());
    for (std::string *field :
         {&idea.id, &idea.title, &idea.body, &idea.curator, &idea.event, &idea.language,
          &idea.source.path, &idea.source.title, &idea.source.url, &staged.source_key}) {
        *field = in.text();
    }
    idea.topics = in.texts();
    idea.section = in.texts();
    idea.authors = in.texts();
    idea.links = in.links();
    if (!in.ok() || !in.at_end() || kind > 3) {
        throw Error(ErrorKind::io, "a stored idea in " + path + " is damaged");
    }
    return staged;
}

std::string pack_stored(const Idea &idea) {
    Encoder out;
    for (const std::string *field : {&idea.id, &idea.title, &idea.body, &idea.curator}) {
        out.number(field->size());
    }
    for (const std::string *field : {&idea.id, &idea.title, &idea.body, &idea.curator}) {
        out.bytes(*field);
    }
    if (!idea.links.empty()) {
        out.links(idea.links);
    }
    return out.take();
}

StoredText unpack_stored(std::string_view bytes) {
    Decoder in(bytes);
    const std::uint64_t id = in.number();
    const std::uint64_t title = in.number();
    const std::uint64_t body = in.number();
    const std::uint64_t curator = in.number();
    StoredText stored;
    stored.id = in.bytes(id);
    stored.title = in.bytes(title);
    stored.body = in.bytes(body);
    stored.curator = in.bytes(curator);
    if (!in.ok()) {
        return {};
    }
    const std::size_t taken =
        static_cast<std::size_t>(stored.curator.data() - bytes.data()) + stored.curator.size();
    stored.links = bytes.substr(std::min(taken, bytes.size()));
    return stored;
}

} // namespace ideary::index
