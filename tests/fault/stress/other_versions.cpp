// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// An index of an older or newer format, another analyzer or an unknown feature is refused by name,
// with the command that rebuilds it. After that command the answers are the same as before.
#include <cstdio>
#include <filesystem>

#include "ideary/error.hpp"
#include "ideary/writer.hpp"
#include "index/storage/crc32c.hpp"
#include "stress.hpp"

namespace ideary::fault {
namespace {

constexpr const char *remedy = "ideary ingest --rebuild";

struct Incompatibility {
    const char *file, *line, *replacement; ///< prefix of the line, and its replacement
    const char *expected;                  ///< expected in the message
    bool update_crc;                       ///< a newer format may use another checksum
};

constexpr Incompatibility incompatibilities[] = {
    {"CURRENT", "format ", "format 0", "format 0", true},
    {"CURRENT", "format ", "format 2", "format 2", true},
    {"CURRENT", "format ", "format 999", "format 999", false},
    {"MANIFEST", "format ", "format 0", "format 0", true},
    {"MANIFEST", "format ", "format 3", "format 3", true},
    {"MANIFEST", "format ", "format 12", "format 12", false},
    {"MANIFEST", "features ", "features columns time-travel", "time-travel", true},
    {"MANIFEST", "features ", "features shards", "shards", true},
    {"MANIFEST", "features ", "features merged-words columns records", "older", true},
    {"MANIFEST", "analyzer ", "analyzer rules-0 Unicode-9", "rules-0 Unicode-9", true},
    {"MANIFEST", "analyzer ", "analyzer", "another analyzer", true},
};

std::string rewrite(std::string text, const Incompatibility &change) {
    const std::size_t at = text.find(change.line);
    text.replace(at, text.find('\n', at) - at, change.replacement);
    if (change.update_crc) {
        text.resize(text.rfind("crc "));
        char crc[16];
        std::snprintf(crc, sizeof crc, "crc %08x\n", index::crc32c(text));
        text += crc;
    }
    return text;
}

class Versions {
  public:
    explicit Versions(ReliabilityTest &test)
        : test_(test), intact_(test.at("intact")), other_(test.at("other")) {}

    void run() {
        IdeaGenerator generator(test_.settings().seed);
        test_.write("list.jsonl", to_lines(generate_records(generator, 50)));
        ingest(intact_, {test_.at("list.jsonl")});
        answers_ = answers(intact_);
        for (const Incompatibility &change : incompatibilities) {
            try_change(change);
        }
        test_.figure(std::to_string(std::size(incompatibilities)) +
                     " other formats, features, analyzers: " + std::to_string(refused_) +
                     " calls refused by name, " + std::to_string(misread_) + " misread, " +
                     std::to_string(rebuilt_) + " rebuilt");
    }

  private:
    static std::string answers(const std::string &path) {
        const Index index = Index::open(path);
        std::string text = describe(index.search(Query::parse("testing python \"the of\"")));
        index.each(Query::parse(""), {}, [&](const Idea &idea) { text += describe(idea) + "\n"; });
        return text;
    }

    void try_change(const Incompatibility &change) {
        remove_folder(other_);
        copy_folder(intact_, other_);
        const std::string file =
            std::string(change.file) == "CURRENT" ? change.file : "gen-000001/MANIFEST";
        test_.write("other/" + file, rewrite(file_text(other_ + "/" + file), change));
        const std::string where = std::string(change.file) + " with " + change.replacement;
        expect_refused(where + ", open", change, [&] { Index::open(other_, {Verify::quick}); });
        expect_refused(where + ", open in full", change,
                       [&] { Index::open(other_, {Verify::full}); });
        expect_refused(where + ", ingest", change,
                       [&] { ingest(other_, {test_.at("list.jsonl")}); });
        bool found = false;
        for (const Finding &finding : check(other_)) {
            found = found || (finding.file == other_ + "/" + file &&
                              finding.problem.find(change.expected) != std::string::npos &&
                              finding.remedy.find(remedy) != std::string::npos);
        }
        count(found, where + ", check");
        if (!test_.settings().tool.empty()) {
            check_command(where, change);
        } else {
            ideary::rebuild(other_);
        }
        const bool same =
            answers(other_) == answers_ && (!change.update_crc || check(other_).empty());
        rebuilt_ += same ? 1 : 0;
        test_.expect(same, where + ": after the rebuild, answers differ or check finds problems");
    }

    template <class F>
    void expect_refused(const std::string &where, const Incompatibility &change, F &&call) {
        try {
            call();
            count(false, where + ": not refused");
        } catch (const Error &error) {
            count(error.kind() == ErrorKind::incompatible &&
                      std::string(error.what()).find(change.expected) != std::string::npos &&
                      error.hint().find(remedy) != std::string::npos,
                  where + ": " + error.what());
        }
    }

    void check_command(const std::string &where, const Incompatibility &change) {
        for (const std::vector<std::string> &words :
             std::vector<std::vector<std::string>>{{"search", "testing"},
                                                   {"info"},
                                                   {"check"},
                                                   {"export"},
                                                   {"ingest", test_.at("list.jsonl")},
                                                   {"remove", test_.at("list.jsonl")}}) {
            const ProcessResult ended = test_.run_tool(other_, words);
            const std::string output = ended.out + ended.err;
            count(ended.code == 78 && output.find(change.expected) != std::string::npos &&
                      output.find(remedy) != std::string::npos,
                  where + ", ideary " + words[0] + ": " + describe(ended) + output);
        }
        const ProcessResult ended = test_.run_tool(other_, {"ingest", "--rebuild"});
        test_.expect(ended.done(), where + ", ideary ingest --rebuild: " + describe(ended));
    }

    void count(bool good, const std::string &where) {
        ++(good ? refused_ : misread_);
        test_.expect(good, where);
    }

    ReliabilityTest &test_;
    std::string intact_, other_, answers_;
    int refused_ = 0, misread_ = 0, rebuilt_ = 0;
};

} // namespace

void other_versions(ReliabilityTest &test) {
    Versions(test).run();
}

} // namespace ideary::fault
