# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""ACL Anthology XML, BibTeX, RSS and Atom."""

import html
import re
import unicodedata

from export_text import (full_name, idea, joined, once, people, strip_tags, unique,
                         year_of)

ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303",
           "=": "\u0304", ".": "\u0307", "c": "\u0327", "v": "\u030c", "u": "\u0306",
           "H": "\u030b", "r": "\u030a", "k": "\u0328"}
LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "aa": "å",
           "AA": "Å", "i": "ı", "oe": "œ"}


def text_of(element):
    return "" if element is None else "".join(element.itertext())


def read_anthology(document):
    root = document.xml
    if root is None or root.tag != "collection":
        return None
    ideas = []
    for volume in root.iter("volume"):
        meta = volume.find("meta")
        for paper in volume.iter("paper"):
            authors = [full_name(text_of(author.find("first")), text_of(author.find("last")))
                       for author in paper.findall("author")]
            ideas.append(idea(
                text_of(paper.find("title")), unique(authors), id=text_of(paper.find("url")),
                year=year_of(text_of(meta.find("year"))), event=text_of(meta.find("booktitle")),
                abstract=joined(text_of(paper.find("abstract")))))
    return once(ideas)


def latex(text):
    """LaTeX accents and letters as characters, braces and ties off."""
    def accent(match):
        mark, letter = match.group(1), match.group(2)
        return unicodedata.normalize("NFC", {"\\i": "i", "\\j": "j"}.get(letter, letter)
                                     + ACCENTS[mark])
    text = re.sub(r"\\(['`^\"~=.])\s*\{?(\\[ij]|[A-Za-z])\}?", accent, text)
    text = re.sub(r"\\([cvuHrk])(?:\s+|\{)\s*(\\[ij]|[A-Za-z])\}?", accent, text)
    text = re.sub(r"\\(ss|ae|AE|oe|aa|AA|o|O|l|L|i)(?![A-Za-z])\s?",
                  lambda m: LETTERS[m.group(1)], text)
    text = re.sub(r"\\([&%$#_{}])", r"\1", text)
    return " ".join(text.replace("{", "").replace("}", "").replace("~", " ").split())


def balanced(text, at):
    """The end of the braces or quotes that open at `at`."""
    depth, quoted = 0, text[at] == '"'
    for end in range(at, len(text)):
        if text[end] == "{":
            depth += 1
        elif text[end] == "}":
            depth -= 1
        if depth == 0 and end > at and (text[end] == '"' if quoted else text[end] == "}"):
            return end
    return len(text) - 1


def bibtex_entries(text):
    """(kind, key, members) of each entry."""
    for found in re.finditer(r"@(\w+)\s*\{\s*([^,\s]+)\s*,", text):
        body = text[found.end():balanced(text, text.index("{", found.start()))]
        members, at = {}, 0
        while (name := re.compile(r"\s*,?\s*([\w-]+)\s*=\s*").match(body, at)):
            at = name.end()
            if at < len(body) and body[at] in '{"':
                end = balanced(body, at)
                value, at = body[at + 1:end], end + 1
            else:
                bare = re.compile(r"[^,]*").match(body, at)
                value, at = bare.group(), bare.end()
            members.setdefault(name.group(1).lower(), value)
        yield found.group(1).lower(), found.group(2), members


def bibtex_name(name):
    last, comma, first = latex(name).partition(",")
    return f"{first.strip()} {last.strip()}" if comma else last.strip()


def read_bibtex(document):
    if not re.match(r"(?:\s|%[^\n]*\n)*@\w+\s*\{", document.text):
        return None
    ideas = []
    for kind, key, members in bibtex_entries(document.text):
        if kind in ("proceedings", "string", "comment", "preamble") or "title" not in members:
            continue
        names = re.split(r"\s+and\s+", members.get("author", "").strip())
        ideas.append(idea(
            latex(members["title"]), unique(bibtex_name(name) for name in names), id=key, sure=True,
            year=year_of(members.get("year")), event=latex(members.get("booktitle", "")),
            abstract=joined(latex(members.get("abstract", "")))))
    return once(ideas)


def read_feed(document):
    """Read by tags, since feeds are not always well-formed. Podcasts are sure, news are not."""
    if not re.search(r"<(?:rss|feed)[\s>]", document.text[:2000]):
        return None
    head = re.split(r"<(?:item|entry)[\s>]", document.text, maxsplit=1)[0]
    publisher = feed_author(head)
    ideas = []
    for item in re.findall(r"<(?:item|entry)[\s>].*?</(?:item|entry)>", document.text, re.S):
        authors = feed_author(item)
        ideas.append(idea(
            feed_text(item, "title"), people("" if authors == publisher else authors),
            sure="<enclosure" in item,
            id=feed_text(item, "guid") or feed_text(item, "id"),
            year=year_of(feed_text(item, "pubDate") or feed_text(item, "published")),
            abstract=joined(*(feed_text(item, tag)
                              for tag in ("description", "itunes:summary", "content")))))
    return [one for one in ideas if one["title"]]


def feed_author(text):
    names = (feed_text(text, tag) for tag in ("itunes:author", "dc:creator", "author"))
    return strip_tags(next((name for name in names if name), ""))


def feed_text(item, tag):
    found = re.search(rf"<{tag}(?:\s[^>]*)?>(.*?)</{tag}>", item, re.S)
    text = found.group(1).strip() if found else ""
    escaped = re.sub(r"<!\[CDATA\[(.*?)\]\]>",
                     lambda m: html.escape(m.group(1), quote=False), text, flags=re.S)
    return html.unescape(escaped)


READERS = [read_anthology, read_feed, read_bibtex]
