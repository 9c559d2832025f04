// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a synonym table adds to a search, and where it must not.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <sstream>

#include "fixture.hpp"
#include "ideary/error.hpp"
#include "ideary/writer.hpp"
#include "ingest/synonyms.hpp"
#include "search/lexicon/synonyms.hpp"
#include "source/config/synonyms.hpp"

using namespace search_test;
using ideary::ingesting::normal_synonyms;
using ideary::search::Synonyms;
using Slugs = std::vector<std::string>;

namespace {

constexpr const char *table = "- [k8s, Kubernetes]\n"
                              "- [CI/CD, CI CD, continuous integration and delivery]\n"
                              "- [LLM, large language model]\n"
                              "- from: [GPT]\n  to: [LLM]\n"
                              "- language: de\n  words: [Rechner, computer]\n"
                              "- [DRF, Django REST framework]\n";

class SynonymIndex {
  public:
    explicit SynonymIndex(const std::vector<ideary::Idea> &ideas, const char *yaml = table) {
        ideary::index::IndexWriter staging(folder_.index(), 1);
        staging.put_source("test", "{}");
        for (const ideary::Idea &idea : ideas) {
            staging.add(idea, "test");
        }
        staging.put_synonyms(normal_synonyms(yaml, "x.yaml"));
        staging.publish();
        index_.emplace(ideary::Index::open(folder_.index()));
    }
    ideary::Results search(const std::string &text, const ideary::SearchOptions &options = {},
                           bool all = false) const {
        return index_->search(ideary::Query::parse(text, all), options);
    }
    /// Slugs of the hits without related ideas, best first.
    Slugs slugs(const std::string &text, const ideary::SearchOptions &options = {},
                bool all = false) const {
        const ideary::Results results = search(text, options, all);
        Slugs found;
        for (const ideary::Hit &hit : results.hits) {
            if (hit.rank <= results.total) {
                found.push_back(hit.idea.id.substr(hit.idea.id.find('/') + 1));
            }
        }
        return found;
    }

  private:
    Folder folder_;
    std::optional<ideary::Index> index_;
};

std::string marked(const ideary::MarkedText &text) {
    std::string out;
    for (const ideary::Span &span : text.marks) {
        out += "[" + text.text.substr(span.offset, span.length) + "]";
    }
    return out;
}

const std::vector<ideary::Idea> clusters = {
    idea("short", "Running k8s at home"),
    idea("long", "Kubernetes for everyone"),
    idea("model", "A large language model in an afternoon"),
    idea("models", "Large language models in production"),
    idea("llm", "Testing an LLM"),
    idea("gpt", "What GPT cannot do"),
    idea("computer", "A computer museum"),
    idea("drf", "DRF from scratch"),
    idea("rest", "Rest and recover"),
    idea("pipeline", "A CI/CD pipeline"),
    idea("cds", "Burning a cd"),
};

} // namespace

TEST_CASE("synonyms: others are found below what was typed, and both are highlighted") {
    const SynonymIndex index(clusters);
    CHECK(index.slugs("k8s") == Slugs{"short", "long"});
    CHECK(index.slugs("Kubernetes") == Slugs{"long", "short"});
    CHECK(marked(index.search("k8s").hits[1].title) == "[Kubernetes]");
    CHECK(index.slugs("title:k8s") == Slugs{"short", "long"});
    CHECK_FALSE(index.search("k8s").did_you_mean);
}

TEST_CASE("synonyms: related terms are skipped above 200 matching ideas") {
    std::vector<ideary::Idea> ideas = clusters;
    for (int i = 0; i < 199; ++i) {
        ideas.push_back(idea("gpt-" + std::to_string(i), "GPT again"));
    }
    CHECK(SynonymIndex(ideas).search("gpt").total == 201); // including the ideas with LLM
    ideas.push_back(idea("gpt-last", "GPT again"));
    CHECK(SynonymIndex(ideas).search("gpt").total == 201);
    CHECK(SynonymIndex(ideas).search("k8s").total == 2); // equivalents are always searched
}

TEST_CASE("synonyms: several words are a phrase in both numbers; the longest member wins") {
    const SynonymIndex index(clusters);
    CHECK(index.slugs("llms").size() == 3);
    CHECK(marked(index.search("LLM").hits[1].title).find("anguage model") != std::string::npos);
    const Slugs typed = index.slugs("large language model", {}, true);
    CHECK(typed.size() == 3);
    CHECK(typed.back() == "llm");
    CHECK(index.slugs("django rest framework").front() != "computer");
    const Slugs framework = index.slugs("django rest framework");
    CHECK(std::find(framework.begin(), framework.end(), "drf") != framework.end());
}

TEST_CASE("synonyms: one-way rows apply in one direction, and in their language only") {
    const SynonymIndex index(clusters);
    CHECK(index.slugs("gpt") == Slugs{"gpt", "llm"});
    const Slugs models = index.slugs("llm");
    CHECK(std::find(models.begin(), models.end(), "gpt") == models.end());
    const Slugs english = index.slugs("rechner"); // perhaps corrected, but without synonyms
    CHECK(std::find(english.begin(), english.end(), "computer") == english.end());
    ideary::SearchOptions german;
    german.language = "de";
    CHECK(index.slugs("rechner", german) == Slugs{"computer"});
}

TEST_CASE("synonyms: not applied to +must, quotes, exclusions or --literal") {
    const SynonymIndex index(clusters);
    CHECK(index.slugs("+k8s") == Slugs{"short"});
    CHECK(index.slugs("\"k8s\"") == Slugs{"short"});
    CHECK(index.slugs("everyone -k8s") == Slugs{"long"});
    ideary::SearchOptions literal;
    literal.literal = true;
    CHECK(index.slugs("k8s", literal) == Slugs{"short"});
}

TEST_CASE("synonyms: a compound without its punctuation finds the same") {
    const SynonymIndex index(clusters);
    CHECK(index.slugs("CI/CD") == Slugs{"pipeline"});
    CHECK(index.slugs("ci cd") == Slugs{"pipeline"});
    CHECK(index.slugs("continuous integration and delivery") == Slugs{"pipeline"});
}

TEST_CASE("synonyms: words with an operator between them are no phrase of the table") {
    const SynonymIndex index({idea("full", "A DRF API"),
                              idea("words", "Rest on a framework of Django"),
                              idea("other", "Gardens"), idea("more", "Rivers")});
    CHECK(index.slugs("django rest framework") == Slugs{"words", "full"});
    CHECK(index.slugs("django  rest,  framework") == Slugs{"words", "full"});
    CHECK(index.slugs("django OR rest OR framework") == Slugs{"words"});
}

TEST_CASE("synonyms: an index without a table searches as typed") {
    const TestIndex index(clusters);
    CHECK(index.search("k8s").total == 1);
}

TEST_CASE("synonyms: keys ignore the grammatical number") {
    const Synonyms synonyms(normal_synonyms("- [API, programming interface]\n", "x.yaml"));
    CHECK(synonyms.find({"apis"}, "en").others.size() == 1);
    CHECK(synonyms.find({"programming", "interfaces"}, "en").is_known);
    CHECK_FALSE(synonyms.find({"programming"}, "en").is_known);
    CHECK_FALSE(Synonyms("anything else\n*\ta\tb\n").find({"a"}, "en").is_known);
    CHECK(ideary::search::other_grammatical_number("library") == "libraries");
    CHECK(ideary::search::other_grammatical_number("libraries") == "library");
    CHECK(ideary::search::other_grammatical_number("process").empty());
}

TEST_CASE("synonyms: the built-in table holds common technical terms") {
    CHECK(ideary::source::read_synonyms(ideary::default_synonyms(), "x").size() >= 170);
    const Synonyms synonyms(normal_synonyms(ideary::default_synonyms(), ""));
    for (const char *word : {"k8s", "llm", "drf", "a11y", "i18n", "orm", "spa", "tdd", "mcp", "gil",
                             "js", "ts", "postgres", "db", "iac", "sre", "wasm", "gdpr", "auth"}) {
        CHECK_MESSAGE(!synonyms.find({word}, "en").others.empty(), word);
    }
    CHECK(synonyms.find({"ci", "cd"}, "en").compound == "ci/cd");
}

namespace {

/// The result of find() as text.
std::string told(const Synonyms &synonyms, const std::vector<std::string> &forms) {
    const auto widening = synonyms.find(forms, "en");
    std::string text = (widening.is_known ? "known " : "unknown ") + widening.compound + ":";
    for (const auto &other : widening.others) {
        text += (other.is_equivalent ? " = " : " ~ ") + other.synonym->compound;
        for (const std::string &form : other.synonym->forms) {
            text += " " + form;
        }
    }
    return text;
}

/// A table after so many lookups that it uses its hash index.
void make_read(const Synonyms &synonyms) {
    for (std::size_t i = 0; i <= Synonyms::max_words_scanned; ++i) {
        synonyms.find({"word" + std::to_string(i)}, "en");
    }
}

} // namespace

TEST_CASE("synonyms: scanning and the hash index return the same") {
    const std::string table = normal_synonyms(ideary::default_synonyms(), "");
    const Synonyms read(table);
    make_read(read);
    std::size_t known = 0;
    for (std::size_t at = 0, end = 0; at < table.size(); at = end + 1) {
        end = std::min(table.find_first_of("\t\n", at), table.size());
        const std::string member = table.substr(at, end - at);
        const std::size_t gap = member.find("  ");
        std::istringstream words(gap == std::string::npos ? member : member.substr(gap + 2));
        const std::vector<std::string> forms{std::istream_iterator<std::string>(words), {}};
        if (forms.empty()) {
            continue;
        }
        const Synonyms looked(table);
        CHECK(told(looked, forms) == told(read, forms));
        CHECK(told(looked, {forms[0]}) == told(read, {forms[0]}));
        known += looked.find(forms, "en").is_known ? 1 : 0;
    }
    CHECK(known > 500);
}

TEST_CASE("synonyms: both grammatical numbers are found [scan and index]") {
    using Forms = std::vector<std::string>;
    const std::string table = normal_synonyms("- [libraries, packages for code]\n"
                                              "- [query, database questions]\n"
                                              "- [CI/CD, delivery line]\n",
                                              "x.yaml");
    const Synonyms looked(table), read(table);
    make_read(read);
    for (const Forms &forms : {Forms{"library"},
                               {"libraries"},
                               {"queries"},
                               {"query"},
                               {"package", "for", "code"},
                               {"ci", "cd"},
                               {"database", "question"}}) {
        CHECK(looked.find(forms, "en").is_known);
        CHECK(told(looked, forms) == told(read, forms));
    }
    for (const Forms &forms : {Forms{}, {""}, {"y"}, {"ci"}, {"librar"}}) {
        CHECK_FALSE(looked.find(forms, "en").is_known);
        CHECK_FALSE(read.find(forms, "en").is_known);
    }
}

TEST_CASE("synonyms: an invalid table is refused with its line") {
    const auto problem = [](const char *yaml) -> std::string {
        try {
            normal_synonyms(yaml, "x.yaml");
        } catch (const ideary::Error &error) {
            CHECK(error.kind() == ideary::ErrorKind::incompatible);
            return error.what();
        }
        return "none";
    };
    CHECK(problem("- [a, b]\n- [c]\n").find(":2: ") != std::string::npos);
    CHECK(problem("- [a, b]\n- from: [c]\n").find(":2: ") != std::string::npos);
    CHECK(problem("- words: [c, d]\n  language: nonsense!\n").find(":2: ") != std::string::npos);
    CHECK(problem("- [a, '!!']\n").find(":1: ") != std::string::npos);
    CHECK(problem("- colour: [a, b]\n").find("colour") != std::string::npos);
    CHECK(problem("a: b\n").find("no list") != std::string::npos);
    CHECK(problem("- [a, b\n").find("synonym table") != std::string::npos);
    CHECK(problem("") == "none");
}

TEST_CASE("synonyms: a new table alone makes a new generation, which readers follow") {
    Folder folder;
    write(folder.index(), clusters);
    const ideary::Index index = ideary::Index::open(folder.index());
    CHECK(index.search(ideary::Query::parse("k8s")).total == 1);
    for (const std::uint64_t expected : {2, 2}) {
        ideary::index::IndexWriter staging(folder.index(), 1);
        staging.put_synonyms(normal_synonyms(table, "x.yaml"));
        CHECK(staging.publish().generation == expected);
    }
    CHECK(index.search(ideary::Query::parse("k8s")).total == 2);
}

TEST_CASE("synonyms: a table stays until another is given") {
    const std::string own = normal_synonyms(table, "x.yaml");
    CHECK(ideary::ingesting::wanted_synonyms({}, own) == own);
    const std::string built_in = ideary::ingesting::wanted_synonyms({}, "");
    CHECK(built_in == normal_synonyms(ideary::default_synonyms(), ""));
    CHECK(ideary::ingesting::wanted_synonyms({}, "synonyms 1 built-in\n*\ta\tb\n") == built_in);
    ideary::IngestOptions options;
    options.synonyms = "\n";
    CHECK(ideary::ingesting::wanted_synonyms(options, own) == "synonyms 1 own\n");
}

TEST_CASE("synonyms: the words of a phrase all score, the phrase itself more") {
    // Of equal length, so that length does not matter.
    std::vector<ideary::Idea> ideas{
        idea("name", "Django REST framework again and again"),
        idea("words", "Framework to REST from Django again"),
        idea("one", "Framework again and again and again"),
    };
    for (int i = 0; i < 20; ++i) {
        ideas.push_back(idea("other" + std::to_string(i), "Something else again and again now"));
    }
    const SynonymIndex index(ideas);
    ideary::SearchOptions options;
    options.explain = true;
    const ideary::Results results = index.search("django rest framework", options);
    REQUIRE(results.hits.size() >= 3);
    CHECK(results.hits[0].idea.id == "list/name");
    CHECK(results.hits[1].idea.id == "list/words");
    CHECK(results.hits[2].idea.id == "list/one");
    CHECK(results.hits[1].score > 2 * results.hits[2].score);
    for (const ideary::Hit &hit : results.hits) {
        double sum = 0;
        for (const ideary::Contribution &part : hit.contributions) {
            sum += part.score;
        }
        CHECK(sum == doctest::Approx(hit.score).epsilon(1e-6));
    }
}

namespace {

/// The ideas of a test among many others, so that document frequencies are realistic.
std::vector<ideary::Idea> among_others(std::vector<ideary::Idea> ideas) {
    for (int i = 0; i < 30; ++i) {
        ideas.push_back(idea("other" + std::to_string(i), "Gardens and rivers again"));
    }
    return ideas;
}

} // namespace

TEST_CASE("synonyms: related terms rank below equivalents, and score more without hits") {
    const char *rows = "- [wombat, vombatus]\n"
                       "- from: [wombat, numbat]\n  to: [marsupial]\n";
    const SynonymIndex index(
        among_others({idea("near", "Marsupial again and"), idea("same", "Vombatus again and"),
                      idea("typed", "Wombat again and")}),
        rows);
    const ideary::Results held = index.search("wombat");
    CHECK(index.slugs("wombat") == Slugs{"typed", "same", "near"});
    const ideary::Results alone = index.search("numbat");
    REQUIRE(alone.total == 1);
    CHECK(alone.hits[0].score > 2 * held.hits[2].score);
}

TEST_CASE("synonyms: the first four related terms of the index are searched") {
    const char *rows = "- from: [pets]\n  to: [unicorn, cat, dog, emu, fox, gnu]\n";
    const SynonymIndex index(
        among_others({idea("cat", "A cat"), idea("dog", "A dog"), idea("emu", "An emu"),
                      idea("fox", "A fox"), idea("gnu", "A gnu")}),
        rows);
    const Slugs found = index.slugs("pets");
    CHECK(found.size() == 4);
    CHECK(std::find(found.begin(), found.end(), "gnu") == found.end());
}

TEST_CASE("synonyms: a word is looked up by its stem and other spelling") {
    const char *rows = "- from: [deploy]\n  to: [wombat]\n"
                       "- from: [visualize]\n  to: [numbat]\n";
    const SynonymIndex index(among_others({idea("wombat", "A wombat"), idea("numbat", "A numbat")}),
                             rows);
    CHECK(index.slugs("deploying") == Slugs{"wombat"});
    CHECK(index.slugs("deployments") == Slugs{"wombat"});
    CHECK(index.slugs("visualise") == Slugs{"numbat"});
    CHECK(index.slugs("employing").empty());
}

TEST_CASE("synonyms: an abbreviation scores like the phrase it stands for") {
    const SynonymIndex index(
        among_others({idea("short", "The WASM again"), idea("word", "An assembly again")}),
        "- [WASM, web assembly]\n");
    CHECK(index.slugs("web assembly").size() == 2);
    const SynonymIndex near(
        among_others({idea("short", "The WASM again"), idea("word", "A web again")}),
        "- [WASM, web assembly]\n");
    CHECK(near.slugs("web assembly").front() == "short");
}
