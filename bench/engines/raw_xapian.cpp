// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "engines/raw_xapian.hpp"

#include <filesystem>
#include <unordered_map>

#include <fmt/format.h>
#include <ideary/index.hpp>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "corpus/documents.hpp"
#include "corpus/terms.hpp"
#include "engines/baseline.hpp"
#include "measure/clock.hpp"
#include "measure/workspace.hpp"

namespace ideary::bench {
namespace {

constexpr std::size_t batch_size = 1000;

struct Posting {
    std::string term;
    Xapian::termcount wdf = 0;
    std::vector<Xapian::termpos> positions;
};

struct Content {
    std::vector<Posting> postings;
    std::string text;
};

/// The stored text of an idea that a search result shows.
std::string stored(const Idea &idea) {
    std::string text = idea.title + "\n" + idea.body + "\n" + idea.curator;
    for (const Link &link : idea.links) {
        text += "\n" + link.text + " " + link.url;
    }
    return text;
}

/// The ids whose key differs from the id.
std::unordered_map<std::string, std::string> long_ids(const Index &index) {
    std::unordered_map<std::string, std::string> ids;
    each_document(index, [&](const bench::Document &document) {
        std::string key = key_of_id(document.id);
        if (key != document.id) {
            ids.emplace(std::move(key), document.id);
        }
    });
    return ids;
}

Content read(const Xapian::Database &database, Xapian::docid document) {
    Content content;
    for (auto term = database.termlist_begin(document); term != database.termlist_end(document);
         ++term) {
        content.postings.push_back(
            {*term, term.get_wdf(), {term.positionlist_begin(), term.positionlist_end()}});
    }
    return content;
}

Xapian::Document document_of(const Content &content) {
    Xapian::Document document;
    document.set_data(content.text);
    for (const Posting &posting : content.postings) {
        Xapian::termcount wdf = posting.wdf;
        for (const Xapian::termpos position : posting.positions) {
            document.add_posting(posting.term, position, wdf);
            wdf = 0; // the whole wdf is added with the first position
        }
        if (posting.positions.empty()) {
            document.add_term(posting.term, wdf);
        }
    }
    return document;
}

/// Returns the microseconds that writing took.
double write_all(const std::string &index, const std::string &generation,
                 Xapian::WritableDatabase &target) {
    const Index ours = Index::open(index, {Verify::quick});
    const Baseline source(generation);
    const Xapian::Database &database = source.written();
    const auto ids = long_ids(ours);
    double took = 0;
    std::vector<Content> batch;
    const auto flush = [&] {
        const double began = thread_us();
        for (const Content &content : batch) {
            target.add_document(document_of(content));
        }
        took += thread_us() - began;
        batch.clear();
    };
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        batch.push_back(read(database, *at));
        const std::string key = source.key_of(*at);
        const auto known = ids.find(key);
        batch.back().text = stored(ours.show(known == ids.end() ? key : known->second).value());
        if (batch.size() == batch_size) {
            flush();
        }
    }
    flush();
    const double began = thread_us();
    target.commit();
    return took + thread_us() - began;
}

} // namespace

RawWriting write_raw(const std::string &index, const std::string &generation,
                     const std::string &work) {
    std::filesystem::remove_all(work);
    std::filesystem::create_directories(work);
    const Cost cost = in_child([&] {
        Xapian::WritableDatabase target(work + "/written", Xapian::DB_CREATE_OR_OVERWRITE);
        const double wrote = write_all(index, generation, target);
        const double began = thread_us();
        target.compact(work + "/compacted", Xapian::Compactor::FULLER);
        return nlohmann::json{wrote, thread_us() - began}.dump();
    });
    const auto took = nlohmann::json::parse(cost.result);
    const RawWriting result{took.at(0).get<double>() / 1e6, took.at(1).get<double>() / 1e6,
                            bytes_of(work + "/compacted")};
    std::filesystem::remove_all(work);
    return result;
}

} // namespace ideary::bench
