// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Inputs made from good ones by a mutator with a seed, through every reader.
#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string_view>

#include <fmt/format.h>

#include "fuzz/targets.hpp"
#include "hostile.hpp"
#include "mutator.hpp"

namespace ideary::hostile {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> corpus_of(const fuzz::Target &target) {
    std::vector<fs::path> paths;
    for (const auto &entry :
         fs::directory_iterator(std::string(IDEARY_CORPUS) + "/" + std::string(target.name))) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> seeds;
    for (const fs::path &path : paths) {
        seeds.push_back(fault::file_text(path.string()));
    }
    return seeds;
}

/// The dearest inputs so far, against the test.
struct Dearest {
    double time = 0, memory = 0; ///< parts of what is allowed
};

class Trial {
  public:
    Trial(ReliabilityTest &test, const fuzz::Target &target) : test_(test), target_(target) {}

    void run_wide(const std::vector<std::string> &inputs, Dearest &dearest) {
        for (const std::string &input : inputs) {
            try_one("wide", input, dearest);
        }
    }
    void run(int count, std::size_t large, Dearest &dearest) {
        Mutator mutator(corpus_of(target_), test_.settings().seed);
        for (int i = 0; i < count; ++i) {
            // Every fiftieth is large: small ones cannot show what grows faster than its input.
            try_one("mutated", i % 50 == 49 ? mutator.large(large) : mutator.next(), dearest);
        }
    }

  private:
    void try_one(const char *kind, const std::string &bytes, Dearest &dearest) {
        // Below 64 KB what is measured is mostly the clock and the page.
        const double size = std::max(static_cast<double>(bytes.size()), 65536.0);
        const std::string kept = test_.at(fmt::format("{}-{}-{}", target_.name, kind, number_++));
        watch(kept, &bytes);
        memory_.begin();
        const double begun = cpu_s();
        std::string why = problem(bytes);
        const double allowed = target_.passes * patience(test_) * size / (1 << 20);
        // Many short lines are dearer to a sanitizer than it is allowed; it is there for its
        // reports.
        const bool timed = !is_sanitized() || std::string_view(kind) != "wide";
        const double time = timed ? (cpu_s() - begun) / allowed : 0;
        const double memory = static_cast<double>(memory_.peak()) / (20 * size + (64 << 20));
        watch("", nullptr);
        dearest.time = std::max(dearest.time, time);
        dearest.memory = std::max(dearest.memory, memory);
        why = why.empty() && time > 1 ? fmt::format("took {:.1f} times the test", time) : why;
        why = why.empty() && memory > 1 ? fmt::format("used {:.1f} times the memory", memory) : why;
        if (!test_.expect(why.empty(),
                          fmt::format("{}: {}; kept as {}", target_.name, why, kept))) {
            std::ofstream(kept, std::ios::binary) << bytes;
        }
    }

    std::string problem(const std::string &bytes) {
        try {
            return target_.problem(bytes);
        } catch (const std::exception &error) {
            return std::string("an exception came out: ") + error.what();
        }
    }

    ReliabilityTest &test_;
    const fuzz::Target &target_;
    Memory memory_;
    int number_ = 0;
};

} // namespace

void mutated_inputs(ReliabilityTest &test) {
    const int count = test.size(1000, 10000);
    const std::size_t large = test.settings().full ? 1 << 20 : 1 << 17;
    Dearest dearest;
    for (const fuzz::Target &target : fuzz::targets()) {
        Dearest own;
        Trial(test, target).run(count, large, own);
        const std::vector<std::string> wide =
            wide_inputs(target.name, is_sanitized() ? large / 4 : large);
        Trial(test, target)
            .run_wide(wide, own); // made after them: they are no part of what it needs
        fmt::print("  {:<10} dearest {:.2f} of the time, {:.2f} of the memory allowed\n",
                   target.name, own.time, own.memory);
        dearest.time = std::max(dearest.time, own.time);
        dearest.memory = std::max(dearest.memory, own.memory);
    }
    test.figure(
        fmt::format("{} inputs through each of {} readers, {} failed, dearest {:.2f} of the "
                    "time and {:.2f} of the memory allowed",
                    count, fuzz::targets().size(), test.failures(), dearest.time, dearest.memory));
}

} // namespace ideary::hostile
