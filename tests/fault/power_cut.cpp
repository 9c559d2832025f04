// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// B2: the disk is made again as a power cut at a random point of a session may leave it.
#include <algorithm>
#include <filesystem>

#include "cut_disk.hpp"
#include "session.hpp"

namespace ideary::fault {
namespace {

class PowerCut {
  public:
    explicit PowerCut(Bar &bar) : bar_(bar), session_(bar) {}

    void run() {
        record();
        const int wanted = bar_.size(300, 3000);
        std::vector<std::size_t> points;
        for (int i = 0; i < wanted; ++i) {
            points.push_back(random_point());
        }
        std::sort(points.begin(), points.end());
        CutDisk disk;
        std::size_t done = 0;
        for (const std::size_t point : points) {
            for (; done < point; ++done) {
                disk.apply(changes_[done]);
            }
            one_cut(disk, point);
        }
        for (; done < changes_.size(); ++done) {
            disk.apply(changes_[done]);
        }
        compare_with_real(disk);
        bar_.figure(std::to_string(wanted) + " points of " + std::to_string(changes_.size()) +
                    " recorded changes in " + std::to_string(session_.size()) +
                    " runs: " + std::to_string(unopenable_) + " unopenable, " +
                    std::to_string(lost_) + " acknowledged runs lost, " +
                    std::to_string(continued_) + " continued by the next run");
    }

  private:
    /// Plays the session under the recorder; notes where each run was acknowledged.
    void record() {
        const std::string root = bar_.at("disk"), log = bar_.at("log");
        std::filesystem::create_directories(root);
        seen_.push_back(look(bar_, root + "/index"));
        for (std::size_t i = 0; i < session_.size(); ++i) {
            const Ended ended =
                fault::run(session_.command(i, root + "/index", {{"IDEARY_DISK_LOG", log}}));
            bar_.expect(ended.done(), session_.run(i).name + ": " + told(ended));
            seen_.push_back(look(bar_, root + "/index"));
            changes_ = read_changes(log);
            ends_.push_back(changes_.size());
        }
    }

    /// Half of them among the last changes of a run, or just after it: there names change.
    std::size_t random_point() {
        if (bar_.below(2) == 0) {
            return bar_.below(changes_.size() + 1);
        }
        const std::size_t end = ends_[bar_.below(ends_.size())];
        const std::size_t back = std::min<std::size_t>(end, bar_.below(90));
        return std::min(changes_.size(), end - back + bar_.below(12));
    }

    void one_cut(const CutDisk &disk, std::size_t point) {
        const std::string image = bar_.at("image"), index = image + "/index";
        remove_folder(image);
        disk.cut(image, bar_.random());
        const auto acknowledged =
            std::upper_bound(ends_.begin(), ends_.end(), point) - ends_.begin();
        const auto run = static_cast<std::size_t>(acknowledged); // the one that was cut off
        const std::string where = "point " + std::to_string(point) + " (" +
                                  (run < session_.size() ? "in " + session_.run(run).name : "end") +
                                  ")";
        const Seen seen = look(bar_, index);
        const bool is_old = seen == seen_[run];
        const bool is_new = run < session_.size() && seen == seen_[run + 1];
        const bool opens = seen.opened || (seen.none && run == 0);
        unopenable_ += opens ? 0 : 1;
        lost_ += opens && !is_old && !is_new ? 1 : 0;
        if (!bar_.expect(opens && (is_old || is_new), where + ": " + told(seen.ended))) {
            copy_folder(image, bar_.at("failed-" + std::to_string(bar_.failures())));
            return;
        }
        check(index, where, seen);
        if (bar_.settings().full || bar_.below(4) == 0) {
            go_on(std::min(run, session_.size() - 1), index, where);
        }
    }

    /// What is in use is whole; what lies beside it may wait for the next run.
    void check(const std::string &index, const std::string &where, const Seen &seen) {
        const Ended ended = bar_.run_tool(index, {"check", "--format", "json"});
        const bool only_next_run = ended.out.find("--rebuild") == std::string::npos;
        bar_.expect(seen.none || ended.done() || (ended.code == 74 && only_next_run),
                    where + ", check: " + ended.out + told(ended));
    }

    void go_on(std::size_t run, const std::string &index, const std::string &where) {
        const Ended again = fault::run(session_.command(run, index));
        const bool removes = session_.run(run).words[0] == "remove";
        bar_.expect(again.done() || (removes && again.code == 66),
                    where + ", the run after it: " + told(again));
        bar_.expect(look(bar_, index) == seen_[run + 1],
                    where + ": the run after it does not give what it should");
        const Ended after = bar_.run_tool(index, {"check"});
        bar_.expect(after.done(), where + ", check after it: " + after.out + told(after));
        ++continued_;
    }

    /// The recorder saw everything: replayed to its end, its disk is the real one.
    void compare_with_real(const CutDisk &disk) {
        namespace fs = std::filesystem;
        const fs::path real = bar_.at("disk"), replayed = bar_.at("replayed");
        disk.save(replayed);
        std::size_t files = 0, others = 0;
        for (const auto &entry : fs::recursive_directory_iterator(real)) {
            const fs::path other = replayed / entry.path().lexically_relative(real);
            files += 1;
            bar_.expect(fs::exists(other) &&
                            (entry.is_directory() ||
                             file_text(entry.path().string()) == file_text(other.string())),
                        "the recorder missed a change of " + entry.path().string());
        }
        for ([[maybe_unused]] const auto &entry : fs::recursive_directory_iterator(replayed)) {
            ++others;
        }
        bar_.expect(files == others && files > 0, "the recorder missed removals");
    }

    Bar &bar_;
    Session session_;
    std::vector<Seen> seen_; ///< after as many runs
    std::vector<Change> changes_;
    std::vector<std::size_t> ends_; ///< changes made when each run had ended
    int unopenable_ = 0, lost_ = 0, continued_ = 0;
};

} // namespace

void power_cut(Bar &bar) {
    PowerCut(bar).run();
}

} // namespace ideary::fault
