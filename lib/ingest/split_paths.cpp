// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <memory>

#include "ideary/error.hpp"
#include "ingest/progress_reporter.hpp"
#include "ingest/resolve_slugs.hpp"
#include "ingest/source_reader.hpp"
#include "ingest/spool.hpp"

namespace ideary {
namespace {

using namespace ingesting;

/// Everything that ingest would read, prepared, without an index.
class DryRead {
  public:
    DryRead(const IngestOptions &options, const InputCallback &standard_input)
        : progress_(no_progress_), reader_(options, progress_, report),
          standard_input_(standard_input), name_(options.stdin_name) {}

    void read(const std::vector<std::string> &paths, const IngestOptions &options) {
        Walked walked = walk(paths, options);
        if (!walked.missing.empty()) {
            throw Error(ErrorKind::missing_input, "cannot read " +
                                                      printable_path(walked.missing.front()) +
                                                      ": there is no such file or folder");
        }
        report.remarks = walked.remarks;
        report.failed = walked.failed;
        for (Input &input : walked.inputs) {
            if (input.is_stdin) {
                take_standard_input(input);
            }
            pending.push_back(reader_.read(std::move(input)));
        }
        resolve_slugs(pending, {}, {}, reader_);
    }

    SourceReader &reader() { return reader_; }

    IngestReport report;
    std::vector<PendingSource> pending;

  private:
    void take_standard_input(Input &input) {
        if (!standard_input_) {
            throw Error(ErrorKind::usage, "there is no standard input to read");
        }
        spooled_ = std::make_unique<TemporaryFile>();
        input.file = spooled_->path();
        const Spool spooled = spool(standard_input_, input.file);
        input.compressed_by_us = spooled.compressed_by_us;
        input.path = name_.empty() ? "stdin-" + spooled.hash.substr(0, 12) : name_;
    }

    ProgressCallback no_progress_;
    ProgressReporter progress_;
    SourceReader reader_;
    const InputCallback &standard_input_;
    std::string name_;
    std::unique_ptr<TemporaryFile> spooled_;
};

void visit_one(PendingSource &one, const IngestOptions &options, DryRead &all,
               const std::function<void(const SplitResult &)> &visit) {
    SplitResult result;
    std::map<std::string, int> used;
    const std::size_t told = all.report.remarks.size();
    const auto take = [&](Idea &idea) {
        if (options.drop_persons) {
            all.reader().persons().drop(idea, used);
        }
        ++all.report.ideas_added;
        result.ideas.push_back(std::move(idea));
    };
    const auto give = [&] {
        visit(result);
        result.ideas.clear();
    };
    result.source.path = one.path;
    all.reader().each_idea(one, take, give);
    result.source = one.split->source;
    if (options.drop_persons) {
        result.source.url.clear();
        for (std::string &author : result.source.authors) {
            author = all.reader().persons().number(author, used);
        }
    }
    const auto &remarks = all.report.remarks;
    result.remarks.assign(remarks.begin() + static_cast<std::ptrdiff_t>(told), remarks.end());
    give();
}

} // namespace

IngestReport split_paths(const std::vector<std::string> &paths, const IngestOptions &options,
                         const std::function<void(const SplitResult &)> &visit,
                         const InputCallback &standard_input) {
    DryRead all(options, standard_input);
    all.read(paths, options);
    for (PendingSource &one : all.pending) {
        if (one.state == PendingSource::State::to_write) {
            ++all.report.sources_new;
            visit_one(one, options, all, visit);
            one.split.reset();
        }
    }
    return std::move(all.report);
}

IngestReport
outline_paths(const std::vector<std::string> &paths, const IngestOptions &options,
              const std::function<void(const std::string &path, const std::string &outline)> &visit,
              const InputCallback &standard_input) {
    DryRead all(options, standard_input);
    all.read(paths, options);
    for (const PendingSource &one : all.pending) {
        if (one.state != PendingSource::State::to_write) {
            continue;
        }
        ++all.report.sources_new;
        if (const auto outline = all.reader().outline(one)) {
            visit(one.path, *outline);
        }
    }
    return std::move(all.report);
}

IngestReport
explain_paths(const std::vector<std::string> &paths, const IngestOptions &options,
              const std::function<void(const std::string &path, const std::string &text)> &visit,
              const InputCallback &standard_input) {
    DryRead all(options, standard_input);
    all.read(paths, options);
    for (const PendingSource &one : all.pending) {
        if (one.state != PendingSource::State::to_write) {
            continue;
        }
        ++all.report.sources_new;
        if (const auto text = all.reader().explain(one)) {
            visit(one.path, *text);
        }
    }
    return std::move(all.report);
}

} // namespace ideary
