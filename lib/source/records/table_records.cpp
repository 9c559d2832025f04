// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <array>

#include "source/members/members.hpp"
#include "source/records/read_records.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t max_header_row = 20; ///< rows in which the header is searched

/// Words of a question in a form (`What is the title of your talk?`), and the member it asks for.
struct Question {
    std::string_view words; ///< all of them are in the header, separated by spaces
    std::string_view member;
};
constexpr std::array questions = std::to_array<Question>({
    {"title talk", "title"},
    {"title session", "title"},
    {"title proposal", "title"},
    {"title presentation", "title"},
    {"title paper", "title"},
    {"title lecture", "title"},
    {"title workshop", "title"},
    {"titel vortrag", "title"},
    {"titre", "title"},
    {"titulo", "title"},
    {"titolo", "title"},
    {"talk name", "title"},
    {"abstract", "abstract"},
    {"description talk", "abstract"},
    {"talk about", "abstract"},
    {"description session", "abstract"},
    {"description presentation", "abstract"},
    {"beschreibung", "abstract"},
    {"resume conference", "abstract"},
    {"descripcion", "abstract"},
    {"descricao", "abstract"},
    {"speaker name", "speakers"},
    {"name speaker", "speakers"},
    {"your name", "speakers"},
    {"full name", "speakers"},
    {"presenter name", "speakers"},
    {"name presenter", "speakers"},
    {"タイトル", "title"},
    {"概要", "abstract"},
});

/// Words of questions whose answers are nobody's business.
constexpr std::array private_words = std::to_array<std::string_view>(
    {"mail",    "phone", "telephone", "telefon",     "mobile", "bio",      "photo",  "picture",
     "url",     "link",  "company",   "affiliation", "organi", "twitter",  "github", "note",
     "comment", "job",   "private",   "secret",      "length", "duration", "level",  "address",
     "travel",  "cost",  "review",    "score",       "email"});

/// The member that a header names: its own text where the table knows it, else what it asks for.
std::string member_of(const std::string &header, MemberNames &names) {
    if (!names.find(header).empty()) {
        return header;
    }
    const std::string folded = text::fold_value(std::string_view(header).substr(0, 300));
    for (const std::string_view word : private_words) {
        if (folded.find(word) != std::string::npos) {
            return {};
        }
    }
    for (const Question &question : questions) {
        bool all = true;
        for (std::size_t at = 0; at < question.words.size();) {
            const std::size_t end = std::min(question.words.find(' ', at), question.words.size());
            all &= folded.find(question.words.substr(at, end - at)) != std::string::npos;
            at = end + 1;
        }
        if (all) {
            return std::string(question.member);
        }
    }
    return {};
}

/// The member of each column, when the row is a header.
std::vector<std::string> header_of(const TableRow &row, MemberNames &names) {
    std::vector<std::string> members;
    bool title = false, weak = false;
    std::size_t known = 0;
    for (const std::string &cell : row.cells) {
        std::string member = cell.size() < 300 ? member_of(cell, names) : std::string();
        title |= names.is(member, Meaning::title);
        weak |= names.is(member, Meaning::weak_title);
        known += member.empty() ? 0 : 1;
        members.push_back(std::move(member));
    }
    const bool people = std::any_of(members.begin(), members.end(), [&](const std::string &member) {
        return names.is(member, Meaning::authors);
    });
    const bool header = (title && known >= 2) || (weak && people && known >= 2);
    return header ? members : std::vector<std::string>();
}

} // namespace

Value table_records(const std::vector<TableRow> &rows) {
    MemberNames names("table");
    Value list;
    std::vector<std::string> header;
    std::size_t at = 0;
    for (; at < std::min(rows.size(), max_header_row) && header.empty(); ++at) {
        header = header_of(rows[at], names);
    }
    if (header.empty()) {
        return list;
    }
    list.kind = Value::Kind::list;
    const auto title = std::find_if(header.begin(), header.end(), [&](const std::string &member) {
        return names.is(member, Meaning::title);
    });
    const auto title_column = static_cast<std::size_t>(title - header.begin());
    for (; at < rows.size(); ++at) {
        const std::vector<std::string> &cells = rows[at].cells;
        if (title != header.end() &&
            (title_column >= cells.size() || cells[title_column].empty())) {
            continue; // a heading inside the table
        }
        Value &map = list.items.emplace_back();
        map.kind = Value::Kind::map;
        map.line = rows[at].line;
        for (std::size_t i = 0; i < std::min(header.size(), rows[at].cells.size()); ++i) {
            if (!header[i].empty() && !rows[at].cells[i].empty()) {
                Value &cell = map.items.emplace_back();
                cell.kind = Value::Kind::text;
                cell.line = map.line;
                cell.key = header[i];
                cell.text = rows[at].cells[i];
            }
        }
    }
    return list;
}

} // namespace ideary::source
