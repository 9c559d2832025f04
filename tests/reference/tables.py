# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""CSV with a header, and iCalendar."""

import ast
import collections
import csv
import html
import re
import urllib.parse

from export_text import idea, joined, language_of, once, plain, split_names, unique, year_of

COLUMNS = {
    "title": ["title", "talk title", "session title", "proposal title", "titel", "titre", "titulo"],
    "people": ["authors", "speakers", "speaker", "presenter", "presenters", "speaker name", "name",
               "author"],
    "body": ["abstract", "description", "summary", "talk description", "beschreibung"],
    "year": ["date", "start", "start time", "submitted"],
    "topics": ["track", "category", "keywords", "topic", "topics", "tags"],
    "id": ["id", "#", "code", "proposal id"],
    "language": ["language", "sprache"],
    "decision": ["decision", "state", "status"],
    "deleted": ["deleted?", "deleted"],
}


def columns_of(row):
    """Meaning -> positions of the columns of a header, in the order of the names above."""
    folded = [cell.strip().lower() for cell in row]
    return {meaning: [folded.index(name) for name in names if name in folded]
            for meaning, names in COLUMNS.items()}


def parse_csv(text):
    sample = text[:20000]
    marks = {mark: len(re.findall(re.escape(mark), sample)) for mark in ",;\t|"}
    best = max(marks, key=marks.get)
    return list(csv.reader(text.splitlines(keepends=True), delimiter=best))


def read_csv(document):
    if document.path.suffix not in (".csv", ".tsv") or document.json is not None:
        return None
    rows = parse_csv(document.text)
    for number, row in enumerate(rows[:10]):
        columns = columns_of(row)
        if columns["title"] and (columns["people"] or columns["body"]):
            return once([one for one in table(rows[number + 1:], columns) if one])
    return None


def table(rows, columns):
    def cells(row, meaning):
        return [row[at] for at in columns[meaning] if at < len(row) and row[at].strip()]

    for row in rows:
        first = {meaning: (cells(row, meaning) or [""])[0] for meaning in columns}
        people = first["people"]
        if not first["title"].strip() or not people.strip() or first["deleted"].lower() == "yes":
            continue
        yield idea(
            first["title"], unique(split_names(people)), id=first["id"],
            sure=bool(cells(row, "body")) or not columns["topics"],
            year=year_of(*cells(row, "year")), language=language_of(first["language"]),
            kind="proposal" if columns["decision"] else "talk",
            topics=cell_topics(first["topics"]), abstract=joined(*cells(row, "body")))


def cell_topics(cell):
    """A name, "A; B", or a Python list as text."""
    if re.fullmatch(r"\[.*\]", cell.strip(), re.S):
        try:
            return unique(plain(value) for value in ast.literal_eval(cell.strip()))
        except (ValueError, SyntaxError):
            return []
    return unique(plain(part) for part in cell.split(";"))


def read_calendar(document):
    if not re.match(rb"\s*(?:\xef\xbb\xbf)?BEGIN:VCALENDAR", document.raw):
        return None
    unfolded = re.sub(rb"\r?\n[ \t]", b"", document.raw).decode("utf-8", "replace")
    lines = unfolded.splitlines()
    head = dict(line.split(":", 1) for line in lines[:40]
                if re.match(r"(PRODID|X-WR-CALNAME|X-WR-CALDESC):", line))
    events = list(calendar_events(lines))
    hosts = hosts_of(events)
    bare = [bool(urllib.parse.urlparse(event.get("URL", ("", ""))[1]).path.strip("/"))
            for event in events]
    ideas = []
    for event, has_path in zip(events, bare):
        if has_path or not any(bare):
            ideas.append(calendar_idea(event, head, hosts))
    return doubt_repeats(ideas)


def hosts_of(events):
    """Who stands as organizer of many different events organizes, and does not speak."""
    pairs = {(common_name(event.get("ORGANIZER")), event.get("SUMMARY")) for event in events}
    counts = collections.Counter(name for name, _ in pairs)
    return {name for name, count in counts.items() if count > max(3, len(events) // 20)}


def calendar_events(lines):
    """Name -> (parameters, value) of each VEVENT; values keep their escapes."""
    event = None
    for line in lines:
        if line.strip() == "BEGIN:VEVENT":
            event = {}
        elif line.strip() == "END:VEVENT" and event is not None:
            yield event
            event = None
        elif event is not None:
            found = re.match(r'([A-Za-z-]+)((?:;[^=:;]+=(?:"[^"]*"|[^":;]*))*):(.*)', line)
            if found and found.group(1).upper() not in event:
                event[found.group(1).upper()] = (found.group(2), found.group(3))


def common_name(value):
    found = re.search(r';CN=(?:"([^"]*)"|([^;:]*))', value[0]) if value else None
    return plain(unescape(found.group(1) or found.group(2))) if found else ""


def unescape(text):
    return re.sub(r"\\(.)", lambda m: "\n" if m.group(1) in "nN" else m.group(1), text)


def calendar_idea(event, head, hosts):
    def value(name):
        return unescape(event.get(name, ("", ""))[1])

    title, body = value("SUMMARY"), value("DESCRIPTION").strip()
    authors = []
    if "pretalx" in head.get("PRODID", "").lower():
        title, _, names = title.rpartition(" -")
        title, names = (title, names) if title else (value("SUMMARY"), "")
        authors = split_names(names)
    named = re.match(r"(?:Speakers?|von|by|Vortragende[r]?|Referent(?:en|in)?):[ \t]*(.+)", body)
    if not authors and named:
        authors = split_names(named.group(1))
        body = body[named.end():]
    for name in (common_name(event.get("ATTENDEE")), common_name(event.get("ORGANIZER"))):
        if not authors and name and name not in hosts:
            authors = [name]
    cancelled = value("STATUS").upper() == "CANCELLED"
    someone = authors or common_name(event.get("ORGANIZER"))
    return idea(html.unescape(title), unique(authors), id=value("UID").strip(),
                year=year_of(value("DTSTART")), kind="proposal" if cancelled else "talk",
                event=unescape(head.get("X-WR-CALNAME") or head.get("X-WR-CALDESC") or ""),
                sure=bool(someone), abstract=joined(body))


def doubt_repeats(ideas):
    """One identifier may stand for a whole calendar, so it does not tell what is given again."""
    seen = set()
    for one in ideas:
        mark = (one["id"], one["title"])
        one["sure"] = one["sure"] and mark not in seen
        seen.add(mark)
    return [one for one in ideas if one["title"]]


READERS = [read_calendar, read_csv]
