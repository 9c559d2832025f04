# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Strings of an export that no reader may take, and those of them that stand in an output."""

import fnmatch
import re

import papers
import site_data
import tables
from export_text import plain

SHORTEST = 6  # characters; shorter values occur everywhere
PRIVATE_NAME = re.compile(
    r"e?mails?(hash|address)?|.*(phone|telefon|mobile(number)?|token|password|secret|answers?|"
    r"internalnotes?|reviewcode|accesscode|anonymiseddata)|reviews?|reviewers?|.*score|rating|"
    r"notes?|comments?|cost|travel|contact|heardfrom|sponsorshiprequired|authorids")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TELEPHONE = re.compile(r"(?<![\w/=])\+\d[\d ()/.-]{7,}\d")
SHOWN = ("title", "topics", "section", "authors", "curator", "event", "group", "body", "links")


def folded(name):
    return re.sub(r"[^a-z0-9*]", "", name.lower())


def never_paths(never):
    """"persons[].answers, event/logo (why)" as tuples of folded names."""
    text = re.sub(r"\([^)]*\)", "", never).replace(" addresses", "")
    for path in re.split(r",| and ", text):
        parts = tuple(filter(None, (folded(part) for part in re.split(r"[./]", path))))
        if parts:
            yield parts


def walk_data(value, path=()):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from walk_data(inner, path + (folded(str(name)),))
    elif isinstance(value, list):
        for inner in value:
            yield from walk_data(inner, path)
    elif isinstance(value, str):
        yield path, value


def walk_xml(element, path=()):
    path += (folded(element.tag),)
    yield path, element.text or ""
    for name, value in element.attrib.items():
        yield path + (folded(name),), value
    for inner in element:
        yield from walk_xml(inner, path)
        yield path, inner.tail or ""


def walk_table(text):
    rows = tables.parse_csv(text)
    header = max(rows[:10], key=lambda row: sum(bool(cell.strip()) for cell in row), default=[])
    for row in rows:
        for name, value in zip(header, row):
            yield (folded(name),), value


def members(document):
    """(path, string) of each member of a file."""
    if document.json is not None:
        return walk_data(document.json)
    if document.xml is not None:
        return walk_xml(document.xml)
    if document.raw.lstrip().startswith(b"BEGIN:VCALENDAR"):
        text = re.sub(rb"\r?\n[ \t]", b"", document.raw).decode("utf-8", "replace")
        events = tables.calendar_events(text.splitlines())
        return [((folded(name),), tables.unescape(value[1]))
                for event in events for name, value in event.items()]
    if document.path.suffix in (".yml", ".yaml"):
        return walk_data(site_data.load_yaml(document.text))
    if document.path.suffix in (".csv", ".tsv"):
        return walk_table(document.text)
    return walk_data([fields for _, _, fields in papers.bibtex_entries(document.text)])


def is_private(path, never):
    """Whether a member, or one that holds it, is private by name or ends as a `never` path."""
    for end in range(1, len(path) + 1):
        if PRIVATE_NAME.fullmatch(path[end - 1]):
            return True
        for parts in never:
            tail = path[:end][-len(parts):]
            if len(tail) == len(parts) and all(map(fnmatch.fnmatchcase, tail, parts)):
                return True
    return False


def one_line(text):
    return plain(text).casefold()


def private_strings(document, fact):
    """The values, line by line, of private members that stand in no public member."""
    never = list(never_paths(fact.get("where", {}).get("never", "")))
    secret, public = set(), []
    for path, value in members(document):
        if is_private(path, never):
            secret.update(one_line(line) for line in value.splitlines())
        else:
            public.append(one_line(value))
    text = "\n".join(public)
    return {value for value in secret if len(value) >= SHORTEST and value not in text}


def shown_text(ideas):
    """All that a person sees of these ideas of `ideary split`."""
    def strings(value):
        return [s for _, s in walk_data(value)]
    return "\n".join(one_line(s) for idea in ideas for name in SHOWN
                     for s in strings(idea.get(name)))


def leaked(secret, ideas):
    """Private strings, and addresses and telephone numbers of any member, in what is shown."""
    text = shown_text(ideas)
    found = {value for value in secret if value in text}
    return sorted(found | set(ADDRESS.findall(text)) | set(TELEPHONE.findall(text)))
