// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "measure/workspace.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ideary/writer.hpp>
#include <nlohmann/json.hpp>

#include "corpus/synthetic.hpp"
#include "engines/baseline.hpp"
#include "engines/engine.hpp"
#include "engines/raw_xapian.hpp"
#include "measure/clock.hpp"

namespace ideary::bench {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

void tell(const std::string &what) {
    fmt::print(stderr, "ideary-bench: {}\n", what);
}

std::string temporary_folder() {
    std::string name = (fs::temp_directory_path() / "ideary-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("cannot make a temporary folder");
    }
    return name;
}

Build build_of(const Cost &cost, std::uint64_t bytes) {
    return {cost.wall_s, cost.cpu_s, cost.peak_mb, bytes};
}

} // namespace

std::uint64_t bytes_of(const std::string &path) {
    if (fs::is_regular_file(path)) {
        return fs::file_size(path);
    }
    std::uint64_t bytes = 0;
    if (fs::is_directory(path)) {
        for (const auto &entry : fs::recursive_directory_iterator(path)) {
            bytes += entry.is_regular_file() ? entry.file_size() : 0;
        }
    }
    return bytes;
}

Workspace::Workspace(const Options &options, std::optional<std::uint64_t> ideas)
    : options_(options), ideas_(ideas), folder_(options.keep), corpus_(options.corpus) {
    temporary_ = folder_.empty();
    if (temporary_) {
        folder_ = temporary_folder();
    } else if (!options.sweep.empty()) {
        folder_ += fmt::format("/{}", ideas.value_or(0));
    }
    fs::create_directories(folder_);
    if (ideas_) {
        corpus_ = {folder_ + "/corpus.jsonl"};
    }
    read_record();
}

Workspace::~Workspace() {
    if (temporary_) {
        std::error_code ignored; // nothing can be done about it here
        fs::remove_all(folder_, ignored);
    }
}

std::string Workspace::stamp() const {
    return ideas_ ? fmt::format("{} ideas, seed {}", *ideas_, options_.spec.seed)
                  : fmt::format("{}", fmt::join(corpus_, " "));
}

void Workspace::read_record() {
    std::ifstream file(folder_ + "/build.json");
    if (!file || options_.rebuild) {
        return;
    }
    const Json json = Json::parse(file);
    if (json.at("corpus") != stamp()) {
        throw std::runtime_error(fmt::format("{} contains another corpus ({}): use --rebuild",
                                             folder_, json.at("corpus").get<std::string>()));
    }
    index_ = build_from(json.at("ideary"));
    if (json.contains("xapian")) {
        raw_ = raw_from(json.at("xapian"));
    }
    for (const auto &[name, build] : json.at("peers").items()) {
        peers_.emplace_back(name, build_from(build));
    }
}

void Workspace::write_record() const {
    Json json{{"corpus", stamp()}, {"ideary", to_json(index_)}, {"peers", Json::object()}};
    if (raw_) {
        json["xapian"] = to_json(*raw_);
    }
    for (const auto &[name, build] : peers_) {
        json["peers"][name] = to_json(build);
    }
    std::ofstream(folder_ + "/build.json") << json.dump(1) << '\n';
}

std::string Workspace::generation() const {
    return generation_path(index(), Index::open(index(), {Verify::quick}).info().generation);
}

void Workspace::build() {
    if (index_.bytes == 0) {
        make_corpus();
        make_index();
        write_record();
    }
    if (options_.with_raw && !raw_) {
        measure_raw();
        write_record();
    }
    if (options_.with_peers) {
        make_peers();
        write_record();
    }
}

void Workspace::make_corpus() {
    if (!ideas_) {
        return;
    }
    tell(fmt::format("making up {} ideas", *ideas_));
    in_child([&] {
        const Model model =
            model_of(options_.model.empty() ? std::vector<std::string>{IDEARY_BENCH_CORPUS}
                                            : options_.model);
        Synthetic(model, *ideas_, options_.spec.seed).write(corpus_[0]);
        return std::string();
    });
}

void Workspace::make_index() {
    tell("ingesting with ideary");
    fs::remove_all(index());
    const Cost cost = in_child([&] {
        const IngestReport report = ingest(index(), corpus_);
        return report.failed.empty() ? std::string() : report.failed[0];
    });
    if (!cost.result.empty()) {
        throw std::runtime_error("cannot read " + cost.result);
    }
    index_ = build_of(cost, bytes_of(generation()));
}

void Workspace::measure_raw() {
    tell("writing the same terms with raw Xapian");
    raw_ = write_raw(index(), generation(), folder_ + "/xapian");
}

void Workspace::make_peers() {
    for (const PeerRow &row : peers()) {
        const auto same = [&](const auto &each) { return each.first == row.name; };
        if (std::find_if(peers_.begin(), peers_.end(), same) != peers_.end()) {
            continue;
        }
        tell("indexing with " + row.name);
        fs::remove_all(peer(row.name));
        fs::remove_all(peer(row.name) + ".db");
        const Cost cost = in_child([&] {
            const Index open = Index::open(index(), {Verify::quick});
            const auto writer = row.write(peer(row.name));
            each_document(open, [&](const Document &document) { writer->add(document); });
            writer->finish();
            return std::string();
        });
        const std::uint64_t bytes = bytes_of(peer(row.name)) + bytes_of(peer(row.name) + ".db");
        peers_.emplace_back(row.name, build_of(cost, bytes));
    }
    if (!fs::exists(columns())) {
        in_child([&] {
            FacetColumns made;
            each_document(Index::open(index(), {Verify::quick}),
                          [&](const Document &document) { made.add(document); });
            made.write(columns());
            return std::string();
        });
    }
}

void Workspace::report_to(Report &report) const {
    for (const std::string &path : corpus_) {
        report.corpus_bytes += bytes_of(path);
    }
    report.staging_bytes = bytes_of(index() + "/staging");
    report.build = index_;
    report.raw = options_.with_raw ? raw_ : std::nullopt;
    report.peers = options_.with_peers ? peers_ : std::vector<std::pair<std::string, Build>>{};
}

} // namespace ideary::bench
