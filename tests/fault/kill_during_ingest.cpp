// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Kills `ingest` with SIGKILL at random moments, repeatedly, on the same index.
#include <algorithm>
#include <csignal>
#include <map>
#include <set>

#include "reliability_test.hpp"

namespace ideary::fault {
namespace {

constexpr int kills_a_round = 50; ///< then a new index, so that the cost of a run stays constant
constexpr int ideas_a_run = 40, ideas_shared = 15;

/// The runs whose ideas an index contains, derived from its ids.
struct VisibleRuns {
    std::set<int> complete, partial;
    std::set<int> shared;         ///< versions of the list that every run rewrites
    bool shared_complete = false; ///< all ideas of one version are there
};

VisibleRuns visible_runs(const std::string &exported) {
    std::map<int, int> runs, versions;
    for (const std::string &id : ids_in(exported)) {
        if (id.rfind("run-", 0) == 0) {
            ++runs[std::stoi(id.substr(4))];
        } else if (const auto at = id.find("version-"); at != std::string::npos) {
            ++versions[std::stoi(id.substr(at + 8))];
        } else {
            ++runs[-1]; // not written by this test
        }
    }
    VisibleRuns visible;
    for (const auto &[run, count] : runs) {
        (count == ideas_a_run && run >= 0 ? visible.complete : visible.partial).insert(run);
    }
    for (const auto &[version, count] : versions) {
        visible.shared.insert(version);
        visible.shared_complete = count == ideas_shared;
    }
    return visible;
}

/// One index and the runs it must contain, which the file `expected` lists for debugging.
class Round {
  public:
    Round(ReliabilityTest &test, int number)
        : test_(test), index_(test.at("index-" + std::to_string(number))) {
        remove_folder(test_.at("lists"));
        test_.write("lists/run-0.md", make_list("Owls of run number", ideas_a_run));
        usual_s_ = test_.run_tool(index_ + "-measured", {"ingest", "lists"}).seconds;
        remove_folder(index_ + "-measured");
    }

    void until(int kills) {
        while (killed_ < kills && !test_.failed()) {
            one_run();
            check_index();
        }
    }

    /// A final run over all lists must give the same ideas as an undisturbed index.
    void finish() {
        killed_ += kill_rebuilds();
        const ProcessResult clean = test_.run_tool(index_, {"ingest", "lists"});
        test_.expect(clean.done(), "the clean run: " + describe(clean));
        const std::string other = index_ + "-undisturbed";
        test_.expect(test_.run_tool(other, {"ingest", "lists"}).done(), "the undisturbed run");
        const IndexSnapshot got = snapshot(test_, index_), wanted = snapshot(test_, other);
        test_.expect(got.opened && got == wanted && !got.ideas.empty(),
                     index_ + " exports other ideas than an undisturbed index");
        const ProcessResult check = test_.run_tool(index_, {"check"});
        test_.expect(check.done(), index_ + ": " + check.out + describe(check));
        remove_folder(index_);
        remove_folder(other);
    }

    int killed() const { return killed_; }
    int ended() const { return static_cast<int>(ended_.size()); }
    int lost() const { return lost_; }
    int unopenable() const { return unopenable_; }

  private:
    void one_run() {
        ++run_;
        const std::string name = "run-" + std::to_string(run_);
        test_.write("lists/" + name + ".md", make_list("Owls of run number", ideas_a_run));
        test_.write("lists/shared.md",
                    make_list("About version " + std::to_string(run_) + " of owls", ideas_shared));
        record("begun " + name);
        const ProcessResult end =
            run_and_kill({"ingest", "lists/" + name + ".md", "lists/shared.md"});
        if (end.signal == SIGKILL) {
            ++killed_;
        } else if (test_.expect(end.done(), name + ": " + describe(end))) {
            ended_.insert(run_);
            last_ended_ = run_;
            record("ended " + name);
        }
    }

    ProcessResult run_and_kill(const std::vector<std::string> &words) {
        Process process(test_.tool(index_, words));
        const double share = static_cast<double>(test_.below(1000)) / 1000;
        sleep_s(share * 1.15 * usual_s_);
        process.kill(SIGKILL);
        const ProcessResult end = process.wait();
        if (end.done()) {
            usual_s_ = end.seconds;
        } else {
            usual_s_ *= 1.02; // until a run ends again
        }
        return end;
    }

    void check_index() {
        const IndexSnapshot seen = snapshot(test_, index_);
        if (seen.none && ended_.empty()) {
            return;
        }
        const std::string after = "after run " + std::to_string(run_) + " ";
        if (!test_.expect(seen.opened,
                          after + "the index does not open: " + describe(seen.ended))) {
            ++unopenable_;
            return;
        }
        const VisibleRuns visible = visible_runs(seen.ideas);
        test_.expect(visible.partial.empty(), after + "a run is visible in part");
        for (const int run : ended_) {
            lost_ +=
                test_.expect(visible.complete.count(run) != 0,
                             after + "run " + std::to_string(run) + ", which had finished, is lost")
                    ? 0
                    : ideas_a_run;
        }
        const int newest = visible.complete.empty() ? 0 : *visible.complete.rbegin();
        test_.expect(visible.complete.empty() ||
                         (visible.shared == std::set<int>{newest} && visible.shared_complete),
                     after + "the shared list is not that of the newest visible run");
        for (const int run : visible.complete) {
            test_.expect(run > checked_until_ || known_.count(run) != 0,
                         after + "run " + std::to_string(run) + " became visible late");
        }
        known_ = visible.complete;
        checked_until_ = last_ended_; // the next run that ends may still finish an interrupted one
    }

    /// A killed rebuild changes nothing. Returns the number of kills.
    int kill_rebuilds() {
        int killed = 0;
        test_.expect(test_.run_tool(index_, {"ingest", "lists"}).done(),
                     "the run before a rebuild");
        const IndexSnapshot before = snapshot(test_, index_);
        for (int i = 0; i < kills_a_round / 10; ++i) {
            killed += run_and_kill({"ingest", "--rebuild"}).signal == SIGKILL ? 1 : 0;
            test_.expect(snapshot(test_, index_) == before, "a killed rebuild changed the index");
        }
        return killed;
    }

    void record(const std::string &line) {
        expected_ += line + "\n";
        test_.write("expected", expected_);
    }

    ReliabilityTest &test_;
    std::string index_, expected_;
    std::set<int> ended_, known_;
    int run_ = 0, killed_ = 0, last_ended_ = 0, checked_until_ = 0, lost_ = 0, unopenable_ = 0;
    double usual_s_ = 0;
};

} // namespace

void kill_during_ingest(ReliabilityTest &test) {
    const int wanted = test.size(50, 500);
    int killed = 0, ended = 0, lost = 0, unopenable = 0;
    for (int number = 1; killed < wanted && !test.failed(); ++number) {
        Round round(test, number);
        round.until(std::min(kills_a_round, wanted - killed));
        if (!test.failed()) {
            round.finish();
        }
        killed += round.killed();
        ended += round.ended();
        lost += round.lost();
        unopenable += round.unopenable();
    }
    test.figure(std::to_string(killed) + " kills, " + std::to_string(ended) +
                " runs finished between them, " + std::to_string(lost) +
                " ideas of finished runs lost, " + std::to_string(unopenable) + " unopenable");
}

} // namespace ideary::fault
