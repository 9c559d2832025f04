// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/members/service_entries.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "source/members/record_values.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

/// Kinds and categories of entries that are no talks.
constexpr std::array service_kinds = std::to_array<std::string_view>({"break",
                                                                      "breaks",
                                                                      "lunch",
                                                                      "lunch break",
                                                                      "coffee",
                                                                      "coffee break",
                                                                      "breakfast",
                                                                      "dinner",
                                                                      "meal",
                                                                      "meals",
                                                                      "food",
                                                                      "registration",
                                                                      "check-in",
                                                                      "intermission",
                                                                      "informational",
                                                                      "service",
                                                                      "service session",
                                                                      "timeslot",
                                                                      "pause",
                                                                      "mittagspause",
                                                                      "kaffeepause",
                                                                      "pausa",
                                                                      "almuerzo",
                                                                      "almoco",
                                                                      "dejeuner",
                                                                      "rooms",
                                                                      "room",
                                                                      "logistics",
                                                                      "proceedings",
                                                                      "placeholder",
                                                                      "休憩",
                                                                      "hallway",
                                                                      "doors open",
                                                                      "setup",
                                                                      "changeover"});

/// Titles of entries that are no talks, where nobody speaks in them.
constexpr std::array service_titles = std::to_array<std::string_view>({"break",
                                                                       "lunch",
                                                                       "lunch break",
                                                                       "coffee",
                                                                       "coffee break",
                                                                       "coffee & networking",
                                                                       "tea break",
                                                                       "breakfast",
                                                                       "dinner",
                                                                       "registration",
                                                                       "registration & breakfast",
                                                                       "registration and coffee",
                                                                       "check-in",
                                                                       "doors open",
                                                                       "pause",
                                                                       "mittagspause",
                                                                       "mittagessen",
                                                                       "kaffeepause",
                                                                       "fruhstuck",
                                                                       "abendessen",
                                                                       "registrierung",
                                                                       "einlass",
                                                                       "pause dejeuner",
                                                                       "dejeuner",
                                                                       "pause cafe",
                                                                       "accueil",
                                                                       "almuerzo",
                                                                       "comida",
                                                                       "desayuno",
                                                                       "cena",
                                                                       "pausa",
                                                                       "pausa cafe",
                                                                       "cafe",
                                                                       "almoco",
                                                                       "coffee-break",
                                                                       "credenciamento",
                                                                       "registro",
                                                                       "acreditacion",
                                                                       "pranzo",
                                                                       "pausa pranzo",
                                                                       "colazione",
                                                                       "registrazione",
                                                                       "pauze",
                                                                       "przerwa",
                                                                       "przerwa kawowa",
                                                                       "obiad",
                                                                       "rejestracja",
                                                                       "обед",
                                                                       "перерыв",
                                                                       "кофе-брейк",
                                                                       "регистрация",
                                                                       "休憩",
                                                                       "昼休み",
                                                                       "受付",
                                                                       "受付開始",
                                                                       "ランチ",
                                                                       "午休",
                                                                       "茶歇",
                                                                       "签到",
                                                                       "short break",
                                                                       "afternoon break",
                                                                       "morning break",
                                                                       "networking"});

template <class Table> bool holds(const Table &table, std::string_view name) {
    return std::find(table.begin(), table.end(), name) != table.end();
}

} // namespace

bool has_people(const std::vector<Member> &members) {
    return find_member(members, Meaning::authors) != nullptr ||
           find_member(members, Meaning::author_keys) != nullptr ||
           find_member(members, Meaning::co_authors) != nullptr;
}

bool is_service(const std::vector<Member> &members) {
    const bool people = has_people(members);
    for (const Member &member : members) {
        const std::string text = member.value->is_scalar() || member.meaning == Meaning::title
                                     ? text::fold_value(raw_text(*member.value).substr(0, 80))
                                     : std::string();
        const bool said =
            (member.meaning == Meaning::service && is_true(*member.value)) ||
            (member.meaning == Meaning::kind && !people && holds(service_kinds, text)) ||
            (member.meaning == Meaning::title && !people && holds(service_titles, text));
        if (said) {
            return true;
        }
    }
    return false;
}

} // namespace ideary::source
