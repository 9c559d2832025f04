// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// B23: a run is killed on its way from staging's commit to CURRENT; the next has other arguments.
#include <csignal>
#include <filesystem>
#include <set>

#include "bar.hpp"

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

class Resuming {
  public:
    explicit Resuming(Bar &bar) : bar_(bar) {
        bar_.write("lists/one.md", wishes("Deployment, part", 10));
        bar_.write("lists/two.md", wishes("Databases on small machines", 15));
        bar_.write("lists/three.md", wishes("Testing what nobody tests", 20));
        must(bar_.run_tool(bar_.at("base/index"), {"ingest", "lists/one.md", "lists/two.md"}));
        bar_.write("lists/one.md", wishes("Deployment, chapter", 14));
    }

    void run() {
        for (const Next &next : nexts) {
            const std::string without = undisturbed(next, false), with = undisturbed(next, true);
            bool more = true;
            for (int step = 1; more && !bar_.failed();
                 step += bar_.size(1 + static_cast<int>(bar_.below(12)), 1)) {
                more = one(next, step, without, with);
            }
            bar_.expect(seen_whole_.count(next.name) != 0,
                        "no first run was ever finished by " + std::string(next.name));
        }
        bar_.figure(std::to_string(kills_) + " kills, then one of " +
                    std::to_string(std::size(nexts)) + " other runs: the first run's ideas came " +
                    std::to_string(whole_) + " times whole, " + std::to_string(not_at_all_) +
                    " times not at all, 0 times in part");
    }

  private:
    static inline const std::vector<std::string> first = {"ingest", "lists/one.md"};

    void must(const Ended &ended) {
        if (!ended.done()) {
            throw std::runtime_error("an undisturbed run: " + told(ended));
        }
    }

    std::string fresh_copy() {
        remove_folder(bar_.at("disk"));
        std::filesystem::create_directories(bar_.at("disk"));
        copy_folder(bar_.at("base/index"), bar_.at("disk/index"));
        return bar_.at("disk/index");
    }

    std::string undisturbed(const Next &next, bool with_first) {
        const std::string index = fresh_copy();
        if (with_first) {
            must(bar_.run_tool(index, first));
        }
        must(bar_.run_tool(index, next.words));
        return look(bar_, index).ideas;
    }

    bool one(const Next &next, int step, const std::string &without, const std::string &with) {
        const std::string index = fresh_copy();
        Command command = bar_.tool(index, first);
        command.setting = {{"LD_PRELOAD", bar_.settings().disk},
                           {"IDEARY_DISK_ROOT", bar_.at("disk")},
                           {"IDEARY_DISK_FAST", "1"},
                           {"IDEARY_DISK_STOP", std::to_string(step)}};
        const Ended killed = fault::run(command);
        if (killed.done()) {
            return false;
        }
        ++kills_;
        const std::string where = std::string(next.name) + " after step " + std::to_string(step);
        bar_.expect(killed.signal == SIGKILL, where + ": " + told(killed));
        const Ended then = bar_.run_tool(index, next.words);
        bar_.expect(then.done(), where + ": " + told(then));
        const std::string got = look(bar_, index).ideas;
        bar_.expect(got == with || got == without, where + ": the first run is there in part");
        if (got == with) {
            ++whole_;
            seen_whole_.insert(next.name);
        } else {
            ++not_at_all_;
        }
        return true;
    }

    Bar &bar_;
    std::set<std::string> seen_whole_;
    int kills_ = 0, whole_ = 0, not_at_all_ = 0;
};

} // namespace

void resuming(Bar &bar) {
    Resuming(bar).run();
}

} // namespace ideary::fault
