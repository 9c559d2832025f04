// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Recreates the disk as a power cut at a random point of a session may leave it.
#include <algorithm>
#include <filesystem>

#include "session.hpp"
#include "simulated_disk.hpp"

namespace ideary::fault {
namespace {

class PowerCut {
  public:
    explicit PowerCut(ReliabilityTest &test) : test_(test), session_(test) {}

    void run() {
        record();
        const int wanted = test_.size(300, 3000);
        std::vector<std::size_t> points;
        for (int i = 0; i < wanted; ++i) {
            points.push_back(random_point());
        }
        std::sort(points.begin(), points.end());
        SimulatedDisk disk;
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
        test_.figure(std::to_string(wanted) + " points of " + std::to_string(changes_.size()) +
                     " recorded changes in " + std::to_string(session_.size()) +
                     " runs: " + std::to_string(unopenable_) + " unopenable, " +
                     std::to_string(lost_) + " acknowledged runs lost, " +
                     std::to_string(continued_) + " continued by the next run");
    }

  private:
    /// Runs the session under the recorder; stores the change after which each run had ended.
    void record() {
        const std::string root = test_.at("disk"), log = test_.at("log");
        std::filesystem::create_directories(root);
        seen_.push_back(snapshot(test_, root + "/index"));
        for (std::size_t i = 0; i < session_.size(); ++i) {
            const ProcessResult ended =
                fault::run(session_.command(i, root + "/index", {{"IDEARY_DISK_LOG", log}}));
            test_.expect(ended.done(), session_.run(i).name + ": " + describe(ended));
            seen_.push_back(snapshot(test_, root + "/index"));
            changes_ = read_changes(log);
            ends_.push_back(changes_.size());
        }
    }

    /// Half of the points are near the end of a run, where renames happen.
    std::size_t random_point() {
        if (test_.below(2) == 0) {
            return test_.below(changes_.size() + 1);
        }
        const std::size_t end = ends_[test_.below(ends_.size())];
        const std::size_t back = std::min<std::size_t>(end, test_.below(90));
        return std::min(changes_.size(), end - back + test_.below(12));
    }

    void one_cut(const SimulatedDisk &disk, std::size_t point) {
        const std::string image = test_.at("image"), index = image + "/index";
        remove_folder(image);
        disk.cut(image, test_.random());
        const auto acknowledged =
            std::upper_bound(ends_.begin(), ends_.end(), point) - ends_.begin();
        const auto run = static_cast<std::size_t>(acknowledged); // the interrupted one
        const std::string where = "point " + std::to_string(point) + " (" +
                                  (run < session_.size() ? "in " + session_.run(run).name : "end") +
                                  ")";
        const IndexSnapshot seen = snapshot(test_, index);
        const bool is_old = seen == seen_[run];
        const bool is_new = run < session_.size() && seen == seen_[run + 1];
        const bool opens = seen.opened || (seen.none && run == 0);
        unopenable_ += opens ? 0 : 1;
        lost_ += opens && !is_old && !is_new ? 1 : 0;
        if (!test_.expect(opens && (is_old || is_new), where + ": " + describe(seen.ended))) {
            copy_folder(image, test_.at("failed-" + std::to_string(test_.failures())));
            return;
        }
        check(index, where, seen);
        if (test_.settings().full || test_.below(4) == 0) {
            continue_with(std::min(run, session_.size() - 1), index, where);
        }
    }

    /// The generation in use is intact; other findings may be left to the next run.
    void check(const std::string &index, const std::string &where, const IndexSnapshot &seen) {
        const ProcessResult ended = test_.run_tool(index, {"check", "--format", "json"});
        const bool only_next_run = ended.out.find("--rebuild") == std::string::npos;
        test_.expect(seen.none || ended.done() || (ended.code == 74 && only_next_run),
                     where + ", check: " + ended.out + describe(ended));
    }

    void continue_with(std::size_t run, const std::string &index, const std::string &where) {
        const ProcessResult again = fault::run(session_.command(run, index));
        const bool removes = session_.run(run).words[0] == "remove";
        test_.expect(again.done() || (removes && again.code == 66),
                     where + ", the run after it: " + describe(again));
        test_.expect(snapshot(test_, index) == seen_[run + 1],
                     where + ": the run after it gives another index");
        const ProcessResult after = test_.run_tool(index, {"check"});
        test_.expect(after.done(), where + ", check after it: " + after.out + describe(after));
        ++continued_;
    }

    /// The recorder saw everything: replayed to its end, its disk is the real one.
    void compare_with_real(const SimulatedDisk &disk) {
        namespace fs = std::filesystem;
        const fs::path real = test_.at("disk"), replayed = test_.at("replayed");
        disk.save(replayed);
        std::size_t files = 0, others = 0;
        for (const auto &entry : fs::recursive_directory_iterator(real)) {
            const fs::path other = replayed / entry.path().lexically_relative(real);
            files += 1;
            test_.expect(fs::exists(other) &&
                             (entry.is_directory() ||
                              file_text(entry.path().string()) == file_text(other.string())),
                         "the recorder missed a change of " + entry.path().string());
        }
        for ([[maybe_unused]] const auto &entry : fs::recursive_directory_iterator(replayed)) {
            ++others;
        }
        test_.expect(files == others && files > 0, "the recorder missed removals");
    }

    ReliabilityTest &test_;
    Session session_;
    std::vector<IndexSnapshot> seen_; ///< after 0, 1, 2 ... runs
    std::vector<Change> changes_;
    std::vector<std::size_t> ends_; ///< number of changes at the end of each run
    int unopenable_ = 0, lost_ = 0, continued_ = 0;
};

} // namespace

void power_cut(ReliabilityTest &test) {
    PowerCut(test).run();
}

} // namespace ideary::fault
