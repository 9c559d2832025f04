// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What the case files cannot show: line ends, members that print() leaves out, heads of pages,
// hostile input.
#include <ctime>

#include <doctest/doctest.h>
#include <pthread.h>

#include "source/document.hpp"
#include "source/markup/outline_reader.hpp"

using namespace ideary::source;

namespace {

std::string repeat(std::string_view part, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
        text += part;
    }
    return text;
}

Outlines read(std::string_view text, std::optional<Syntax> hint = Syntax::markdown) {
    return read_outline(split_lines(text), hint);
}

} // namespace

TEST_CASE("source: lines end with CRLF, CR, LF and NEL, and blanks without break are blanks") {
    const auto lines = split_lines("a\r\nb\rc\nd\xc2\x85"
                                   "e\n\nf\u00a0g\u3000h\u200bi\u00ad");
    CHECK(lines == std::vector<std::string>{"a", "b", "c", "d", "e", "", "f g hi"});
    CHECK(split_lines("").empty());
    CHECK(split_lines("\n") == std::vector<std::string>{""});
}

TEST_CASE("source: blanks around, underlines and last lines are told") {
    const auto nodes = read("A\n- b\n  c\n\nD\n===\n").visible.nodes;
    REQUIRE(nodes.size() == 3);
    CHECK(nodes[0].blank_before);
    CHECK_FALSE(nodes[0].blank_after);
    CHECK_FALSE(nodes[1].blank_before);
    CHECK(nodes[1].blank_after);
    CHECK(nodes[1].end_line == 3);
    CHECK(nodes[2].underlined);
    CHECK(nodes[2].end_line == 6);
    CHECK_FALSE(read("# A").visible.nodes[0].underlined);
}

TEST_CASE("source: a list's end does not count the lines of its children") {
    const auto nodes = read("- a\n  - b\n\nC").visible.nodes;
    REQUIRE(nodes.size() == 3);
    CHECK_FALSE(nodes[0].blank_after);
    CHECK(nodes[0].end_line == 1);
    CHECK(nodes[1].blank_after);
}

TEST_CASE("source: the head of a page") {
    const auto head =
        read("<!DOCTYPE html>\n<html lang=\"de-AT\"><head><title>\n My\n page</title>\n"
             "<meta name=\"author\" content=\"Ann\">\n"
             "<meta property=\"article:published_time\" content=\"2024-03-01\">\n"
             "<meta name=\"date\" content=\"2020-01-01\">\n"
             "<meta name=\"description\" content=\"About &amp; more\">\n"
             "<link rel=\"canonical\" href=\"https://example.org/p\">\n"
             "<meta property=\"og:url\" content=\"https://example.org/other\">\n"
             "</head><body><p>x</p></body></html>")
            .head;
    CHECK(head.title == "My page");
    CHECK(head.author == "Ann");
    CHECK(head.author_line == 5);
    CHECK(head.date == "2024-03-01");
    CHECK(head.url == "https://example.org/p");
    CHECK(head.language == "de-AT");
    CHECK(head.description == "About & more");
}

TEST_CASE("source: og:title wins over the title element, a profile is no author") {
    const auto head = read("<html><head><title>A | Site</title>"
                           "<meta property=\"og:title\" content=\"A\">"
                           "<meta property=\"article:author\" content=\"https://example.org/me\">"
                           "</head><body><p>x</p><time datetime=\"2021-05-06\">May</time></body>")
                          .head;
    CHECK(head.title == "A");
    CHECK(head.author.empty());
    CHECK(head.date == "2021-05-06");
}

TEST_CASE("source: a declared encoding in HTML changes nothing") {
    const auto page = read("<html><head><meta charset=\"iso-8859-1\"></head><body><p>größe</p>");
    REQUIRE(page.visible.nodes.size() == 1);
    CHECK(page.visible.nodes[0].text.plain == "größe");
}

TEST_CASE("source: nothing is loaded, no entity of a document grows") {
    const auto page =
        read("<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"xxxx\">]>"
             "<html><body><p>[&a;&b;]</p></body></html>");
    for (const Node &node : page.visible.nodes) {
        CHECK(node.text.plain.find("root:") == std::string::npos);
    }
}

TEST_CASE("source: HTML nested too deep is read on, with a remark") {
    std::string text = "<html><body>\n" + repeat("<div>", 5 * 300) + "\n<p>After</p>\n";
    const auto page = read(text);
    REQUIRE(page.remarks.size() == 1);
    CHECK(page.remarks[0].line == 2);
    REQUIRE(page.visible.nodes.size() == 1);
    CHECK(page.visible.nodes[0].text.plain == "After");
    CHECK(page.visible.nodes[0].line == 3);
}

TEST_CASE("source: inline text of a value") {
    CHECK(inline_text("**A** &amp; [b](c)", Syntax::markdown).plain == "A & b");
}

TEST_CASE("source: hostile input is read in linear time") {
    const std::size_t bytes = 150000;
    const std::vector<std::string> parts{"[",
                                         "![",
                                         "]",
                                         "[a](",
                                         "](",
                                         "*a ",
                                         "**a*",
                                         "`",
                                         "``a`b",
                                         "<",
                                         "<a ",
                                         "<b>",
                                         "&amp;",
                                         "[http://a ",
                                         "[[a",
                                         "[^a",
                                         "<!--",
                                         "<!-- a -->",
                                         "{% a\n",
                                         "{{ a\n",
                                         "{{{",
                                         "{% a ",
                                         "<iframe></iframe>",
                                         "<script>a</script>",
                                         "<h1>",
                                         "<pre>",
                                         "<pre>a</pre>",
                                         "```a\n",
                                         "> ",
                                         "|a|b|\n|-|-|\n",
                                         "a\n=\n",
                                         "- a\n  - b\n",
                                         "- a\nb\n",
                                         "<ul><li>a\n",
                                         "<h1>\n",
                                         "<pre>\n",
                                         "<blockquote>\n",
                                         "a. b\n",
                                         "-\n",
                                         "`a <b",
                                         ":a:`",
                                         "a_ ",
                                         "== ==\n",
                                         "a\n  b\n\n"};
    for (const std::string &part : parts) {
        const std::string text = repeat(part, bytes);
        for (Syntax hint : {Syntax::markdown, Syntax::rst, Syntax::html}) {
            const std::clock_t begin = std::clock();
            const auto found = read(text, hint);
            const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
            CHECK_MESSAGE(seconds < 5.0, part);
            CHECK(found.visible.nodes.size() < bytes);
        }
    }
}

TEST_CASE("source: tables one behind the other in a line are not read inside each other") {
    struct Work {
        std::string text = repeat("<table><tr><td>Who<td>What</table> ", 400'000);
        std::size_t tables = 0;
    } work;
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 256 * 1024);
    pthread_t thread{};
    const auto read_it = [](void *given) -> void * {
        auto *mine = static_cast<Work *>(given);
        for (const auto &node : read(mine->text, Syntax::markdown).visible.nodes) {
            mine->tables += node.kind == NodeKind::row ? 1 : 0;
        }
        return nullptr;
    };
    REQUIRE(pthread_create(&thread, &small, read_it, &work) == 0);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&small);
    CHECK(work.tables > 10'000);
}

TEST_CASE("source: blanks behind many regions of a line are not read for each") {
    const std::string text = repeat("<ul></ul>", 300'000) + std::string(700'000, ' ') + "x";
    const std::clock_t begin = std::clock();
    read(text, Syntax::markdown);
    CHECK(std::clock() - begin < 4 * CLOCKS_PER_SEC);
}

TEST_CASE("source: very many lines, tags or cells are bounded, with a remark") {
    std::string items, tags = "<!doctype html><ul>", cells = "|a|b|\n|-|-|\n";
    for (int i = 0; i < 41000; ++i) {
        items += "- a\n";
    }
    for (int i = 0; i < 70000; ++i) {
        tags += "<li>a";
        cells += "|c";
    }
    const ideary::source::Document many = ideary::source::read(items, "many.md", {});
    CHECK(many.outline.nodes.size() == 40000);
    REQUIRE(many.remarks.size() == 1);
    CHECK(many.remarks[0].line == 40001);
    const ideary::source::Document page = ideary::source::read(tags, "page.html", {});
    CHECK(page.outline.nodes.size() < 70000);
    REQUIRE(page.remarks.size() == 1);
    CHECK(page.remarks[0].line == 1);
    const ideary::source::Document line =
        ideary::source::read("Talks" + tags.substr(15), "a.md", {});
    CHECK(line.outline.nodes.size() < 45000);
    REQUIRE(line.remarks.size() == 1);
    CHECK(line.remarks[0].text.find("44000 lines") != std::string::npos);
    const ideary::source::Document table = ideary::source::read(cells, "table.md", {});
    CHECK(table.outline.nodes.back().cells.size() <= 1024);
    const ideary::source::Document links =
        ideary::source::read(repeat("- [a](b) [c](d) [e](f) [g](h)\n", 40000 * 30), "l.md", {});
    REQUIRE(links.outline.nodes.size() == 40000);
    CHECK(links.outline.nodes.front().text.links.size() == 4);
    const ideary::source::Document rows = ideary::source::read(
        "|a|b|\n|-|-|\n" + repeat("|c|d|e|f|g|h|i|j|k|l|m|n|\n", 30000 * 26), "t.md", {});
    CHECK(rows.outline.nodes.back().cells.size() == 1);
    REQUIRE(rows.remarks.size() == 1);
    CHECK(rows.remarks[0].text.find("262144 links and cells") != std::string::npos);
}

TEST_CASE("source: a row of a grid has the cells that it is long enough for") {
    const std::string wide = "+" + repeat("-+", 100'000) + "\n";
    const std::clock_t begin = std::clock();
    const auto nodes =
        read(wide + "|" + repeat("a|", 100'000) + "\n" + wide + "|b|\n" + wide, Syntax::rst)
            .visible.nodes;
    CHECK(std::clock() - begin < 4 * CLOCKS_PER_SEC);
    REQUIRE(nodes.size() == 2);
    CHECK(nodes[0].cells.size() == 1024);
    CHECK(nodes[1].cells.size() == 2);
    CHECK(nodes[1].cells[0].plain == "b");
}

TEST_CASE("source: a tag with very many attributes keeps the first of them") {
    for (const char *value : {"=1 ", "=\"\"", " ", "=''/"}) {
        std::string tag = "<!doctype html><ul><li title= 'a > b' ";
        for (int i = 0; i < 60'000; ++i) {
            tag += "a" + std::to_string(i) + value;
        }
        const std::clock_t begin = std::clock();
        const auto nodes = read(tag + ">A wish</ul>", Syntax::html).visible.nodes;
        CHECK(std::clock() - begin < 4 * CLOCKS_PER_SEC);
        REQUIRE(nodes.size() == 1);
        CHECK(nodes[0].text.plain == "A wish");
    }
    const std::string words = repeat(" word", 5000);
    const auto text =
        read("<!doctype html><ul><li>Under <10 ms" + words + "\n<li>Another</ul>", Syntax::html)
            .visible.nodes;
    REQUIRE(text.size() == 2);
    CHECK(text[1].text.plain == "Another");
}

TEST_CASE("source: a text of megabytes is read to its first") {
    const auto nodes = read("- " + repeat("*a **b _c ", 2 << 20)).visible.nodes;
    REQUIRE(nodes.size() == 1);
    CHECK(nodes[0].text.plain.size() <= std::size_t{1} << 20);
    CHECK(nodes[0].text.plain.size() > 1'000'000);
}
