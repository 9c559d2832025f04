// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "measure/run.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "corpus/terms.hpp"
#include "engines/baseline.hpp"
#include "engines/engine.hpp"
#include "engines/ideary_engine.hpp"
#include "measure/clock.hpp"
#include "measure/measure.hpp"
#include "measure/programs.hpp"
#include "measure/workspace.hpp"

namespace ideary::bench {
namespace {

OperationFigures figures_of(const std::string &name, const Measured &measured,
                            const Measured &baseline) {
    OperationFigures figures;
    figures.name = name;
    const std::vector<double> cpu = flat(measured.cpu);
    double sum = 0;
    for (const double time : cpu) {
        sum += time;
    }
    figures.queries = measured.cpu.size();
    figures.cpu = percentiles_of(cpu);
    figures.wall_p50 = percentile(flat(measured.wall), 0.5);
    figures.qps = sum > 0 ? static_cast<double>(cpu.size()) * 1e6 / sum : 0;
    figures.ratio = ratio_of(measured.cpu, baseline.cpu);
    return figures;
}

std::vector<BenchQuery> of_class(const std::vector<BenchQuery> &queries, QueryClass kind) {
    std::vector<BenchQuery> result;
    std::copy_if(queries.begin(), queries.end(), std::back_inserter(result),
                 [&](const BenchQuery &query) { return query.kind == kind; });
    return result;
}

/// The most frequent topic of the hits: the facet value that a user would select.
std::string first_topic(const IdearyEngine &ours, const BenchQuery &query) {
    for (const Facet &facet : ours.facets(query).facets) {
        if (facet.field == "topic" && !facet.values.empty()) {
            return facet.values[0].value;
        }
    }
    return {};
}

/// Measures the library and the baseline on the queries of one class.
ClassFigures measure_ours(const std::string &name, const std::vector<BenchQuery> &queries,
                          const IdearyEngine &ours, const Baseline &baseline,
                          const Rounds &rounds) {
    std::vector<std::string> topics;
    for (const BenchQuery &query : queries) {
        topics.push_back(first_topic(ours, query));
    }
    const auto raw = [&](std::size_t at) { return baseline.top10(queries[at]).size(); };
    const std::vector<Operation> operations{
        {"baseline", raw},
        {"again", raw},
        {"top10", [&](std::size_t at) { return ours.top10(queries[at]).hits.size(); }},
        {"facets", [&](std::size_t at) { return ours.facets(queries[at]).facets.size(); }},
        {"disjunctive",
         [&](std::size_t at) { return ours.disjunctive(queries[at], topics[at]).facets.size(); }},
        {"call", [&](std::size_t at) { return ours.call(queries[at]).hits.size(); }},
    };
    const std::vector<Measured> measured = measure(operations, queries.size(), rounds);
    ClassFigures figures;
    figures.name = name;
    figures.baseline = figures_of("baseline", measured[0], measured[0]);
    figures.baseline.ratio = ratio_of(measured[1].cpu, measured[0].cpu);
    for (std::size_t i = 2; i < operations.size(); ++i) {
        figures.operations.push_back(figures_of(operations[i].name, measured[i], measured[0]));
    }
    figures.operations[2].to_facets = ratio_of(measured[4].cpu, measured[3].cpu);
    figures.agreement = agreement_of(ours, baseline, queries);
    figures.operations[0].overlap = figures.agreement.overlap;
    return figures;
}

struct OpenEngine {
    std::string name;
    std::unique_ptr<Engine> peer;
};

/// Measures each other engine on the queries of one class, with a baseline of its own.
void measure_engines(const std::vector<BenchQuery> &queries, const std::vector<OpenEngine> &open,
                     const Baseline &baseline, const Rounds &rounds, ClassFigures &figures) {
    std::vector<Operation> operations{
        {"baseline", [&](std::size_t at) { return baseline.top10(queries[at]).size(); }}};
    for (const OpenEngine &each : open) {
        Engine &peer = *each.peer;
        operations.push_back(
            {each.name + ".top10", [&](std::size_t at) { return peer.top10(queries[at]).size(); }});
        operations.push_back({each.name + ".facets", [&](std::size_t at) {
                                  return static_cast<std::size_t>(peer.facets(queries[at]));
                              }});
    }
    const std::vector<Measured> measured = measure(operations, queries.size(), rounds);
    for (std::size_t i = 1; i < operations.size(); ++i) {
        figures.operations.push_back(figures_of(operations[i].name, measured[i], measured[0]));
    }
}

/// Overlap of the first pages of an engine with those of the baseline.
void add_overlap(const std::vector<BenchQuery> &queries, const OpenEngine &open,
                 const Baseline &baseline, const std::vector<std::string> &ids,
                 ClassFigures &figures) {
    double sum = 0;
    for (const BenchQuery &query : queries) {
        std::vector<std::string> page;
        for (const std::uint32_t number : open.peer->top10(query)) {
            page.push_back(ids.at(number));
        }
        sum += overlap_of(page, page_of(baseline, query));
    }
    for (OperationFigures &operation : figures.operations) {
        if (operation.name == open.name + ".top10") {
            operation.overlap = sum / static_cast<double>(std::max<std::size_t>(1, queries.size()));
        }
    }
}

/// The keys of all ids, in the order of the documents.
std::vector<std::string> all_ids(const IdearyEngine &ours) {
    std::vector<std::string> ids;
    each_document(ours.index(),
                  [&](const Document &document) { ids.push_back(key_of_id(document.id)); });
    return ids;
}

bool wanted(const Options &options, std::string_view name) {
    return options.classes.empty() ||
           std::find(options.classes.begin(), options.classes.end(), name) != options.classes.end();
}

std::vector<BenchQuery> queries_for(const Options &options, const Baseline &baseline) {
    auto queries = options.queries.empty() ? make_queries(baseline.written(), options.spec)
                                           : read_queries(options.queries);
    if (!options.write_queries.empty()) {
        write_queries(options.write_queries, queries);
    }
    return queries;
}

void tell(std::string_view what) {
    fmt::print(stderr, "ideary-bench: {}\n", what);
}

class Measurer {
  public:
    Measurer(const Options &options, const Workspace &workspace, Report &report)
        : options_(options), workspace_(workspace), report_(report), ours_(workspace.index()),
          baseline_(workspace.generation()), queries_(queries_for(options, baseline_)) {}

    void measure_library() {
        for (const ClassRow &row : class_table) {
            const auto queries = of_class(queries_, row.id);
            if (wanted(options_, row.name) && !queries.empty()) {
                tell(fmt::format("measuring {}", row.name));
                report_.classes.push_back(measure_ours(std::string(row.name), queries, ours_,
                                                       baseline_, options_.rounds));
                measured_.push_back(queries);
            }
        }
        report_.search_rss_mb = resident_mb();
    }

    void measure_others() {
        const FacetColumns columns = FacetColumns::read(workspace_.columns());
        const auto ids = all_ids(ours_);
        std::vector<OpenEngine> open;
        for (const PeerRow &row : peers()) {
            open.push_back({row.name, row.open(workspace_.peer(row.name), columns)});
        }
        for (std::size_t i = 0; i < measured_.size(); ++i) {
            ClassFigures &figures = report_.classes[i];
            tell(fmt::format("measuring {} with the peers", figures.name));
            measure_engines(measured_[i], open, baseline_, {1, options_.peer_rounds}, figures);
            for (const OpenEngine &each : open) {
                add_overlap(measured_[i], each, baseline_, ids, figures);
            }
        }
    }

    std::uint64_t ideas() const { return ours_.index().info().ideas; }

  private:
    const Options &options_;
    const Workspace &workspace_;
    Report &report_;
    IdearyEngine ours_;
    Baseline baseline_;
    std::vector<BenchQuery> queries_;
    std::vector<std::vector<BenchQuery>> measured_; ///< per class of the report
};

} // namespace

Report run(const Options &options, std::optional<std::uint64_t> ideas) {
    Report report;
    Workspace workspace(options, ideas);
    workspace.build();
    workspace.report_to(report);
    if (options.with_programs && !command_of(options).empty()) {
        tell("running the command");
        report.programs = run_programs(options, workspace);
    }
    Measurer measurer(options, workspace, report);
    report.ideas = measurer.ideas();
    measurer.measure_library();
    if (options.with_peers && !peers().empty()) {
        measurer.measure_others();
    }
    const Versions own = versions();
    report.versions = {{"ideary", own.library}, {"Xapian", own.xapian}, {"ICU", own.icu}};
    for (const PeerRow &row : peers()) {
        report.versions.emplace_back(row.name, row.version());
    }
    return report;
}

} // namespace ideary::bench
