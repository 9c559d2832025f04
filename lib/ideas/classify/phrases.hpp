// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a heading, a lead-in or an item says comes in; whether it is one of the known sayings goes
// out. The sayings are data, one row a phrase with its language. This part must not know what
// follows from them.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ideary::ideas {

/// The tables. A row is matched case, accents and width folded, and at whole words. In a row a
/// final `$` asks for the end of the text, a first `^` for its start, a final `*` lets the last
/// word go on, and `{a|b|}` stands for any of its alternatives.
enum class Say : int {
    stop,           ///< N3: how a heading begins that speaks to the submitter
    invite,         ///< N3: how a heading begins that invites or names a list
    about_talks,    ///< words by which a heading speaks of talks and not of a subject
    filler,         ///< words that a heading may begin with before it says something
    negative,       ///< N4: what is not wanted, anywhere in a heading or lead-in
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
    furniture,      ///< N2: how the lines begin that blogs put around a post
    form_column,    ///< L7: heads of questions, answers, dates: a table without ideas
    no_name,        ///< C2, A2: words that names of people lack
    day,            ///< C3: names of weekdays and words for a day of a conference
    month,          ///< names of months
    not_session,    ///< C3: headings in notes that are no sessions
    keynote,        ///< C2: labels that stay in front of a session's title
    event_brand,    ///< endings of a word that is an event's own name
    event_word,     ///< words that make a run of capitalised words an event's name
    count_,
};

struct PhraseRow {
    std::string_view language;
    std::string_view text;
};

/// The rows of a table.
std::span<const PhraseRow> rows(Say table);

/// Text as phrases are compared with it: folded, quotes straight, blanks single, and cut to its
/// first 400 bytes: no phrase is longer.
std::string folded(std::string_view text);
/// The same of the last 400 bytes.
std::string folded_end(std::string_view text);

/// The text begins with a row of the table. All take text that is folded.
bool opens(Say table, std::string_view text);
/// The text, final punctuation off, is a row of the table.
bool is(Say table, std::string_view text);
/// A row stands somewhere in the text.
bool holds(Say table, std::string_view text);
/// The text, final punctuation off, ends in a row of the table.
bool closes(Say table, std::string_view text);

} // namespace ideary::ideas
