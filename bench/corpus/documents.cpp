// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "corpus/documents.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <ideary/text.hpp>

namespace ideary::bench {
namespace {

bool in_word(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
           static_cast<unsigned char>(letter) >= 0x80;
}

std::string text_of(const Idea &idea) {
    std::string text = idea.title;
    const auto add = [&](const std::string &more) {
        text += '\n';
        text += more;
    };
    for (const std::string &heading : idea.section) {
        add(heading);
    }
    add(idea.body);
    for (const std::string &author : idea.authors) {
        add(author);
    }
    add(idea.source.title);
    return text;
}

void write_numbers(std::ofstream &file, const std::vector<std::uint32_t> &numbers) {
    const std::uint64_t size = numbers.size();
    file.write(reinterpret_cast<const char *>(&size), sizeof size);
    file.write(reinterpret_cast<const char *>(numbers.data()),
               static_cast<std::streamsize>(size * sizeof(std::uint32_t)));
}

std::vector<std::uint32_t> read_numbers(std::ifstream &file) {
    std::uint64_t size = 0;
    file.read(reinterpret_cast<char *>(&size), sizeof size);
    std::vector<std::uint32_t> numbers(file ? size : 0);
    file.read(reinterpret_cast<char *>(numbers.data()),
              static_cast<std::streamsize>(size * sizeof(std::uint32_t)));
    return numbers;
}

} // namespace

std::vector<std::string> words_of(std::string_view text) {
    const std::string folded = fold(text);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < folded.size();) {
        while (at < folded.size() && !in_word(folded[at])) {
            ++at;
        }
        std::size_t end = at;
        while (end < folded.size() && in_word(folded[end])) {
            ++end;
        }
        if (end > at) {
            words.push_back(folded.substr(at, end - at));
        }
        at = end;
    }
    return words;
}

void each_document(const Index &index, const std::function<void(const Document &)> &visit) {
    std::uint32_t number = 0;
    index.each(Query::parse(""), {}, [&](const Idea &idea) {
        Document document;
        document.number = number++;
        document.id = idea.id;
        document.text = text_of(idea);
        document.year = idea.year ? std::to_string(*idea.year) : "";
        document.topics = idea.topics;
        for (const std::string &author : idea.authors) {
            document.authors.push_back(fold(author));
        }
        visit(document);
    });
}

void FacetColumns::add_value(char facet, const std::string &value) {
    const auto [at, is_new] = numbers_.emplace(facet + value, numbers_.size());
    if (is_new) {
        facet_of_.push_back(static_cast<std::uint32_t>(facet - '0'));
    }
    ordinals_.push_back(at->second);
}

void FacetColumns::add(const Document &document) {
    if (!document.year.empty()) {
        add_value('0', document.year);
    }
    for (const std::string &topic : document.topics) {
        add_value('1', topic);
    }
    for (const std::string &author : document.authors) {
        add_value('2', author);
    }
    starts_.push_back(static_cast<std::uint32_t>(ordinals_.size()));
    values_ = numbers_.size();
}

void FacetColumns::write(const std::string &path) const {
    std::ofstream file(path, std::ios::binary);
    write_numbers(file, starts_);
    write_numbers(file, ordinals_);
    write_numbers(file, facet_of_);
    if (!file.flush()) {
        throw std::runtime_error("cannot write " + path);
    }
}

FacetColumns FacetColumns::read(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    FacetColumns columns;
    columns.starts_ = read_numbers(file);
    columns.ordinals_ = read_numbers(file);
    columns.facet_of_ = read_numbers(file);
    columns.values_ = columns.facet_of_.size();
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    return columns;
}

std::size_t FacetColumns::best(std::vector<std::uint32_t> &counts) const {
    std::array<std::vector<std::pair<std::uint32_t, std::uint32_t>>, 3> found;
    for (std::uint32_t value = 0; value < counts.size(); ++value) {
        if (counts[value] > 0) {
            found.at(facet_of_[value]).emplace_back(counts[value], value);
            counts[value] = 0;
        }
    }
    std::size_t shown = 0;
    for (auto &facet : found) {
        const std::size_t top = std::min<std::size_t>(10, facet.size());
        std::partial_sort(facet.begin(), facet.begin() + static_cast<std::ptrdiff_t>(top),
                          facet.end(), std::greater<>());
        shown += top;
    }
    return shown;
}

} // namespace ideary::bench
