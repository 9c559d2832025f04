// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A program forks while it reads or writes; the child outlives the call.
#include <csignal>
#include <cstdlib>

#include <sys/wait.h>
#include <unistd.h>

#include "ideary/index.hpp"
#include "ideary/writer.hpp"
#include "reliability_test.hpp"

namespace ideary::fault {
namespace {

std::uint64_t count_hits(const Index &index, const std::string &query) {
    return index.search(Query::parse(query)).total;
}

/// A child process; killed by the destructor.
class Child {
  public:
    template <class F> explicit Child(F &&f) : id_(::fork()) {
        if (id_ == 0) {
            const bool good = f();
            ::_exit(good ? 0 : 1);
        }
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;
    ~Child() {
        if (id_ > 0) {
            ::kill(id_, SIGKILL);
            ::waitpid(id_, nullptr, 0);
        }
    }
    bool is_running() const { return ::kill(id_, 0) == 0; }
    /// Waits for its end. Returns whether it exited with code 0.
    bool succeeded() {
        int status = 1;
        ::waitpid(id_, &status, 0);
        id_ = -1;
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

  private:
    ::pid_t id_;
};

bool sleep_long() {
    sleep_s(120);
    return true;
}

/// Other processes get the lock immediately.
void expect_unlocked(ReliabilityTest &test, const std::string &when) {
    const ProcessResult other =
        test.run_tool(test.at("index"), {"ingest", "--lock-timeout", "0", "b.md"});
    test.expect(other.done(), when + ", another writer: " + describe(other));
    const ProcessResult drop =
        test.run_tool(test.at("index"), {"remove", "--lock-timeout", "0", "b.md"});
    test.expect(drop.done(), when + ", a third writer: " + describe(drop));
}

void while_reading(ReliabilityTest &test) {
    test.write("a.md", make_list("Owls", 20));
    test.expect(test.run_tool(test.at("index"), {"ingest", "a.md"}).done(), "the first run");
    const Index index = Index::open(test.at("index"));
    const std::uint64_t before = count_hits(index, "owls");
    test.expect(before > 0, "no idea is found");
    Child reader([&] {
        bool same = true;
        for (int i = 0; i < 200; ++i) { // generations change during the loop
            same = same && count_hits(index, "owls") >= before;
            sleep_s(0.001);
        }
        return same;
    });
    const Child idle(sleep_long);
    for (int i = 0; i < 5; ++i) {
        test.write("a.md", make_list("Owls again", 20 + i));
        ideary::ingest(test.at("index"), {test.at("a.md")});
        test.expect(count_hits(index, "owls") >= before + static_cast<std::uint64_t>(i),
                    "the parent does not see its own run");
        expect_unlocked(test, "a forked reader is running");
    }
    test.expect(reader.succeeded(), "the reading child got a different answer or died");
    test.expect(idle.is_running(), "the idle child died");
}

/// A callback that calls f once, while the run holds the lock.
ProgressCallback once(const std::function<void()> &f) {
    return [f, done = false](const Progress &) mutable {
        if (!done) {
            done = true;
            f();
        }
        return true;
    };
}

void while_writing(ReliabilityTest &test) {
    std::unique_ptr<Child> idle;
    test.write("a.md", make_list("Owls while writing", 30));
    ideary::ingest(test.at("index"), {test.at("a.md")}, {},
                   once([&] { idle = std::make_unique<Child>(sleep_long); }));
    test.expect(idle && idle->is_running(), "the callback was not called");
    expect_unlocked(test, "a child forked while writing is running");
}

/// The writer starts a program and is killed; the program keeps running without the lock.
void killed_after_starting_program(ReliabilityTest &test) {
    test.write("a.md", make_list("Owls and a program", 31));
    int ends[2];
    if (::pipe(ends) != 0) {
        throw Skipped{"no pipe"};
    }
    Child writer([&] {
        ideary::ingest(test.at("index"), {test.at("a.md")}, {}, once([&] {
                           const ::pid_t program = ::fork();
                           if (program == 0) {
                               ::execl("/bin/sleep", "sleep", "120", nullptr);
                               ::_exit(1);
                           }
                           sleep_s(0.2); // until exec has replaced the program
                           [[maybe_unused]] const auto n =
                               ::write(ends[1], &program, sizeof program);
                           ::kill(::getpid(), SIGKILL);
                       }));
        return true;
    });
    ::pid_t program = -1;
    test.expect(::read(ends[0], &program, sizeof program) == sizeof program, "no program started");
    ::close(ends[0]);
    ::close(ends[1]);
    test.expect(!writer.succeeded(), "the writer was not killed");
    expect_unlocked(test, "a program started by the killed writer is running");
    test.expect(program > 0 && ::kill(program, SIGKILL) == 0, "the program has ended");
}

} // namespace

void fork_while_open(ReliabilityTest &test) {
    test.write("b.md", make_list("Lamps", 5));
    const int rounds = test.size(2, 20);
    for (int i = 0; i < rounds && !test.failed(); ++i) {
        while_reading(test);
        while_writing(test);
        killed_after_starting_program(test);
    }
    test.figure(std::to_string(rounds * 4) +
                " children outlived their parents' calls: readers answered, the lock was " +
                "free " + std::to_string(rounds * 14) + " times");
}

} // namespace ideary::fault
