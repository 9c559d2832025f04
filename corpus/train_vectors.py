#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
"""Learns the word vectors of corpus/vectors.bin: a title means its abstract, a word its synonyms.

    ninja -C build ideary_stems
    python3 corpus/train_vectors.py --stems build/bin/ideary_stems --limit SQLSaturday=3000 \\
        --synonyms corpus/synonyms.yaml --out corpus/vectors.bin talks.jsonl.gz ...

Reads records as `ideary ingest` does (title, description or text, speakers or authors, event,
language) and takes those in English. Needs python3-numpy and python3-yaml. The seeds are fixed, so
one machine makes one table; BLAS libraries differ in the last digits. The model and the form of
the file are described in lib/meaning/README.md.
"""
import argparse
import collections
import gzip
import json
import random
import re
import struct
import subprocess
import zlib

import numpy as np
import yaml

MAGIC = b"IDEAVEC1"
DIMENSIONS = 64  # of the table
MIN_COUNT = 6  # occurrences of a stem
SYNONYM_COUNT = 1.5  # occurrences that a member of the synonym table counts for
MIN_STEMS = 8  # of a description
TRAINED = 100  # dimensions of one seed
SEEDS = (1, 2, 3)
EPOCHS = 8
BATCH = 1024
RATE = 0.01
TEMPERATURE = 0.15
DROPOUT = 0.2  # share of the words left out
UNSHARED = 0.7  # share of the talks whose title's words are taken out of the abstract
COMMON = 1e-3  # share of all words at which a word counts half
MAX_OF_NAME = 60  # occurrences of a surname that is known by the given name beside it
MAX_WEIGHT = 500  # occurrences beyond which a row counts no more in the projection

ADDRESS = re.compile(r"(https?://|www\.)\S+|\S+@\S+\.\S+")
NO_WORD = re.compile(r"^[@_]|['&@]|/.*/|^\d+-|\.(com|org)$"  # handles, possessives, paths, hosts
                     r"|^\d+(st|nd|rd|th|s|k|m|x|b|h|min|mins|am|pm|ms|us|tb|gb|mb)$"  # amounts
                     r"|^[a-z]{3,}(19|20)\d\d$"  # events
                     r"|^(?=.{10,}$)[a-z]+\d+[a-z]+\d+[a-z]+$")  # keys
SPELLINGS = [("is", "iz"), ("ys", "yz"), ("our", "or"), ("ence", "ense"), ("tre", "ter"),
             ("ogue", "og"), ("amme", "am")]
ENDINGS = {"", "s", "d", "e", "ed", "es", "er", "ers", "rs", "ing", "ation", "ations", "able",
           "al", "ful", "ist", "ite", "less"}

Word = collections.namedtuple("Word", "capital form stem")
Pairs = collections.namedtuple("Pairs", "left right removable")


class Texts:
    """Bags of words, one after another: word ids, weights 1 + ln n, and where each text begins."""

    def __init__(self, bags):
        self.begin = np.cumsum([0] + [len(bag) for bag in bags])
        self.ids = np.array([i for bag in bags for i in bag], dtype=np.int64)
        counts = np.array([n for bag in bags for n in bag.values()], dtype=np.float32)
        self.weights = 1 + np.log(counts)

    def entries(self, chosen):
        """Places of the words of the texts chosen, and the number in chosen that each belongs to."""
        sizes = self.begin[chosen + 1] - self.begin[chosen]
        owner = np.repeat(np.arange(len(chosen)), sizes)
        first = np.repeat(self.begin[chosen] - np.cumsum(sizes) + sizes, sizes)
        return first + np.arange(len(owner)), owner


def read_records(paths, limits):
    """English records; of a series of events (first word of the name) a random sample."""
    records = []
    for path in paths:
        opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path, encoding="utf-8")
        with opened as lines:
            records += [json.loads(line) for line in lines]
    records = [r for r in records if r.get("language") in (None, "", "en", "eng")]
    for series, limit in limits.items():
        of_series = [i for i, r in enumerate(records) if is_of_series(r, series)]
        chosen = random.Random(0).sample(of_series, min(limit, len(of_series)))
        dropped = set(of_series) - set(chosen)
        records = [r for i, r in enumerate(records) if i not in dropped]
    return records


def is_of_series(record, series):
    return (record.get("event") or "").split(" ")[0] == series


def words_of(texts, program):
    """Words of each text, by ideary's analyzer."""
    lines = "\n".join(" ".join(ADDRESS.sub(" ", text).split()) for text in texts) + "\n"
    printed = subprocess.run([program], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    result = []
    for line in printed.stdout.decode().split("\n")[:-1]:
        fields = line.split(" ") if line else []
        result.append([Word(*fields[i : i + 3]) for i in range(0, len(fields), 3)])
    assert len(result) == len(texts)
    return result


def read_synonyms(path):
    """Pairs of members: the first with each other, and what is near with what it is near to."""
    pairs = []
    with open(path, encoding="utf-8") as table:
        for row in yaml.safe_load(table):
            if isinstance(row, list):
                row = {"words": row}
            if row.get("language", "en") != "en":
                continue
            if "words" in row:
                pairs += [(row["words"][0], other) for other in row["words"][1:]]
            else:
                pairs += [(a, b) for a in row["from"][:3] for b in row["to"][:4]]
    return [(str(a), str(b)) for a, b in pairs]


def names_among(talks, names):
    """Stems of speakers' names: mostly capitalised, and often in names or beside the rest of one."""
    written, capital, beside = (collections.Counter() for _ in range(3))
    couples = {(a.stem, b.stem) for words in names for a, b in zip(words, words[1:])}
    for words in talks:
        written.update(w.stem for w in words)
        capital.update(w.stem for w in words if w.capital == "A")
        in_name = ["A" in (a.capital, b.capital) and (a.stem, b.stem) in couples
                   for a, b in zip(words, words[1:])]
        edges = zip(words, [False] + in_name, in_name + [False])
        beside.update(word.stem for word, before, after in edges if before or after)
    named = collections.Counter(stem for words in names for stem in {w.stem for w in words})
    return {s for s, n in named.items() if capital[s] * 2 > written[s]
            and (n * 4 >= written[s] or beside[s] * 3 >= written[s] and written[s] <= MAX_OF_NAME)}


def is_word(stem):
    """Whether a stem says something by itself: no handle, amount, date, possessive."""
    return stem.isascii() and not NO_WORD.search(stem)


def other_spellings(form):
    """Forms on the other side of the Atlantic, as the search makes them; most do not exist."""
    for pair in SPELLINGS:
        for here, there in (pair, pair[::-1]):
            at = form.rfind(here)
            if at >= 3 and form[at + len(here) :] in ENDINGS:
                yield form[:at] + there + form[at + len(here) :]


def spelling_variants(talks):
    """Rarer stems that are other spellings of more frequent ones: stem → that one."""
    stems = {word.form: word.stem for words in talks for word in words}
    count = collections.Counter(word.stem for words in talks for word in words)
    variants = {}
    for form in sorted(stems):
        for other in other_spellings(form):
            rare, usual = stems[form], stems.get(other)
            if usual and (count[rare], rare) < (count[usual], usual):
                variants[rare] = usual
    return {rare: variants.get(usual, usual) for rare, usual in variants.items()}


def read_training_data(args):
    """The vocabulary, occurrences of each word in talks, spelling variants, pairs of a source."""
    records = read_records(args.talks, args.limit)
    titles = words_of([str(r.get("title") or "") for r in records], args.stems)
    bodies = words_of([str(r.get("description") or r.get("text") or "") for r in records],
                      args.stems)
    persons = {p for r in records for p in r.get("speakers") or r.get("authors") or []}
    names = names_among(titles + bodies, words_of(sorted(persons), args.stems))
    synonyms = read_synonyms(args.synonyms)
    left = words_of([a for a, _ in synonyms], args.stems)
    right = words_of([b for _, b in synonyms], args.stems)
    variants = spelling_variants(titles + bodies)

    def stems(words):
        return [variants.get(w.stem, w.stem) for w in words]

    in_talks = collections.Counter(s for words in titles + bodies for s in stems(words))
    weight = collections.Counter(in_talks)
    for words in left + right:
        weight.update(dict.fromkeys(stems(words), SYNONYM_COUNT))
    vocabulary = sorted((s for s, n in weight.items() if n >= MIN_COUNT
                         and s not in names and is_word(s)), key=str.encode)
    ids = {s: i for i, s in enumerate(vocabulary)}

    def pairs(lefts, rights, removable):
        kept = [(bag(a), bag(b)) for a, b in zip(lefts, rights)]
        kept = [(a, b) for a, b in kept if a and b]
        shared = np.array([i in a for a, b in kept for i in b], dtype=bool)
        return Pairs(Texts([a for a, _ in kept]), Texts([b for _, b in kept]),
                     shared if removable else np.zeros(len(shared), dtype=bool))

    def bag(words):
        return collections.Counter(ids[s] for s in stems(words) if s in ids)

    long = [i for i, words in enumerate(bodies) if len(words) >= MIN_STEMS]
    talks = pairs([titles[i] for i in long], [bodies[i] for i in long], True)
    counts = np.array([in_talks[s] for s in vocabulary], dtype=np.float32)
    return vocabulary, counts, variants, [talks, pairs(left, right, False)]


class Model:
    """E and a of one seed. A text is unit(Σ s_w (1 + ln n) E_w), s_w = e^{a_w} · rarity_w."""

    def __init__(self, counts, seed):
        self.random = np.random.default_rng(seed)
        words = len(counts)
        self.rarity = (COMMON / (COMMON + counts / counts.sum())).astype(np.float32)
        self.rows = self.random.normal(0, 0.3 / np.sqrt(TRAINED), (words, TRAINED))
        self.rows = self.rows.astype(np.float32)
        self.scale = np.zeros(words, dtype=np.float32)
        self.moments = [np.zeros_like(x) for x in (self.rows, self.rows, self.scale, self.scale)]
        self.steps = 0

    def weighted(self):
        return self.rows * (np.exp(self.scale) * self.rarity)[:, None]

    def embed(self, ids, weights, owner, texts):
        """Sums and their lengths; owner is ascending and names each text."""
        factors = weights * np.exp(self.scale[ids]) * self.rarity[ids]
        begin = np.searchsorted(owner, np.arange(texts))
        sums = np.add.reduceat(self.rows[ids] * factors[:, None], begin, axis=0)
        return sums, np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9, factors

    def add_gradient(self, ids, factors, owner, of_sums, gradient):
        order = np.argsort(ids, kind="stable")
        ids, each = ids[order], of_sums[owner[order]] * factors[order, None]
        begin = np.flatnonzero(np.diff(ids, prepend=-1))
        gradient[0][ids[begin]] += np.add.reduceat(each, begin, axis=0)
        along = np.einsum("ij,ij->i", each, self.rows[ids])
        gradient[1][ids[begin]] += np.add.reduceat(along, begin)

    def chosen_words(self, pairs, chosen):
        """Words of a batch after dropout; pairs of which a side is empty are left out."""
        left, left_owner = pairs.left.entries(chosen)
        right, right_owner = pairs.right.entries(chosen)
        unshared = self.random.random(len(chosen)) < UNSHARED
        keep_left = self.random.random(len(left)) >= DROPOUT
        keep_right = self.random.random(len(right)) >= DROPOUT
        keep_right &= ~(pairs.removable[right] & unshared[right_owner])
        full = np.zeros((2, len(chosen)), dtype=bool)
        full[0, left_owner[keep_left]] = True
        full[1, right_owner[keep_right]] = True
        full = full.all(axis=0)
        number = np.cumsum(full) - 1
        sides = []
        for texts, at, owner, keep in ((pairs.left, left, left_owner, keep_left),
                                       (pairs.right, right, right_owner, keep_right)):
            keep &= full[owner]
            sides.append((texts.ids[at[keep]], texts.weights[at[keep]], number[owner[keep]]))
        return sides, full.sum()

    def step(self, pairs, chosen, rate):
        sides, size = self.chosen_words(pairs, chosen)
        made = [self.embed(*side, size) for side in sides]
        units = [sums / length for sums, length, _ in made]
        cosines = units[0] @ units[1].T / TEMPERATURE
        error = np.zeros_like(cosines)
        for axis in (0, 1):
            shares = np.exp(cosines - cosines.max(axis=axis, keepdims=True))
            error += shares / shares.sum(axis=axis, keepdims=True)
        error[np.diag_indices(size)] -= 2
        error /= TEMPERATURE * size
        gradient = [np.zeros_like(self.rows), np.zeros_like(self.scale)]
        for side, (of_side, other) in enumerate(((error, units[1]), (error.T, units[0]))):
            slope = of_side @ other
            slope -= units[side] * np.einsum("ij,ij->i", slope, units[side])[:, None]
            ids, _, owner = sides[side]
            self.add_gradient(ids, made[side][2], owner, slope / made[side][1], gradient)
        self.adam(gradient, rate)

    def adam(self, gradient, rate):
        self.steps += 1
        for i, parameter in enumerate((self.rows, self.scale)):
            mean, square = self.moments[2 * i : 2 * i + 2]
            mean += 0.1 * (gradient[i] - mean)
            square += 0.001 * (gradient[i] ** 2 - square)
            correction = np.sqrt(1 - 0.999**self.steps) / (1 - 0.9**self.steps)
            parameter -= np.float32(rate * correction) * mean / (np.sqrt(square) + 1e-8)

    def train(self, sources):
        total = EPOCHS * sum(len(batches_of(s, self.random)) for s in sources)
        while self.steps < total:
            batches = [(s, batch) for s in sources for batch in batches_of(s, self.random)]
            self.random.shuffle(batches)
            for pairs, chosen in batches:
                self.step(pairs, chosen, RATE * (1 - self.steps / total))


def batches_of(pairs, generator):
    count = len(pairs.left.begin) - 1
    return np.array_split(generator.permutation(count), max(1, round(count / BATCH)))


def projected(models, counts):
    """The rows of all seeds side by side on the 64 axes that keep most of them."""
    rows = np.hstack([m.weighted() for m in models]) / np.sqrt(len(models))
    weights = np.sqrt(1 + np.minimum(counts, MAX_WEIGHT))[:, None]
    axes = np.linalg.svd((rows * weights).astype(np.float64), full_matrices=False)[2][:DIMENSIONS]
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    return rows @ axes.T


def table_bytes(vectors):
    """The file, of a vector for each stem."""
    stems = sorted(vectors, key=str.encode)
    rows = np.array([vectors[s] for s in stems])
    scales = np.maximum(np.abs(rows).max(axis=1) / 127, 1e-7).astype("<f2")
    scales = np.maximum(scales, np.float16(6e-8))
    cells = np.clip(np.rint(rows / scales.astype(np.float64)[:, None]), -127, 127).astype("i1")
    ends = np.cumsum([len(s.encode()) for s in stems]).astype("<u4")
    content = struct.pack("<II", len(stems), DIMENSIONS) + cells.tobytes() + scales.tobytes()
    content += ends.tobytes() + "".join(stems).encode()
    return MAGIC + struct.pack("<I", zlib.crc32(content)) + content


def parse_limit(text):
    series, number = text.split("=")
    return series, int(number)


def main():
    parser = argparse.ArgumentParser(description="Learns word vectors from records of talks.")
    parser.add_argument("talks", nargs="+", help="JSON Lines of records, perhaps in gzip")
    parser.add_argument("--stems", required=True, help="the program ideary_stems")
    parser.add_argument("--synonyms", required=True, help="the synonym table")
    parser.add_argument("--limit", action="append", type=parse_limit, default=[],
                        help="SERIES=N: take N talks of a series of events, chosen at random")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    args.limit = dict(args.limit)
    vocabulary, counts, variants, sources = read_training_data(args)
    models = [Model(counts, seed) for seed in SEEDS]
    for model in models:
        model.train(sources)
    vectors = dict(zip(vocabulary, projected(models, counts)))
    for rare, usual in variants.items():
        if usual in vectors:
            vectors[rare] = vectors[usual]
    with open(args.out, "wb") as out:
        out.write(table_bytes(vectors))


if __name__ == "__main__":
    main()
