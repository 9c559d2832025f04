#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Learns corpus/cooccurrence.txt (which stems occur in the same talks) and corpus/background.txt
(how many talks contain a stem).

    make_cooccurrence.py talks.jsonl[.gz] ... > cooccurrence.txt
    make_cooccurrence.py --background talks.jsonl[.gz] ... > background.txt

Reads records as `ideary ingest` does (title, description, speakers) and takes those in English.
Needs python3-xapian for the stemmer. The strength of a pair is its normalised pointwise mutual
information, lowered where few talks contain both. Names of speakers, probable misspellings and
stems that hardly occur outside addresses, boilerplate and other languages are left out.
"""
import collections
import gzip
import json
import math
import re
import sys

import xapian

HEAD = """\
# %s
# Learned from titles and abstracts of English talks at Python conferences that the conferences
# published, in https://github.com/pyvideo/data (CC0). Statistics only, no text.
# Made by make_cooccurrence.py; sorted by bytes."""
BACKGROUND = "How common stems are: a stem and its talks per thousand."
COOCCURRENCE = "Stems that occur in the same talks: a stem, then others after their strength in %."

MIN_BACKGROUND_SHARE = 0.004  # of all talks
MIN_TALKS = 6  # that contain a stem
MIN_COMMON_TALKS = 3  # that contain both stems
MAX_SHARE = 0.1  # of all talks; more common stems are not listed under others
MAX_NEIGHBOURS = 15  # of a stem
MAX_STEMS = 300  # of one talk
MISSPELLING_RATIO = 30  # a word this much rarer than one that is an edit away is a misspelling
MIN_REPEATS = 4  # talks with the same line: it is boilerplate
MIN_CLEAN_SHARE = 0.1  # of the uses of a stem are in clean English prose
MIN_ENGLISH_SHARE = 0.2  # of the words of an English text are stop words
NAMES_KEPT = {"ada", "julia", "pascal", "ruby"}  # are languages as well
HANDLES = {"automationpanda", "gloriajw"}  # of persons, in prose
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+\.(?:com|org|io|net|me|ly|be)/\S+|\S*@\w\S*", re.I)
WORD = re.compile(r"[^\W\d_]{2,}")
ASCII_WORD = re.compile(r"[A-Za-z]{2,}")

STEMMER = xapian.Stem("en")
STOP_WORDS = set(
    "a about above after again against all also am an and any are as at be because been before "
    "being below between both but by can cannot could did do does doing down during each few for "
    "from further get had has have having he her here hers him his how i if in into is it its "
    "just let like ll may me might more most must my no nor not of off on once one only or other "
    "our out over own re same she should so some such than that the their them then there these "
    "they this those through to too two under until up us use used using ve very was we were what "
    "when where which while who whom why will with would you your yours "
    "don doesn didn isn aren wasn weren won wouldn couldn shouldn".split()
)


def read_records(paths):
    for path in paths:
        opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path, encoding="utf-8")
        with opened as lines:
            for line in lines:
                record = json.loads(line)
                if record.get("language") in (None, "", "en", "eng"):
                    yield record


def stem(word):
    # As the index does: a plural s is also removed from words without a vowel.
    if len(word) >= 4 and word.endswith("s") and not word.endswith("ss"):
        if not re.search("[aeiouy]", word):
            word = word[:-1]
    return STEMMER(word).decode()


def clean_words(text, is_boilerplate):
    """Words of English prose: not of addresses, repeated lines or words with other letters."""
    lines = [line for line in text.split("\n") if not is_boilerplate(line)]
    words = [w.lower() for w in WORD.findall(ADDRESS.sub(" ", "\n".join(lines)))]
    stops = sum(w in STOP_WORDS for w in words)
    if len(words) >= 10 and stops < MIN_ENGLISH_SHARE * len(words):
        return []
    return [w for w in words if w.isascii()]


def read(paths):
    """The stems of each talk, and the stems to leave out."""
    talks, lower, names = [], collections.Counter(), set()
    written, clean = collections.Counter(), collections.Counter()
    stems = {}
    records = list(read_records(paths))
    texts = [
        "\n".join(str(record.get(k) or "") for k in ("title", "description", "text"))
        for record in records
    ]
    repeats = collections.Counter(
        line for text in texts for line in {line.strip() for line in text.split("\n")}
    )
    for record, text in zip(records, texts):
        found = {}
        for word in ASCII_WORD.findall(text):
            low = word.lower()
            written[low] += 1
            lower[low] += word == low
            if low not in STOP_WORDS:
                found[stems.setdefault(low, stem(low))] = None
        clean.update(clean_words(text, lambda line: repeats[line.strip()] >= MIN_REPEATS))
        talks.append(list(found)[:MAX_STEMS])
        for name in record.get("speakers") or record.get("authors") or []:
            names.update(re.findall("[a-z]+", name.lower()))
    names = {stems.get(n, n) for n in names - NAMES_KEPT if lower[n] * 2 < written[n]}
    all_uses, clean_uses = collections.Counter(), collections.Counter()
    for word, s in stems.items():
        all_uses[s] += written[word]
        clean_uses[s] += clean[word]
    unclean = {s for s, n in all_uses.items() if clean_uses[s] < MIN_CLEAN_SHARE * n}
    return talks, names | HANDLES | unclean


def edits(word):
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    for a, b in cuts:
        if b:
            yield a + b[1:]
        if len(b) > 1:
            yield a + b[1] + b[0] + b[2:]
        for letter in LETTERS:
            yield a + letter + b
            if b:
                yield a + letter + b[1:]


def print_background(talks, left_out):
    count = collections.Counter(s for talk in talks for s in talk)
    print(HEAD % BACKGROUND)
    for s in sorted(count):
        if count[s] >= MIN_BACKGROUND_SHARE * len(talks) and s not in left_out:
            print(s, round(1000 * count[s] / len(talks)))


def print_cooccurrence(talks, left_out):
    count = collections.Counter(s for talk in talks for s in talk)
    kept = {
        s
        for s, n in count.items()
        if n >= MIN_TALKS
        and s not in left_out
        and not (len(s) > 3 and any(count[e] >= MISSPELLING_RATIO * n for e in edits(s)))
    }
    common = collections.defaultdict(collections.Counter)
    for talk in talks:
        of_talk = [s for s in talk if s in kept]
        others = [s for s in of_talk if count[s] <= MAX_SHARE * len(talks)]
        for s in of_talk:
            common[s].update(others)
    print(HEAD % COOCCURRENCE)
    for s in sorted(kept):
        strengths = []
        for other, both in common[s].items():
            if other != s and both >= MIN_COMMON_TALKS:
                pmi = math.log(both * len(talks) / (count[s] * count[other]))
                strength = pmi / -math.log(both / len(talks)) * both / (both + 3)
                strengths.append((round(100 * strength), other))
        strengths = [(n, o) for n, o in sorted(strengths, key=lambda x: (-x[0], x[1])) if n > 0]
        if strengths:
            print(s, *("%02d%s" % (min(n, 99), o) for n, o in strengths[:MAX_NEIGHBOURS]))


def main():
    if sys.argv[1:2] == ["--background"]:
        print_background(*read(sys.argv[2:]))
    else:
        print_cooccurrence(*read(sys.argv[1:]))


if __name__ == "__main__":
    main()
