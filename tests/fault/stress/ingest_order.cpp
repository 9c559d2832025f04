// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The same ideas give the same ids, order, scores, facets and totals, whatever the order they
// came in, in one run or several, and whatever was there and went in between.
#include <algorithm>
#include <functional>

#include "ideary/writer.hpp"
#include "stress.hpp"

namespace ideary::fault {
namespace {

constexpr std::size_t list_count = 9;

class Orders {
  public:
    explicit Orders(ReliabilityTest &test) : test_(test), inventor_(test.settings().seed) {}

    void run() {
        write_lists();
        for (int i = 0; i < test_.size(400, 4000); ++i) {
            asked_.push_back(inventor_.asked());
        }
        in_one("first");
        expected_ = answers("first");
        ids_ = ids("first");
        const int rounds = test_.size(2, 10);
        for (int round = 0; round < rounds; ++round) {
            compare("as they come", [&](const std::string &index) { in_one(index); });
            shuffle_lists();
            compare("other files first", [&](const std::string &index) { in_one(index); });
            compare("in three runs", [&](const std::string &index) { in_three(index); });
            compare("with others between", [&](const std::string &index) { with_detours(index); });
            compare("by standard input", [&](const std::string &index) { from_export(index); });
            shuffle_records();
            compare("other lines first", [&](const std::string &index) { in_one(index); });
        }
        test_.figure(std::to_string(ids_.size()) + " ideas in " + std::to_string(ways_) +
                     " ways, " + std::to_string(asked_.size()) + " queries each, " +
                     std::to_string(compared_) + " answers compared, " +
                     std::to_string(different_) + " different");
    }

  private:
    std::string list_name(std::size_t i) const { return "list-" + std::to_string(i) + ".jsonl"; }

    void write_lists() {
        for (std::size_t i = 0; i < list_count; ++i) {
            records_.push_back(invented_records(inventor_, 60));
            test_.write(list_name(i), joined(records_.back()));
            paths_.push_back(test_.at(list_name(i)));
        }
        test_.write("wishes.md", make_list(inventor_.words(3), 30));
        paths_.push_back(test_.at("wishes.md"));
    }

    void shuffle_lists() { std::shuffle(paths_.begin(), paths_.end(), test_.random()); }

    void shuffle_records() {
        for (std::size_t i = 0; i < list_count; ++i) {
            std::shuffle(records_[i].begin(), records_[i].end(), test_.random());
            test_.write(list_name(i), joined(records_[i]));
        }
    }

    void in_one(const std::string &index) const { ingest(test_.at(index), paths_); }

    void in_three(const std::string &index) {
        const std::size_t one = 1 + test_.below(4), two = one + 1 + test_.below(4);
        const auto part = [&](std::size_t from, std::size_t to) {
            return std::vector<std::string>(paths_.begin() + static_cast<std::ptrdiff_t>(from),
                                            paths_.begin() + static_cast<std::ptrdiff_t>(to));
        };
        ingest(test_.at(index), part(0, one));
        ingest(test_.at(index), part(one, two));
        ingest(test_.at(index), part(two, paths_.size()));
    }

    /// A list that goes again, and one that says something else at first.
    void with_detours(const std::string &index) {
        const std::string path = test_.at(index);
        test_.write("passing.jsonl", joined(invented_records(inventor_, 80)));
        const std::string kept = file_text(paths_[0]);
        const std::string name = paths_[0].substr(paths_[0].rfind('/') + 1);
        test_.write(name, name == "wishes.md" ? make_list("Another", 3)
                                              : joined(invented_records(inventor_, 90)));
        ingest(path, {test_.at("passing.jsonl"), paths_[0]});
        test_.write(name, kept);
        in_one(index);
        remove(path, {test_.at("passing.jsonl")});
    }

    /// All that the first index exports, read as one stream.
    void from_export(const std::string &index) const {
        std::vector<Idea> ideas;
        Index::open(test_.at("first")).each(Query::parse(""), {}, [&](const Idea &idea) {
            ideas.push_back(idea);
        });
        // What export writes keeps its ids; the sources differ, so only the ids are compared.
        std::vector<std::string> lines;
        for (const Idea &idea : ideas) {
            lines.push_back("{\"ideary\":1," + json_line(idea).substr(1));
        }
        std::string rest = joined(lines);
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
        for (const Asked &asked : asked_) {
            answers.push_back(describe(ask(opened, asked), Detail::content));
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
                     way + ": other ideas, first " +
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
                test_.expect(false, way + ": another answer to " + asked_[i].text + "\n" +
                                        expected_[i] + "---\n" + found[i]);
            }
        }
    }

    ReliabilityTest &test_;
    IdeaGenerator inventor_;
    std::vector<std::vector<std::string>> records_;
    std::vector<std::string> paths_;
    std::vector<Asked> asked_;
    std::vector<std::string> expected_, ids_;
    std::uint64_t ways_ = 0, compared_ = 0, different_ = 0;
};

} // namespace

void orders_of_ingest(ReliabilityTest &test) {
    Orders(test).run();
}

} // namespace ideary::fault
