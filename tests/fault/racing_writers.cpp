// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Twenty writers at once, and the lock of a killed writer.
#include <csignal>
#include <memory>

#include "reliability_test.hpp"

namespace ideary::fault {
namespace {

constexpr int racers = 20;
constexpr double timeout_s = 1;
constexpr double slack_s = 8; ///< for twenty processes on a busy machine

class Race {
  public:
    Race(ReliabilityTest &test, int number)
        : test_(test), index_(test.at("index-" + std::to_string(number))) {
        for (int i = 0; i < racers; ++i) {
            Command command = test_.tool(index_, {"ingest", "--lock-timeout", "1", "--name",
                                                  "racer-" + std::to_string(i), "-"});
            command.input_fd = pipe_.read_end();
            running_.push_back(std::make_unique<Process>(command));
        }
    }

    /// All but one must end and name that one. Returns the seconds until the last of them ended.
    double wait_for_losers() {
        const double begun = now_s();
        double last = 0;
        while (running_.size() > 1 && now_s() < begun + timeout_s + slack_s) {
            for (std::size_t i = 0; i < running_.size(); ++i) {
                if (!running_[i]->running()) {
                    lost_.push_back(running_[i]->wait());
                    last = now_s() - begun;
                    running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(i--));
                }
            }
            sleep_s(0.002);
        }
        test_.expect(running_.size() == 1,
                     std::to_string(running_.size()) + " of 20 are still running");
        for (const ProcessResult &ended : lost_) {
            const std::string winner = running_.empty() ? "?" : std::to_string(running_[0]->id());
            test_.expect(ended.code == 69 && ended.err.find("locked by another writer (process " +
                                                            winner + ")") != std::string::npos,
                         "a writer that lost: " + describe(ended) + "; it was " + winner);
        }
        return last;
    }

    void finish_winner() {
        if (running_.size() == 1) {
            pipe_.write(make_list("The winner's wish", 3));
            pipe_.close();
            const ProcessResult ended = running_[0]->wait();
            test_.expect(ended.done(), "the winner: " + describe(ended));
            test_.expect(ids_in(snapshot(test_, index_).ideas).size() == 3,
                         "the winner's ideas are lost");
        }
    }

    /// Returns the seconds from the kill until the next run had finished.
    double kill_winner() {
        if (running_.size() != 1) {
            return 0;
        }
        test_.write("after.md", make_list("After the kill", 4));
        running_[0]->kill(SIGKILL);
        const double killed = now_s();
        const ProcessResult next =
            test_.run_tool(index_, {"ingest", "--lock-timeout", "1", "after.md"});
        test_.expect(next.done(), "a second after the winner was killed: " + describe(next));
        running_[0]->wait();
        test_.expect(ids_in(snapshot(test_, index_).ideas).size() == 4,
                     "the run after it is incomplete");
        return now_s() - killed;
    }

  private:
    ReliabilityTest &test_;
    std::string index_;
    Pipe pipe_;
    std::vector<std::unique_ptr<Process>> running_;
    std::vector<ProcessResult> lost_;
};

} // namespace

void racing_writers(ReliabilityTest &test) {
    const int races = test.size(4, 60);
    double slowest = 0, free_after = 0;
    for (int i = 0; i < races; ++i) {
        Race race(test, i);
        slowest = std::max(slowest, race.wait_for_losers());
        if (i % 2 == 0) {
            race.finish_winner();
        } else {
            free_after = std::max(free_after, race.kill_winner());
        }
    }
    test.figure(
        std::to_string(races) + " races of 20: one winner each, the others reported the lock" +
        " within " + std::to_string(slowest).substr(0, 4) + " s (timeout 1 s); the next" +
        " run had finished " + std::to_string(free_after).substr(0, 4) + " s after a SIGKILL");
}

} // namespace ideary::fault
