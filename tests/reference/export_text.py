# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Text, names, years and the idea that every reader of this folder makes."""

import html
import re

TAG = re.compile(r"<(?:!--.*?--|/?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?)>", re.S)
HTML_NAMES = set(
    "a abbr b big blockquote br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 "
    "hr i iframe img ins kbd li ol p pre q s samp section small span strike strong sub summary "
    "sup table tbody td th thead tr tt u ul var".split())
TALK_STATES = {"accepted", "confirmed"}


def localized(value):
    """A string, or the English (else the first) of {language: string}."""
    if isinstance(value, dict):
        value = value.get("en") or next((v for v in value.values() if v), None)
    return value if isinstance(value, str) else "" if value is None else str(value)


def strip_tags(text):
    def replace(match):
        name = re.match(r"</?([a-zA-Z0-9]+)", match.group())
        return " " if not name or name.group(1).lower() in HTML_NAMES else match.group()
    return TAG.sub(replace, text)


def plain(value):
    """One line of text: tags off, entities decoded once, whitespace run together."""
    return " ".join(html.unescape(strip_tags(localized(value))).split())


def plain_title(value):
    """Entities are decoded before tags are taken off where both are escaped."""
    text = localized(value)
    if re.search(r"&lt;/?[a-zA-Z]", text):
        text = html.unescape(text)
    text = plain(text)
    return "" if text.strip("\"'") == "" else text


def joined(*values):
    """The parts of a text, each kept once."""
    parts = []
    for value in values:
        text = plain(value)
        if text and not any(text in part for part in parts):
            parts = [part for part in parts if part not in text] + [text]
    return "\n\n".join(parts)


def member(record, *names):
    """The first member of these names that holds something; case and punctuation do not count."""
    folded = {re.sub(r"[^a-z0-9]", "", str(key).lower()): key for key in record}
    for name in names:
        key = folded.get(re.sub(r"[^a-z0-9]", "", name.lower()))
        if key is not None and record[key] not in (None, "", [], {}):
            return record[key]
    return None


def full_name(first, last):
    return " ".join(part for part in (plain(first), plain(last)) if part)


def person_name(person):
    """The name of one person object, never its code, address, identifier or picture."""
    if isinstance(person, str):
        return plain(person)
    if not isinstance(person, dict):
        return ""
    name = member(person, "public_name", "full_public_name")
    if name is None and isinstance(member(person, "full_name"), str) \
            and "," in member(person, "full_name"):
        name = full_name(member(person, "first_name", "first"), member(person, "last_name", "last"))
    name = name or member(person, "name", "full_name")
    if name is None:
        name = full_name(member(person, "first_name", "first", "given"),
                         member(person, "last_name", "last", "family"))
    return plain(name) or plain(member(person, "speaker", "speaker_name", "login"))


def split_names(text):
    """The names in one cell: "A; B", "A|B", "A, B and C", "5:A|6:B", "A: Affiliation; B"."""
    text = plain(text)
    strong = ";" if ";" in text else "|" if "|" in text else "\n"
    parts = text.split(strong)
    if len(parts) == 1:
        parts = re.split(r",\s*(?:and\s+)?|\s+(?:and|&|und|et|y)\s+", text)
    names = []
    for part in parts:
        part = re.sub(r"^\s*\d+\s*:\s*", "", part).strip()
        part = re.sub(r":\s.*$", "", part).strip()
        if part:
            names.append(part)
    return names


def unique(names):
    return list(dict.fromkeys(name for name in names if name))


def people(value):
    """Names out of a string, an object, or a list of either."""
    if isinstance(value, str):
        return unique(split_names(value))
    if isinstance(value, dict):
        return unique([person_name(value)])
    if isinstance(value, list):
        return unique(person_name(person) for person in value)
    return []


def year_of(*values):
    """The year of the first value that names one."""
    for value in values:
        if isinstance(value, dict):
            value = member(value, "date", "dateTime", "start")
        if isinstance(value, (int, float)) and not isinstance(value, bool) and value > 10**8:
            value = 1970 + int(value / (1000 if value > 10**11 else 1) / 31556952)
        found = re.search(r"(?<!\d)(?:19|20)\d\d(?=\D|[01]\d[0-3]\d|$)", str(value or ""))
        if found:
            return int(found.group())
    return None


def names_of(value):
    """Topics out of a string, {language: string}, {name}, or a list of those."""
    if value in (None, "", [], {}):
        return []
    if isinstance(value, list):
        return unique(name for item in value for name in names_of(item))
    if isinstance(value, dict):
        value = member(value, "name", "title", "slug") or localized(value)
    return unique([plain(value)])


def language_of(value):
    """A language code as written, the first of several; free words are none."""
    text = re.split(r"\s*[,;]\s*", plain(value))[0]
    return text if re.fullmatch(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?", text) else None


def idea(title, authors=(), **rest):
    """An idea. `sure` is false for an entry that a reader may take or leave."""
    made = {"id": None, "title": plain_title(title), "authors": list(authors), "year": None,
            "event": None, "language": None, "topics": [], "kind": "talk", "abstract": "",
            "sure": bool(authors)}
    made.update(rest)
    made["id"] = None if made["id"] in (None, "") else str(made["id"])
    made["event"] = plain(made["event"]) or None
    return made


def once(ideas, key="id"):
    """The ideas with those given again (same identifier) left out."""
    seen, kept = set(), []
    for one in ideas:
        mark = one[key]
        if mark is None or mark not in seen:
            kept.append(one)
        seen.add(mark)
    return [one for one in kept if one["title"]]
