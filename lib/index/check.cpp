// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>

#include "index/column_builder.hpp"
#include "index/crc32c.hpp"
#include "index/document.hpp"
#include "index/generation.hpp"
#include "index/manifest.hpp"
#include "index/publish.hpp"
#include "index/seal.hpp"
#include "index/store.hpp"
#include "index/terms.hpp"
#include "text/normal.hpp"

namespace ideary::index {

using schema::FieldId;

namespace {

constexpr const char *rebuild = "Rebuild the index with: ideary ingest --rebuild";
constexpr std::size_t max_sources_file = 1UL << 30;
constexpr const char *next_ingest = "The next ideary ingest mends it";
constexpr std::size_t longest_prefix = 4; ///< letters of a prefix are not counted as the term's
constexpr std::size_t max_findings = 100; ///< a damaged index has endless ones

/// Gathers findings about one index.
class Check {
  public:
    explicit Check(std::string folder) : folder_(std::move(folder)) {}

    std::vector<Finding> run() {
        guarded(folder_, [this] { staging(); });
        guarded(folder_ + "/CURRENT", [this] { current(); });
        guarded(folder_ + "/sources.jsonl", [this] { sources(); });
        return std::move(findings_);
    }

  private:
    void found(const std::string &file, const std::string &problem,
               const std::string &remedy = rebuild) {
        if (findings_.size() < max_findings) {
            findings_.push_back({file, problem, remedy});
        }
    }

    /// An Error within f is a finding about file.
    template <class F> void guarded(const std::string &file, F &&f) {
        try {
            f();
        } catch (const Error &error) {
            found(file, error.what(), error.kind() == ErrorKind::io ? rebuild : error.hint());
        } catch (const Xapian::Error &error) {
            found(file, error.get_msg());
        }
    }

    void staging() {
        const std::string path = folder_ + "/staging";
        if (!is_folder(path)) {
            found(path, "it is missing", next_ingest);
        } else if (const auto file = broken_behind_seal(path)) {
            found(*file, "it is not what the last run wrote", next_ingest);
        }
    }

    void current() {
        const auto current = is_folder(folder_) ? read_current(folder_) : std::nullopt;
        if (!current) {
            found(folder_ + "/CURRENT", "it is missing");
            return;
        }
        const std::string path = folder_ + "/" + generation_name(current->generation);
        guarded(path + "/MANIFEST", [&] { files(path, rebuild); });
        const bool whole = findings_.empty() || findings_.back().file.find(path) != 0;
        others(path);
        if (whole) {
            guarded(path, [&] {
                generation_ = Generation::open(path, Verify::quick);
                documents();
                values();
                terms();
            });
        }
    }

    /// Sizes and CRCs of a generation, and of the inputs it was made from.
    void files(const std::string &path, const std::string &remedy) {
        const std::string name = path + "/MANIFEST";
        const auto text = read_small_file(name, 1 << 20);
        if (!text) {
            found(name, "it is missing", remedy);
            return;
        }
        const Manifest manifest = parse_manifest(*text, name);
        if (remedy == rebuild) {
            for (const ManifestFile &file : manifest.inputs) {
                one_file(folder_ + "/sources", file, "Ingest it again from standard input");
            }
        }
        for (const ManifestFile &file : manifest.files) {
            one_file(path, file, remedy);
        }
    }

    void one_file(const std::string &folder, const ManifestFile &file, const std::string &remedy) {
        const std::string path = folder + "/" + file.name;
        const auto size = file_size(path);
        if (!size) {
            found(path, "it is missing", remedy);
        } else if (*size != file.size) {
            found(path,
                  "it has " + std::to_string(*size) + " bytes instead of " +
                      std::to_string(file.size),
                  remedy);
        } else if (crc32c_of_file(path) != file.crc) {
            found(path, "its CRC does not fit", remedy);
        }
    }

    /// Generations that are kept for readers who still have them open.
    void others(const std::string &in_use) {
        for (const std::string &name : names_in(folder_)) {
            const std::string path = folder_ + "/" + name;
            if (generation_number(name) && path != in_use) {
                guarded(path + "/MANIFEST", [&] { files(path, next_ingest); });
            }
        }
    }

    /// Every document is in columns and records, with its own id.
    void documents() {
        const Generation::Lease lease = generation_->lease();
        Xapian::docid expected = 1;
        std::uint32_t count = 0;
        const std::string records = generation_->path() + "/records";
        for (auto at = lease->postlist_begin(""); at != lease->postlist_end(""); ++at, ++count) {
            for (; expected < *at; ++expected) {
                if (generation_->exists(expected)) {
                    found(records, "a record without a document: " + std::to_string(expected));
                }
            }
            expected = *at + 1;
            one_document(*lease, *at, at.get_doclength());
        }
        if (count != generation_->ideas()) {
            found(generation_->path() + "/MANIFEST",
                  "it counts " + std::to_string(generation_->ideas()) + " ideas, the postings " +
                      std::to_string(count));
        }
    }

    void one_document(const Xapian::Database &database, Xapian::docid doc, std::uint32_t length) {
        const Idea idea = generation_->idea(doc, true);
        const std::string term = id_term(idea.id);
        const auto at = database.postlist_begin(term);
        if (idea.id.empty() || at == database.postlist_end(term) || *at != doc) {
            found(generation_->path() + "/records",
                  "idea " + std::to_string(doc) + " is not found by its id " + idea.id);
        }
        if (length != generation_->length(doc)) {
            found(generation_->path() + "/columns",
                  "idea " + idea.id + " has another length than its postings");
        }
    }

    /// As many documents have a value by its term as by its column.
    void values() {
        const Generation::Lease lease = generation_->lease();
        for (const FieldId field : tag_columns) {
            const Column &column = generation_->column(field);
            std::vector<Xapian::doccount> counts(column.value_count());
            for (Xapian::docid doc = 1; doc <= generation_->last_doc(); ++doc) {
                for (const std::uint32_t ordinal :
                     generation_->exists(doc) ? column.of(doc) : std::span<const std::uint32_t>()) {
                    if (ordinal < counts.size()) {
                        ++counts[ordinal];
                    } else {
                        differ(field, "an ordinal without a value");
                    }
                }
            }
            for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
                const std::string term = value_term(field, column.folded(ordinal));
                if (lease->get_termfreq(term) != counts[ordinal]) {
                    differ(field, std::string(column.value(ordinal)));
                }
            }
        }
        years(*lease);
    }

    void years(const Xapian::Database &database) {
        std::map<int, Xapian::doccount> counts;
        for (Xapian::docid doc = 1; doc <= generation_->last_doc(); ++doc) {
            if (generation_->exists(doc) && generation_->year(doc) != 0) {
                ++counts[generation_->year(doc)];
            }
        }
        for (const auto &[year, count] : counts) {
            if (database.get_termfreq(year_term(year)) != count) {
                differ(FieldId::year, std::to_string(year));
            }
        }
    }

    void differ(FieldId field, const std::string &value) {
        found(generation_->path() + "/columns", "columns and postings count " +
                                                    std::string(schema::row(field).name) +
                                                    " differently: " + value);
    }

    void terms() {
        const Generation::Lease lease = generation_->lease();
        std::uint64_t count = 0;
        for (auto at = lease->allterms_begin(); at != lease->allterms_end(); ++at, ++count) {
            const std::string term = *at;
            if (term.size() > max_term_bytes || term.find('\0') != std::string::npos ||
                text::points(term) > max_term_points + longest_prefix) {
                found(generation_->path() + "/postlist.glass", "a term is over the limits");
            }
        }
        if (count != generation_->terms()) {
            found(generation_->path() + "/MANIFEST", "it counts other terms than there are");
        }
    }

    void sources() {
        const std::string path = folder_ + "/sources.jsonl";
        const auto text = read_small_file(path, max_sources_file);
        if (!text) {
            found(path, "it is missing", next_ingest);
            return;
        }
        if (generation_ && *text != sources_text(read_remembered(*generation_->lease()))) {
            found(path, "it lists other sources than the index has", next_ingest);
        }
    }

    std::string folder_;
    std::vector<Finding> findings_;
    std::shared_ptr<const Generation> generation_;
};

} // namespace

std::vector<Finding> check_index(const std::string &path) {
    try {
        const Follower follower(path, Verify::quick);
    } catch (const Error &error) {
        if (error.kind() == ErrorKind::missing_input) {
            throw; // there is no index to check
        }
    }
    return Check(path).run();
}

} // namespace ideary::index
