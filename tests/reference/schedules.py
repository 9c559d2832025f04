# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""schedule.json, schedule.xml, the EuroPython schedule, and what pretalx exports."""

from export_text import (TALK_STATES, idea, joined, language_of, localized, member, names_of, once,
                         people, plain, year_of)


def read_schedule_json(document):
    data = document.json
    if not isinstance(data, dict):
        return None
    schedule = data.get("schedule", data)
    conference = schedule.get("conference") if isinstance(schedule, dict) else None
    if not isinstance(conference, dict):
        return None
    if isinstance(schedule.get("events"), list):
        return once([flat_event(event, conference) for event in schedule["events"]])
    days = conference.get("days")
    if not isinstance(days, list) or not any("rooms" in day for day in days):
        return None
    ideas = []
    for day in days:
        rooms = day.get("rooms") or {}
        lists = rooms.values() if isinstance(rooms, dict) else [r.get("events", []) for r in rooms]
        for events in lists:
            ideas += [json_event(event, day, conference) for event in events]
    return drop_repeated(ideas)


def drop_repeated(ideas):
    """One idea of each guid, else of each id."""
    for one in ideas:
        one["mark"] = one.pop("guid") or one["id"]
    kept = once(ideas, "mark")
    for one in kept:
        del one["mark"]
    return kept


def json_event(event, day, conference):
    return idea(
        event.get("title"), people(event.get("persons")),
        id=member(event, "id", "guid", "code"), guid=event.get("guid"),
        year=year_of(event.get("date"), day.get("date"), conference.get("start")),
        event=conference.get("title"), language=language_of(event.get("language")),
        topics=names_of(event.get("track")),
        abstract=joined(event.get("subtitle"), event.get("abstract"), event.get("description")))


def flat_event(event, conference):
    named = {track.get("slug"): track.get("name") for track in conference.get("tracks") or []}
    track = event.get("track") or {}
    slug = track.get("slug") if isinstance(track, dict) else track
    speakers = [person for person in event.get("participants") or event.get("persons") or []
                if str(person.get("role", "SPEAKER")).upper() == "SPEAKER"]
    return idea(
        event.get("title"), people(speakers), id=member(event, "code", "guid", "id"),
        year=year_of(event.get("start"), conference.get("start")), event=conference.get("title"),
        language=language_of(event.get("language")), topics=names_of(named.get(slug, slug)),
        abstract=joined(event.get("subtitle"), event.get("abstract"), event.get("description")))


def text_at(element, path):
    found = element.find(path)
    return "" if found is None else "".join(found.itertext())


def read_schedule_xml(document):
    root = document.xml
    if root is None or root.tag != "schedule":
        return None
    if root.find("./day//entry") is not None:
        return read_entries(root)
    events = [(day, event) for day in root.findall("./day") for event in day.iter("event")]
    if not events:
        return None
    typed = any(text_at(event, "type").strip() for _, event in events)
    ideas = []
    for day, event in events:
        one = xml_event(event, day, root.find("./conference"))
        service = typed and not one["authors"] and not text_at(event, "type").strip()
        if not service:
            ideas.append(one)
    return drop_repeated(ideas)


def xml_event(event, day, conference):
    persons = people(["".join(person.itertext()) for person in event.findall("./persons/person")])
    return idea(
        text_at(event, "title"), persons, id=event.get("id"), guid=event.get("guid"),
        year=year_of(text_at(event, "date"), day.get("date"), text_at(conference, "start")),
        event=text_at(conference, "title"), language=language_of(text_at(event, "language")),
        topics=names_of(text_at(event, "track")),
        abstract=joined(*(text_at(event, tag) for tag in ("subtitle", "abstract", "description"))))


def read_entries(root):
    ideas = []
    for day in root.findall("./day"):
        for entry in day.iter("entry"):
            if not text_at(entry, "category").strip():
                continue
            names = [text_at(speaker, "name") for speaker in entry.findall("./speakers/speaker")]
            topics = ["".join(topic.itertext()) for topic in entry.findall("./topics/topic")]
            ideas.append(idea(text_at(entry, "title"), people(names), id=entry.get("id"),
                              year=year_of(day.get("date")), topics=names_of(topics),
                              abstract=joined(text_at(entry, "description"))))
    return once(ideas)


def read_pretalx(document):
    data = document.json
    if isinstance(data, dict) and isinstance(data.get("talks"), list) and "speakers" in data:
        return read_widget(data)
    if isinstance(data, dict) and isinstance(data.get("results"), list):
        data = data["results"]
    if not isinstance(data, list) or not data:
        return None
    if not all(isinstance(row, dict) and "code" in row and "state" in row for row in data):
        return None
    return once([submission(row) for row in data])


def submission(row):
    slots = [slot for slot in row.get("slots") or [] if isinstance(slot, dict)]
    slot = row.get("slot") or (slots[0] if slots else {})
    talk = str(row["state"]).lower() in TALK_STATES
    return idea(
        row.get("title"), people(row.get("speakers")), id=row["code"],
        year=year_of(slot.get("start"), row.get("created")),
        language=language_of(row.get("content_locale")), kind="talk" if talk else "proposal",
        topics=names_of(row.get("track")) + names_of(row.get("tags")),
        abstract=joined(row.get("abstract"), row.get("description")))


def read_widget(data):
    """Talks hold codes of speakers and tracks; breaks have no code."""
    names = {person.get("code"): plain(person.get("name")) for person in data["speakers"]}
    tracks = {track.get("id"): localized(track.get("name")) for track in data.get("tracks") or []}
    ideas = []
    for talk in data["talks"]:
        if talk.get("code"):
            authors = [names.get(code, "") for code in talk.get("speakers") or []]
            ideas.append(idea(
                talk.get("title"), people(authors), id=talk["code"],
                year=year_of(talk.get("start")), language=language_of(talk.get("content_locale")),
                topics=names_of(tracks.get(talk.get("track"))),
                abstract=joined(talk.get("abstract"))))
    return once(ideas)


READERS = [read_schedule_json, read_schedule_xml, read_pretalx]
