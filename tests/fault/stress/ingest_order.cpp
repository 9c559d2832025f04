// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The same ideas give the same ids, order, scores, facets and totals, whatever the order of ingest,
// in one run or several, and whatever was added and removed in between.
#include <algorithm>
#include <functional>

#include "ideary/writer.hpp"
#include "stress.hpp"

namespace ideary::fault {
namespace {

constexpr std::size_t list_count = 9;

class IngestOrder {
  public:
    explicit IngestOrder(ReliabilityTest &test) : test_(test), generator_(test.settings().seed) {}

    void run() {
        write_lists();
        for (int i = 0; i < test_.size(400, 4000); ++i) {
            queries_.push_back(generator_.query_case());
        }
        in_one_run("first");
        expected_ = answers("first");
        ids_ = ids("first");
        const int rounds = test_.size(2, 10);
        for (int round = 0; round < rounds; ++round) {
            compare("in the same order", [&](const std::string &index) { in_one_run(index); });
            shuffle_lists();
            compare("in another order of files",
                    [&](const std::string &index) { in_one_run(index); });
            compare("in three runs", [&](const std::string &index) { in_three_runs(index); });
            compare("with other lists in between",
                    [&](const std::string &index) { with_detours(index); });
            compare("by standard input", [&](const std::string &index) { from_export(index); });
            shuffle_records();
            compare("in another order of lines",
                    [&](const std::string &index) { in_one_run(index); });
        }
        test_.figure(std::to_string(ids_.size()) + " ideas ingested in " + std::to_string(ways_) +
                     " ways, " + std::to_string(queries_.size()) + " queries each, " +
                     std::to_string(compared_) + " answers compared, " +
                     std::to_string(different_) + " different");
    }

  private:
    std::string list_name(std::size_t i) const { return "list-" + std::to_string(i) + ".jsonl"; }

    void write_lists() {
        for (std::size_t i = 0; i < list_count; ++i) {
            records_.push_back(generate_records(generator_, 60));
            test_.write(list_name(i), to_lines(records_.back()));
            paths_.push_back(test_.at(list_name(i)));
        }
        test_.write("wishes.md", make_list(generator_.words(3), 30));
        paths_.push_back(test_.at("wishes.md"));
    }

    void shuffle_lists() { std::shuffle(paths_.begin(), paths_.end(), test_.random()); }

    void shuffle_records() {
        for (std::size_t i = 0; i < list_count; ++i) {
            std::shuffle(records_[i].begin(), records_[i].end(), test_.random());
            test_.write(list_name(i), to_lines(records_[i]));
        }
    }

    void in_one_run(const std::string &index) const { ingest(test_.at(index), paths_); }

    void in_three_runs(const std::string &index) {
        const std::size_t one = 1 + test_.below(4), two = one + 1 + test_.below(4);
        const auto part = [&](std::size_t from, std::size_t to) {
            return std::vector<std::string>(paths_.begin() + static_cast<std::ptrdiff_t>(from),
                                            paths_.begin() + static_cast<std::ptrdiff_t>(to));
        };
        ingest(test_.at(index), part(0, one));
        ingest(test_.at(index), part(one, two));
        ingest(test_.at(index), part(two, paths_.size()));
    }

    /// With a list that is removed again, and a list that had another content at first.
    void with_detours(const std::string &index) {
        const std::string path = test_.at(index);
        test_.write("passing.jsonl", to_lines(generate_records(generator_, 80)));
        const std::string kept = file_text(paths_[0]);
        const std::string name = paths_[0].substr(paths_[0].rfind('/') + 1);
        test_.write(name, name == "wishes.md" ? make_list("Another", 3)
                                              : to_lines(generate_records(generator_, 90)));
        ingest(path, {test_.at("passing.jsonl"), paths_[0]});
        test_.write(name, kept);
        in_one_run(index);
        remove_sources(path, {test_.at("passing.jsonl")});
    }

    /// Ingests the export of the first index as one stream.
    void from_export(const std::string &index) const {
        std::vector<Idea> ideas;
        Index::open(test_.at("first")).each(Query::parse(""), {}, [&](const Idea &idea) {
            ideas.push_back(idea);
        });
        // Exported records keep their ids; the sources differ, so only the ids are compared.
        std::vector<std::string> lines;
        for (const Idea &idea : ideas) {
            lines.push_back("{\"ideary\":1," + json_line(idea).substr(1));
        }
        std::string rest = to_lines(lines);
        IngestOptions options;
        options.stdin_name = "all";
        ingest(test_.at(index), {"-"}, options, {}, [&](char *buffer, std::size_t size) {
            const std::size_t count = rest.copy(buffer, size);
            rest.erase(0, count);
            return count;
        });
    }

    std::vector<std::string> answers(const std::string &index) const {
        const Index opened = Index::open(test_.at(index));
        std::vector<std::string> answers;
        for (const QueryCase &query : queries_) {
            answers.push_back(describe(ask(opened, query), Detail::content));
        }
        return answers;
    }

    std::vector<std::string> ids(const std::string &index) const {
        std::vector<std::string> ids;
        Index::open(test_.at(index)).each(Query::parse(""), {}, [&](const Idea &idea) {
            ids.push_back(describe(idea));
        });
        return ids;
    }

    void compare(const std::string &way, const std::function<void(const std::string &)> &make) {
        remove_folder(test_.at("other"));
        make("other");
        ++ways_;
        const std::vector<std::string> found_ids = ids("other");
        const auto differs =
            std::mismatch(ids_.begin(), ids_.end(), found_ids.begin(), found_ids.end());
        test_.expect(found_ids == ids_,
                     way + ": the ideas differ, first " +
                         (differs.first == ids_.end() ? "more" : *differs.first) + " / " +
                         (differs.second == found_ids.end() ? "none" : *differs.second));
        if (way == "by standard input") {
            return;
        }
        const std::vector<std::string> found = answers("other");
        for (std::size_t i = 0; i < found.size(); ++i) {
            ++compared_;
            if (found[i] != expected_[i]) {
                ++different_;
                test_.expect(false, way + ": the answer differs to " + queries_[i].text + "\n" +
                                        expected_[i] + "---\n" + found[i]);
            }
        }
    }

    ReliabilityTest &test_;
    IdeaGenerator generator_;
    std::vector<std::vector<std::string>> records_;
    std::vector<std::string> paths_;
    std::vector<QueryCase> queries_;
    std::vector<std::string> expected_, ids_;
    std::uint64_t ways_ = 0, compared_ = 0, different_ = 0;
};

} // namespace

void ingest_order(ReliabilityTest &test) {
    IngestOrder(test).run();
}

} // namespace ideary::fault
