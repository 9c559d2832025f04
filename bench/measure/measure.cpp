// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "measure/measure.hpp"

#include <numeric>
#include <utility>

#include "corpus/random.hpp"
#include "measure/clock.hpp"

namespace ideary::bench {
namespace {

/// Times one run; discards the time of a warm-up.
class Schedule {
  public:
    void run(const Operation &operation, std::size_t query, Measured *into) {
        const double wall = wall_us();
        const double cpu = thread_us();
        kept_ = kept_ + operation.run(query);
        const double cpu_took = thread_us() - cpu;
        const double wall_took = wall_us() - wall;
        if (into != nullptr) {
            into->cpu[query].push_back(cpu_took);
            into->wall[query].push_back(wall_took);
        }
    }

  private:
    volatile std::size_t kept_ = 0;
};

void shuffle(std::vector<std::size_t> &order, Random &random) {
    for (std::size_t left = order.size(); left > 1; --left) {
        std::swap(order[left - 1], order[random.below(left)]);
    }
}

} // namespace

std::vector<Measured> measure(const std::vector<Operation> &operations, std::size_t queries,
                              const Rounds &rounds) {
    std::vector<Measured> result(operations.size(), {Times(queries), Times(queries)});
    std::vector<std::size_t> order(operations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random random(1);
    Schedule schedule;
    for (int round = -rounds.warm_up; round < rounds.counted; ++round) {
        for (std::size_t query = 0; query < queries; ++query) {
            shuffle(order, random);
            for (const std::size_t at : order) {
                schedule.run(operations[at], query, round < 0 ? nullptr : &result[at]);
            }
        }
    }
    return result;
}

} // namespace ideary::bench
