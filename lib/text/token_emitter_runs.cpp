// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The segments that are no chain of words: numbers with commas, emoji, dictionary scripts.
#include "text/token_emitter.hpp"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "text/fold.hpp"
#include "text/icu.hpp"

namespace ideary::text {
namespace {

bool is_hangul(char32_t point) {
    return point >= 0xAC00 && point <= 0xD7A3;
}

/// Marks, and the half-width voicing signs of kana.
bool continues_cluster(char32_t point) {
    return is_mark(point) || point == 0xFF9E || point == 0xFF9F || point == 0x200D;
}

bool skin_or_style(char32_t point) {
    return point == 0xFE0E || point == 0xFE0F || (point >= 0x1F3FB && point <= 0x1F3FF);
}

/// Pictographs used in text (©, ↔, ✔) are emoji only if a variation selector says so.
bool is_picture(char32_t first) {
    return first >= 0x1F000 ||
           u_hasBinaryProperty(static_cast<UChar32>(first), UCHAR_EMOJI_PRESENTATION) != 0;
}

std::vector<std::size_t> starts_of(std::string_view form) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < form.size();) {
        starts.push_back(i);
        next_code_point(form, i);
    }
    return starts;
}

} // namespace

void TokenEmitter::numbers(std::size_t begin, std::size_t end) {
    std::string form = fold_form(text_.substr(begin, end - begin));
    const std::size_t point = std::min(form.find('.'), form.size());
    bool grouped = form.find(',') <= 3;
    for (std::size_t i = form.find(','); i < point; i += 4) {
        grouped = grouped && form[i] == ',' &&
                  std::min(form.find_first_of(",.", i + 1), form.size()) == i + 4;
    }
    if (grouped && form.size() <= max_token_code_points) {
        form.erase(std::remove(form.begin(), form.end(), ','), form.end());
        folded_word(begin, end, std::move(form));
        return;
    }
    std::size_t start = begin;
    for (std::size_t i = begin; i < end;) {
        const std::size_t at = i;
        if (joiner_of(next_code_point(text_, i)) == ',') {
            word(start, at);
            start = i;
        }
    }
    word(start, end);
}

void TokenEmitter::emoji(std::size_t begin, std::size_t end) {
    std::string form;
    std::size_t i = begin;
    bool picture = is_picture(next_code_point(text_, i));
    for (i = begin; i < end;) {
        const char32_t point = next_code_point(text_, i);
        picture = picture || point == 0xFE0F || point == 0x200D;
        if (!skin_or_style(point) && !is_mark(point)) {
            append_code_point(form, point);
        }
    }
    if (picture) {
        push(begin, end, std::move(form), TokenKind::emoji);
        ++position_;
    }
}

void TokenEmitter::dictionary_run(const std::vector<std::size_t> &bounds) {
    std::size_t cluster = bounds.front();
    const std::size_t run_end = bounds.back();
    const auto cluster_end = [&](std::size_t i) {
        std::size_t after_cluster = i;
        next_code_point(text_, after_cluster);
        for (i = after_cluster; i < run_end && continues_cluster(next_code_point(text_, i));) {
            after_cluster = i;
        }
        return after_cluster;
    };
    std::size_t next = cluster_end(cluster);
    for (std::size_t w = 1; w < bounds.size(); ++w) {
        const std::size_t begin = bounds[w - 1];
        const std::size_t end = bounds[w];
        push(begin, end, fold_slice(begin, end), TokenKind::ideograph);
        while (cluster < end && next < run_end) {
            const std::size_t pair_end = cluster_end(next);
            if (cluster != begin || pair_end != end) {
                std::string form = fold_slice(cluster, pair_end);
                if (push(cluster, pair_end, std::move(form), TokenKind::pair)) {
                    tokens_.back().part = true;
                }
            }
            cluster = next;
            next = pair_end;
        }
        ++position_;
    }
}

/// Neighbouring syllables of a Korean word: particles follow without a space.
void TokenEmitter::hangul_pairs(std::size_t begin, std::size_t end, std::string_view form) {
    const std::vector<std::size_t> folded = starts_of(form);
    const std::vector<std::size_t> original = starts_of(text_.substr(begin, end - begin));
    const bool same = folded.size() == original.size();
    for (std::size_t i = 0; i + 1 < folded.size() && folded.size() > 2; ++i) {
        std::size_t at = folded[i];
        if (!is_hangul(next_code_point(form, at)) || !is_hangul(next_code_point(form, at))) {
            continue;
        }
        const std::size_t from = same ? begin + original[i] : begin;
        const std::size_t to = same && i + 2 < original.size() ? begin + original[i + 2] : end;
        push(from, to, std::string(form.substr(folded[i], at - folded[i])), TokenKind::pair);
        tokens_.back().part = true;
    }
}

/// Folded form of a part of the text without whitespace; empty if it is too long for a token.
std::string TokenEmitter::fold_slice(std::size_t begin, std::size_t end) {
    const std::string_view slice = text_.substr(begin, end - begin);
    if (slice.size() > max_letters) {
        std::size_t letters = 0;
        for (std::size_t i = 0; i < slice.size() && letters <= max_letters;) {
            letters += is_mark(next_code_point(slice, i)) ? 0 : 1;
        }
        if (letters > max_letters) {
            return {};
        }
    }
    std::string form = folder_.fold(slice);
    form.erase(std::remove(form.begin(), form.end(), ' '), form.end());
    return form;
}

} // namespace ideary::text
