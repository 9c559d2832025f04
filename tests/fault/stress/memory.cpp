// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A long-lived Index answers queries while a writer publishes new generations. After a warm-up,
// neither memory nor the number of descriptors grows.
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <malloc.h>
#include <thread>

#include "ideary/error.hpp"
#include "index/writer/index_writer.hpp"
#include "stress.hpp"

namespace ideary::fault {
namespace {

#ifdef IDEARY_SANITIZED // sanitizers delay frees to detect later uses
constexpr long max_growth_kb = 512 * 1024;
#else
constexpr long max_growth_kb = 5 * 1024;
#endif
constexpr int thread_count = 4;
constexpr std::size_t list_size = 400;
constexpr const char *owner = "list.jsonl";

/// Private memory of this process in KiB, without mapped files.
long own_memory_kb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.compare(0, 8, "RssAnon:") == 0) {
            return std::strtol(line.c_str() + 8, nullptr, 10);
        }
    }
    return 0;
}

long descriptors() {
    long count = 0;
    for (const auto &entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        count += entry.path().empty() ? 0 : 1;
    }
    return count - 1; // the descriptor of the listing
}

struct Usage {
    long memory_kb = 0, descriptors = 0;
};

class MemoryTest {
  public:
    explicit MemoryTest(ReliabilityTest &test) : test_(test) {
        IdeaGenerator generator(test.settings().seed);
        for (int i = 0; i < 200; ++i) {
            queries_.push_back(generator.query_case());
        }
    }

    void run() {
        const int swaps = test_.size(40, 200), queries = test_.size(20'000, 1'000'000);
        publish(0);
        const Index index = Index::open(test_.at("index"));
        // Each running call has its own handle; the number of concurrent calls varies.
        const long idle = descriptors();
        (void)ask(index, queries_.front());
        const long limit = idle + (descriptors() - idle) * thread_count;
        Usage warm, now;
        long max_kb = 0;
        for (int swap = 1; swap <= swaps; ++swap) {
            publish(swap);
            run_queries(index, queries / swaps / thread_count);
            now = usage();
            if (swap == swaps / 4) {
                warm = now; // pools and arenas have reached their size
            }
            max_kb = swap < swaps / 4 ? 0 : std::max(max_kb, now.memory_kb - warm.memory_kb);
            test_.expect(now.descriptors <= limit,
                         "open descriptors: " + std::to_string(now.descriptors) + ", at most " +
                             std::to_string(limit));
        }
        test_.expect(max_kb <= max_growth_kb, "memory grew by " + std::to_string(max_kb) + " KiB");
        test_.figure(std::to_string(answered_) + " queries, " + std::to_string(swaps) +
                     " generations, memory " + std::to_string(warm.memory_kb) + " KiB, growth " +
                     std::to_string(now.memory_kb - warm.memory_kb) + " (at most " +
                     std::to_string(max_kb) + "), " + std::to_string(warm.descriptors) +
                     " descriptors, at the end " + std::to_string(now.descriptors));
    }

  private:
    void publish(int round) const {
        IdeaGenerator generator(test_.settings().seed + static_cast<std::uint64_t>(round) % 10);
        index::IndexWriter staging(test_.at("index"), 30);
        staging.remove_ideas(owner);
        for (std::size_t i = 0; i < list_size; ++i) {
            staging.add(generator.idea("list/" + std::to_string(i)), owner);
        }
        staging.publish();
    }

    void run_queries(const Index &index, int each) {
        std::vector<std::thread> threads;
        for (int t = 0; t < thread_count; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < each; ++i) {
                    (void)ask(index,
                              queries_[static_cast<std::size_t>(t * 53 + i) % queries_.size()]);
                    ++answered_;
                }
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
    }

    static Usage usage() {
        ::malloc_trim(0); // freed memory must not count
        return {own_memory_kb(), descriptors()};
    }

    ReliabilityTest &test_;
    std::vector<QueryCase> queries_;
    std::atomic<std::uint64_t> answered_{0};
};

} // namespace

void memory(ReliabilityTest &test) {
    MemoryTest(test).run();
}

} // namespace ideary::fault
