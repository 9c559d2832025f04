# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""JSON of conference sites and services: one reader a shape."""

import re

from export_text import (TALK_STATES, full_name, idea, joined, language_of, member, names_of, once,
                         people, plain, year_of)


def rows_of(value, *names):
    """The list itself where each of its objects has all these members."""
    fits = isinstance(value, list) and value and all(
        isinstance(row, dict) and all(name in row for name in names) for row in value)
    return value if fits else None


def read_indico(document):
    data = document.json
    if not isinstance(data, dict) or not isinstance(data.get("results"), list):
        return None
    if not any("contributions" in event or "sessions" in event for event in data["results"]):
        return None
    ideas = []
    for event in data["results"]:
        inner = [c for session in event.get("sessions") or []
                 for c in session.get("contributions") or []]
        for contribution in (event.get("contributions") or []) + inner:
            ideas.append(contribution_idea(contribution, event))
    return once(ideas)


def contribution_idea(row, event):
    persons = row.get("speakers") or row.get("primaryauthors") or []
    names = [full_name(p.get("first_name"), p.get("last_name")) or turned(p.get("fullName"))
             for p in persons]
    return idea(row.get("title"), people(names), id=member(row, "friendly_id", "id"),
                year=year_of(row.get("startDate"), event.get("startDate")),
                event=event.get("title"), abstract=joined(row.get("description")),
                topics=names_of(row.get("track") or row.get("session") or row.get("type")))


def turned(name):
    """"Last, First" the other way round."""
    return " ".join(part.strip() for part in reversed(plain(name).split(",", 1)))


def read_pycon(document):
    data = document.json
    schedule = data.get("schedule") if isinstance(data, dict) else None
    rows = rows_of(schedule, "name", "kind", "start")
    if rows is None:
        return None
    ideas = []
    for row in rows:
        if row["kind"] not in ("break", "informational") and not row.get("cancelled"):
            authors = people(row.get("speakers")) or people(row.get("authors"))
            ideas.append(idea(row["name"], authors, id=row.get("conf_key"),
                              year=year_of(row["start"]), topics=names_of(row.get("track")),
                              abstract=joined(row.get("description"))))
    return once(ideas)


def read_open_event(document):
    rows = rows_of(document.json, "title", "short-abstract", "starts-at")
    if rows is None:
        rows = rows_of(document.json, "title", "short_abstract", "starts_at")
    if rows is None:
        return None
    ideas = []
    for row in rows:
        talk = str(row.get("state", "accepted")).lower() in TALK_STATES
        ideas.append(idea(
            row["title"], people(row.get("speakers")), id=row.get("id"), sure=True,
            year=year_of(member(row, "starts-at")), topics=names_of(row.get("track")),
            language=language_of(row.get("language")), kind="talk" if talk else "proposal",
            abstract=joined(row.get("subtitle"), member(row, "short-abstract"),
                            member(row, "long-abstract"))))
    return once(ideas)


def read_keyed_sessions(document):
    """Hoverboard and OpenFeedback: {sessions: {id: …}, speakers: {key: …}}."""
    data = document.json
    if not isinstance(data, dict) or not isinstance(data.get("sessions"), dict):
        return None
    if not isinstance(data.get("speakers"), dict):
        return None
    names = {key: plain(member(person, "name")) for key, person in data["speakers"].items()}
    days = days_of_sessions(data.get("schedule"))
    marked = any("hideInFeedback" in row for row in data["sessions"].values())
    ideas = []
    for key, row in data["sessions"].items():
        authors = people([names.get(speaker, "") for speaker in row.get("speakers") or []])
        if row.get("hideInFeedback") or not (marked or row.get("speakers")):
            continue
        ideas.append(idea(
            row.get("title"), authors, id=row.get("id", key),
            year=year_of(row.get("startTime"), days.get(str(key))),
            language=language_of(row.get("language")),
            topics=names_of(row.get("tags")) or names_of(row.get("trackTitle")),
            abstract=joined(row.get("abstract"), row.get("description"))))
    return once(ideas)


def days_of_sessions(schedule):
    """Session id -> the day of {date: {timeslots: [{sessions: [{items: [id]}]}]}}."""
    days = {}
    for date, day in (schedule or {}).items():
        for slot in day.get("timeslots") or []:
            for group in slot.get("sessions") or []:
                for key in group.get("items") or [] if isinstance(group, dict) else []:
                    days[str(key)] = date
    return days


def read_devoxx(document):
    rows = document.json
    if not isinstance(rows, list) or not any(
            isinstance(row, dict) and "speakerUri" in row for row in rows):
        return None
    ideas = []
    for row in rows:
        if row.get("kind", "Talk") in ("Talk", "Keynote") and row.get("speakers"):
            ideas.append(idea(
                row.get("title"), people(row["speakers"]), id=row.get("id"),
                year=year_of(row.get("fromTime")), abstract=joined(row.get("summary")),
                topics=names_of([row.get("track")] + (row.get("tags") or []))))
    return once(ideas)


def read_fortee(document):
    data = document.json
    if not isinstance(data, dict):
        return None
    rows, held = rows_of(data.get("proposals"), "uuid", "title"), False
    if rows is None:
        rows, held = rows_of(data.get("timetable"), "uuid", "title"), True
    if rows is None:
        return None
    return once([idea(row["title"], people(row.get("speaker")), id=row["uuid"], sure=True,
                      year=year_of(row.get("starts_at"), row.get("created")),
                      kind="talk" if held else "proposal", abstract=joined(row.get("abstract")))
                 for row in rows if row.get("type") != "timeslot"])


def read_issues(document):
    data = document.json
    if rows_of(data, "items"):
        data = [issue for page in data for issue in page["items"]]
    elif isinstance(data, dict) and rows_of(data.get("items"), "number"):
        data = data["items"]
    rows = rows_of(data, "number", "title")
    if rows is None or not all("body" in row or "labels" in row for row in rows):
        return None
    return once([idea(row["title"], people(row.get("user") or row.get("author")),
                      id=row["number"], sure=True, year=year_of(member(row, "created_at")),
                      topics=names_of(row.get("labels")), kind="proposal",
                      abstract=joined(row.get("body")))
                 for row in rows if not member(row, "pull_request")])


def read_papers(document):
    rows = rows_of(document.json, "title", "author", "abstract")
    if rows is None or not any(";" in str(row["author"]) for row in rows):
        return None
    topics = [str(row.get("keywords") or "") + ";" + str(row.get("primary_area") or "")
              for row in rows]
    return once([idea(row["title"], people(re.split(r"\s*;\s*", row["author"])), id=row.get("id"),
                      sure=True, abstract=joined(row["abstract"]),
                      topics=names_of(re.split(r"\s*;\s*", topic)))
                 for row, topic in zip(rows, topics)])


READERS = [read_indico, read_pycon, read_open_event, read_keyed_sessions, read_devoxx, read_fortee,
           read_issues, read_papers]
