// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Eight readers and a writer that publishes continuously. Every idea contains the number of its
// round, and the number of ideas depends on the round, so an answer that mixes two rounds is
// detected.
#include <array>
#include <atomic>
#include <mutex>
#include <thread>

#include "ideary/error.hpp"
#include "index/writer/index_writer.hpp"
#include "stress.hpp"

namespace ideary::fault {
namespace {

constexpr int reader_count = 8;
constexpr std::size_t max_rounds = 1 << 18;
constexpr double stale_s = 2; ///< a round replaced longer ago must not be visible
constexpr const char *owner = "rounds.md";

std::uint64_t ideas_of(std::uint64_t round) {
    return 20 + round % 41;
}

std::string named(const char *what, std::uint64_t round) {
    return what + std::to_string(round);
}

Idea idea_of(std::uint64_t round, std::uint64_t number) {
    Idea idea;
    idea.id = "rounds/" + std::to_string(number);
    idea.title = named("Release ", round) + " item " + std::to_string(number);
    idea.body = "Every item of " + named("round", round) + " tells the whole story.";
    idea.topics = {named("Round ", round), "All rounds"};
    idea.event = named("Conf ", round);
    idea.year = static_cast<int>(2000 + round % 60);
    idea.authors = {named("Author ", number % 5)};
    idea.language = "en";
    idea.source = {owner, named("List ", round), "", static_cast<int>(number + 1)};
    return idea;
}

/// Writes the rounds and stores when each was published.
class Rounds {
  public:
    explicit Rounds(std::string path) : path_(std::move(path)), times_(max_rounds) {}

    void write_next() {
        const std::uint64_t round = last_ + 1;
        index::IndexWriter staging(path_, 30, round % 25 == 0); // sometimes from scratch
        staging.remove_ideas(owner);
        for (std::uint64_t i = 0; i < ideas_of(round); ++i) {
            staging.add(idea_of(round, i), owner);
        }
        staging.put_source(owner, named("{\"round\":", round) + "}");
        begun_ = round;
        staging.publish();
        times_[round] = now_s();
        last_ = round;
    }

    std::uint64_t last() const { return last_; }
    bool over() const { return last_ + 2 >= max_rounds; }
    /// Whether a call that began at that time may return an answer of that round.
    bool is_valid(std::uint64_t round, double begun) const {
        if (round == 0 || round > begun_) {
            return false;
        }
        const double replaced = times_[round + 1];
        return replaced == 0 || replaced > begun - stale_s;
    }
    const std::string &path() const { return path_; }

  private:
    std::string path_;
    std::atomic<std::uint64_t> begun_{0}, last_{0};
    std::vector<std::atomic<double>> times_; ///< time of publication, by round
};

std::uint64_t round_of(const Idea &idea) {
    const std::size_t at = idea.title.find(' ');
    return at == std::string::npos ? 0 : std::strtoull(idea.title.c_str() + at, nullptr, 10);
}

bool is_of(const Idea &idea, std::uint64_t round) {
    return round_of(idea) == round && idea.event == named("Conf ", round) &&
           idea.topics.size() == 2 && idea.topics[0] == named("Round ", round) &&
           idea.year == static_cast<int>(2000 + round % 60) &&
           idea.source.title == named("List ", round);
}

bool is_complete(const Facet &facet, const std::string &value, std::uint64_t count) {
    return facet.values.size() == 1 && facet.values[0].value == value &&
           facet.values[0].count == count;
}

/// A call of the index. Returns the round of the answer, or 0 if the answer mixes rounds.
using Question = std::uint64_t (*)(const Index &index, std::uint64_t newest);

std::uint64_t round_of_results(const Results &results, std::size_t hits) {
    const std::uint64_t round = results.hits.empty() ? 0 : round_of(results.hits[0].idea);
    if (results.total != ideas_of(round) || results.hits.size() != hits) {
        return 0;
    }
    for (const Hit &hit : results.hits) {
        if (!is_of(hit.idea, round)) {
            return 0;
        }
    }
    for (const Facet &facet : results.facets) {
        if (!is_complete(facet, named("Conf ", round), ideas_of(round))) {
            return 0;
        }
    }
    return round;
}

std::uint64_t by_word(const Index &index, std::uint64_t) {
    SearchOptions options;
    options.facets = {"event"};
    return round_of_results(index.search(Query::parse("release stories"), options), 10);
}

std::uint64_t by_phrase(const Index &index, std::uint64_t) {
    return round_of_results(index.search(Query::parse("\"the whole story\"")), 10);
}

std::uint64_t by_title_order(const Index &index, std::uint64_t) {
    SearchOptions options;
    options.sort = Sort::title;
    options.offset = 5;
    options.limit = 12;
    return round_of_results(index.search(Query::parse(""), options), 12);
}

std::uint64_t by_filter(const Index &index, std::uint64_t newest) {
    SearchOptions options;
    options.filters = {{"topic", named("round ", newest)}};
    options.facets = {"event"};
    const Results results = index.search(Query::parse("item"), options);
    return results.total == 0 ? newest
                              : round_of_results(results, 10); // 0: the round has been replaced
}

std::uint64_t by_show(const Index &index, std::uint64_t) {
    const auto idea = index.show("rounds/7");
    const std::uint64_t round = idea ? round_of(*idea) : 0;
    return idea && is_of(*idea, round) && *idea == idea_of(round, 7) ? round : 0;
}

std::uint64_t by_facet(const Index &index, std::uint64_t) {
    const Facet facet = index.facet("event", Query::parse(""));
    const std::uint64_t round =
        facet.values.empty() ? 0 : std::strtoull(facet.values[0].value.c_str() + 5, nullptr, 10);
    return is_complete(facet, named("Conf ", round), ideas_of(round)) ? round : 0;
}

/// Slow, so that the generation is removed while it is read.
std::uint64_t by_each(const Index &index, std::uint64_t) {
    std::uint64_t round = 0, count = 0;
    bool mixed = false;
    index.each(Query::parse("whole"), {}, [&](const Idea &idea) {
        round = count++ == 0 ? round_of(idea) : round;
        mixed = mixed || !is_of(idea, round);
        if (count % 10 == 0) {
            sleep_s(0.005);
        }
    });
    return !mixed && count == ideas_of(round) ? round : 0;
}

std::uint64_t by_completion(const Index &index, std::uint64_t newest) {
    const auto ways = index.complete("relea");
    // The number of ideas does not identify the round.
    return !ways.empty() && ways[0].ideas >= 20 && ways[0].ideas < 61 ? newest : 0;
}

constexpr std::pair<const char *, Question> questions[] = {
    {"a word", by_word},
    {"a phrase", by_phrase},
    {"the order of titles", by_title_order},
    {"a filter", by_filter},
    {"show", by_show},
    {"a facet", by_facet},
    {"each", by_each},
    {"completion", by_completion},
};

class Stress {
  public:
    explicit Stress(ReliabilityTest &test) : test_(test), rounds_(test.at("index")) {}

    void run() {
        rounds_.write_next();
        const Index shared = Index::open(rounds_.path());
        std::vector<std::thread> readers;
        for (int i = 0; i < reader_count; ++i) {
            readers.emplace_back([this, i, &shared] { read(i, shared); });
        }
        std::thread checker([this] { check_all_the_time(); });
        const double end = now_s() + test_.size(60, 1800);
        while (now_s() < end && !rounds_.over()) {
            rounds_.write_next();
        }
        stop_ = true;
        for (std::thread &reader : readers) {
            reader.join();
        }
        checker.join();
        test_.expect(answers_ > rounds_.last() && checks_ > 0, "hardly anybody came to read");
        test_.figure(std::to_string(reader_count) + " readers, " + std::to_string(answers_) +
                     " answers, " + std::to_string(rounds_.last()) + " generations, " +
                     std::to_string(checks_) + " checks, " + std::to_string(failed_) + " failed, " +
                     std::to_string(stale_) + " stale, " + std::to_string(mixed_) + " mixed");
    }

  private:
    /// A writer at work is no fault of the index.
    void check_all_the_time() {
        while (!stop_) {
            for (const Finding &finding : check(rounds_.path())) {
                count(false, failed_, "check: " + finding.file + ": " + finding.problem);
            }
            ++checks_;
        }
    }

    /// Half of them share one Index, one has its own, the others open a new one for each call.
    void read(int reader, const Index &shared) {
        const Index own = Index::open(rounds_.path(), {Verify::quick});
        std::uint64_t last = 0;
        for (std::size_t call = static_cast<std::size_t>(reader); !stop_; ++call) {
            const auto &[name, question] = questions[call % std::size(questions)];
            const bool reopens = reader >= 6;
            try {
                const std::uint64_t round =
                    reopens ? answer(Index::open(rounds_.path()), question, name)
                            : answer(reader < 4 ? shared : own, question, name);
                const bool from_answer = question != by_filter && question != by_completion;
                count(round >= last || !from_answer, stale_, std::string(name) + " went back");
                last = from_answer ? std::max(last, round) : last;
            } catch (const Error &error) {
                count(false, failed_, std::string(name) + ": " + error.what());
            }
        }
    }

    std::uint64_t answer(const Index &index, Question question, const std::string &name) {
        const std::uint64_t newest = rounds_.last();
        const double begun = now_s();
        const std::uint64_t round = question(index, newest);
        ++answers_;
        count(round != 0, mixed_, name + ": an answer that mixes rounds");
        count(round == 0 || rounds_.is_valid(round, begun), stale_,
              name + ": an answer of round " + std::to_string(round));
        return round;
    }

    void count(bool good, std::atomic<std::uint64_t> &count, const std::string &what) {
        if (!good) {
            ++count;
            const std::lock_guard guard(mutex_);
            test_.expect(false, what);
        }
    }

    ReliabilityTest &test_;
    Rounds rounds_;
    std::atomic<bool> stop_{false};
    std::atomic<std::uint64_t> answers_{0}, failed_{0}, stale_{0}, mixed_{0}, checks_{0};
    std::mutex mutex_; ///< guards test_ while readers run
};

} // namespace

void concurrent_readers(ReliabilityTest &test) {
    Stress(test).run();
}

} // namespace ideary::fault
