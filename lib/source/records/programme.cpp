// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/records/programme.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "source/members/members.hpp"
#include "source/members/people.hpp"
#include "source/members/record_values.hpp"
#include "source/metadata/values.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

/// A format: members that its root, or the first object in its lists, has (all of `members`).
struct ProgrammeRow {
    std::string_view name;
    std::array<std::string_view, 2> members; ///< normalized; the second may be empty
    bool needs_speakers, is_programme, are_proposals;
};

constexpr std::array programmes = std::to_array<ProgrammeRow>({
    {"schedule", {"conference", "day"}, false, true, false},
    {"hoverboard", {"sessions", "partners"}, true, true, false},
    {"hoverboard", {"schedule", "speakers"}, true, true, false},
    {"schedule", {"schedule", ""}, false, true, false},
    {"devoxx", {"fromtime", "kind"}, true, true, false},
    {"devoxx", {"presentationuri", ""}, true, true, false},
    {"devoxx", {"talktype", "summary"}, false, true, false},
    {"sessionize", {"isservicesession", ""}, false, true, false},
    {"sessionize", {"sessions", "speakers"}, false, true, false},
    {"sessionize", {"groupid", "sessions"}, false, true, false},
    {"pretalx", {"talks", "speakers"}, false, true, false},
    {"proposals", {"proposals", ""}, false, false, true},
    {"proposals", {"submissions", ""}, false, false, true},
    {"proposals", {"decision", ""}, false, false, true},
    {"issues", {"number", "htmlurl"}, false, false, true},
    {"issues", {"number", "labels"}, false, false, true},
    {"issues", {"number", "reactiongroups"}, false, false, true},
    {"issues", {"number", "assignees"}, false, false, true},
    {"videos", {"videos", "recorded"}, false, true, false},
    {"papers", {"entrytype", ""}, false, true, false},
    {"papers", {"volume", ""}, false, true, false},
    {"papers", {"authorids", ""}, false, true, false},
    {"papers", {"cdate", "content"}, false, true, false},
    {"calendar", {"dtstart", ""}, false, true, false},
    {"calendar", {"prodid", ""}, false, true, false},
});

bool has_member(const Value &map, std::string_view normalized) {
    constexpr std::size_t max_members = 64; ///< that are looked at
    for (std::size_t i = 0; i < std::min(map.items.size(), max_members); ++i) {
        if (normalized_name(map.items[i].key) == normalized) {
            return true;
        }
    }
    return false;
}

/// The objects by which a format is recognised: the root, and the first objects below it.
void collect_samples(const Value &value, int depth, std::vector<const Value *> &samples) {
    if (value.kind == Value::Kind::map) {
        samples.push_back(&value);
    }
    if (depth == 0) {
        return;
    }
    std::size_t taken = 0;
    for (const Value &item : value.items) {
        const bool tree = item.kind == Value::Kind::map || item.kind == Value::Kind::list;
        if (tree && taken++ < 4) {
            collect_samples(item, depth - 1, samples);
        }
    }
}

/// The address in most `url` members without a page behind it: entries with it have no page.
bool is_bare_site(std::string_view url) {
    const std::size_t host = url.find("://");
    const std::size_t path = host == std::string_view::npos ? host : url.find('/', host + 3);
    return host != std::string_view::npos &&
           (path == std::string_view::npos || path + 1 == url.size());
}

bool is_wafer(const Value &root) {
    const Value *generator = root.find("generator");
    const Value *name = generator == nullptr ? nullptr : generator->find("name");
    return name != nullptr && name->text == "wafer";
}

/// `Title - Jane Doe, John Roe`, as pretalx writes into calendars.
void take_speakers_of_title(Record &record) {
    const std::size_t dash = record.title.rfind(" - ");
    if (dash != std::string::npos) {
        record.authors = people(std::string_view(record.title).substr(dash + 3), true);
        record.title.erase(dash);
    } else if (record.title.ends_with(" -")) {
        record.title.erase(record.title.size() - 2);
    }
}

constexpr std::array speaker_labels = std::to_array<std::string_view>(
    {"speaker:",   "speakers:",    "presenter:",   "presenters:",  "presented by", "von:",
     "referent:",  "referenten:",  "referent*in:", "vortragende:", "sprecher:",    "by:",
     "ponente:",   "ponentes:",    "relatore:",    "relatori:",    "intervenant:", "intervenants:",
     "orateur:",   "spreker:",     "authors:",     "author:",      "speaker(s):",  "with:",
     "mit:",       "palestrante:", "докладчик:",   "спикер:",      "登壇者:",      "発表者:",
     "speakers :", "speaker :"});

/// The first line of a text, `Speaker: Jane Doe`, as calendars have it.
bool take_speakers_of_text(Record &record) {
    const std::size_t end = std::min(record.text.find('\n'), record.text.size());
    const std::string line = record.text.substr(0, end);
    const std::string folded = text::fold_value(line);
    for (const std::string_view label : speaker_labels) {
        const std::size_t colon = label.ends_with(':') ? line.find(':') : label.size() - 1;
        if (folded.starts_with(label) && line.size() < 300 && colon < line.size()) {
            record.authors = people(line.substr(colon + 1), true);
            record.text.erase(0, record.text.find_first_not_of('\n', end));
            return true;
        }
    }
    return false;
}

void keep_majority_kind(std::vector<Record> &records, const Programme &programme) {
    const auto talks = std::count_if(records.begin(), records.end(), [](const Record &record) {
        return record.speakers || record.kind == Kind::talk;
    });
    const bool most = talks * 2 > static_cast<std::ptrdiff_t>(records.size());
    for (Record &record : records) {
        if (!record.kind && !record.exported) {
            if (programme.are_proposals) {
                record.kind = Kind::proposal;
            } else if (programme.is_programme || most) {
                record.kind = Kind::talk;
            }
        }
    }
}

/// A name that many entries of a file have alone is who publishes it: nobody gives so many talks.
void drop_publisher(std::vector<Record> &records) {
    constexpr std::size_t many = 5;
    std::unordered_map<std::string, std::size_t> counts;
    for (const Record &record : records) {
        if (record.authors.size() == 1 && !record.speakers) {
            ++counts[record.authors.front()];
        }
    }
    for (Record &record : records) {
        if (record.authors.size() == 1 && !record.speakers &&
            counts[record.authors.front()] >= many) {
            record.authors.clear();
        }
        record.speakers |= !record.authors.empty();
    }
}

} // namespace

Programme recognise_programme(const Value &root, std::string_view format) {
    Programme programme;
    std::vector<const Value *> samples;
    collect_samples(root, 3, samples);
    for (const ProgrammeRow &row : programmes) {
        for (const Value *sample : samples) {
            const bool second = row.members[1].empty() || has_member(*sample, row.members[1]);
            if (second && has_member(*sample, row.members[0])) {
                programme = {row.name, row.needs_speakers, row.is_programme, row.are_proposals, {}};
                break;
            }
        }
        if (!programme.name.empty()) {
            break;
        }
    }
    programme.is_programme |= root.key == "schedule" || root.key == "collection";
    programme.needs_speakers |= is_wafer(root);
    const Value *schedule = root.find("schedule"); // Hoverboard: days by date
    for (std::size_t i = 0; schedule != nullptr && i < schedule->items.size(); ++i) {
        const std::string &day = schedule->items[i].key;
        const bool is_date = !programme.year && day.find('-') != std::string::npos;
        programme.year = is_date ? year_of_text(day) : programme.year;
    }
    if (format == "table" || format == "feed") {
        programme.name = format;
    }
    const Value *producer = root.find("prodid");
    if (producer != nullptr) {
        programme.name =
            producer->text.find("pretalx") != std::string::npos ? "pretalx calendar" : "calendar";
    }
    return programme;
}

void adapt(Record &record, const Value &object, const Programme &programme) {
    record.year = record.year ? record.year : programme.year;
    if (programme.name == "pretalx calendar") {
        take_speakers_of_title(record);
    } else if (programme.name == "calendar") {
        record.speakers = take_speakers_of_text(record) || object.find("attendee") != nullptr;
        return; // an organizer may be a speaker: apply_majorities decides
    }
    record.speakers |= programme.is_programme && !record.authors.empty();
}

bool is_left_out(const Record &record, const Value &object, const Programme &programme) {
    if (programme.name == "calendar") {
        const Value *url = object.find("url");
        return record.authors.empty() && url != nullptr && is_bare_site(url->text);
    }
    return programme.needs_speakers && record.authors.empty() && !record.speakers;
}

std::size_t apply_majorities(std::vector<Record> &records, const Programme &programme) {
    const std::size_t before = records.size();
    if (programme.name == "calendar" || programme.name == "feed") {
        drop_publisher(records);
    }
    const auto has_people = [](const Record &record) {
        return !record.authors.empty() || record.speakers || record.exported.has_value();
    };
    const auto people = std::count_if(records.begin(), records.end(), has_people);
    const bool calendar = programme.name.ends_with("calendar"); // its speakers are hard to find
    if (!calendar && people * 10 >= static_cast<std::ptrdiff_t>(before) * 7) {
        std::erase_if(records, [&](const Record &record) {
            const bool bare = record.text.empty() || programme.name == "table";
            return !has_people(record) && bare && !programme.are_proposals && before >= 10;
        });
    }
    keep_majority_kind(records, programme);
    return before - records.size();
}

} // namespace ideary::source
