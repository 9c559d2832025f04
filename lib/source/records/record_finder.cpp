// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/records/record_finder.hpp"

#include <algorithm>
#include <array>

#include "source/members/record_values.hpp"
#include "source/members/service_entries.hpp"

namespace ideary::source {
namespace {

constexpr int max_depth = 16;

/// Containers of talks inside an object that has a title of its own.
constexpr std::array inner_containers = std::to_array<std::string_view>(
    {"sessions", "talks", "contributions", "subcontributions", "papers", "presentations",
     "lectures", "days", "events", "proposals", "submissions", "conference", "schedule", "rooms",
     "timeslots"});

/// Elements that have titles and are no talks.
constexpr std::array pure_containers =
    std::to_array<std::string_view>({"channel", "feed", "rss", "rdf", "volume", "collection"});

/// Members by which an object shows that it is a person.
constexpr std::array person_marks = std::to_array<std::string_view>(
    {"bio", "biography", "avatar", "photo", "photourl", "picture", "profilepicture", "twitter",
     "github", "linkedin", "company", "jobtitle", "position", "socials", "organization"});

template <class Table> bool holds(const Table &table, std::string_view name) {
    return std::find(table.begin(), table.end(), name) != table.end();
}

bool is_tree(const Value &value) {
    return value.kind == Value::Kind::map || value.kind == Value::Kind::list;
}

bool is_date_key(std::string_view key) {
    const std::size_t digits = static_cast<std::size_t>(
        std::count_if(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; }));
    return digits >= 4 && key.size() >= 8 && key.size() <= 32 && year_of_text(key).has_value() &&
           key.find_first_of("-./ ") != std::string_view::npos;
}

bool has(const std::vector<Member> &members, Meaning meaning) {
    return find_member(members, meaning) != nullptr;
}

/// Whether an object is a talk by more than a title: books have authors, too.
bool is_talk_like(const std::vector<Member> &members) {
    const auto shows = [](const Member &member) {
        const std::string key = normalized_name(member.value->key);
        return (member.meaning == Meaning::authors && !key.starts_with("author")) ||
               member.meaning == Meaning::author_keys || member.meaning == Meaning::date ||
               (member.meaning == Meaning::text && key.find("abstract") != std::string::npos);
    };
    return std::any_of(members.begin(), members.end(), shows);
}

class Finder {
  public:
    Finder(MemberNames &names, std::size_t &left_out) : names_(names), left_out_(left_out) {}

    /// How much an object must show to be taken for a record.
    enum class Trust { container, root_list, unknown };

    void visit(const Value &value, std::string_view key, RecordContext context, Trust trust) {
        if (depth_ >= max_depth || found.size() >= max_records) {
            return;
        }
        ++depth_;
        if (value.kind == Value::Kind::list) {
            for (const Value &item : value.items) {
                if (is_tree(item)) {
                    context.key = {};
                    visit(item, key, context, trust);
                }
            }
        } else if (value.kind == Value::Kind::map) {
            visit_map(value, key, context, trust);
        }
        --depth_;
    }
    std::vector<FoundRecord> found;

  private:
    void visit_map(const Value &map, std::string_view key, RecordContext context, Trust trust) {
        const std::vector<Member> members = names_.members(map);
        if (is_service(members)) {
            ++left_out_;
            return;
        }
        const bool titled = has(members, Meaning::title);
        const bool weak = !titled && is_weak_record(members, context) &&
                          (context.person != nullptr || !is_person(map, members));
        const bool record = (weak || (titled && is_accepted(map, members, context, trust))) &&
                            !names_.is(key, Meaning::conference) &&
                            !holds(pure_containers, normalized_name(key));
        const std::size_t before = found.size();
        visit_children(map, key, members, inner_context(map, key, members, context), record, trust);
        const bool is_container = found.size() > before;
        if (record && !(is_container && (depth_ <= 1 || !has_people(members)))) {
            const auto at = found.begin() + static_cast<std::ptrdiff_t>(before);
            found.insert(at, FoundRecord{&map, context});
        }
    }

    RecordContext inner_context(const Value &map, std::string_view key,
                                const std::vector<Member> &members, RecordContext context) {
        const Value *title = find_member(members, Meaning::title);
        const bool about_event = names_.is(key, Meaning::conference) || key == "results" ||
                                 normalized_name(key) == "event" || depth_ <= 1;
        const Value *date = find_member(members, Meaning::date);
        if (about_event) {
            take_conference(map, context);
        } else if (date != nullptr) {
            context.date = date;
        }
        for (const Value &item : map.items) {
            if (item.kind == Value::Kind::map && names_.is(item.key, Meaning::conference)) {
                take_conference(item, context);
            }
        }
        context.id = find_member(members, Meaning::id);
        const bool person = title == nullptr && is_person(map, members);
        context.person = person ? &map : context.person;
        return context;
    }

    void take_conference(const Value &map, RecordContext &context) {
        const std::vector<Member> members = names_.members(map);
        const Value *title = find_member(members, Meaning::title);
        title = title == nullptr ? find_member(members, Meaning::event) : title;
        for (const char *name : {"x-wr-calname", "x-wr-caldesc"}) {
            title = title == nullptr ? map.find(name) : title;
        }
        const Value *date = find_member(members, Meaning::date);
        date = date == nullptr ? find_member(members, Meaning::year) : date;
        context.event = title != nullptr && !raw_text(*title).empty() ? title : context.event;
        context.conference = date != nullptr ? date : context.conference;
    }

    void visit_children(const Value &map, std::string_view key, const std::vector<Member> &members,
                        const RecordContext &context, bool record, Trust trust) {
        bool any = false;
        for (const Value &item : map.items) {
            const bool wanted =
                record ? holds(inner_containers, normalized_name(item.key)) : is_container(item);
            if (is_tree(item) && wanted) {
                any = true;
                RecordContext inner = context;
                const std::string name = normalized_name(item.key);
                inner.proposals |= name == "proposals" || name == "submissions";
                inner.id = names_.is(item.key, Meaning::envelope) ? context.id : nullptr;
                const bool topics = names_topics(item.key) || names_topics(key);
                visit(item, item.key, inner, topics ? Trust::unknown : Trust::container);
            }
        }
        if (!record && !any) {
            visit_by_key(map, members, context, trust);
        }
    }

    /// Tracks and categories are containers in some formats, and lists of names in most.
    bool names_topics(std::string_view key) {
        return names_.is(key, Meaning::topic_container) && normalized_name(key) != "items";
    }

    bool is_container(const Value &item) {
        const std::string name = normalized_name(item.key);
        if (name == "notes" && depth_ > 1) {
            return false;
        }
        return names_.is(item.key, Meaning::container) || names_.is(item.key, Meaning::envelope);
    }

    /// A map whose keys are ids, dates or names of rooms: its values may be records.
    void visit_by_key(const Value &map, const std::vector<Member> &members,
                      const RecordContext &context, Trust trust) {
        const bool keyed = std::none_of(members.begin(), members.end(), [](const Member &member) {
            return member.value->is_scalar() && member.meaning != Meaning::container;
        });
        for (const Value &item : map.items) {
            if (keyed && is_tree(item) && names_.find(item.key).empty()) {
                RecordContext inner = context;
                inner.id = nullptr;
                inner.key = item.key;
                inner.date_key =
                    is_date_key(item.key) ? std::string_view(item.key) : context.date_key;
                visit(item, {}, inner, trust == Trust::container ? trust : Trust::unknown);
            }
        }
    }

    bool is_person(const Value &map, const std::vector<Member> &members) {
        constexpr std::size_t max_members = 64; ///< that are looked at
        const auto end = map.items.begin() +
                         static_cast<std::ptrdiff_t>(std::min(map.items.size(), max_members));
        const bool marked = std::any_of(map.items.begin(), end, [](const Value &item) {
            return holds(person_marks, normalized_name(item.key));
        });
        const bool named = has(members, Meaning::person_name) || has(members, Meaning::first_name);
        const bool talk =
            has_people(members) || has(members, Meaning::date) || has(members, Meaning::text);
        return named && (marked || has(members, Meaning::last_name)) && !talk;
    }

    bool is_accepted(const Value &map, const std::vector<Member> &members,
                     const RecordContext &context, Trust trust) {
        const Value *title = find_member(members, Meaning::title);
        if (raw_text(*title).empty() ||
            (is_person(map, members) && context.person == nullptr && map.find("name") != nullptr)) {
            return false;
        }
        return trust == Trust::unknown ? is_talk_like(members) : true;
    }

    /// A record whose title is in a member such as `name` that other objects have as well.
    static bool is_weak_record(const std::vector<Member> &members, const RecordContext &context) {
        const Value *title = find_member(members, Meaning::weak_title);
        if (title == nullptr || !(title->is_scalar() || title->kind == Value::Kind::map) ||
            raw_text(*title).empty()) {
            return false;
        }
        const bool dated = has(members, Meaning::date) &&
                           (has(members, Meaning::text) || has(members, Meaning::kind));
        return context.person != nullptr || has_people(members) || dated;
    }

    MemberNames &names_;
    std::size_t &left_out_;
    int depth_ = 0;
};

} // namespace

std::vector<FoundRecord> find_records(const Value &root, MemberNames &names,
                                      std::size_t &left_out) {
    Finder finder(names, left_out);
    const bool is_list = root.kind == Value::Kind::list;
    finder.visit(root, root.key, {}, is_list ? Finder::Trust::root_list : Finder::Trust::unknown);
    return std::move(finder.found);
}

} // namespace ideary::source
