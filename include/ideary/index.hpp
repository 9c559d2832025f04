// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ideary/complete.hpp"
#include "ideary/error.hpp"
#include "ideary/explain.hpp"
#include "ideary/export.hpp"
#include "ideary/idea.hpp"
#include "ideary/query.hpp"
#include "ideary/text.hpp"

namespace ideary {

/// What this library is made of.
struct Versions {
    std::string library, xapian, icu; ///< as their makers write them, for example 1.4.22
    int format = 0;                   ///< of an index on disk
};
IDEARY_API Versions versions();

/// How much of an index is verified when a generation is opened.
enum class Verify {
    quick,   ///< sizes and the manifest; every file where one was touched since it was published
    full,    ///< every file
    by_size, ///< full up to 8 MiB, quick beyond: for programs that ask once and end
};

struct OpenOptions {
    Verify verify = Verify::full; ///< full reads every file once and compares its CRC32C
};

enum class Sort { relevance, year_ascending, year_descending, title };

/// A choice made beside the query: a whole value, folded (year: `2024` or `2023..2025`).
/// Several of one field mean any of them; several fields mean all of them.
struct Filter {
    std::string field;
    std::string value;
};

struct SearchOptions {
    std::size_t limit = 10;
    std::size_t offset = 0;
    Sort sort = Sort::relevance;
    std::vector<Filter> filters;
    std::vector<std::string> facets; ///< names of fields to count
    std::size_t facet_limit = 10;    ///< values a facet; 0: all
    std::string language;            ///< of the query; empty: the index's majority
    bool literal = false;            ///< nothing is added to what was typed
    /// Words that the best hits have in common join the query, and hits like other good hits rise:
    /// slower, and better for long queries over long texts. Nothing with literal, or sorted.
    bool expand = false;
    std::size_t snippet_length = 160;
    bool explain = false;  ///< say where each score comes from
    bool ids_only = false; ///< hits bring rank, score and id alone; no related ones are appended
    /// false: the search may leave out what cannot be among the hits, and total is only a lower
    /// limit. Facets are exact, so what they ask for is counted all the same.
    bool exact_total = true;
};

/// An idea that is part of a better hit.
struct FoldedIdea {
    std::string id;
    std::optional<int> year;
};

struct Hit {
    std::size_t rank = 0; ///< from 1, counting from the first hit of all
    double score = 0;
    Idea idea; ///< without body and links
    MarkedText title;
    MarkedText snippet; ///< best passage of the body; empty where there is none
    std::vector<Contribution> contributions; ///< with explain: largest first, together the score
    /// After fold_hits: ideas with the same title and authors, best first.
    std::optional<std::vector<FoldedIdea>> folded;
};

struct FacetValue {
    std::string value;
    std::uint64_t count = 0;
    bool selected = false;
};

struct Facet {
    std::string field;
    std::vector<FacetValue> values; ///< most ideas first, then by value
};

struct Results {
    std::string query;     ///< as typed
    std::string canonical; ///< as understood
    std::vector<Remark> remarks;
    std::optional<std::string> did_you_mean; ///< the query as searched, when a word was replaced
    std::optional<std::size_t> related_from; ///< rank from which hits are only related
    std::uint64_t total = 0;                 ///< exact, without related hits
    double took_ms = 0;
    std::vector<Hit> hits;
    std::vector<Facet> facets;
    std::optional<QueryExplanation> explanation; ///< with explain
};

struct Info {
    std::string path;
    int format = 0;
    std::uint64_t generation = 0;
    std::uint64_t ideas = 0, sources = 0, terms = 0, bytes = 0;
    std::vector<std::string> features;
    std::string analyzer; ///< fingerprint
};

/// Something `check` found: which file, what is wrong, what to do.
struct Finding {
    std::string file;
    std::string problem;
    std::string remedy;
    ErrorKind kind = ErrorKind::io; ///< incompatible: whole, but of another format or analyzer
};

/// An index opened for reading. Safe to share between threads: every call may run at the same
/// time as any other. It follows new generations by itself; each call sees one consistent state.
/// All calls throw Error (io, incompatible, missing_input) when the index fails.
class IDEARY_API Index {
  public:
    /// Throws missing_input when there is no index at path, incompatible when its format or
    /// analyzer is not ours, io when it is damaged.
    static Index open(const std::string &path, const OpenOptions &options = {});
    Index(Index &&) noexcept;
    Index &operator=(Index &&) noexcept;
    ~Index();

    Results search(const Query &query, const SearchOptions &options = {}) const;
    /// All values of one facet over what the query and filters match, most ideas first.
    Facet facet(const std::string &field, const Query &query,
                const SearchOptions &options = {}) const;
    /// Ways to go on with the last word of a query that is being typed, at most limit. The first
    /// call on a generation reads all its words; those after it take well under a millisecond.
    std::vector<Completion> complete(const std::string &query, std::size_t limit = 10) const;
    /// The idea of that id, whole; nothing when there is none.
    std::optional<Idea> show(const std::string &id) const;
    /// Calls visit for each idea that matches, ordered by id, whole. Has no limit.
    void each(const Query &query, const std::vector<Filter> &filters,
              const std::function<void(const Idea &)> &visit) const;
    Info info() const;

  private:
    struct Impl;
    explicit Index(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Folds hits with equal titles and authors, apart from case and accents, into the best of them. A
/// related hit is never folded into one that matches. Ranks and totals count all ideas.
IDEARY_API void fold_hits(Results &results);

/// Verifies everything at path: sizes, CRCs, counts, every idea, postings against columns, and
/// with sources also that they still are there unchanged. Never throws on damage: it is a finding.
IDEARY_API std::vector<Finding> check(const std::string &path, bool sources = false);

} // namespace ideary
