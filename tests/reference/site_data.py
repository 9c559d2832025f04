# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Lists of talks as sites keep them: JSON, YAML, front matter, pyvideo folders."""

import json
import re

import yaml

from export_text import (idea, joined, language_of, member, names_of, once, people, person_name,
                         plain, year_of)

BODY = ("subtitle", "abstract", "extract", "description", "summary")
PEOPLE = ("speakers", "speaker", "presenters", "presenter", "persons", "authors", "author")
KEYS = ("speaker_id", "speaker_ids", "speakerIds", "presenter_slugs")
BREAK = ("is_intermission", "service", "isServiceSession", "is_break")
DATE = ("date", "start_date", "startDate", "starts_at", "startTime", "start", "recorded")
KEY = re.compile(r"\d+|[a-z0-9]+([_-][a-z0-9]+)+")


def rows_below(value):
    """Every object with a title in lists at any depth of maps and lists."""
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict) and "title" in item:
                yield item
                yield from rows_below(item.get("talks"))
            else:
                yield from rows_below(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from rows_below(item)


def holds_talks(rows):
    """A list of talks has people who speak, or texts of their own; a list of books has neither."""
    speaking = any(name in row for row in rows for name in PEOPLE[:5] + KEYS)
    return speaking or any(member(row, *BODY[1:]) is not None for row in rows)


def are_keys(rows):
    """Whether the people of a file are keys into another file."""
    values = [person for row in rows for person in people_list(member(row, *PEOPLE))]
    keys = [value for value in values if KEY.fullmatch(str(value))]
    return len(keys) > 0.8 * len(values)


def people_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def row_idea(row, marked, keys):
    """`marked`: the file tells breaks itself, so an entry without speakers is in doubt. So is one
    with a category, which meals have too, unless it has speakers and a text."""
    authors = [] if keys else people(member(row, *PEOPLE))
    text = joined(*(member(row, name) for name in BODY))
    someone = authors or member(row, *PEOPLE) or member(row, *KEYS)
    category = member(row, "category")
    return idea(
        row["title"], authors, id=member(row, "id", "uuid", "slug") if "id" in row else None,
        sure=bool(someone) if marked else not category or bool(someone and text),
        year=year_of(*(member(row, name) for name in DATE)), event=member(row, "event_name"),
        language=language_of(row.get("language")), abstract=text,
        topics=names_of(member(row, "track", "subtype")) + names_of(category))


def read_rows(data):
    rows = list(rows_below(data))
    if not rows or not holds_talks(rows):
        return None
    keys = are_keys(rows)
    marked = any(member(row, *BREAK) for row in rows)
    return once([row_idea(row, marked, keys) for row in rows if not is_true(member(row, *BREAK))])


def is_true(value):
    return str(value).lower() in ("true", "yes", "1")


def read_json_list(document):
    return None if document.json is None else read_rows(document.json)


def load_yaml(text):
    """Scalars stay strings, so that dates and codes keep their form."""
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None


def read_yaml(document):
    if document.path.suffix not in (".yml", ".yaml"):
        return None
    return read_rows(load_yaml(document.text))


def read_front_matter(folder):
    """A folder of Markdown files, one a talk."""
    ideas, found = [], False
    for path in sorted(folder.path.rglob("*.md")):
        parts = re.match(r"---\n(.*?)\n---\s*\n?(.*)", path.read_text(encoding="utf-8"), re.S)
        row = load_yaml(parts.group(1)) if parts else None
        if not isinstance(row, dict) or "title" not in row:
            continue
        found = True
        if not (member(row, *KEYS) or member(row, *PEOPLE)):
            continue
        ideas.append(idea(
            row["title"], people(member(row, *PEOPLE)), id=path.stem, sure=True,
            year=year_of(row.get("date")), abstract=joined(row.get("abstract"), parts.group(2)),
            topics=names_of(row.get("track"))))
    return once(ideas) if found else None


def read_pyvideo(folder):
    """category.json names the event of videos/*.json."""
    category = folder.path / "category.json"
    if not category.exists():
        return None
    event = json.loads(category.read_text(encoding="utf-8")).get("title")
    ideas = []
    for path in sorted((folder.path / "videos").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        authors = [person_name(speaker) for speaker in row.get("speakers") or []]
        ideas.append(idea(
            row.get("title"), [name for name in authors if name], sure=True, event=event,
            year=year_of(row.get("recorded")), language=language_of(row.get("language")),
            topics=names_of(row.get("tags")), abstract=joined(row.get("summary"),
                                                             plain(row.get("description")))))
    return ideas


READERS = [read_json_list, read_yaml]
FOLDER_READERS = [read_pyvideo, read_front_matter]
