// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "index/analysis/document_terms.hpp"
#include "index/analysis/terms.hpp"
#include "text/normalize.hpp"
#include "unit/index/fixture.hpp"

using namespace ideary;
using namespace ideary::index;
using schema::FieldId;

namespace {

text::Token word(const std::string &form) {
    return {form, 1, 0, static_cast<std::uint32_t>(form.size()), text::TokenKind::word};
}

std::string stem(const char *language, const std::string &form) {
    return Stemmer(language).stem(word(form));
}

/// wdf of a term of an idea's document; -1 where it is not there.
int wdf(const Idea &idea, const std::string &term) {
    DocumentMaker maker;
    const Xapian::Document document = maker.make(within_limits(idea), "owner");
    for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at) {
        if (*at == term) {
            return static_cast<int>(at.get_wdf());
        }
    }
    return -1;
}

std::vector<Xapian::termpos> positions(const Idea &idea, const std::string &term) {
    DocumentMaker maker;
    const Xapian::Document document = maker.make(within_limits(idea), "owner");
    auto at = document.termlist_begin();
    at.skip_to(term);
    std::vector<Xapian::termpos> result;
    if (at != document.termlist_end() && *at == term) {
        result.assign(at.positionlist_begin(), at.positionlist_end());
    }
    return result;
}

Idea titled(const std::string &title, const std::string &language = "en") {
    Idea idea;
    idea.id = "a/b";
    idea.title = title;
    idea.language = language;
    return idea;
}

} // namespace

TEST_CASE("terms: stems by language") {
    CHECK(stem("en", "scaling") == stem("en", "scaled"));
    CHECK(stem("en", "deployments") == "deploy");
    CHECK(stem("", "deployments") == "deploy");
    CHECK(stem("de", "entwicklungen") == stem("de", "entwicklung"));
    CHECK(stem("fr", "deploiements") == stem("fr", "deploiement"));
    CHECK(stem("es", "pruebas") == stem("es", "prueba"));
    CHECK(stem("ru", "тестирование") == stem("ru", "тестирования"));
    CHECK(stem("ja", "running") == "running");
    CHECK(stem("none", "running") == "running");
}

TEST_CASE("terms: tokens other than plain words are not stemmed") {
    for (const char *form : {"c++", "5.1", "k8s", "ci/cd", "node.js", "pep703s", "gpt-4s"}) {
        CHECK(stem("en", form) == form);
    }
    text::Token number = word("1990s");
    number.kind = text::TokenKind::number;
    CHECK(Stemmer("en").stem(number) == "1990s");
}

TEST_CASE("terms: a plural s that Snowball leaves is removed, from four letters on") {
    CHECK(stem("en", "cdns") == stem("en", "cdn"));
    CHECK(stem("en", "dsls") == stem("en", "dsl"));
    CHECK(stem("en", "css") == "css");
    CHECK(stem("en", "prs") == "prs");
    CHECK(stem("ja", "cdns") == "cdn");
}

TEST_CASE("terms: stop words by language") {
    const Stemmer english("en");
    CHECK(english.is_stop_word("the"));
    CHECK(english.is_stop_word("don't"));
    CHECK_FALSE(english.is_stop_word("django"));
    CHECK_FALSE(english.is_stop_word("die"));
    CHECK(Stemmer("de").is_stop_word("die"));
    CHECK(Stemmer("de").is_stop_word(text::fold_value("für")));
    CHECK(Stemmer("fr").is_stop_word(text::fold_value("été")));
    CHECK(Stemmer("es").is_stop_word("los"));
    CHECK_FALSE(Stemmer("ja").is_stop_word("the"));
}

TEST_CASE("terms: limits hold and no character is split") {
    const std::string wide(300, 'x');
    std::string kana;
    for (int i = 0; i < 90; ++i) {
        kana += "テ";
    }
    std::string emoji;
    for (int i = 0; i < 70; ++i) {
        emoji += "🐍";
    }
    for (const std::string &text : {wide, kana, emoji, std::string("a\0b", 3)}) {
        for (const std::string &term :
             {word_term(text), word_term(text, FieldId::title), stem_term(text),
              stem_term(text, FieldId::source_title), value_term(FieldId::topic, text),
              id_term(text), source_key_term(text)}) {
            CHECK(term.size() <= max_term_bytes);
            CHECK(text::count_code_points(term) <= max_term_points + 4);
            CHECK(term.find('\0') == std::string::npos);
            CHECK(term.find("\xEF\xBF\xBD") == std::string::npos);
        }
    }
    CHECK(word_term(std::string(64, 'x')) == std::string(64, 'x'));
}

TEST_CASE("terms: long values with a common prefix stay distinct") {
    const std::string begin(200, 'v');
    CHECK(value_term(FieldId::author, begin + "1") != value_term(FieldId::author, begin + "2"));
    CHECK(id_term(begin + "1") != id_term(begin + "2"));
    CHECK(source_key_term(begin + "1") != source_key_term(begin + "2"));
    CHECK(value_term(FieldId::author, begin) == value_term(FieldId::author, begin));
}

TEST_CASE("terms: fields never share a term") {
    std::set<std::string> terms;
    std::size_t count = 0;
    const auto take = [&](const std::string &term) {
        terms.insert(term);
        ++count;
    };
    for (const char *text : {"t", ":t", "2024", "テスト", "h:t", "st"}) {
        take(word_term(text));
        take(stem_term(text));
        take(id_term(text));
        take(source_key_term(text));
        for (const auto &row : schema::field_table()) {
            if (!row.value_prefix.empty()) {
                take(value_term(row.id, text));
            }
            if (!row.word_prefix.empty()) {
                take(word_term(text, row.id));
                take(stem_term(text, row.id));
            }
        }
    }
    CHECK(terms.size() == count);
}

TEST_CASE("document: field weights add up in the catch-all field") {
    Idea idea = titled("Caching");
    idea.section = {"Caching at scale"};
    idea.body = "Caching, cached. And caches.";
    idea.source.title = "Caching week";
    idea.authors = {"Otto Cache"};
    CHECK(wdf(idea, "Zcach") == 30 + 10 + 3 * 10 + 2 + 10);
    CHECK(wdf(idea, "caching") == 30 + 10 + 10 + 2);
    CHECK(wdf(idea, "ZScach") == 1);
    CHECK(wdf(idea, "Scaching") == 1);
    CHECK(wdf(idea, "ZHscale") == 1);
    CHECK(wdf(idea, "ZSscale") == -1);
    CHECK(wdf(idea, "XS:week") == 1);
}

TEST_CASE("document: stop words have a position and wdf 0, also inside a compound") {
    const Idea idea = titled("Why we don't test the queue");
    CHECK(wdf(idea, "the") == 0);
    CHECK(positions(idea, "the").size() == 1);
    CHECK(wdf(idea, "Zthe") == -1);
    CHECK(wdf(idea, "don't") == 0);
    CHECK(wdf(idea, "don") == 0);
    CHECK(wdf(idea, "Zdon't") == -1);
    CHECK(wdf(idea, "Zqueue") == 30);
    CHECK(wdf(titled("and/or logic"), "and") == 0);
    CHECK(wdf(titled("and/django"), "django") == 30);
}

TEST_CASE("document: a compound and its parts are indexed, parts of one letter are not stemmed") {
    const Idea idea = titled("C++ and CI/CD with Node.js");
    for (const char *term : {"c++", "Zc++", "ci/cd", "Zci/cd", "ci", "cd", "Zci", "node.js", "node",
                             "js", "Znode", "c"}) {
        CAPTURE(term);
        CHECK(wdf(idea, term) >= 0);
    }
    CHECK(wdf(idea, "Zc") == -1);
    CHECK(wdf(titled("C and Rust"), "Zc") == 30);
}

TEST_CASE("document: fields are 100 positions apart and only exact forms have positions") {
    Idea idea = titled("first words");
    idea.section = {"second words"};
    idea.body = "third words";
    const auto places = positions(idea, "words");
    REQUIRE(places.size() == 3);
    CHECK(places[1] - places[0] > field_gap);
    CHECK(places[2] - places[1] > field_gap);
    CHECK(positions(idea, "first").at(0) + 1 == places[0]);
    CHECK(positions(idea, "Zword").empty());
    CHECK(positions(idea, "Swords").size() == 1);
}

TEST_CASE("document: values are folded whole and indexed once each") {
    Idea idea = titled("x");
    idea.topics = {"CI/CD", "ci/cd", "Django ORM"};
    idea.authors = {"Zoë  Müller"};
    idea.year = 2024;
    idea.event = "PyCon DE";
    idea.source = {"lists/a.md", "A list", "https://example.org/a", 3};
    for (const char *term :
         {"XT:ci/cd", "XT:django orm", "Y2024", "XE:pycon de", "XK:wish", "Len", "XP:lists/a.md",
          "XP:a list", "XP:a", "XU:https://example.org/a", "Qa/b", "Uowner"}) {
        CAPTURE(term);
        CHECK(wdf(idea, term) == 0);
    }
    CHECK(wdf(idea, value_term(FieldId::author, text::fold_value("zoe muller"))) == 0);
}

TEST_CASE("document: Japanese text is indexed by words and by character pairs") {
    const Idea idea = titled("機械学習の話", "ja");
    for (const char *term : {"機械", "Z機械", "学習", "Z学習", "械学", "Z械学"}) {
        CAPTURE(term);
        CHECK(wdf(idea, term) >= 30);
    }
    CHECK(positions(idea, "械学").empty());
    CHECK(positions(idea, "学習").size() == 1);
}

TEST_CASE("document: long texts are truncated at a character") {
    Idea idea = titled("x");
    idea.body = std::string(max_text_bytes - 1, 'a') + "é";
    CHECK(within_limits(idea).body.size() == max_text_bytes - 1);
    idea.year = 99999;
    CHECK_FALSE(within_limits(idea).year);
}
