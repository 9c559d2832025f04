// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/check_sources.hpp"

#include <algorithm>
#include <filesystem>

#include "ideary/error.hpp"
#include "index/check/check.hpp"
#include "index/reader/source_list.hpp"
#include "index/storage/files.hpp"
#include "ingest/input.hpp"
#include "ingest/source_entry.hpp"
#include "text/normalize.hpp"

namespace ideary {
namespace ingesting {
namespace {

namespace fs = std::filesystem;

Finding finding_of(const SourceEntry &source, std::string problem, std::string remedy) {
    return {source.path, std::move(problem), std::move(remedy)};
}

/// The overrides of the sidecar as they would be stored now. Anonymized names are stored as numbers
/// and cannot be compared.
SourceOverrides sidecar_overrides(const std::string &file, bool drop_persons) {
    const Walked walked = walk({file}, {});
    SourceOverrides said = walked.inputs.empty() ? SourceOverrides{} : walked.inputs[0].overrides;
    for (std::string *text : {&said.title, &said.author, &said.event}) {
        *text = text::mask_addresses(*text);
    }
    if (drop_persons) {
        said.url.clear();
        said.author.clear();
    }
    return said;
}

/// Whether the sidecar has an entry that the source was not indexed with. A removed entry cannot be
/// told from an option given then.
bool has_new_entry(const SourceEntry &entry) {
    return !entry.is_stdin &&
           merged(entry.overrides, sidecar_overrides(entry.file, entry.drop_persons)) !=
               entry.overrides;
}

/// Quotes a word for a shell.
std::string quoted(const std::string &word) {
    constexpr const char *odd = " '\"$`\\*?[]{}<>|&;()#~!^=\t\n";
    if (!word.empty() && word.find_first_of(odd) == std::string::npos) {
        return word;
    }
    std::string text = "'";
    for (const char c : word) {
        text += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return text + "'";
}

/// The options that archived input came with: they are recorded nowhere else.
std::string options_of(const SourceEntry &source) {
    const SourceOverrides &said = source.overrides;
    std::string words;
    const auto add = [&](const char *option, const std::string &value) {
        words += value.empty() ? std::string() : std::string(option) + quoted(value);
    };
    if (source.drop_persons) {
        words += " --drop-persons";
    }
    if (source.drop_persons && !said.author.empty()) {
        words += " --author NAME"; // the name is not stored
    } else {
        add(" --author ", said.author);
    }
    add(" --year ", said.year ? std::to_string(*said.year) : std::string());
    add(" --event ", said.event);
    add(" --title ", said.title);
    add(" --language ", said.language);
    add(" --kind ", said.kind ? std::string(kind_name(*said.kind)) : std::string());
    add(" --url ", said.url);
    add(" --slug ", said.slug);
    add(" --encoding ", said.encoding);
    words += said.hidden ? " --hidden" : "";
    return words + (source.own_topics ? " --topics FILE" : "");
}

/// The remedy for archived input that is lost.
std::string by_input(const SourceEntry &source) {
    if (source.is_named) {
        return "Let the program that added its ideas add them again";
    }
    const std::string options = options_of(source);
    return "Ingest it again" +
           std::string(options.empty() ? "" : ", with the options it came with") +
           ": ideary ingest --name " + quoted(source.path) + options + " -";
}

/// Adds to findings about archived input which source it belongs to: the file is named by the hash
/// of its key.
void name_inputs(const std::string &index_path, std::vector<Finding> &findings) {
    const std::string inputs = index::without_slash(index_path) + "/sources/";
    if (std::none_of(findings.begin(), findings.end(),
                     [&](const Finding &finding) { return finding.file.starts_with(inputs); })) {
        return;
    }
    for (const auto &[key, entry] : parse_entries(index::read_sources(index_path))) {
        const std::string kept =
            index::without_slash(index_path) + "/" + index::archived_input(key);
        for (Finding &finding : findings) {
            if (entry.is_stdin && finding.file == kept) {
                finding.problem += " (the source " + entry.path + ")";
                finding.remedy = by_input(entry);
            }
        }
    }
}

void check_one(const std::string &key, const SourceEntry &entry, const std::string &index_path,
               std::vector<Finding> &findings) {
    Input input = input_of(entry);
    if (entry.is_stdin) {
        input.file = index_path + "/" + index::archived_input(key);
    }
    std::error_code error;
    if (fs::status(input.file, error).type() == fs::file_type::not_found) {
        findings.push_back(
            entry.is_stdin
                ? finding_of(entry, "what came by standard input is no longer kept",
                             by_input(entry))
                : finding_of(entry, "the file of this source is gone",
                             "Drop it: ideary remove SOURCE, or ideary ingest --prune PATH"));
        return;
    }
    const Scan now = scan(input, {});
    if (!now.problem.empty()) {
        findings.push_back(
            finding_of(entry, "this source cannot be read: " + now.problem,
                       entry.is_stdin ? by_input(entry) : "Repair it, then: ideary ingest PATH"));
    } else if (now.hash != entry.hash && !entry.hash.empty()) {
        findings.push_back(
            finding_of(entry, "this source has changed since it was ingested",
                       entry.is_stdin ? by_input(entry) : "Read it again: ideary ingest PATH"));
    } else if (has_new_entry(entry)) {
        findings.push_back(finding_of(
            entry, "its sources.json says otherwise of this source than when it was ingested",
            "Read it again: ideary ingest PATH"));
    }
}

} // namespace

std::vector<Finding> check_sources(const std::string &index_path) {
    std::vector<Finding> findings;
    for (const auto &[key, line] : index::read_sources(index_path)) {
        if (const auto entry = from_line(line)) {
            check_one(key, *entry, index_path, findings);
        } else {
            findings.push_back({"sources.jsonl", "the line of " + key + " cannot be understood",
                                "Ingest that source again"});
        }
    }
    return findings;
}

} // namespace ingesting

std::vector<Finding> check(const std::string &path, bool sources) {
    std::vector<Finding> findings = index::check_index(path);
    ingesting::name_inputs(path, findings);
    if (sources) {
        try {
            const std::vector<Finding> more = ingesting::check_sources(path);
            findings.insert(findings.end(), more.begin(), more.end());
        } catch (const Error &error) {
            findings.push_back({path, error.what(), error.hint()});
        }
    }
    return findings;
}

} // namespace ideary
