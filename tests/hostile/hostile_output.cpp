// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Hostile text in ideas, paths and queries never reaches a terminal, an HTML page or a spreadsheet
// unescaped, and no e-mail address is stored. Runs the command with every output format.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "hostile.hpp"
#include "text/decode.hpp"

namespace ideary::hostile {
namespace {

constexpr const char *escapes[] = {
    "\x1b[31mred", "\x1b]0;title\x07", "\x1b[2J",           "\u009b31m", "\r", "\b\b\b",
    "\x7f",        "\u202egnp.exe",    "\u2066hidden\u2069"};
constexpr const char *formulas[] = {"=cmd|' /C calc'!A0", "+1+1",   "-2+3",
                                    "@SUM(A1)",           "\t=1+1", "\u200b=2+2"};
constexpr const char *pages[] = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
                                 "\"><svg/onload=alert(1)>", "</mark><b>", "&lt;script&gt;x"};
constexpr const char *links[] = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
                                 "https://example.org/?to=mallory@example.com"};

/// A JSON string.
std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || c == '"' || c == '\\') {
            out += fmt::format("\\u{:04x}", byte);
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string record(const std::string &hostile, int number) {
    const std::string text = hostile + " deployment";
    return fmt::format("{{\"id\":{0},\"title\":{1},\"text\":{1},\"speakers\":[{1},\"Ada "
                       "<ada.roe@example.com>\"],\"topics\":[{1}],\"event\":{1},\"year\":2024,"
                       "\"url\":{2}}}\n",
                       json_text(hostile + std::to_string(number)), json_text(text),
                       json_text(links[static_cast<std::size_t>(number) % std::size(links)]));
}

void write_sources(ReliabilityTest &test) {
    std::string records, list = "---\ntitle: \"\\e[31mTitle deployment <b>\"\nauthor: \"=Ada "
                                "<mallory@example.com>\"\n---\n";
    int number = 0;
    const auto add = [&](const char *hostile) {
        records += record(hostile, ++number);
        list +=
            fmt::format("# {0} section\n\n- {0} deployment of mallory@example.com\n- deployment "
                        "[{0}]({1})\n",
                        hostile, links[static_cast<std::size_t>(number) % std::size(links)]);
    };
    std::for_each(std::begin(escapes), std::end(escapes), add);
    std::for_each(std::begin(formulas), std::end(formulas), add);
    std::for_each(std::begin(pages), std::end(pages), add);
    test.write("lists/records.jsonl", records + "{\"bro\x1b[31mken\n");
    test.write("lists/list.md", list);
    test.write("lists/=cmd \x1b[31m<b>\u202e.md", "- A deployment in an odd path\n");
    test.write("lists/sources.json", "[{\"file\":\"../\\u001b[31mx\"}]");
    test.write("\x1b[31mqueries.tsv", "\x1b[2J\u009b1\tdeployment <b> \u202e =1\n=2\tscaling\n");
    test.write("\x1b[31mqrels.txt", "\x1b[2J\u009b1 records/\x1b[31mred1 1\n=2 no/such 1\n\x07\n");
    test.write("topics.yaml", "- topic: \"\\e[31mTopic <b>\"\n  aliases: [deployment]\n"
                              "- topic: =cmd\n  aliases: [\"\\a\", scaling]\n");
}

/// Queries for `search --queries -`.
std::string query_lines() {
    std::string lines;
    const auto add = [&](const char *hostile) {
        lines += std::string(hostile) + " deployment\nauthor:\"" + hostile + "\"\n";
    };
    std::for_each(std::begin(escapes), std::end(escapes), add);
    std::for_each(std::begin(pages), std::end(pages), add);
    return lines;
}

/// Why the output must not be sent to a terminal; empty if it may.
std::string terminal_problem(const std::string &out) {
    if (!text::is_utf8(out)) {
        return "bytes that are not UTF-8";
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out[i]);
        const auto next = static_cast<unsigned char>(i + 1 < out.size() ? out[i + 1] : 0);
        const auto third = static_cast<unsigned char>(i + 2 < out.size() ? out[i + 2] : 0);
        const bool control = (byte < 0x20 && byte != '\n') || byte == 0x7F;
        const bool c1 = byte == 0xC2 && next < 0xA0;
        const bool bidi = byte == 0xE2 && ((next == 0x80 && third >= 0xAA && third <= 0xAE) ||
                                           (next == 0x81 && third >= 0xA6 && third <= 0xA9));
        if (control || c1 || bidi) {
            return "a control character: " + out.substr(i < 40 ? 0 : i - 40, 80);
        }
    }
    return {};
}

/// The first cell that a spreadsheet would evaluate as a formula; empty if there is none.
std::string csv_problem(const std::string &csv) {
    bool quoted = false, start = true;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        const bool opens = start && c == '"';
        const char first = opens && i + 1 < csv.size() ? csv[i + 1] : c;
        if (start && std::string_view("=+-@\t").find(first) != std::string_view::npos) {
            return "a cell begins with a formula: " + csv.substr(i, 60);
        }
        quoted = c == '"' ? !quoted : quoted;
        start = !quoted && (c == ',' || c == '\n');
    }
    return {};
}

/// The first value of a JSON member with tags other than <mark>; empty if there is none.
std::string html_problem(const std::string &json, const std::string &member) {
    const std::string key = "\"" + member + "\":\"";
    for (std::size_t at = json.find(key); at != std::string::npos; at = json.find(key, at + 1)) {
        std::size_t end = at + key.size();
        while (end < json.size() && json[end] != '"') {
            end += json[end] == '\\' ? 2 : 1;
        }
        std::string value = json.substr(at + key.size(), end - at - key.size());
        for (const std::string tag : {"<mark>", "</mark>"}) {
            for (std::size_t i = value.find(tag); i != std::string::npos; i = value.find(tag)) {
                value.erase(i, tag.size());
            }
        }
        if (value.find('<') != std::string::npos || value.find('>') != std::string::npos) {
            return member + " contains a tag: " + value.substr(0, 80);
        }
    }
    return {};
}

/// An e-mail address or a link that is not http(s); empty if there is none.
std::string privacy_problem(const std::string &out) {
    for (const char *part : {"mallory@", "ada.roe@"}) {
        const std::size_t at = out.find(part);
        if (at != std::string::npos) {
            return "an address: " + out.substr(at < 40 ? 0 : at - 40, 90);
        }
    }
    const std::string key = "\"url\":\"";
    for (std::size_t at = out.find(key); at != std::string::npos; at = out.find(key, at + 1)) {
        if (out.compare(at + key.size(), 4, "http") != 0) {
            return "a link: " + out.substr(at, 80);
        }
    }
    return {};
}

class OutputCheck {
  public:
    explicit OutputCheck(ReliabilityTest &test) : test_(test) {}

    void run(std::vector<std::string> words, const std::string &format,
             const std::string &input = {}) {
        const std::string line = fmt::format("{}", fmt::join(words, " "));
        if (!format.empty()) {
            words.insert(words.begin() + 1, {"--format", format});
        }
        Command command = test_.tool(test_.at("index"), words);
        command.input = input;
        const ProcessResult ended = fault::run(command);
        ++tried_;
        bytes_ += ended.out.size() + ended.err.size();
        const std::string where = line + (format.empty() ? "" : " --format " + format) + ": ";
        const bool good = ended.code >= 0 && ended.code < 70 && ended.signal == 0;
        test_.expect(good && !ended.late, where + fault::describe(ended));
        check(where + "standard error: ", terminal_problem(ended.err));
        check(where, terminal_problem(format == "csv" ? without_cr(ended.out) : ended.out));
        check(where, format == "csv" ? csv_problem(ended.out) : "");
        const bool json = format == "json" || format == "jsonl" || words[0] == "export";
        check(where, json ? html_problem(ended.out, "title_marked") : "");
        check(where, json ? html_problem(ended.out, "snippet") : "");
        check(where, words.back() == "--outline" ? "" : privacy_problem(ended.out));
        check(where + "standard error: ", privacy_problem(ended.err));
    }
    std::string figure() const {
        return fmt::format("{} calls with {} ideas of {} kinds of hostile text, {} of output, {} "
                           "findings",
                           tried_, ideas_,
                           std::size(escapes) + std::size(formulas) + std::size(pages),
                           megabytes(bytes_), test_.failures());
    }
    void ideas(std::size_t count) { ideas_ = count; }

  private:
    static std::string without_cr(std::string out) {
        out.erase(std::remove(out.begin(), out.end(), '\r'),
                  out.end()); // RFC 4180 ends lines with CRLF
        return out;
    }
    void check(const std::string &where, const std::string &why) {
        test_.expect(why.empty(), where + why);
    }

    ReliabilityTest &test_;
    int tried_ = 0;
    std::size_t bytes_ = 0, ideas_ = 0;
};

/// Every command that prints text of ideas, paths or queries. Usage errors are checked as well.
std::vector<std::vector<std::string>> calls(const std::string &id) {
    return {
        {"search", "deployment", "--limit", "100", "--facets"},
        {"search", "deployment", "--limit", "100", "--explain"},
        {"search", "\x1b[31m \u202e <b> =1 zzzz\x07"},
        {"search", "--topic", "\x1b[31mred deployment", "--author", "=x", ""},
        {"search", "--expand", "--sort", "title", "\"\x1b[31m <b>\" NEAR/3 =1"},
        {"search", "--literal", "--all", "--facet", "section", "--facet", "event", "deployment"},
        {"search", "--year", "\x1b[31m", "x"},
        {"search", "--facet", "\x1b[31m\u202e", "x"},
        {"show", id},
        {"show", "\x1b[31mno/such"},
        {"similar", id},
        {"recurring", "--limit", "100"},
        {"trends", "--limit", "100"},
        {"coverage", "--limit", "100"},
        {"facets", "topic"},
        {"facets", "author"},
        {"facets", "event"},
        {"facets", "section"},
        {"facets", "year"},
        {"facets", "kind"},
        {"facets", "language"},
        {"facets", "\x1b[31mfield"},
        {"eval", "--queries", "\x1b[31mqueries.tsv", "--qrels", "\x1b[31mqrels.txt", "--per-query"},
        {"eval", "--queries", "\x1b[31mqueries.tsv", "--qrels", "\x1b[31mqrels.txt", "--compare",
         "literal"},
        {"eval", "--queries", "\x1b[31mno", "--qrels", "\u202eno"},
        {"export"},
        {"export", "deployment", "--author", "\x1b[31mred deployment"},
        {"split", "lists"},
        {"split", "lists", "--topics", "topics.yaml", "--hidden"},
        {"split", "lists", "--topics", "\x1b[31mnone.yaml"},
        {"info"},
        {"check"},
        {"check", "--sources"},
        {"complete", "dep"},
        {"complete", "author:"},
        {"complete", "topic:"}};
}

} // namespace

void hostile_output(ReliabilityTest &test) {
    write_sources(test);
    OutputCheck output(test);
    output.run({"ingest", "lists"}, "");
    output.run({"split", "lists", "--outline"}, "");
    output.run({"remove", "--dry-run", "\x1b[31mnone"}, "");
    output.run({"remove", "--dry-run", "lists/=cmd \x1b[31m<b>\u202e.md"}, "");
    output.run({"ingest", "\x1b[31mno such path"}, "");
    output.run({"\x1b[31mcommand"}, "");
    output.run({"help", "\x1b[31mtopic\u202e"}, "");
    output.run({"search", "--\x1b[31moption"}, "");
    output.run({"ingest", "-", "--name", "\x1b[31mname <b>"}, "",
               "- \x1b[31m deployment of mallory@example.com\n");
    output.run({"ingest", "lists", "--dry-run", "--topics", "topics.yaml"}, "");
    output.run({"search", "--queries", "-"}, "", query_lines());
    const std::vector<std::string> ids =
        fault::ids_in(test.run_tool(test.at("index"), {"export"}).out);
    test.expect(ids.size() >= 50, fmt::format("only {} ideas are in the index", ids.size()));
    output.ideas(ids.size());
    for (const std::vector<std::string> &words : calls(ids.empty() ? "x" : ids.front())) {
        for (const char *format : {"", "text", "json", "jsonl", "csv", "ids"}) {
            output.run(words, format);
        }
    }
    // Standard input is archived unchanged, but compressed; no other file may contain addresses.
    for (const auto &entry : std::filesystem::recursive_directory_iterator(test.at("index"))) {
        if (entry.is_regular_file()) {
            const std::string why = privacy_problem(fault::file_text(entry.path().string()));
            test.expect(why.empty(), entry.path().string() + ": " + why);
        }
    }
    for (std::size_t i = 0; i < ids.size(); i += test.settings().full ? 1 : 4) {
        output.run({"show", ids[i]}, "text");
        output.run({"show", ids[i]}, "json");
    }
    test.figure(output.figure());
}

} // namespace ideary::hostile
