// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Matches headings, lead-ins and items against tables of phrases. The phrases are rows of
// corpus/phrases, compiled at build time.
#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace ideary::ideas {

/// The tables.
enum class PhraseSet : int {
    stop,           ///< N3: how a heading begins that speaks to the submitter
    invite,         ///< N3: how a heading begins that invites or names a list
    about_talks,    ///< words by which a heading speaks of talks and not of a subject
    filler,         ///< words that a heading may begin with before it says something
    unwanted,       ///< N4: what is not wanted, anywhere in a heading or lead-in
    catch_all,      ///< L4: how an item begins that only says "and more"
    pointer,        ///< L4: what an item is wholly that points to a document
    placeholder,    ///< L4: how an item begins that is to be filled in
    logistics_lead, ///< L5: what a lead-in ends in, above a list that holds no ideas
    logistics_open, ///< L5: how the last sentence of such a lead-in begins
    list_word,      ///< S5: words for a list
    list_filler,    ///< S5: words that may stand beside them
    credit_by,      ///< A3: words between a suggestion and its author
    proposal_part,  ///< P1: headings of the parts of a proposal
    title_column,   ///< L7: heads of the column that holds titles
    topic_column,   ///< L7: the same, less sure
    speaker_column, ///< L7: heads of the column that holds people
    byline,         ///< S5: what stands between who wrote something and when
    boilerplate,    ///< N2: how the lines begin that blogs put around a post
    form_column,    ///< L7: heads of questions, answers, dates: a table without ideas
    no_name,        ///< C2, A2: words that names of people lack
    day,            ///< C3: names of weekdays and words for a day of a conference
    month,          ///< names of months
    not_session,    ///< C3: headings in notes that are no sessions
    keynote,        ///< C2: labels that stay in front of a session's title
    event_brand,    ///< endings of a word that is an event's own name
    event_word,     ///< words that make a run of capitalised words an event's name
    given,          ///< N3: how a heading begins above talks that were given
    instruction,    ///< S2: what prose says that tells the reader how to take part
    command,        ///< L5: how shell commands begin
    consent,        ///< L4: how a box to tick begins
    no_event,       ///< L4: a date without an event
    format_name,    ///< L5: formats of sessions
    duration,       ///< L5: units of a length of time
    title_label,    ///< P1: labels of the title of a talk
    speaker_label,  ///< P1: labels of who gives it
    date_filler,    ///< L4: words that stand in dates
    milestone,      ///< L4: entries of a timeline
    heading_filler, ///< words of a heading that name no subject: *talks*, *other*, *Monday*
    heading_kind,   ///< words that name one only where the heading has no other: *tools*
    count_,
};

/// Names of the tables in corpus/phrases, in the order of the enumeration.
inline constexpr std::string_view phrase_set_names[] = {
    "stop",           "invite",
    "about_talks",    "filler",
    "unwanted",       "catch_all",
    "pointer",        "placeholder",
    "logistics_lead", "logistics_open",
    "list_word",      "list_filler",
    "credit_by",      "proposal_part",
    "title_column",   "topic_column",
    "speaker_column", "byline",
    "boilerplate",    "form_column",
    "no_name",        "day",
    "month",          "not_session",
    "keynote",        "event_brand",
    "event_word",     "given",
    "instruction",    "command",
    "consent",        "no_event",
    "format_name",    "duration",
    "title_label",    "speaker_label",
    "date_filler",    "milestone",
    "heading_filler", "heading_kind",
};
static_assert(std::size(phrase_set_names) == static_cast<std::size_t>(PhraseSet::count_));

/// Text in the form in which phrases compare: folded, quotes straightened, whitespace collapsed, of
/// the first 400 bytes. No phrase is longer.
std::string folded(std::string_view text);
/// The same for the last 400 bytes.
std::string folded_end(std::string_view text);
/// `’ ‘ “ ”` become `' "`; `…` becomes `...`.
void straighten_quotes(std::string &text);

// All of these take folded text.

/// The text begins with a row of the table.
bool starts_with(PhraseSet table, std::string_view text);
/// The text without final punctuation equals a row of the table.
bool equals(PhraseSet table, std::string_view text);
/// A row occurs somewhere in the text.
bool contains(PhraseSet table, std::string_view text);
/// The text without final punctuation ends in a row of the table.
bool ends_with(PhraseSet table, std::string_view text);
/// Bytes of the longest row that the text begins with, word boundaries ignored; 0 if none.
std::size_t longest_prefix(PhraseSet table, std::string_view text);

} // namespace ideary::ideas
