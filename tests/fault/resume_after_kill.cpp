// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A run is killed between the commit of staging and CURRENT; the next run has other arguments.
#include <csignal>
#include <filesystem>
#include <set>

#include "reliability_test.hpp"

namespace ideary::fault {
namespace {

struct Next {
    const char *name;
    std::vector<std::string> words;
};

const Next nexts[] = {
    {"ingest", {"ingest", "--year", "2031", "lists/three.md"}},
    {"replace", {"ingest", "--author", "Ann Other", "lists/one.md"}},
    {"remove", {"remove", "lists/two.md"}},
    {"rebuild", {"ingest", "--rebuild"}},
    {"prune", {"ingest", "--prune", "lists/two.md"}},
};

class ResumeAfterKill {
  public:
    explicit ResumeAfterKill(ReliabilityTest &test) : test_(test) {
        test_.write("lists/one.md", make_list("Deployment, part", 10));
        test_.write("lists/two.md", make_list("Databases on small machines", 15));
        test_.write("lists/three.md", make_list("Testing what nobody tests", 20));
        require(test_.run_tool(test_.at("base/index"), {"ingest", "lists/one.md", "lists/two.md"}));
        test_.write("lists/one.md", make_list("Deployment, chapter", 14));
    }

    void run() {
        for (const Next &next : nexts) {
            const std::string without = undisturbed(next, false), with = undisturbed(next, true);
            bool more = true;
            for (int step = 1; more && !test_.failed();
                 step += test_.size(1 + static_cast<int>(test_.below(12)), 1)) {
                more = try_step(next, step, without, with);
            }
            test_.expect(completed_by_.count(next.name) != 0,
                         "no first run was completed by " + std::string(next.name));
        }
        test_.figure(std::to_string(kills_) + " kills, then one of " +
                     std::to_string(std::size(nexts)) +
                     " other runs: the first run's ideas appeared " + std::to_string(complete_) +
                     " times completely, " + std::to_string(not_at_all_) +
                     " times not at all, 0 times in part");
    }

  private:
    static inline const std::vector<std::string> first = {"ingest", "lists/one.md"};

    void require(const ProcessResult &ended) {
        if (!ended.done()) {
            throw std::runtime_error("an undisturbed run: " + describe(ended));
        }
    }

    std::string fresh_copy() {
        remove_folder(test_.at("disk"));
        std::filesystem::create_directories(test_.at("disk"));
        copy_folder(test_.at("base/index"), test_.at("disk/index"));
        return test_.at("disk/index");
    }

    std::string undisturbed(const Next &next, bool with_first) {
        const std::string index = fresh_copy();
        if (with_first) {
            require(test_.run_tool(index, first));
        }
        require(test_.run_tool(index, next.words));
        return snapshot(test_, index).ideas;
    }

    bool try_step(const Next &next, int step, const std::string &without, const std::string &with) {
        const std::string index = fresh_copy();
        Command command = test_.tool(index, first);
        command.environment = {{"LD_PRELOAD", test_.settings().disk},
                               {"IDEARY_DISK_ROOT", test_.at("disk")},
                               {"IDEARY_DISK_FAST", "1"},
                               {"IDEARY_DISK_STOP", std::to_string(step)}};
        const ProcessResult killed = fault::run(command);
        if (killed.done()) {
            return false;
        }
        ++kills_;
        const std::string where = std::string(next.name) + " after step " + std::to_string(step);
        test_.expect(killed.signal == SIGKILL, where + ": " + describe(killed));
        const ProcessResult then = test_.run_tool(index, next.words);
        test_.expect(then.done(), where + ": " + describe(then));
        const std::string got = snapshot(test_, index).ideas;
        test_.expect(got == with || got == without, where + ": the first run is visible in part");
        if (got == with) {
            ++complete_;
            completed_by_.insert(next.name);
        } else {
            ++not_at_all_;
        }
        return true;
    }

    ReliabilityTest &test_;
    std::set<std::string> completed_by_;
    int kills_ = 0, complete_ = 0, not_at_all_ = 0;
};

} // namespace

void resume_after_kill(ReliabilityTest &test) {
    ResumeAfterKill(test).run();
}

} // namespace ideary::fault
