// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/compiled.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "schema/fields.hpp"
#include "search/weights.hpp"

namespace ideary::search {
namespace {

using Op = Xapian::Query;

/// The engine tells the factor only in its description, "0.5 * …", with all digits.
double factor_of(const Xapian::Query &scaled) {
    const std::string said = scaled.get_description();
    std::string digits = said.substr(said.find('(') + 1, 64);
    // The mark of the decimals is that of the process's locale.
    std::replace(digits.begin(), digits.end(), ',', '.');
    double factor = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), factor);
    return factor;
}

/// BM25Weight::init of the engine: idf, with its floor for words that most documents hold.
double term_weight(double documents, double frequency) {
    const double odds = (documents - frequency + 0.5) / (frequency + 0.5);
    return std::log(odds < 2 ? odds * 0.5 + 1 : odds) * (bm25_k1 + 1);
}

/// What the engine says of the documents, with this part alone.
std::unordered_map<Xapian::docid, double> judge(const Xapian::Query &query,
                                                const Xapian::Database &database,
                                                const std::vector<Xapian::docid> &docs) {
    class Among : public Xapian::MatchDecider {
      public:
        explicit Among(std::vector<Xapian::docid> docs) : docs_(std::move(docs)) {
            std::sort(docs_.begin(), docs_.end());
        }
        bool operator()(const Xapian::Document &document) const override {
            return std::binary_search(docs_.begin(), docs_.end(), document.get_docid());
        }

      private:
        std::vector<Xapian::docid> docs_;
    };
    std::unordered_map<Xapian::docid, double> judged;
    if (query.empty() || docs.empty()) {
        return judged;
    }
    const Among among(docs);
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(bm25());
    const auto most = static_cast<Xapian::doccount>(docs.size());
    const Xapian::MSet found = enquire.get_mset(0, most, 0, nullptr, &among);
    for (auto each = found.begin(); each != found.end(); ++each) {
        judged.emplace(*each, each.get_weight());
    }
    return judged;
}

std::string leaf_in_words(const Compiled &leaf) {
    const TermParts parts = parts_of(leaf.term);
    const std::string where = parts.field.empty() ? "" : " in " + parts.field;
    if (parts.value) {
        return fmt::format("{} is \"{}\"", parts.field, parts.text);
    }
    return fmt::format("{} \"{}\"{}, in {} idea{}", term_kind_name(parts.kind), parts.text, where,
                       leaf.ideas, leaf.ideas == 1 ? "" : "s");
}

std::string phrase_in_words(const Compiled &phrase) {
    std::string words;
    std::string field;
    for (const Compiled &child : phrase.children) {
        const TermParts parts = parts_of(child.term);
        words += (words.empty() ? "" : " ") + parts.text;
        field = parts.field.empty() ? "" : " in " + parts.field;
    }
    const TermKind kind = phrase.op == Op::OP_NEAR ? TermKind::near : TermKind::phrase;
    return fmt::format("{} \"{}\"{}", term_kind_name(kind), words, field);
}

const char *name_of(const Compiled &part) {
    switch (part.op) {
    case Op::OP_OR:
        return "any of these";
    case Op::OP_AND:
        return "all of these";
    case Op::OP_MAX:
        return "the best of these";
    case Op::OP_AND_NOT:
        return "the first, but none of the others";
    case Op::OP_AND_MAYBE:
        return "the first; the others add to the score";
    case Op::OP_FILTER:
        return "the first, where the others match; they add nothing";
    case Op::LEAF_MATCH_ALL:
        return "every idea";
    case Op::LEAF_MATCH_NOTHING:
        return "no idea";
    case Op::LEAF_POSTING_SOURCE:
        return "one of many values";
    default:
        return "what the engine makes of these";
    }
}

void write_words(const Compiled &part, std::size_t depth, double factor, std::string &out) {
    if (part.op == Op::OP_SCALE_WEIGHT) {
        write_words(part.children.front(), depth, factor * part.factor, out);
        return;
    }
    out.append(2 * depth, ' ');
    const bool value = part.op == Op::LEAF_TERM && parts_of(part.term).value;
    const bool match = part.op == Op::LEAF_MATCH_ALL || part.op == Op::LEAF_POSTING_SOURCE;
    const bool best = part.op == Op::OP_MAX; // its factor is told with the children
    if (factor != 1 && !value && !match && !best) {
        out += fmt::format("{:.4g} × ", factor);
    }
    if (part.op == Op::LEAF_TERM) {
        out += leaf_in_words(part);
    } else if (part.op == Op::OP_PHRASE || part.op == Op::OP_NEAR) {
        out += phrase_in_words(part);
    } else {
        out += name_of(part);
    }
    out += '\n';
    if (part.op != Op::OP_PHRASE && part.op != Op::OP_NEAR) {
        for (const Compiled &child : part.children) {
            write_words(child, depth + 1, best ? factor : 1, out);
        }
    }
}

} // namespace

TermParts parts_of(const std::string &term) {
    TermParts parts;
    std::string_view rest = term;
    if (rest.substr(0, schema::stem_prefix.size()) == schema::stem_prefix) {
        parts.kind = TermKind::stem;
        rest.remove_prefix(schema::stem_prefix.size());
    }
    const auto starts = [&](std::string_view prefix) {
        return !prefix.empty() && rest.substr(0, prefix.size()) == prefix;
    };
    for (const schema::FieldRow &row : schema::field_table()) {
        const bool word = starts(row.word_prefix);
        if (word || starts(row.value_prefix)) {
            parts.value = !word;
            parts.field = row.name;
            rest.remove_prefix(word ? row.word_prefix.size() : row.value_prefix.size());
            break;
        }
    }
    parts.text = rest;
    return parts;
}

bool Compiled::is_group() const {
    return op == Op::OP_OR || op == Op::OP_AND || op == Op::OP_MAX || op == Op::OP_AND_NOT ||
           op == Op::OP_AND_MAYBE || op == Op::OP_FILTER || op == Op::OP_SCALE_WEIGHT;
}

Compiled compile(const Xapian::Query &query, const Xapian::Database &database,
                 const std::vector<Xapian::docid> &docs) {
    Compiled part;
    part.op = query.get_type();
    if (part.op == Op::LEAF_TERM) {
        part.term = *query.get_terms_begin();
        part.ideas = database.get_termfreq(part.term);
        part.weight = term_weight(database.get_doccount(), part.ideas);
        return part;
    }
    if (part.op == Op::OP_SCALE_WEIGHT) {
        part.factor = factor_of(query);
    }
    const bool all_or_none = part.op == Op::LEAF_MATCH_ALL || part.op == Op::LEAF_MATCH_NOTHING;
    if (!part.is_group() && !all_or_none) {
        part.judged = judge(query, database, docs);
    }
    const std::vector<Xapian::docid> none;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        const std::vector<Xapian::docid> &asked = part.is_group() ? docs : none;
        part.children.push_back(compile(query.get_subquery(i), database, asked));
    }
    return part;
}

double bm25_part(double weight, double count, double relative_length) {
    const double length = std::max(relative_length, bm25_min_length);
    return weight * count / (bm25_k1 * (length * bm25_b + 1 - bm25_b) + count);
}

std::string in_words(const Compiled &compiled) {
    std::string out;
    write_words(compiled, 0, 1, out);
    return out;
}

} // namespace ideary::search
