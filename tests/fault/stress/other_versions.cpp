// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// An index of an older or newer format, of another analyzer or with an unknown feature is
// refused by name, with the command that rebuilds it; that command gives the old answers again.
#include <cstdio>
#include <filesystem>

#include "ideary/error.hpp"
#include "ideary/writer.hpp"
#include "index/storage/crc32c.hpp"
#include "stress.hpp"

namespace ideary::fault {
namespace {

constexpr const char *way_out = "ideary ingest --rebuild";

struct OtherRules {
    const char *file, *line, *instead; ///< the line of the file that begins so, and what it becomes
    const char *named;                 ///< what the message says
    bool crc_fits;                     ///< a newer format may check otherwise
};

constexpr OtherRules others[] = {
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

std::string rewritten(std::string text, const OtherRules &rules) {
    const std::size_t at = text.find(rules.line);
    text.replace(at, text.find('\n', at) - at, rules.instead);
    if (rules.crc_fits) {
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
        : test_(test), whole_(test.at("whole")), other_(test.at("other")) {}

    void run() {
        IdeaGenerator inventor(test_.settings().seed);
        test_.write("list.jsonl", joined(invented_records(inventor, 50)));
        ingest(whole_, {test_.at("list.jsonl")});
        answers_ = answers(whole_);
        for (const OtherRules &rules : others) {
            one(rules);
        }
        test_.figure(std::to_string(std::size(others)) +
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

    void one(const OtherRules &rules) {
        remove_folder(other_);
        copy_folder(whole_, other_);
        const std::string file =
            std::string(rules.file) == "CURRENT" ? rules.file : "gen-000001/MANIFEST";
        test_.write("other/" + file, rewritten(file_text(other_ + "/" + file), rules));
        const std::string where = std::string(rules.file) + " with " + rules.instead;
        refused(where + ", open", rules, [&] { Index::open(other_, {Verify::quick}); });
        refused(where + ", open in full", rules, [&] { Index::open(other_, {Verify::full}); });
        refused(where + ", ingest", rules, [&] { ingest(other_, {test_.at("list.jsonl")}); });
        bool found = false;
        for (const Finding &finding : check(other_)) {
            found = found || (finding.file == other_ + "/" + file &&
                              finding.problem.find(rules.named) != std::string::npos &&
                              finding.remedy.find(way_out) != std::string::npos);
        }
        count(found, where + ", check");
        if (!test_.settings().tool.empty()) {
            by_command(where, rules);
        } else {
            rebuild(other_);
        }
        const bool again =
            answers(other_) == answers_ && (!rules.crc_fits || check(other_).empty());
        rebuilt_ += again ? 1 : 0;
        test_.expect(again, where + ": rebuilt, it answers otherwise or has faults");
    }

    template <class F> void refused(const std::string &where, const OtherRules &rules, F &&call) {
        try {
            call();
            count(false, where + ": not refused");
        } catch (const Error &error) {
            count(error.kind() == ErrorKind::incompatible &&
                      std::string(error.what()).find(rules.named) != std::string::npos &&
                      error.hint().find(way_out) != std::string::npos,
                  where + ": " + error.what());
        }
    }

    void by_command(const std::string &where, const OtherRules &rules) {
        for (const std::vector<std::string> &words :
             std::vector<std::vector<std::string>>{{"search", "testing"},
                                                   {"info"},
                                                   {"check"},
                                                   {"export"},
                                                   {"ingest", test_.at("list.jsonl")},
                                                   {"remove", test_.at("list.jsonl")}}) {
            const ProcessResult ended = test_.run_tool(other_, words);
            const std::string said = ended.out + ended.err;
            count(ended.code == 78 && said.find(rules.named) != std::string::npos &&
                      said.find(way_out) != std::string::npos,
                  where + ", ideary " + words[0] + ": " + describe(ended) + said);
        }
        const ProcessResult ended = test_.run_tool(other_, {"ingest", "--rebuild"});
        test_.expect(ended.done(), where + ", ideary ingest --rebuild: " + describe(ended));
    }

    void count(bool good, const std::string &where) {
        ++(good ? refused_ : misread_);
        test_.expect(good, where);
    }

    ReliabilityTest &test_;
    std::string whole_, other_, answers_;
    int refused_ = 0, misread_ = 0, rebuilt_ = 0;
};

} // namespace

void other_versions(ReliabilityTest &test) {
    Versions(test).run();
}

} // namespace ideary::fault
