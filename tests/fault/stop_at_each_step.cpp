// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A run is killed before each rename and each sync; the index must be the old one or the new one.
#include <csignal>
#include <filesystem>

#include "session.hpp"

namespace ideary::fault {
namespace {

class StopAtEachStep {
  public:
    explicit StopAtEachStep(ReliabilityTest &test) : test_(test), session_(test) {
        session_.play();
    }

    void run() {
        for (std::size_t i = 0; i < session_.size(); ++i) {
            // Quick size: every step of one ordinary run, a random sample of the others.
            for (int step = 1; stop_at(i, step);
                 step +=
                 test_.settings().full || i == 1 ? 1 : 1 + static_cast<int>(test_.below(9))) {
                ++stops_;
            }
        }
        test_.figure(std::to_string(stops_) + " stops in " + std::to_string(session_.size()) +
                     " runs of every kind: " + std::to_string(old_) + " times the old index, " +
                     std::to_string(new_) + " times the new one, " + std::to_string(neither_) +
                     " times neither; " + std::to_string(completed_) +
                     " completed by the next run");
    }

  private:
    /// Returns false if the run has fewer steps.
    bool stop_at(std::size_t number, int step) {
        const std::string disk = test_.at("disk"), index = disk + "/index";
        remove_folder(disk);
        std::filesystem::create_directories(disk);
        if (std::filesystem::exists(session_.index_before(number))) {
            copy_folder(session_.index_before(number), index);
        }
        const ProcessResult ended = fault::run(
            session_.command(number, index, {{"IDEARY_DISK_STOP", std::to_string(step)}}));
        if (ended.done() && step > 1) {
            return false;
        }
        const std::string where = session_.run(number).name + ", step " + std::to_string(step);
        if (!test_.expect(ended.signal == SIGKILL,
                          where + " was not stopped: " + describe(ended))) {
            return false;
        }
        check_state(index, number, where);
        complete(index, number, where);
        return true;
    }

    void check_state(const std::string &index, std::size_t number, const std::string &where) {
        const IndexSnapshot seen = snapshot(test_, index);
        const bool is_new = seen == session_.after(number);
        const bool is_old = seen == session_.before(number);
        ++(is_new ? new_ : is_old ? old_ : neither_);
        test_.expect(is_old || is_new, where + " leaves neither the old index nor the new one: " +
                                           describe(seen.ended));
    }

    void complete(const std::string &index, std::size_t number, const std::string &where) {
        const ProcessResult again = fault::run(session_.command(number, index));
        const bool removes = session_.run(number).words[0] == "remove";
        // A removal that was already committed cannot be repeated.
        test_.expect(again.done() || (removes && again.code == 66),
                     where + ", the run after it: " + describe(again));
        const bool same = snapshot(test_, index) == session_.after(number);
        completed_ += same ? 1 : 0;
        test_.expect(same, where + ": the run after it does not complete the new index");
        const ProcessResult check = test_.run_tool(index, {"check"});
        test_.expect(check.done(), where + ", check: " + check.out + describe(check));
    }

    ReliabilityTest &test_;
    Session session_;
    int stops_ = 0, old_ = 0, new_ = 0, neither_ = 0, completed_ = 0;
};

} // namespace

void stop_at_each_step(ReliabilityTest &test) {
    StopAtEachStep(test).run();
}

} // namespace ideary::fault
