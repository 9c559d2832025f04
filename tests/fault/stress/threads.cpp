// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// 32 threads ask one Index; each answer is the one that a single thread got before. Under
// TSan (-DIDEARY_SANITIZE=thread, run with `setarch -R`) it also shows races.
#include <atomic>
#include <mutex>
#include <thread>

#include "ideary/error.hpp"
#include "ideary/writer.hpp"
#include "stress.hpp"

namespace ideary::fault {
namespace {

constexpr int thread_count = 32;
constexpr std::size_t queries_each = 1000;
constexpr std::size_t different = 500;
constexpr std::size_t list_size = 800;

struct Known {
    Asked asked;
    std::string answer;
};

std::vector<Known> known_answers(ReliabilityTest &test, const std::string &path) {
    IdeaGenerator inventor(test.settings().seed);
    const Index index = Index::open(path);
    std::vector<Known> known(different);
    for (Known &each : known) {
        each.asked = inventor.asked();
        each.answer = describe(ask(index, each.asked));
    }
    return known;
}

} // namespace

void threads_and_one_index(ReliabilityTest &test) {
    IdeaGenerator inventor(test.settings().seed + 1);
    test.write("list.jsonl", joined(invented_records(inventor, list_size)));
    const std::string path = test.at("index");
    ingest(path, {test.at("list.jsonl")});
    const std::vector<Known> known = known_answers(test, path);

    const Index index = Index::open(path); // all that it does the first time is done by many
    std::atomic<std::uint64_t> answers{0}, wrong{0};
    std::mutex mutex; // guards test
    const auto note = [&](const std::string &what) {
        ++wrong;
        const std::lock_guard guard(mutex);
        test.expect(false, what);
    };
    const auto run = [&](std::size_t first) {
        for (std::size_t i = 0; i < queries_each; ++i) {
            const Known &each = known[(first * 17 + i) % known.size()];
            try {
                if (describe(ask(index, each.asked)) != each.answer) {
                    note("another answer to " + each.asked.text);
                }
                ++answers;
                if (i % 50 == 0 && !index.show("list/n" + std::to_string(i % list_size))) {
                    note("an idea is not shown");
                }
                if (i % 100 == 0) {
                    (void)index.complete(each.asked.text + "te");
                }
            } catch (const Error &error) {
                note(each.asked.text + ": " + error.what());
            }
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < thread_count; ++i) {
        threads.emplace_back(run, i);
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    test.figure(std::to_string(thread_count) + " threads, " + std::to_string(answers) +
                " queries answered, " + std::to_string(wrong) + " wrong");
}

} // namespace ideary::fault
