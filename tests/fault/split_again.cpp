// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// If rules, topics, sidecars or options change, the next run splits the sources again, once.
#include "index/writer/index_writer.hpp"
#include "ingest/source_entry.hpp"
#include "reliability_test.hpp"

namespace ideary::fault {
namespace {

class SplitAgain {
  public:
    explicit SplitAgain(ReliabilityTest &test) : test_(test), index_(test.at("index")) {}

    void run() {
        test_.write("lists/one.md", make_list("Deployment at sea", 4));
        test_.write("lists/two.md", make_list("Kites at night", 4));
        ingest("2 new", {});
        ingest("2 unchanged", {});
        expect_changed("nothing", false);

        set_older_rules();
        ingest("2 changed", {});
        ingest("2 unchanged", {});
        expect_changed("rules of another version", false);

        test_.write("topics.yaml", "- topic: Seafaring\n  aliases: [sea]\n");
        ingest("2 changed", {"--topics", "topics.yaml"});
        expect_changed("another topic table", true);
        ingest("2 unchanged", {"--topics", "topics.yaml"});
        test_.write("topics.yaml", "- topic: Oceans\n  aliases: [sea]\n");
        ingest("2 changed", {"--topics", "topics.yaml"});
        expect_changed("the topic table edited", true);
        ingest("2 changed", {});
        expect_changed("the built-in topics again", true);

        test_.write("lists/sources.json", R"([{"file": "two.md", "author": "Sid Ecar"}])");
        ingest("1 changed, 1 unchanged", {});
        expect_changed("a sidecar", true);
        ingest("2 unchanged", {});
        test_.write("lists/sources.json", R"([{"file": "two.md", "author": "Sid E. Car"}])");
        ingest("1 changed, 1 unchanged", {});
        expect_changed("another sidecar", true);
        remove_folder(test_.at("lists/sources.json"));
        ingest("1 changed, 1 unchanged", {});
        expect_changed("no sidecar", true);
        ingest("2 changed", {"--kind", "talk"});
        expect_changed("other options", true);
        test_.figure(std::to_string(runs_) + " runs over the same bytes: split again only after " +
                     "a change of rules, topics, sidecar or options");
    }

  private:
    void ingest(const std::string &wanted, std::vector<std::string> words) {
        words.insert(words.begin(), "ingest");
        words.push_back("lists");
        const ProcessResult ended = test_.run_tool(index_, words);
        test_.expect(ended.done() && ended.err.find("2 sources: " + wanted) != std::string::npos,
                     "expected " + wanted + ": " + describe(ended));
        ++runs_;
    }

    /// Expects the export to differ from the one before, or not.
    void expect_changed(const std::string &what, bool changes) {
        const std::string now = snapshot(test_, index_).ideas;
        test_.expect(last_.empty() || (now != last_) == changes,
                     what + (changes ? " changed nothing" : " changed the ideas"));
        last_ = now;
    }

    /// Marks the sources as split by the previous version of the rules.
    void set_older_rules() {
        index::IndexWriter staging(index_, 5);
        for (const auto &[key, line] : std::map<std::string, std::string>(staging.sources())) {
            auto remembered = ingesting::from_line(line);
            --remembered.value().rules;
            staging.put_source(key, ingesting::to_line(*remembered));
        }
        staging.publish();
    }

    ReliabilityTest &test_;
    std::string index_, last_;
    int runs_ = 0;
};

} // namespace

void split_again(ReliabilityTest &test) {
    SplitAgain(test).run();
}

} // namespace ideary::fault
