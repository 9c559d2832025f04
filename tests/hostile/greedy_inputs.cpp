// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Inputs that demand much memory or time, or refer to other files; read by the command.
#include <algorithm>
#include <csignal>
#include <fstream>
#include <thread>

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>
#include <zlib.h>

#include "hostile.hpp"

namespace ideary::hostile {
namespace {

constexpr double max_seconds = 60;             ///< wall time, on a busy machine
constexpr std::size_t max_memory = 512U << 20; ///< peak of the command

std::string gzipped(std::size_t zeros) {
    z_stream stream{};
    ::deflateInit2(&stream, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY);
    std::string in(zeros, '\0'), out(zeros / 100 + 1024, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

/// Peak memory of all commands that have ended; 0 under a sanitizer.
std::size_t children_peak() {
    struct rusage usage {};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    return is_sanitized() ? 0 : static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

class InputRunner {
  public:
    explicit InputRunner(ReliabilityTest &test) : test_(test) {}

    void check(const std::string &name, const ProcessResult &ended, const std::string &remark) {
        ++tried_;
        slowest_ = std::max(slowest_, ended.seconds);
        test_.expect(!ended.late && ended.signal == 0, name + ": " + fault::describe(ended));
        test_.expect(ended.code == 0 || ended.code == 65, name + ": " + fault::describe(ended));
        test_.expect(
            ended.err.find(remark) != std::string::npos,
            fmt::format("{}: \"{}\" expected in: {}", name, remark, ended.err.substr(0, 300)));
        test_.expect(children_peak() <= max_memory,
                     fmt::format("{}: peak memory {}", name, megabytes(children_peak())));
    }
    void ingest(const std::string &name, const std::string &file, const std::string &remark) {
        check(name,
              fault::run(test_.tool(test_.at("index"), {"ingest", test_.at(file)}), max_seconds),
              remark);
    }
    std::string figure() const {
        return fmt::format("{} greedy inputs, slowest {:.1f} s, peak memory {}", tried_, slowest_,
                           megabytes(children_peak()));
    }

  private:
    ReliabilityTest &test_;
    int tried_ = 0;
    double slowest_ = 0;
};

/// Ingests an endless record through a pipe, so that its length is not known beforehand.
ProcessResult ingest_endless(ReliabilityTest &test, const std::string &head, std::size_t bytes) {
    int ends[2];
    if (::pipe(ends) != 0) {
        throw std::runtime_error("no pipe");
    }
    std::signal(SIGPIPE, SIG_IGN);
    fault::Command command = test.tool(test.at("index"), {"ingest", "--name", "poured.jsonl", "-"});
    command.input_fd = ends[0];
    command.in_child = [&] { return ::close(ends[1]) == 0; };
    fault::Process process(command);
    ::close(ends[0]);
    std::thread pump([&] {
        std::string piece = head + std::string((1 << 20) - head.size(), 'x');
        for (std::size_t sent = 0; sent < bytes; sent += piece.size()) {
            if (::write(ends[1], piece.data(), piece.size()) <= 0) {
                break;
            }
            piece.assign(piece.size(), 'x');
        }
        ::close(ends[1]);
    });
    const ProcessResult ended = process.wait(test.settings().full ? 5 * max_seconds : max_seconds);
    pump.join();
    return ended;
}

void other_files(ReliabilityTest &test, InputRunner &runner) {
    test.write("secret/passwd.md", "# Secret\n\n- The secret wish of somebody else\n");
    test.write("lists/good.md", "- One good wish\n");
    test.write("lists/sources.json",
               "[{\"file\":\"../../../../../../etc/passwd\",\"title\":\"x\"},"
               "{\"file\":\"../secret/passwd.md\",\"title\":\"y\"},{\"file\":\"/etc/passwd\"}]");
    test.write("lists/page.html",
               "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + test.at("secret/passwd.md") +
                   "\">]><ul><li>A wish of &e; its own</ul><iframe src=\"file://" +
                   test.at("secret/passwd.md") + "\"></iframe>");
    test.write("lists/include.rst",
               "Wishes\n======\n\n* A wish\n\n.. include:: ../secret/passwd.md\n"
               "\n.. csv-table::\n   :file: ../secret/passwd.md\n");
    runner.ingest("a sidecar with entries for other folders", "lists",
                  "names no file of this folder");
    const std::string all = test.run_tool(test.at("index"), {"export"}).out;
    test.expect(all.find("One good wish") != std::string::npos, "the good idea is missing");
    test.expect(all.find("secret wish") == std::string::npos &&
                    all.find("root:") == std::string::npos,
                "another file was read");
}

} // namespace

void greedy_inputs(ReliabilityTest &test) {
    InputRunner runner(test);
    test.write("zeros.md.gz", gzipped(64U << 20));
    runner.ingest("64 MiB of zeros", "zeros.md.gz", "zeros.md.gz");
    test.write("zeros.jsonl.gz", gzipped(64U << 20));
    runner.ingest("64 MiB of zeros as records", "zeros.jsonl.gz", "zeros.jsonl.gz");
    runner.check("an endless record", ingest_endless(test, "{\"title\":\"", std::size_t{1} << 30),
                 "poured.jsonl:1");
    test.write("alias.md",
               "---\na: &a [*a, *a, *a]\nb: &b {c: *b, <<: *b}\ntitle: *a\n---\n- A wish\n");
    runner.ingest("a YAML self-alias", "alias.md", "alias.md");
    std::string laughs = "---\na0: &a0 [ha]\n";
    for (int i = 1; i < 30; ++i) {
        laughs += fmt::format("a{0}: &a{0} [*a{1}, *a{1}, *a{1}, *a{1}]\n", i, i - 1);
    }
    test.write("laughs.md", laughs + "title: *a29\n---\n- Another wish\n");
    runner.ingest("a billion laughs", "laughs.md", "laughs.md");
    other_files(test, runner);
    test.figure(runner.figure());
}

} // namespace ideary::hostile
