// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <cstring>
#include <ctime>

#include <doctest/doctest.h>

#include "source/data/reader.hpp"
#include "source/formats.hpp"
#include "source/records/record.hpp"
#include "source/records/record_stream.hpp"
#include "source/records/speaker_tally.hpp"

using namespace ideary;
using namespace ideary::source;
using Names = std::vector<std::string>;

namespace {

/// Gives a text in pieces of a size that fits nothing.
Reader reader_of(std::string text, std::size_t step = 7) {
    return [text = std::move(text), step, at = std::size_t{0}](char *buffer,
                                                               std::size_t size) mutable {
        const std::size_t count = std::min({step, size, text.size() - at});
        std::memcpy(buffer, text.data() + at, count);
        at += count;
        return count;
    };
}

struct Read {
    std::vector<Record> records;
    std::vector<Remark> remarks;
};

Read read_all(const std::string &text, std::size_t step = 7) {
    RecordStream stream(reader_of(text, step), "t.jsonl", {});
    Read read;
    while (auto record = stream.next()) {
        read.records.push_back(std::move(*record));
    }
    read.remarks = stream.take_remarks();
    return read;
}

} // namespace

TEST_CASE("records: the first member present of each meaning is read") {
    const Read read = read_all(
        "{\"id\": \"c/1\", \"title\": \"T\", \"abstract\": \"A\", \"body\": \"B\", \"speakers\": "
        "[\"Ada Roe\", {\"name\": \"Bo Doe\"}], \"year\": 2016, \"event\": \"E\", \"language\": "
        "\"eng\", \"tags\": [\"x\", \"y\"], \"url\": \"https://a.example\", \"kind\": \"talk\"}\n");
    REQUIRE(read.records.size() == 1);
    const Record &record = read.records[0];
    CHECK(record.id == "c/1");
    CHECK(record.title == "T");
    CHECK(record.text == "A");
    CHECK(record.authors == Names{"Ada Roe", "Bo Doe"});
    CHECK(record.speakers);
    CHECK(record.year == 2016);
    CHECK(record.event == "E");
    CHECK(record.language == "en");
    CHECK(record.topics == Names{"x", "y"});
    CHECK(record.url == "https://a.example");
    CHECK(record.kind == Kind::talk);
    CHECK(record.line == 1);
    CHECK(read.remarks.empty());
}

TEST_CASE("records: a name in a list loses its address and is not split") {
    const Read read =
        read_all(R"({"title": "T", "authors": ["Ada Roe <ada@a.example>", "Roe & Sons"]})"
                 "\n");
    REQUIRE(read.records.size() == 1);
    CHECK(read.records[0].authors == Names{"Ada Roe", "Roe & Sons"});
}

TEST_CASE("records: members of unexpected types are converted where possible") {
    const Read read =
        read_all("{\"title\": 42, \"date\": \"2021-05-06\", \"author\": \"Ada Roe\"}\n"
                 "{\"title\": \"x\", \"year\": \"2019\", \"authors\": \"Ada, Bo\"}\n"
                 "{\"title\": \"y\", \"year\": [1], \"authors\": {\"name\": \"Cy\"}}\n"
                 "{\"title\": \"z\", \"text\": null, \"description\": \"d\"}\n");
    REQUIRE(read.records.size() == 4);
    CHECK(read.records[0].title == "42");
    CHECK(read.records[0].year == 2021);
    CHECK(read.records[0].authors == Names{"Ada Roe"});
    CHECK_FALSE(read.records[0].speakers);
    CHECK(read.records[1].year == 2019);
    CHECK(read.records[1].authors == Names{"Ada", "Bo"});
    CHECK_FALSE(read.records[2].year.has_value());
    CHECK(read.records[2].authors == Names{"Cy"});
    CHECK(read.records[3].text == "d");
}

TEST_CASE("records: a malformed line loses that line only") {
    std::string text;
    for (int i = 1; i <= 1000; ++i) {
        text +=
            i == 500 ? "{\"title\": \"broken\n" : "{\"title\": \"t" + std::to_string(i) + "\"}\n";
    }
    const Read read = read_all(text, 1000);
    CHECK(read.records.size() == 999);
    REQUIRE(read.remarks.size() == 1);
    CHECK(read.remarks[0].path == "t.jsonl");
    CHECK(read.remarks[0].line == 500);
}

TEST_CASE("records: BOM, empty lines, CRLF, NaN and half surrogates are accepted") {
    const Read read =
        read_all("\xEF\xBB\xBF{\"title\": \"a\"}\r\n\r\n  \n{\"title\": \"b\", \"year\": NaN}\n"
                 "{\"title\": \"c \\ud800 d\"}\n{\"title\": \"caf\xE9 au lait\"}");
    REQUIRE(read.records.size() == 4);
    CHECK(read.records[1].line == 4);
    CHECK_FALSE(read.records[1].year.has_value());
    CHECK(read.records[2].title == "c \xEF\xBF\xBD d");
    CHECK(read.records[3].title == "café au lait");
    CHECK(read.remarks.empty());
}

TEST_CASE("records: unknown members add one remark a stream") {
    const Read read =
        read_all("{\"title\": \"a\", \"room\": 1}\n{\"title\": \"b\", \"hall\": 2}\n");
    REQUIRE(read.remarks.size() == 1);
    CHECK(read.remarks[0].text.find("room") != std::string::npos);
}

TEST_CASE("records: lines without a record add remarks") {
    const Read read = read_all("[1, 2]\n");
    CHECK(read.records.empty());
    const Read more = read_all("{\"title\": \"a\"}\n\"text\"\n17\n{}\n{\"title\": \"\"}\n");
    CHECK(more.records.size() == 1);
    CHECK(more.remarks.size() == 4);
}

TEST_CASE("records: an endless record is bounded and remarked") {
    std::string text = "{\"title\": \"a\"}\n{\"title\": \"" + std::string(3 << 20, 'x');
    const Read open = read_all(text, 1 << 16);
    CHECK(open.records.size() == 1);
    REQUIRE(open.remarks.size() == 1);
    CHECK(open.remarks[0].line == 2);
    const Read closed = read_all(text + "\"}\n{\"title\": \"b\"}\n", 1 << 16);
    CHECK(closed.records.size() == 2);
    CHECK(closed.records[1].line == 3);
    CHECK(closed.remarks.size() == 1);
}

TEST_CASE("records: endless nesting is bounded and remarked") {
    const std::string deep = "{\"title\": \"a\", \"x\": " + std::string(200000, '[') + "}\n";
    const Read read = read_all(deep + "{\"title\": \"b\"}\n", 1 << 16);
    CHECK(read.records.size() == 1);
    CHECK(read.remarks.size() == 1);
    for (const std::size_t levels : {std::size_t{65}, std::size_t{200000}}) {
        const std::string closed = "{\"title\": \"a\", \"x\": " + std::string(levels, '[') +
                                   std::string(levels, ']') + "}\n";
        const Read whole = read_all(closed + "{\"title\": \"b\"}\n", 1 << 16);
        CHECK(whole.records.size() == 1);
        REQUIRE(whole.remarks.size() == 1);
        CHECK(whole.remarks[0].text.find("64 levels") != std::string::npos);
    }
}

TEST_CASE("records: very many topics are read in linear time") {
    std::string topics;
    for (int i = 0; i < 90000; ++i) {
        topics += "\"" + std::to_string(1000000 + i) + "\",";
    }
    const std::clock_t start = std::clock();
    const Read read = read_all("{\"title\": \"T\", \"topics\": [" + topics + "\"1000000\"]}\n",
                               std::size_t{1} << 20);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    REQUIRE(read.records.size() == 1);
    CHECK(read.records[0].topics.size() == 90000);
    CHECK(seconds < 5);
}

TEST_CASE("records: one JSON list is read as a stream") {
    const Read read = read_all(
        "[\n {\"title\": \"a ] } \\\" {\"},\n {\"title\": \"b\",\n  \"x\": {\"y\": [1]}}\n]\n");
    REQUIRE(read.records.size() == 2);
    CHECK(read.records[0].title == "a ] } \" {");
    CHECK(read.records[0].line == 2);
    CHECK(read.records[1].line == 3);
}

TEST_CASE("records: HTML becomes plain text, angle brackets of code stay") {
    const Read read =
        read_all("{\"title\": \"a\", \"text\": \"<p>One &amp; two</p><ul><li>x</li></ul>\"}\n"
                 "{\"title\": \"b\", \"text\": \"vector<T> and a < b & c\"}\n"
                 "{\"title\": \"c\", \"text\": \"one\\r\\n\\r\\n\\r\\ntwo  \\nthree\"}\n");
    REQUIRE(read.records.size() == 3);
    CHECK(read.records[0].text == "One & two\n\nx");
    CHECK(read.records[1].text == "vector<T> and a < b & c");
    CHECK(read.records[2].text == "one\n\ntwo\nthree");
}

TEST_CASE("records: e-mail addresses and unusual links are dropped") {
    const Read read =
        read_all("{\"title\": \"ask ada@example.org\", \"text\": \"or bo@example.org\", "
                 "\"url\": \"javascript:1\"}\n");
    REQUIRE(read.records.size() == 1);
    CHECK(read.records[0].title == "ask …");
    CHECK(read.records[0].text == "or …");
    CHECK(read.records[0].url.empty());
}

TEST_CASE("records: an exported line is read back whole") {
    const Read read = read_all(
        "{\"ideary\":1,\"id\":\"list/a\",\"kind\":\"note\",\"title\":\"T\",\"topics\":[\"x\"],"
        "\"section\":[\"S\",\"P\"],\"year\":2024,\"authors\":[\"Ada\"],\"curator\":\"Bo\","
        "\"event\":\"E\",\"language\":\"de\",\"links\":[{\"text\":\"l\",\"url\":\"https://"
        "a.example\"},"
        "{\"text\":\"bad\",\"url\":\"file:///etc/passwd\"}],\"body\":\"one\\n\\n<b>two</b>\","
        "\"source\":{\"path\":\"p/l.md\",\"title\":\"L\",\"url\":null,\"line\":31}}\n");
    REQUIRE(read.records.size() == 1);
    REQUIRE(read.records[0].exported.has_value());
    const Idea &idea = *read.records[0].exported;
    CHECK(idea.id == "list/a");
    CHECK(idea.kind == Kind::note);
    CHECK(idea.section == Names{"S", "P"});
    CHECK(idea.year == 2024);
    CHECK(idea.curator == "Bo");
    CHECK(idea.links == std::vector<Link>{{"l", "https://a.example"}});
    CHECK(idea.body == "one\n\n<b>two</b>");
    CHECK(idea.source.path == "p/l.md");
    CHECK(idea.source.line == 31);
    CHECK(read.remarks.empty());
}

TEST_CASE("records: a stream is detected by content and by name") {
    CHECK(is_record_stream("{\"title\": \"a\"}\n{\"title\"", "-"));
    CHECK(is_record_stream("\xEF\xBB\xBF\n{\"title\": \"a\"}\n", "x.txt"));
    CHECK(is_record_stream("{\"title\": \"a long line that is cut", "-"));
    CHECK_FALSE(is_record_stream("[\n  {\n \"title\": 1", "x.json"));
    CHECK(is_json_list("[\n  {\n \"title\": 1"));
    CHECK_FALSE(is_json_list("[{% block %}]"));
    CHECK_FALSE(is_record_stream("{\"schedule\": {\"conference\": {\"title\": \"E\"}}}", "x.json"));
    CHECK(is_record_stream("", "x.jsonl"));
    CHECK(is_record_stream("broken\n", "x.jsonl.gz"));
    CHECK_FALSE(is_record_stream("<html>", "x.jsonl"));
    CHECK_FALSE(is_record_stream("\x89PNG\r\n\x1A\n", "x.jsonl"));
    CHECK_FALSE(is_record_stream("# A list\n", "-"));
    CHECK_FALSE(is_record_stream("{% raw %}\n", "x.md"));
    CHECK_FALSE(is_record_stream("{\n \"title\": \"front matter\"\n}\n\ntext", "x.md"));
    CHECK_FALSE(is_record_stream("[{{ x }}](y)\n", "x.md"));
    CHECK_FALSE(is_record_stream("[a](b)\n", "x.md"));
    CHECK_FALSE(is_record_stream("", "-"));
}

TEST_CASE("records: JSON Lines in UTF-16 are read") {
    const std::string utf8 = "{\"title\": \"a 😀\"}\n{\"title\": \"b\"}\n";
    const std::u16string units = u"{\"title\": \"a 😀\"}\n{\"title\": \"b\"}\n";
    for (const bool big : {false, true}) {
        std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
        for (const char16_t unit : units) {
            const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
            bytes += big ? high : low;
            bytes += big ? low : high;
        }
        CHECK(is_record_stream(bytes, "-"));
        const Read read = read_all(bytes);
        REQUIRE(read.records.size() == 2);
        CHECK(read.records[0].title == "a 😀");
    }
    CHECK(read_all(utf8).records.size() == 2);
}

TEST_CASE("records: a tally tells streams of talks") {
    SpeakerTally talks;
    talks.add("{\"title\": \"a\", \"speakers\": [\"A\"]}\n{\"title\": \"b\", \"spea");
    talks.add("kers\": [ \"B\"]}\n{\"title\": \"c\", \"speakers\": []}\n");
    CHECK(talks.most_have_speakers());
    SpeakerTally wishes;
    wishes.add("{\"title\": \"a\", \"speakers\": null}\n{\"title\": \"b\"}\n");
    CHECK_FALSE(wishes.most_have_speakers());
}
