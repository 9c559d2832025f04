#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Learns which words stand in the same talks, for corpus/cooccurrence.txt, and which in many, for
corpus/common.txt.

    make_cooccurrence.py talks.jsonl[.gz] ... > cooccurrence.txt
    make_cooccurrence.py --common talks.jsonl[.gz] ... > common.txt

Reads records as `ideary ingest` does (title, description, speakers). Needs python3-xapian, for the
stems. A pair of stems is as strong as its normalised pointwise mutual information, less where few
talks have both. Names of speakers are left out, and so are probable misspellings.
"""
import collections
import gzip
import json
import math
import re
import sys

import xapian

LEAST_SHARE = 0.004  # of talks hold a common stem
LEAST_TALKS = 6  # that hold a stem
LEAST_COMMON = 3  # that hold both
MOST_SHARE = 0.1  # of all talks may hold the other stem
NEIGHBOURS = 15  # of a stem
MOST_STEMS = 300  # of one talk
RARER = 30  # a word so many times rarer than one that is an edit away is a misspelling of it
NAMES_KEPT = {"ada", "julia", "pascal", "ruby"}  # are languages as well
LETTERS = "abcdefghijklmnopqrstuvwxyz"

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


def records(paths):
    for path in paths:
        opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path, encoding="utf-8")
        with opened as lines:
            for line in lines:
                record = json.loads(line)
                if record.get("language") in (None, "", "en", "eng"):
                    yield record


def stem(word):
    # As the index does: a plural s leaves words without a vowel, too.
    if len(word) >= 4 and word.endswith("s") and not word.endswith("ss"):
        if not re.search("[aeiouy]", word):
            word = word[:-1]
    return STEMMER(word).decode()


def read(paths):
    """Stems of each talk; how often each word is written small and in all; names of speakers."""
    talks, small, names = [], collections.Counter(), set()
    written = collections.Counter()
    stems = {}
    for record in records(paths):
        text = " ".join(str(record.get(k) or "") for k in ("title", "description", "text"))
        found = {}
        for word in re.findall("[A-Za-z]{2,}", text):
            low = word.lower()
            written[low] += 1
            small[low] += word == low
            if low not in STOP_WORDS:
                found[stems.setdefault(low, stem(low))] = None
        talks.append(list(found)[:MOST_STEMS])
        for name in record.get("speakers") or record.get("authors") or []:
            names.update(re.findall("[a-z]+", name.lower()))
    names = {stems.get(n, n) for n in names - NAMES_KEPT if small[n] * 2 < written[n]}
    return talks, names


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


def print_common(talks, names):
    count = collections.Counter(s for talk in talks for s in talk)
    print("# Which stems stand in many talks: a stem, and how many talks of a thousand hold it.")
    print("# Made by make_cooccurrence.py --common; sorted by bytes.")
    for s in sorted(count):
        if count[s] >= LEAST_SHARE * len(talks) and s not in names:
            print(s, round(1000 * count[s] / len(talks)))


def main():
    if sys.argv[1:2] == ["--common"]:
        print_common(*read(sys.argv[2:]))
        return
    talks, names = read(sys.argv[1:])
    count = collections.Counter(s for talk in talks for s in talk)
    kept = {
        s
        for s, n in count.items()
        if n >= LEAST_TALKS
        and s not in names
        and not (len(s) > 3 and any(count[e] >= RARER * n for e in edits(s)))
    }
    common = collections.defaultdict(collections.Counter)
    for talk in talks:
        of_talk = [s for s in talk if s in kept]
        others = [s for s in of_talk if count[s] <= MOST_SHARE * len(talks)]
        for s in of_talk:
            common[s].update(others)
    print("# Which stems stand in the same talks: a stem, then others, each after its strength in")
    print("# hundredths. Made by make_cooccurrence.py; sorted by bytes.")
    for s in sorted(kept):
        strengths = []
        for other, both in common[s].items():
            if other != s and both >= LEAST_COMMON:
                chance = math.log(both * len(talks) / (count[s] * count[other]))
                strength = chance / -math.log(both / len(talks)) * both / (both + 3)
                strengths.append((round(100 * strength), other))
        strengths = [(n, o) for n, o in sorted(strengths, key=lambda x: (-x[0], x[1])) if n > 0]
        if strengths:
            print(s, *("%02d%s" % (min(n, 99), o) for n, o in strengths[:NEIGHBOURS]))


main()
