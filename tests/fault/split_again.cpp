// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What decides how a source is split has changed: the next run splits it again, once.
#include "index/writer/staging.hpp"
#include "ingest/remembered.hpp"
#include "reliability_test.hpp"

namespace ideary::fault {
namespace {

class Again {
  public:
    explicit Again(ReliabilityTest &test) : test_(test), index_(test.at("index")) {}

    void run() {
        test_.write("lists/one.md", make_list("Deployment at sea", 4));
        test_.write("lists/two.md", make_list("Kites at night", 4));
        ingests("2 new", {});
        ingests("2 unchanged", {});
        expect("nothing", false);

        older_rules();
        ingests("2 changed", {});
        ingests("2 unchanged", {});
        expect("rules of another version", false);

        test_.write("topics.yaml", "- topic: Seafaring\n  aliases: [sea]\n");
        ingests("2 changed", {"--topics", "topics.yaml"});
        expect("another topic table", true);
        ingests("2 unchanged", {"--topics", "topics.yaml"});
        test_.write("topics.yaml", "- topic: Oceans\n  aliases: [sea]\n");
        ingests("2 changed", {"--topics", "topics.yaml"});
        expect("the topic table edited", true);
        ingests("2 changed", {});
        expect("the built-in topics again", true);

        test_.write("lists/sources.json", R"([{"file": "two.md", "author": "Sid Ecar"}])");
        ingests("1 changed, 1 unchanged", {});
        expect("a sidecar", true);
        ingests("2 unchanged", {});
        test_.write("lists/sources.json", R"([{"file": "two.md", "author": "Sid E. Car"}])");
        ingests("1 changed, 1 unchanged", {});
        expect("another sidecar", true);
        remove_folder(test_.at("lists/sources.json"));
        ingests("1 changed, 1 unchanged", {});
        expect("no sidecar", true);
        ingests("2 changed", {"--kind", "talk"});
        expect("other options", true);
        test_.figure(std::to_string(runs_) + " runs over the same bytes: split again when rules, " +
                     "topics, sidecar or options were others, and only then");
    }

  private:
    void ingests(const std::string &wanted, std::vector<std::string> words) {
        words.insert(words.begin(), "ingest");
        words.push_back("lists");
        const ProcessResult ended = test_.run_tool(index_, words);
        test_.expect(ended.done() && ended.err.find("2 sources: " + wanted) != std::string::npos,
                     "instead of " + wanted + ": " + describe(ended));
        ++runs_;
    }

    /// Whether the export is another one than before.
    void expect(const std::string &what, bool changes) {
        const std::string now = snapshot(test_, index_).ideas;
        test_.expect(last_.empty() || (now != last_) == changes,
                     what + (changes ? " changed nothing" : " changed the ideas"));
        last_ = now;
    }

    /// As if the sources had been split by the version before this one.
    void older_rules() {
        index::Staging staging(index_, 5);
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

void splitting_again(ReliabilityTest &test) {
    Again(test).run();
}

} // namespace ideary::fault
