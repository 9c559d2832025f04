#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Learns which lines read like titles of talks and which like guides, for corpus/titles.weights.

    train_titles.py --out corpus/titles.weights --labels DIR --documents DIR talks.jsonl[.gz] ...

A logistic regression over hashed character n-grams; see "The title weights" in corpus/README.md
for the features and the file format. It learns from

  - titles of talks, and one to three words cut from some of them (JSON Lines, member `title`);
  - the names and aliases of corpus/topics.yaml;
  - corpus/titles/positives.tsv and corpus/titles/negatives.tsv (language, tab, line);
  - labelled documents: for each JSON file of --labels, its ideas and headings against the other
    headings and list items of the document of that name in --documents. The names of documents
    in the file of --leave-out are not opened.

Needs python3-numpy. The same input gives the same file.
"""
import argparse
import collections
import glob
import gzip
import json
import os
import random
import re
import struct
import sys

import numpy

from score_titles import BITS, MAGIC, Features, fold

THRESHOLD = 0.25  # taken off the bias, so that 0 parts guides from talks
PENALTY = 0.03
ROUNDS = 80
RATE = 0.3
SEED = 7
MOST_TALKS = {"en": 3000}  # titles of a language
MOST_OTHER_TALKS = 1200
CUTTINGS_WEIGHT = 1000  # of all of them together
TOPICS_WEIGHT = 300
DOCUMENT_WEIGHT = 50  # of the ideas of one document, and of its other lines
LINE_WEIGHT = 2  # of one line of a document, at most
CODES = {"eng": "en", "spa": "es", "fra": "fr", "deu": "de", "por": "pt", "ita": "it", "rus": "ru",
         "pol": "pl", "jpn": "ja", "kor": "ko", "zho": "zh"}
NO_TALK = re.compile(r"\b(break|lunch|registration|welcome|closing|opening|keynote|panel|coffee|"
                     r"przerwa|pause|networking|party|q ?& ?a|sponsor|lightning talks?)\b", re.I)
WORD = re.compile(r"[^\W_]+")
LISTED = re.compile(r"^\s*(?:#{1,6}|[-*+•]|\d{1,3}[.)])\s+(.*?)\s*#*$")
HERE = os.path.dirname(os.path.abspath(__file__))


def rows(features, lines):
    buckets = [features.of(line) for line in lines]
    sizes = numpy.array([len(b) for b in buckets])
    flat = numpy.array([x for b in buckets for x in b], dtype=numpy.int64)
    owner = numpy.repeat(numpy.arange(len(lines)), sizes)
    return flat, owner, 1 / numpy.sqrt(sizes)


class Examples:
    """Lines with what they are (1 a talk, 0 not) and how much they count."""

    def __init__(self):
        self.lines, self.talks, self.weights = [], [], []

    def add(self, lines, talk, weight):
        for line in lines:
            self.lines.append(line)
            self.talks.append(talk)
            self.weights.append(weight)


def opened(path):
    return (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8")


def pairs(path):
    with open(path, encoding="utf-8") as lines:
        return [tuple(line.rstrip("\n").split("\t", 1)) for line in lines if "\t" in line]


def talk_titles(paths):
    by_language = collections.defaultdict(set)
    for path in paths:
        for line in opened(path):
            record = json.loads(line)
            title = " ".join(record["title"].split())
            language = record.get("language") or "?"
            if 4 <= len(title) <= 160 and not (len(title) < 45 and NO_TALK.search(title)):
                by_language[CODES.get(language, language)].add(title)
    chance, out = random.Random(SEED), []
    for language in sorted(by_language):
        titles = sorted(by_language[language])
        chance.shuffle(titles)
        most = MOST_TALKS.get(language, MOST_OTHER_TALKS)
        out += [(language, title) for title in titles[:most]]
    return out


def cuttings(titles, negatives):
    """One to three words of each title, so that a short line is not a heading for being short."""
    plain = {word for _, line in negatives for word in WORD.findall(fold(line))}
    chance, out = random.Random(SEED), set()
    for _, title in titles:
        words = title.split()
        if len(words) < 3:
            continue
        count = chance.choice((1, 1, 2, 3))
        first = chance.randrange(len(words) - count + 1)
        cut = " ".join(words[first:first + count]).strip(" ,.:;!?()\"'-–—")
        if len(cut) >= 3 and any(w not in plain and len(w) > 3 for w in WORD.findall(fold(cut))):
            out.add(cut)
    return sorted(out)


def topic_names(path):
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"(?m)#.*$", "", file.read())
    names = set()
    entry = r"- topic: (.*)\n(?:  parent: .*\n)?  aliases: \[([^\]]*)\]"
    for topic, aliases in re.findall(entry, text):
        names.add(topic.strip())
        names.update(" ".join(alias.split()).strip("\"'") for alias in aliases.split(","))
    return sorted(name for name in names if len(name) > 1)


def plain_text(line):
    line = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"<[^>]*>|\{[^}]*\}|[*`]|^\[[ xX]\]", "", line)
    return " ".join(line.split())


def other_lines(label, path):
    """Headings and items of a labelled document that are neither ideas nor above one."""
    taken = {near for idea in label["ideas"] + (label.get("hidden") or [])
             for near in range(idea["line"] - 1, idea["line"] + 2)}
    above = {fold(name) for idea in label["ideas"] for name in idea["section_path"]}
    out = set()
    with open(path, encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            match = LISTED.match(line)
            text = plain_text(match.group(1)) if match else ""
            if (text and number not in taken and fold(text) not in above and len(text) <= 160
                    and not text.startswith("http")):
                out.add(text)
    return sorted(out)


def add_documents(examples, labels, documents, left_out):
    for name in sorted(glob.glob(os.path.join(labels, "*.json"))):
        with open(name, encoding="utf-8") as file:
            label = json.load(file)
        path = next((os.path.join(d, label["file"]) for d in documents
                     if os.path.exists(os.path.join(d, label["file"]))), None)
        if label["file"] in left_out or path is None:
            continue
        ideas = [idea["title"] for idea in label["ideas"] if not idea.get("hard")]
        above = sorted({part for idea in label["ideas"] for part in idea["section_path"]})
        others = [] if label["kind"] == "notes" else other_lines(label, path)
        for lines, talk, share in ((ideas, 1, 1), (above, 1, 0.5), (others, 0, 1)):
            if lines:
                examples.add(lines, talk, share * min(LINE_WEIGHT, DOCUMENT_WEIGHT / len(lines)))


def gather(options):
    examples = Examples()
    negatives = pairs(options.negatives)
    talks = talk_titles(options.talks)
    cut = cuttings(talks, negatives)
    have = collections.Counter(language for language, _ in negatives)
    count = collections.Counter(language for language, _ in talks)
    for language, title in talks:  # in all as much weight as that language has in the negatives
        examples.add([title], 1, min(1.5, (have[language] or 20) / count[language]))
    examples.add([line for _, line in pairs(options.positives)], 1, 1)
    topics = topic_names(options.topics)
    examples.add(topics, 1, TOPICS_WEIGHT / len(topics))
    if cut:
        examples.add(cut, 1, CUTTINGS_WEIGHT / len(cut))
    examples.add([line for _, line in negatives], 0, 1)
    if options.labels:
        left_out = set()
        if options.leave_out:
            with open(options.leave_out, encoding="utf-8") as file:
                left_out = set(file.read().split())
        add_documents(examples, options.labels, options.documents, left_out)
    return examples


def learn(examples, features):
    """Weights and bias of the logistic regression, by Adam on all examples at once."""
    flat, owner, scale = rows(features, examples.lines)
    talks = numpy.array(examples.talks, dtype=float)
    share = numpy.array(examples.weights) / sum(examples.weights)
    decay = PENALTY / sum(examples.weights)
    size = 1 << BITS
    theta, first, second = numpy.zeros(size + 1), numpy.zeros(size + 1), numpy.zeros(size + 1)
    for round_ in range(1, ROUNDS + 1):
        sums = numpy.bincount(owner, weights=theta[flat], minlength=len(talks))
        error = share * (1 / (1 + numpy.exp(-(sums * scale + theta[size]))) - talks)
        slope = numpy.bincount(flat, weights=(error * scale)[owner], minlength=size)
        slope = numpy.append(slope + decay * theta[:size], error.sum())
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        step = RATE * (1 - 0.9 * round_ / ROUNDS) / (1 - 0.9 ** round_)
        theta -= step * first / (numpy.sqrt(second / (1 - 0.99 ** round_)) + 1e-7)
    return theta[:size], theta[size]


def write(path, weights, bias):
    scale = float(numpy.float32(numpy.abs(weights).max() / 127))
    with open(path, "wb") as out:
        out.write(MAGIC + struct.pack("<Iff", BITS, scale, bias - THRESHOLD))
        out.write(numpy.round(weights / scale).astype(numpy.int8).tobytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("talks", nargs="*")
    parser.add_argument("--negatives", default=os.path.join(HERE, "titles", "negatives.tsv"))
    parser.add_argument("--positives", default=os.path.join(HERE, "titles", "positives.tsv"))
    parser.add_argument("--topics", default=os.path.join(HERE, "topics.yaml"))
    parser.add_argument("--labels")
    parser.add_argument("--documents", action="append", default=[])
    parser.add_argument("--leave-out")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    examples = gather(options)
    write(options.out, *learn(examples, Features()))
    print(f"{len(examples.lines)} lines, {sum(examples.talks)} of them talks", file=sys.stderr)


if __name__ == "__main__":
    main()
