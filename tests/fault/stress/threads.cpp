// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// 32 threads use one Index; each answer must equal the answer of a single thread. Under TSan
// (-DIDEARY_SANITIZE=thread, run with `setarch -R`) the test also detects races.
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
constexpr std::size_t query_count = 500;
constexpr std::size_t list_size = 800;

struct KnownAnswer {
    QueryCase query;
    std::string answer;
};

std::vector<KnownAnswer> known_answers(ReliabilityTest &test, const std::string &path) {
    IdeaGenerator generator(test.settings().seed);
    const Index index = Index::open(path);
    std::vector<KnownAnswer> known(query_count);
    for (KnownAnswer &each : known) {
        each.query = generator.query_case();
        each.answer = describe(ask(index, each.query));
    }
    return known;
}

} // namespace

void threads(ReliabilityTest &test) {
    IdeaGenerator generator(test.settings().seed + 1);
    test.write("list.jsonl", to_lines(generate_records(generator, list_size)));
    const std::string path = test.at("index");
    ingest(path, {test.at("list.jsonl")});
    const std::vector<KnownAnswer> known = known_answers(test, path);

    const Index index = Index::open(path); // lazy initialization happens concurrently
    std::atomic<std::uint64_t> answers{0}, wrong{0};
    std::mutex mutex; // guards test
    const auto add_failure = [&](const std::string &what) {
        ++wrong;
        const std::lock_guard guard(mutex);
        test.expect(false, what);
    };
    const auto run = [&](std::size_t first) {
        for (std::size_t i = 0; i < queries_each; ++i) {
            const KnownAnswer &each = known[(first * 17 + i) % known.size()];
            try {
                if (describe(ask(index, each.query)) != each.answer) {
                    add_failure("the answer differs to " + each.query.text);
                }
                ++answers;
                if (i % 50 == 0 && !index.show("list/n" + std::to_string(i % list_size))) {
                    add_failure("an idea is not shown");
                }
                if (i % 100 == 0) {
                    (void)index.complete(each.query.text + "te");
                }
            } catch (const Error &error) {
                add_failure(each.query.text + ": " + error.what());
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
