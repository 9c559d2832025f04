// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// From some write on the disk is full, broken or read-only.
#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <sched.h>
#include <sys/mount.h>

#include "session.hpp"

namespace ideary::fault {
namespace {

struct Trouble {
    const char *name;
    int error;
    const char *kinds; ///< of changes that fail then; see disk.c
    int code;          ///< with which the tool ends
    const char *times; ///< how many of them fail
};

const Trouble troubles[] = {
    {"no space", ENOSPC, "wcm", 73, "1000000"}, {"no space for a moment", ENOSPC, "wcm", 73, "1"},
    {"broken", EIO, "wsS", 74, "1000000"},      {"broken for a moment", EIO, "wsS", 74, "1"},
    {"the engine gives up", -1, "w", 74, "1"},  {"read-only", EROFS, "wtcmruodsS", 73, "1000000"},
};

std::vector<std::string> kept_inputs(const std::string &index) {
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(index + "/sources")) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

class FailingDisk {
  public:
    explicit FailingDisk(ReliabilityTest &test) : test_(test), session_(test) { session_.play(); }

    void run() {
        for (const Trouble &trouble : troubles) {
            for (std::size_t i = 0; i < session_.size(); ++i) {
                try_all(trouble, i);
            }
        }
        test_.figure(std::to_string(tried_) + " failing writes (ENOSPC, EIO, EROFS) in " +
                     std::to_string(session_.size()) +
                     " runs of every kind: " + std::to_string(lost_) + " indexes lost, " +
                     std::to_string(terminated_) + " ended by the engine, " +
                     std::to_string(unharmed_) + " runs unharmed, all complete with the next run");
    }

  private:
    void try_all(const Trouble &trouble, std::size_t number) {
        for (int at = 1; one(trouble, number, at); at += step(trouble, number, at)) {
            ++tried_;
        }
    }

    /// Quick: the first ones, then some of the others, and what once failed: a new database that
    /// the engine could not make on a disk that was read-only by then.
    int step(const Trouble &trouble, std::size_t number, int at) {
        const bool failed_once = trouble.error == EROFS && number == 0 && at < 24;
        const bool next = test_.settings().full || at < 4 || failed_once;
        const bool large = session_.run(number).name.rfind("large", 0) == 0;
        return next ? 1 : 1 + static_cast<int>(test_.below(large ? 600 : 80));
    }

    bool one(const Trouble &trouble, std::size_t number, int at) {
        const std::string disk = test_.at("disk"), index = disk + "/index",
                          fired = test_.at("fired");
        remove_folder(disk);
        remove_folder(fired);
        std::filesystem::create_directories(disk);
        if (std::filesystem::exists(session_.index_before(number))) {
            copy_folder(session_.index_before(number), index);
        }
        const ProcessResult ended =
            fault::run(session_.command(number, index,
                                        {{"IDEARY_DISK_FIRED", fired},
                                         {"IDEARY_DISK_FAIL", std::to_string(at)},
                                         {"IDEARY_DISK_ERRNO", std::to_string(trouble.error)},
                                         {"IDEARY_DISK_TIMES", trouble.times},
                                         {"IDEARY_DISK_KINDS", trouble.kinds}}));
        if (!std::filesystem::exists(fired)) {
            return false;
        }
        const std::string where = std::string(trouble.name) + " at " + std::to_string(at) + " of " +
                                  session_.run(number).name;
        judge(trouble, number, index, {where, ended});
        return true;
    }

    struct Outcome {
        std::string where;
        ProcessResult ended;
    };

    void judge(const Trouble &trouble, std::size_t number, const std::string &index,
               const Outcome &outcome) {
        const auto &[where, ended] = outcome;
        const IndexSnapshot seen = snapshot(test_, index);
        const bool is_new = seen == session_.after(number);
        const bool is_old = seen == session_.before(number);
        lost_ += is_old || is_new ? 0 : 1;
        test_.expect(is_old || is_new, where + " leaves another index: " + describe(seen.ended));
        if (ended.done()) {
            ++unharmed_;
            test_.expect(is_new, where + " says done, and the index is the old one");
        } else {
            // Only when its last rename cannot be made durable does a run fail that is seen.
            test_.expect(is_old || trouble.error != ENOSPC, where + " fails, and is seen");
            judge_message(trouble, where, ended);
        }
        complete(number, index, where);
    }

    /// One line that names the index, and the code of the trouble.
    void judge_message(const Trouble &trouble, const std::string &where,
                       const ProcessResult &ended) {
        const bool by_engine = ended.code == 74 && ended.err.find("cannot be mended") != npos;
        terminated_ += by_engine ? 1 : 0;
        test_.expect(ended.code == trouble.code || (by_engine && trouble.error == ENOSPC),
                     where + ": " + describe(ended));
        test_.expect(ended.err.rfind("ideary: ", 0) == 0 &&
                         ended.err.find('\n') + 1 == ended.err.size(),
                     where + " says: " + ended.err);
        test_.expect(by_engine || ended.err.find(test_.at("disk")) != npos,
                     where + " names no path: " + ended.err);
    }

    void complete(std::size_t number, const std::string &index, const std::string &where) {
        const ProcessResult again = fault::run(session_.command(number, index));
        const bool removes = session_.run(number).words[0] == "remove";
        test_.expect(again.done() || (removes && again.code == 66),
                     where + ", the next run: " + describe(again));
        test_.expect(snapshot(test_, index) == session_.after(number),
                     where + ": the next run does not complete it");
        if (number + 1 < session_.size()) {
            test_.expect(kept_inputs(index) == kept_inputs(session_.index_before(number + 1)),
                         where + ": other standard input is kept");
        }
        const ProcessResult check = test_.run_tool(index, {"check"});
        test_.expect(check.done(), where + ", check: " + check.out + describe(check));
    }

    static constexpr std::size_t npos = std::string::npos;
    ReliabilityTest &test_;
    Session session_;
    int tried_ = 0, lost_ = 0, terminated_ = 0, unharmed_ = 0;
};

std::uint64_t disk_bytes(const std::string &folder) {
    std::uint64_t bytes = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        bytes += entry.is_regular_file() ? entry.file_size() : 0;
    }
    return bytes;
}

/// Too little space is said before anything is written, with the path and the need.
void too_little_space(ReliabilityTest &test) {
    const std::string index = test.at("small/index");
    test.write("small/list.md", make_list("Small", 10));
    Command command = test.tool(index, {"ingest", "small/list.md"});
    command.setting = {{"LD_PRELOAD", test.settings().disk},
                       {"IDEARY_DISK_ROOT", test.at("small")},
                       {"IDEARY_DISK_FREE", std::to_string(5 << 20)}};
    const ProcessResult ended = run(command);
    test.expect(ended.code == 73, "5 MiB are free: " + describe(ended));
    test.expect(ended.err.find(index) != std::string::npos &&
                    ended.err.find("MiB, 5 MiB are free") != std::string::npos,
                "5 MiB are free: " + ended.err);
    test.expect(!std::filesystem::exists(index), "5 MiB are free, and an index is there");

    test.write("small/many.md", make_list("Small", 60000));
    const ProcessResult made = test.run_tool(index, {"ingest", "small/list.md"});
    test.expect(made.done(), "a small list: " + describe(made));
    command = test.tool(index, {"ingest", "small/many.md"});
    command.setting = {{"LD_PRELOAD", test.settings().disk},
                       {"IDEARY_DISK_ROOT", test.at("small")},
                       {"IDEARY_DISK_FREE", std::to_string(20 << 20)}};
    const IndexSnapshot before = snapshot(test, index);
    const auto bytes = disk_bytes(index);
    const ProcessResult more = run(command);
    test.expect(more.code == 73 && more.err.find(index) != std::string::npos &&
                    more.err.find("MiB, 20 MiB are free") != std::string::npos,
                "20 MiB are free: " + describe(more));
    test.expect(snapshot(test, index) == before && disk_bytes(index) < bytes + 100,
                "20 MiB are free, and something was written");
}

/// A disk of 20 MiB that is really full: what a run wrote in vain does not stay there. It is
/// mounted for this program and its children alone.
class SmallDisk {
  public:
    explicit SmallDisk(ReliabilityTest &test)
        : test_(test), disk_(test.at("twenty")), index_(disk_ + "/index") {
        std::filesystem::create_directories(disk_);
        is_mounted_ = ::unshare(CLONE_NEWNS) == 0 &&
                      ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                      ::mount("none", disk_.c_str(), "tmpfs", 0, "size=20m") == 0;
        test.write("few.md", make_list("Few", 10));
        test.write("other.md", make_list("Other", 10));
        test.write("many.md", make_list("Many", 40000));
    }
    ~SmallDisk() {
        if (is_mounted_) {
            ::umount(disk_.c_str());
        }
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    /// What can be told of it in the test's figure.
    std::string run() {
        if (!is_mounted_) {
            return "; no small disk tried: only root may mount one";
        }
        too_full("a first run");
        const ProcessResult few = test_.run_tool(index_, {"ingest", "few.md"});
        test_.expect(few.done(), "a few ideas on a small disk: " + describe(few));
        too_full("a later run");
        too_full("a rebuild");
        const ProcessResult other = test_.run_tool(index_, {"ingest", "other.md"});
        test_.expect(other.done(), "the run after a full disk: " + describe(other));
        test_.expect(ids_in(snapshot(test_, index_).ideas).size() == 20,
                     "20 ideas after a full disk");
        const ProcessResult check = test_.run_tool(index_, {"check"});
        test_.expect(check.done(), "after a full disk, check: " + check.out + describe(check));
        return "; a full disk of 20 MiB was given back";
    }

  private:
    /// A run for which there seems to be room, until there is none.
    void too_full(const std::string &what) {
        const std::uint64_t before = free();
        const bool again = what == "a rebuild";
        if (again) {
            test_.write("few.md", make_list("Many", 40000));
        }
        Command command = test_.tool(index_, again ? std::vector<std::string>{"ingest", "--rebuild"}
                                                   : std::vector<std::string>{"ingest", "many.md"});
        command.setting = {{"LD_PRELOAD", test_.settings().disk},
                           {"IDEARY_DISK_ROOT", disk_},
                           {"IDEARY_DISK_FREE", std::to_string(1UL << 40)}};
        const ProcessResult ended = fault::run(command, 600);
        const bool by_engine = ended.code == 74;
        test_.expect(ended.code == 73 || by_engine, what + " on a full disk: " + describe(ended));
        test_.expect(by_engine || ended.err.find(index_) != std::string::npos,
                     what + " names no path: " + ended.err);
        test_.expect(by_engine || free() + (1 << 20) > before,
                     what + " in vain: " + std::to_string(free()) + " of " +
                         std::to_string(before) + " bytes are free again");
        if (again) {
            test_.write("few.md", make_list("Few", 10));
        }
    }

    std::uint64_t free() const { return std::filesystem::space(disk_).available; }

    ReliabilityTest &test_;
    std::string disk_, index_;
    bool is_mounted_ = false;
};

} // namespace

void failing_disk(ReliabilityTest &test) {
    too_little_space(test);
    const std::string small = SmallDisk(test).run();
    FailingDisk(test).run();
    test.figure(test.figure() + small);
}

} // namespace ideary::fault
