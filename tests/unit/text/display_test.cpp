// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ideary/text.hpp"

using namespace ideary;

TEST_CASE("to_html: text between marks is escaped") {
    CHECK(to_html({"1 < 2 & \"x\" 'y' >", {}}) == "1 &lt; 2 &amp; &quot;x&quot; &#39;y&#39; &gt;");
    CHECK(to_html({"use C++ now", {{4, 3}}}) == "use <mark>C++</mark> now");
    CHECK(to_html({"a<b", {{1, 1}}}, "[", "]") == "a[&lt;]b");
    CHECK(to_html({"abc", {{0, 1}, {2, 1}}}, "", "") == "abc");
    CHECK(to_html({"<", {{0, 1}}}, "", "") == "&lt;");
}

TEST_CASE("to_html: overlapping and outside marks are clipped") {
    CHECK(to_html({"abc", {{1, 99}}}, "[", "]") == "a[bc]");
    CHECK(to_html({"abc", {{0, 2}, {1, 2}}}, "[", "]") == "[ab][c]");
    CHECK(to_html({"abc", {{9, 2}}}, "[", "]") == "abc");
}

TEST_CASE("terminal_safe: no control sequence reaches a terminal") {
    CHECK(terminal_safe("\x1B]0;title\x07") == "\uFFFD]0;title\uFFFD");
    CHECK(terminal_safe("a\tb\nc") == "a b c");
    CHECK(terminal_safe("a\nb", true) == "a\nb");
    CHECK(terminal_safe("a\u009B31mb") == "a\uFFFD31mb");
    CHECK(terminal_safe("a\u202Eb") == "ab");
    CHECK(terminal_safe("a\xFF") == "a\uFFFD");
    CHECK(terminal_safe("Größe 数据 🚀") == "Größe 数据 🚀");
    CHECK(to_terminal({"a\x1B"
                       "b",
                       {{2, 1}}},
                      "<", ">") == "a\uFFFD<b>");
}

TEST_CASE("display_width: wide characters and emoji take two columns") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("äö") == 2);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("数据") == 4);
    CHECK(display_width("한국") == 4);
    CHECK(display_width("ﾃﾞ") == 2);
    CHECK(display_width("🚀") == 2);
    CHECK(display_width("👩\u200D💻") == 2);
    CHECK(display_width("🇩🇪") == 2);
    CHECK(display_width("❤\uFE0F") == 2);
    CHECK(display_width("\u200B") == 0);
    CHECK(display_width("") == 0);
    CHECK(display_width("“Ægir” – it’s · all …") == 21);
    CHECK(display_width("…\u0301 \u00AD\u0085") == 2);
}

TEST_CASE("fit_width: text is cut between graphemes") {
    CHECK(fit_width("abc", 3) == "abc");
    CHECK(fit_width("abcd", 3) == "ab…");
    CHECK(fit_width("a bcd", 3) == "a…");
    CHECK(fit_width("数据库", 4) == "数…");
    CHECK(fit_width("数据", 4) == "数据");
    CHECK(fit_width("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
    CHECK(fit_width("abc", 1) == "…");
    CHECK(fit_width("abc", 0).empty());
    CHECK(fit_width("", 5).empty());
}

TEST_CASE("wrap: lines break between words where possible") {
    using Lines = std::vector<std::string>;
    CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
    CHECK(wrap("one two three", 100) == Lines{"one two three"});
    CHECK(wrap("unbreakable", 4) == Lines{"unbr", "eaka", "ble"});
    CHECK(wrap("a\n\nb", 10) == Lines{"a", "", "b"});
    CHECK(wrap("数据库性能", 4) == Lines{"数据", "库性", "能"});
    CHECK(wrap("", 10) == Lines{""});
    for (const std::string &line : wrap("the quick brown fox and (the) lazy dog, again", 9)) {
        CHECK(display_width(line) <= 9);
    }
}

TEST_CASE("closest: the nearest candidate is returned") {
    const std::vector<std::string> commands = {"ingest", "search", "split", "show", "similar"};
    CHECK(closest("serach", commands) == "search");
    CHECK(closest("ingets", commands) == "ingest");
    CHECK(closest("SEARCH", commands) == "search");
    CHECK(closest("shwo", commands) == "show");
    CHECK(closest("banana", commands).empty());
    CHECK(closest("x", commands).empty());
    CHECK(closest("", commands).empty());
    CHECK(closest("Müller", {"muller", "miller"}) == "muller");
    CHECK(closest("a", {}).empty());
}
