// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>

#include <fmt/format.h>

#include "report/report.hpp"

namespace ideary::bench {
namespace {

double mb(std::uint64_t bytes) {
    return static_cast<double>(bytes) / (1024.0 * 1024.0);
}

double by(double one, double other) {
    return other > 0 ? one / other : 0;
}

double by(std::uint64_t one, std::uint64_t other) {
    return by(static_cast<double>(one), static_cast<double>(other));
}

std::string head(const Report &report) {
    std::string out = fmt::format("{} · {}\ncommit {} · {}\n", report.date, report.machine,
                                  report.commit, report.command);
    for (const auto &[name, version] : report.versions) {
        out += fmt::format("{} {}  ", name, version);
    }
    out += fmt::format("\ncorpus: {} ideas, {:.1f} MB\n", report.ideas, mb(report.corpus_bytes));
    const auto line = [&](const std::string &name, const Build &build) {
        out += fmt::format("{:<12} {:8.1f} MB, built in {:.1f} s ({:.1f} s of processor), "
                           "{:.0f} MB of memory\n",
                           name, mb(build.bytes), build.wall_s, build.cpu_s, build.rss_mb);
    };
    line("ideary", report.build);
    for (const auto &[name, build] : report.peers) {
        line(name, build);
    }
    out += fmt::format("staging {:.1f} MB; memory while searching {:.0f} MB\n",
                       mb(report.staging_bytes), report.search_rss_mb);
    return out;
}

std::string writing(const Report &report) {
    if (!report.raw) {
        return {};
    }
    const auto ideas = static_cast<double>(report.ideas);
    return fmt::format("ingest: {:.0f} ideas/s of processor time, {:.2f} of raw Xapian writing the "
                       "same terms ({:.0f}/s; it compacts in {:.1f} s)\n"
                       "size: {:.2f} of raw Xapian compacted with the same terms, positions and "
                       "text ({:.1f} MB)\n",
                       by(ideas, report.build.cpu_s),
                       by(report.raw->write_cpu_s, report.build.cpu_s),
                       by(ideas, report.raw->write_cpu_s), report.raw->compact_cpu_s,
                       by(report.build.bytes, report.raw->bytes), mb(report.raw->bytes));
}

std::string programs(const Report &report) {
    if (!report.programs) {
        return {};
    }
    const Programs &p = *report.programs;
    return fmt::format("cold search: {:.2f} ms ({:.2f} of processor), an empty program {:.2f} "
                       "({:.2f}); over it {:.2f} ({:.2f})\n"
                       "search --queries -: {:.0f} queries/s of processor time\n"
                       "1,000 unchanged files: {:.3f} s ({:.3f} of processor)\n",
                       p.cold_wall_ms, p.cold_cpu_ms, p.empty_wall_ms, p.empty_cpu_ms,
                       p.cold_wall_ms - p.empty_wall_ms, p.cold_cpu_ms - p.empty_cpu_ms,
                       p.stream_qps, p.unchanged_wall_s, p.unchanged_cpu_s);
}

std::string row(const std::string &name, const OperationFigures &figures) {
    std::string out = fmt::format("  {:<17}{:>9.1f}{:>10.1f}{:>10.1f}{:>10.1f}{:>9.0f}{:>8.3f}",
                                  name, figures.cpu.p50, figures.cpu.p95, figures.cpu.p99,
                                  figures.cpu.max, figures.qps, figures.ratio);
    if (figures.overlap) {
        out += fmt::format("  overlap {:.2f}", *figures.overlap);
    }
    if (figures.to_facets) {
        out += fmt::format("  {:.2f} of facets", *figures.to_facets);
    }
    return out + "\n";
}

std::string class_table_of(const ClassFigures &figures) {
    const Agreement &agreement = figures.agreement;
    std::string out =
        fmt::format("\n{} ({} queries; totals equal {}/{}, facet counts {}/{}; widened {})\n",
                    figures.name, figures.baseline.queries, agreement.totals, agreement.queries,
                    agreement.values_equal, agreement.values, agreement.widened);
    out += row("baseline", figures.baseline);
    for (const OperationFigures &operation : figures.operations) {
        out += row(operation.name, operation);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(3, agreement.unequal.size()); ++i) {
        out += "  ! " + agreement.unequal[i] + "\n";
    }
    return out;
}

std::string growth_row(const std::vector<Report> &sweep, const std::string &kind,
                       const std::string &operation) {
    std::string out = fmt::format("{:<8}{:<17}", kind, operation);
    double before = 0;
    for (const Report &report : sweep) {
        double p50 = 0;
        for (const ClassFigures &figures : report.classes) {
            const auto at =
                std::find_if(figures.operations.begin(), figures.operations.end(),
                             [&](const OperationFigures &each) { return each.name == operation; });
            if (figures.name == kind && operation == "baseline") {
                p50 = figures.baseline.cpu.p50;
            } else if (figures.name == kind && at != figures.operations.end()) {
                p50 = at->cpu.p50;
            }
        }
        out += fmt::format("{:>10.1f}", p50);
        out += before > 0 ? fmt::format(" x{:<6.1f}", p50 / before) : std::string(8, ' ');
        before = p50;
    }
    return out + "\n";
}

} // namespace

std::string to_table(const Report &report) {
    std::string out = head(report) + writing(report) + programs(report);
    out += fmt::format("noise: {:.3f}. Microseconds of processor time; ratio to the baseline.\n",
                       report.noise());
    out += fmt::format("  {:<17}{:>9}{:>10}{:>10}{:>10}{:>9}{:>8}\n", "operation", "p50", "p95",
                       "p99", "max", "qps", "ratio");
    for (const ClassFigures &figures : report.classes) {
        out += class_table_of(figures);
    }
    return out;
}

std::string growth_table(const std::vector<Report> &sweep) {
    std::string out = fmt::format("{:<25}", "p50 in microseconds");
    for (const Report &report : sweep) {
        out += fmt::format("{:>10}{:8}", report.ideas, "");
    }
    out += "\n";
    if (sweep.empty()) {
        return out;
    }
    for (const ClassFigures &figures : sweep.back().classes) {
        out += growth_row(sweep, figures.name, "baseline");
        for (const OperationFigures &operation : figures.operations) {
            out += growth_row(sweep, figures.name, operation.name);
        }
    }
    return out;
}

} // namespace ideary::bench
