# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""The views of Sessionize, and the agendas that sites make out of them."""

from export_text import idea, joined, member, names_of, once, people, person_name, year_of


def is_session(value):
    return isinstance(value, dict) and "title" in value and (
        "isServiceSession" in value or "categoryItems" in value)


def read_sessionize(document):
    """Views All, Sessions, GridSmart and the map id -> session."""
    data = document.json
    people_in_file, items = {}, {}
    if isinstance(data, dict) and isinstance(data.get("sessions"), list):
        sessions = data["sessions"]
        people_in_file = {person.get("id"): person_name(person)
                          for person in data.get("speakers") or [] if isinstance(person, dict)}
        items = {item["id"]: item["name"] for category in data.get("categories") or []
                 for item in category.get("items") or []}
    elif isinstance(data, dict):
        sessions = list(data.values())
    elif isinstance(data, list) and all(isinstance(group, dict) for group in data):
        sessions = [session for group in data for part in [group] + (group.get("rooms") or [])
                    for session in part.get("sessions") or [] if isinstance(session, dict)]
    else:
        return None
    if not sessions or not all(is_session(session) for session in sessions):
        return None
    return once([session_idea(session, people_in_file, items) for session in sessions
                 if not session.get("isServiceSession")])


def session_idea(session, people_in_file, items):
    names = []
    for speaker in session.get("speakers") or []:
        key = speaker.get("id") if isinstance(speaker, dict) else speaker
        name = person_name(speaker) if isinstance(speaker, dict) else ""
        names.append(name or people_in_file.get(key, ""))
    topics = [name for category in session.get("categories") or []
              for name in names_of(category.get("categoryItems"))]
    topics += [items[key] for key in session.get("categoryItems") or [] if key in items]
    return idea(session.get("title"), people(names), id=session.get("id"), sure=True,
                year=year_of(session.get("startsAt")), topics=topics,
                abstract=joined(session.get("description")))


def read_speakers(document):
    """View Speakers turned round: each session once, with all who give it."""
    data = document.json
    if not isinstance(data, list) or not data:
        return None
    if not all(isinstance(row, dict) and "fullName" in row and "sessions" in row for row in data):
        return None
    ideas = {}
    for speaker in data:
        for session in speaker["sessions"] or []:
            if isinstance(session, dict) and session.get("name"):
                one = ideas.setdefault(session["id"], idea(session["name"], id=session["id"]))
                one["authors"].append(person_name(speaker))
                one["sure"] = True
    return list(ideas.values())


def read_agenda(document):
    """Agendas of DDD sites: members begin with a capital."""
    data = document.json
    if not isinstance(data, list) or not data:
        return None
    if not all(isinstance(row, dict) and "Title" in row and "Presenters" in row for row in data):
        return None
    return once([idea(row["Title"], people(row["Presenters"]), id=row.get("Id"), sure=True,
                      year=year_of(member(row, "StartsAt", "Start")),
                      topics=names_of(row.get("Tags")), abstract=joined(row.get("Abstract")))
                 for row in data])


READERS = [read_speakers, read_sessionize, read_agenda]
