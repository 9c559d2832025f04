// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Mutated inputs through every reader.
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

/// The highest cost so far.
struct Cost {
    double time = 0, memory = 0; ///< as a fraction of the limit
};

class Trial {
  public:
    Trial(ReliabilityTest &test, const fuzz::Target &target) : test_(test), target_(target) {}

    void run_wide(const std::vector<std::string> &inputs, Cost &max_cost) {
        for (const std::string &input : inputs) {
            try_one("wide", input, max_cost);
        }
    }
    void run(int count, std::size_t large, Cost &max_cost) {
        Mutator mutator(corpus_of(target_), test_.settings().seed);
        for (int i = 0; i < count; ++i) {
            // Every fiftieth input is large, to detect cost that grows faster than the input.
            try_one("mutated", i % 50 == 49 ? mutator.large(large) : mutator.next(), max_cost);
        }
    }

  private:
    void try_one(const char *kind, const std::string &bytes, Cost &max_cost) {
        // Below 64 KB the measurement is mostly overhead.
        const double size = std::max(static_cast<double>(bytes.size()), 65536.0);
        const std::string kept = test_.at(fmt::format("{}-{}-{}", target_.name, kind, number_++));
        watch(kept, &bytes);
        memory_.begin();
        const double begun = cpu_s();
        std::string why = problem(bytes);
        const double allowed = target_.passes * time_factor(test_) * size / (1 << 20);
        // Sanitizers are too slow for inputs of many short lines.
        const bool timed = !is_sanitized() || std::string_view(kind) != "wide";
        const double time = timed ? (cpu_s() - begun) / allowed : 0;
        const double memory = static_cast<double>(memory_.peak()) / (20 * size + (64 << 20));
        watch("", nullptr);
        max_cost.time = std::max(max_cost.time, time);
        max_cost.memory = std::max(max_cost.memory, memory);
        why = why.empty() && time > 1 ? fmt::format("took {:.1f} times the time limit", time) : why;
        why = why.empty() && memory > 1 ? fmt::format("used {:.1f} times the memory limit", memory)
                                        : why;
        if (!test_.expect(why.empty(),
                          fmt::format("{}: {}; kept as {}", target_.name, why, kept))) {
            std::ofstream(kept, std::ios::binary) << bytes;
        }
    }

    std::string problem(const std::string &bytes) {
        try {
            return target_.problem(bytes);
        } catch (const std::exception &error) {
            return std::string("unexpected exception: ") + error.what();
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
    Cost max_cost;
    for (const fuzz::Target &target : fuzz::targets()) {
        Cost own;
        Trial(test, target).run(count, large, own);
        const std::vector<std::string> wide =
            wide_inputs(target.name, is_sanitized() ? large / 4 : large);
        Trial(test, target)
            .run_wide(wide, own); // a new Trial, so that `wide` does not count as its memory
        fmt::print("  {:<10} at most {:.2f} of the time limit, {:.2f} of the memory limit\n",
                   target.name, own.time, own.memory);
        max_cost.time = std::max(max_cost.time, own.time);
        max_cost.memory = std::max(max_cost.memory, own.memory);
    }
    test.figure(fmt::format(
        "{} inputs through each of {} readers, {} failed, at most {:.2f} of the "
        "time limit and {:.2f} of the memory limit",
        count, fuzz::targets().size(), test.failures(), max_cost.time, max_cost.memory));
}

} // namespace ideary::hostile
