// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The disk becomes full, broken or read-only at each k-th write.
#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <sched.h>
#include <sys/mount.h>

#include "session.hpp"

namespace ideary::fault {
namespace {

struct DiskFault {
    const char *name;
    int error;
    const char *kinds; ///< of the changes that fail; see disk.h
    int code;          ///< expected exit code
    const char *times; ///< number of failures
};

const DiskFault disk_faults[] = {
    {"no space", ENOSPC, "wcm", 73, "1000000"}, {"no space for a moment", ENOSPC, "wcm", 73, "1"},
    {"broken", EIO, "wsS", 74, "1000000"},      {"broken for a moment", EIO, "wsS", 74, "1"},
    {"Xapian terminates", -1, "w", 74, "1"},    {"read-only", EROFS, "wtcmruodsS", 73, "1000000"},
};

std::vector<std::string> archived_inputs(const std::string &index) {
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
        for (const DiskFault &disk_fault : disk_faults) {
            for (std::size_t i = 0; i < session_.size(); ++i) {
                try_all(disk_fault, i);
            }
        }
        test_.figure(
            std::to_string(tried_) + " failing writes (ENOSPC, EIO, EROFS) in " +
            std::to_string(session_.size()) + " runs of every kind: " + std::to_string(lost_) +
            " indexes lost, " + std::to_string(terminated_) + " terminated by Xapian, " +
            std::to_string(unaffected_) + " runs unaffected, all completed by the next run");
    }

  private:
    void try_all(const DiskFault &disk_fault, std::size_t number) {
        for (int at = 1; try_one(disk_fault, number, at); at += step(disk_fault, number, at)) {
            ++tried_;
        }
    }

    /// Quick size: the first writes, then a random sample. Writes below 24 of the first run on a
    /// read-only disk are all tried: creating a new database there failed once.
    int step(const DiskFault &disk_fault, std::size_t number, int at) {
        const bool failed_once = disk_fault.error == EROFS && number == 0 && at < 24;
        const bool next = test_.settings().full || at < 4 || failed_once;
        const bool large = session_.run(number).name.rfind("large", 0) == 0;
        return next ? 1 : 1 + static_cast<int>(test_.below(large ? 600 : 80));
    }

    bool try_one(const DiskFault &disk_fault, std::size_t number, int at) {
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
                                         {"IDEARY_DISK_ERRNO", std::to_string(disk_fault.error)},
                                         {"IDEARY_DISK_TIMES", disk_fault.times},
                                         {"IDEARY_DISK_KINDS", disk_fault.kinds}}));
        if (!std::filesystem::exists(fired)) {
            return false;
        }
        const std::string where = std::string(disk_fault.name) + " at " + std::to_string(at) +
                                  " of " + session_.run(number).name;
        check_outcome(disk_fault, number, index, {where, ended});
        return true;
    }

    struct Outcome {
        std::string where;
        ProcessResult ended;
    };

    void check_outcome(const DiskFault &disk_fault, std::size_t number, const std::string &index,
                       const Outcome &outcome) {
        const auto &[where, ended] = outcome;
        const IndexSnapshot seen = snapshot(test_, index);
        const bool is_new = seen == session_.after(number);
        const bool is_old = seen == session_.before(number);
        lost_ += is_old || is_new ? 0 : 1;
        test_.expect(is_old || is_new, where + " leaves neither the old index nor the new one: " +
                                           describe(seen.ended));
        if (ended.done()) {
            ++unaffected_;
            test_.expect(is_new, where + " exits with 0 and leaves the old index");
        } else {
            // A failed run is visible only if its last rename could not be made durable.
            test_.expect(is_old || disk_fault.error != ENOSPC,
                         where + " fails, but its ideas are visible");
            check_message(disk_fault, where, ended);
        }
        complete(number, index, where);
    }

    /// One line that names the index, and the expected exit code.
    void check_message(const DiskFault &disk_fault, const std::string &where,
                       const ProcessResult &ended) {
        const bool by_xapian = ended.code == 74 && ended.err.find("ideary: writing failed") != npos;
        terminated_ += by_xapian ? 1 : 0;
        test_.expect(ended.code == disk_fault.code || (by_xapian && disk_fault.error == ENOSPC),
                     where + ": " + describe(ended));
        test_.expect(ended.err.rfind("ideary: ", 0) == 0 &&
                         ended.err.find('\n') + 1 == ended.err.size(),
                     where + " prints: " + ended.err);
        test_.expect(by_xapian || ended.err.find(test_.at("disk")) != npos,
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
            test_.expect(archived_inputs(index) ==
                             archived_inputs(session_.index_before(number + 1)),
                         where + ": the archived standard input differs");
        }
        const ProcessResult check = test_.run_tool(index, {"check"});
        test_.expect(check.done(), where + ", check: " + check.out + describe(check));
    }

    static constexpr std::size_t npos = std::string::npos;
    ReliabilityTest &test_;
    Session session_;
    int tried_ = 0, lost_ = 0, terminated_ = 0, unaffected_ = 0;
};

std::uint64_t disk_bytes(const std::string &folder) {
    std::uint64_t bytes = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        bytes += entry.is_regular_file() ? entry.file_size() : 0;
    }
    return bytes;
}

/// Too little space is reported before anything is written, with path and required size.
void too_little_space(ReliabilityTest &test) {
    const std::string index = test.at("small/index");
    test.write("small/list.md", make_list("Small", 10));
    Command command = test.tool(index, {"ingest", "small/list.md"});
    command.environment = {{"LD_PRELOAD", test.settings().disk},
                           {"IDEARY_DISK_ROOT", test.at("small")},
                           {"IDEARY_DISK_FREE", std::to_string(5 << 20)}};
    const ProcessResult ended = run(command);
    test.expect(ended.code == 73, "5 MiB are free: " + describe(ended));
    test.expect(ended.err.find(index) != std::string::npos &&
                    ended.err.find("MiB, 5 MiB are free") != std::string::npos,
                "5 MiB are free: " + ended.err);
    test.expect(!std::filesystem::exists(index), "5 MiB are free, but an index was created");

    test.write("small/many.md", make_list("Small", 60000));
    const ProcessResult made = test.run_tool(index, {"ingest", "small/list.md"});
    test.expect(made.done(), "a small list: " + describe(made));
    command = test.tool(index, {"ingest", "small/many.md"});
    command.environment = {{"LD_PRELOAD", test.settings().disk},
                           {"IDEARY_DISK_ROOT", test.at("small")},
                           {"IDEARY_DISK_FREE", std::to_string(20 << 20)}};
    const IndexSnapshot before = snapshot(test, index);
    const auto bytes = disk_bytes(index);
    const ProcessResult more = run(command);
    test.expect(more.code == 73 && more.err.find(index) != std::string::npos &&
                    more.err.find("MiB, 20 MiB are free") != std::string::npos,
                "20 MiB are free: " + describe(more));
    test.expect(snapshot(test, index) == before && disk_bytes(index) < bytes + 100,
                "20 MiB are free, but something was written");
}

/// A full disk of 20 MiB: a failed run frees the space that it used. The disk is mounted in a
/// namespace of this process and its children.
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

    /// Returns a clause for the figure of the test.
    std::string run() {
        if (!is_mounted_) {
            return "; small disk skipped: mounting it needs root";
        }
        fill_disk("a first run");
        const ProcessResult few = test_.run_tool(index_, {"ingest", "few.md"});
        test_.expect(few.done(), "a few ideas on a small disk: " + describe(few));
        fill_disk("a later run");
        fill_disk("a rebuild");
        const ProcessResult other = test_.run_tool(index_, {"ingest", "other.md"});
        test_.expect(other.done(), "the run after a full disk: " + describe(other));
        test_.expect(ids_in(snapshot(test_, index_).ideas).size() == 20,
                     "20 ideas after a full disk");
        const ProcessResult check = test_.run_tool(index_, {"check"});
        test_.expect(check.done(), "after a full disk, check: " + check.out + describe(check));
        return "; space on a full disk of 20 MiB was freed";
    }

  private:
    /// A run that passes the check of free space and then fills the disk.
    void fill_disk(const std::string &what) {
        const std::uint64_t before = free();
        const bool is_rebuild = what == "a rebuild";
        if (is_rebuild) {
            test_.write("few.md", make_list("Many", 40000));
        }
        Command command =
            test_.tool(index_, is_rebuild ? std::vector<std::string>{"ingest", "--rebuild"}
                                          : std::vector<std::string>{"ingest", "many.md"});
        command.environment = {{"LD_PRELOAD", test_.settings().disk},
                               {"IDEARY_DISK_ROOT", disk_},
                               {"IDEARY_DISK_FREE", std::to_string(1UL << 40)}};
        const ProcessResult ended = fault::run(command, 600);
        const bool by_xapian = ended.code == 74;
        test_.expect(ended.code == 73 || by_xapian, what + " on a full disk: " + describe(ended));
        test_.expect(by_xapian || ended.err.find(index_) != std::string::npos,
                     what + " names no path: " + ended.err);
        test_.expect(by_xapian || free() + (1 << 20) > before,
                     what + " failed: " + std::to_string(free()) + " of " + std::to_string(before) +
                         " bytes are free again");
        if (is_rebuild) {
            test_.write("few.md", make_list("Few", 10));
        }
    }

    std::uint64_t free() const { return std::filesystem::space(disk_).available; }

    ReliabilityTest &test_;
    std::string disk_, index_;
    bool is_mounted_ = false;
};

} // namespace

void full_disk(ReliabilityTest &test) {
    too_little_space(test);
    const std::string small = SmallDisk(test).run();
    FailingDisk(test).run();
    test.figure(test.figure() + small);
}

} // namespace ideary::fault
