// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <ctime>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "text/normalize.hpp"
#include "text/tokens.hpp"

namespace {

using namespace ideary::text;

std::string mark_of(const Token &token) {
    constexpr const char *kinds[] = {"", "#", "^", "~", "!"};
    return std::string(token.compound ? "+" : "") + (token.part ? "'" : "") +
           kinds[static_cast<int>(token.kind)];
}

std::string printed(const std::vector<Token> &tokens) {
    std::string out;
    for (const Token &token : tokens) {
        out += (out.empty() ? "" : " ") + token.form + "@" + std::to_string(token.position) +
               mark_of(token);
    }
    return out.empty() ? "-" : out;
}

bool same(const std::vector<Token> &a, const std::vector<Token> &b) {
    bool equal = a.size() == b.size() && printed(a) == printed(b);
    for (std::size_t i = 0; equal && i < a.size(); ++i) {
        equal = a[i].offset == b[i].offset && a[i].length == b[i].length;
    }
    return equal;
}

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

std::string repeated(std::string_view unit, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += unit;
    }
    return out;
}

/// Pieces that the rules treat differently, to be strung together at random.
constexpr std::string_view pieces[] = {
    "a",  "Word", "x1",       "7",  "5.1", " ",    "  ",   "\n",   ".",  ",",      ":",     ";",
    "-",  "--",   "/",        "//", "://", "&",    "+",    "++",   "#",  "@",      "_",     "'",
    "’",  "\"",   "(",        ")",  "[",   "]",    "http", "é",    "ß",  "Ж",      "ё",     "σ",
    "İ",  "ı",    "\xCC\x81", "字", "か",  "한국", "ไทย",  "🚀",    "\t", "\x01",   "=",     "*",
    "`",  "<",    ">",        "!",  "?",   "…",    "–",    "\xFF", "ﷺ",  "١",      "1,000", "x",
    "v2", "%",    "$",        "|",  "~",   "{",    "}",    "^",    "\\", "\u00AD", "\u200D"};

std::string random_text(std::mt19937 &random, std::size_t count, std::size_t kinds) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += pieces[random() % kinds];
    }
    return text;
}

} // namespace

TEST_CASE("tokens: technical terms are tokenized as in tokens.case") {
    std::ifstream in(IDEARY_TEST_DIR "/unit/text/tokens.case");
    REQUIRE(in);
    Analyzer analyzer;
    std::size_t cases = 0;
    std::string line, text;
    while (std::getline(in, line)) {
        if (line.starts_with("> ")) {
            text = line.substr(2);
        } else if (!line.empty() && !line.starts_with("# ")) {
            INFO(text);
            CHECK(printed(analyzer.tokenize(text)) == line);
            CHECK(printed(analyzer.tokenize_by_rules(text)) == line);
            ++cases;
        }
    }
    CHECK(cases >= 80);
}

TEST_CASE("tokens: offsets and lengths count bytes") {
    Analyzer analyzer;
    const std::string text = "Über C++ und l’été, Ｄｊ 数据";
    std::vector<std::string> slices;
    for (const Token &token : analyzer.tokenize(text)) {
        slices.push_back(text.substr(token.offset, token.length));
    }
    CHECK(slices ==
          std::vector<std::string>{"Über", "C++", "C", "und", "l’été", "l", "été", "Ｄｊ", "数据"});
}

TEST_CASE("tokens: one-letter parts keep the position of the compound") {
    Analyzer analyzer;
    const auto tokens = analyzer.tokenize("--disable-gil now");
    REQUIRE(tokens.size() == 4);
    CHECK(tokens[0].offset == 0);
    CHECK(tokens[0].length == 13);
    CHECK(tokens[1].offset == 2);
    CHECK(tokens[2].offset == 10);
    CHECK(tokens[3].position == 3);
}

TEST_CASE("tokens: the fast path equals the break rules") {
    Analyzer analyzer;
    std::mt19937 random(7);
    for (int round = 0; round < 4000; ++round) {
        // Half of the rounds from the ASCII pieces alone, where the shortcut is taken most.
        const std::size_t kinds = round % 2 == 0 ? std::size(pieces) : 24;
        const std::string text = random_text(random, 1 + random() % 12, kinds);
        const auto quick = analyzer.tokenize(text);
        const auto slow = analyzer.tokenize_by_rules(text);
        INFO("text: " << text);
        if (!same(quick, slow)) {
            CHECK(printed(quick) == printed(slow));
            break;
        }
    }
    std::string letters;
    for (char32_t point = 0xC0; point < 0x530; ++point) {
        const char bytes[] = {static_cast<char>(0xC0 | (point >> 6)),
                              static_cast<char>(0x80 | (point & 0x3F))};
        letters.append("a").append(bytes, 2).append("b c").append(bytes, 2).append(" ");
    }
    CHECK(same(analyzer.tokenize(letters), analyzer.tokenize_by_rules(letters)));
}

TEST_CASE("tokens: words and compounds over 64 code points are dropped, parts are not") {
    Analyzer analyzer;
    CHECK(printed(analyzer.tokenize(std::string(64, 'a'))) == std::string(64, 'a') + "@1");
    CHECK(printed(analyzer.tokenize(std::string(65, 'a') + " b")) == "b@2");
    CHECK(printed(analyzer.tokenize(std::string(4000, 'a') + " b")) == "b@2");
    const std::string chain = repeated("word-", 20) + "end";
    const auto tokens = analyzer.tokenize(chain);
    CHECK(tokens.size() == 21);
    CHECK_FALSE(tokens[0].part);
}

TEST_CASE("tokens: an analyzer can be moved") {
    Analyzer first;
    Analyzer second = std::move(first);
    Analyzer third;
    CHECK(same(second.tokenize("CI/CD 数据"), third.tokenize("CI/CD 数据")));
}

TEST_CASE("tokens: hostile text is tokenized in linear time") {
    std::mt19937 random(1);
    std::string noise;
    for (int i = 0; i < 1'000'000; ++i) {
        noise.push_back(static_cast<char>(random()));
    }
    const std::vector<std::pair<std::string, std::string>> bombs = {
        {"marks on one letter", "a" + repeated("\u0301", 500'000)},
        {"marks after a sign", "a-" + repeated("\u0301", 500'000) + "b"},
        {"marks alone", repeated("\u0316\u0301", 250'000)},
        {"one letter", std::string(4'000'000, 'a')},
        {"one letter, not ASCII", repeated("é", 1'000'000)},
        {"ligatures", repeated("ﷺ", 1'000'000)},
        {"ligatures apart", repeated("ﷺ ", 300'000)},
        {"joiners", repeated("\u200D", 500'000)},
        {"joined emoji", repeated("👩\u200D", 150'000)},
        {"Thai", repeated("ภาษาไทยง่ายมาก", 24'000)},
        {"Chinese", repeated("数据库的性能优化", 42'000)},
        {"kana", repeated("あ", 333'000)},
        {"Korean", repeated("데", 333'000)},
        {"chain", repeated("a-", 500'000)},
        {"pluses", repeated("+", 1'000'000)},
        {"commas", repeated("1,", 500'000)},
        {"slashes and points", repeated("a/.", 333'000)},
        {"URLs", repeated("a://", 250'000)},
        {"flags", repeated("🇩", 250'000)},
        {"random bytes", noise},
    };
    Analyzer analyzer;
    for (const auto &[name, text] : bombs) {
        const double start = cpu_seconds();
        const auto tokens = analyzer.tokenize(text);
        const double spent = cpu_seconds() - start;
        INFO(name);
        // The limit is 0.1 s per MB; 5 times that catches quadratic time on a busy machine.
        CHECK(spent < 0.05 + 0.5 * static_cast<double>(text.size()) / 1e6);
        bool within = true;
        for (const Token &token : tokens) {
            within = within && !token.form.empty() && count_code_points(token.form) <= 64 &&
                     token.offset + token.length <= text.size();
        }
        CHECK(within);
    }
}

TEST_CASE("tokens: the fast path equals the break rules [random bytes]") {
    std::mt19937 random(3);
    Analyzer analyzer;
    for (int round = 0; round < 2000; ++round) {
        std::string noise;
        for (std::size_t i = random() % 40; i > 0; --i) {
            noise.push_back(static_cast<char>(random() % 3 == 0 ? random() : 0x20 + random() % 95));
        }
        if (!same(analyzer.tokenize(noise), analyzer.tokenize_by_rules(noise))) {
            CHECK(printed(analyzer.tokenize(noise)) == printed(analyzer.tokenize_by_rules(noise)));
        }
    }
}

TEST_CASE("tokens: the fingerprint names rules, Unicode and ICU") {
    const std::string fingerprint = analyzer_fingerprint();
    CHECK(fingerprint.find("words ") == 0);
    CHECK(fingerprint.find("Unicode ") != std::string::npos);
    CHECK(fingerprint.find("ICU ") != std::string::npos);
    CHECK(icu_version().find('.') != std::string::npos);
}
