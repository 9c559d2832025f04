// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/utf16.hpp"

#include <algorithm>
#include <cstddef>

namespace ideary::text {
namespace {

/// Bytes at the start of a document that are examined.
constexpr std::size_t sample_size = 8192;

/// Characters that make up a good third of any Chinese, Japanese or Korean text.
constexpr std::u16string_view frequent =
    u"的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說時时要就出会會可也你对對生能而子"
    u"那得于於着下自之年"
    u"过過发發后後作里用道行所然家种種事成方多经經么去法学學如都同现現当當没动動面起看定天分还進进"
    u"好小部其些主样理心"
    u"她本前开開但因只从從想实實日月者高新間私何語人見手本入東合思代目今最文"
    u"이다는의에가을를은고하로한도사지어기인서자나대그수있리아시해일정들전것과";

/// How likely a code unit is in text of today, given nothing else.
int likelihood(char16_t unit) {
    if (unit == '\n' || unit == '\r' || unit == '\t' || (unit >= 0x20 && unit < 0x7F)) {
        return 4;
    }
    if (unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || unit >= 0xFFFE) {
        return -12;
    }
    if (unit < 0x250 || (unit >= 0x370 && unit < 0x700) || (unit >= 0xE00 && unit < 0xE60) ||
        (unit >= 0x900 && unit < 0x980)) {
        return 3;
    }
    if ((unit >= 0x2010 && unit < 0x2060) || (unit >= 0x3000 && unit < 0x3100) ||
        (unit >= 0xFF00 && unit < 0xFFEF)) {
        return 3;
    }
    if (unit >= 0x4E00 && unit < 0xA000) {
        return frequent.find(unit) != frequent.npos ? 4 : 1;
    }
    if (unit >= 0xAC00 && unit < 0xD7A4) {
        return frequent.find(unit) != frequent.npos ? 4 : 1;
    }
    if (unit >= 0xD800 && unit < 0xE000) {
        return 0; // judged as pairs
    }
    if (unit >= 0x530 && unit < 0x1F00) {
        return 1; // scripts met less often
    }
    return unit >= 0xE000 && unit < 0xF900 ? -8 : -4;
}

char16_t unit_at(std::string_view bytes, std::size_t i, ByteOrder order) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char16_t>(order == ByteOrder::big ? first << 8 | second
                                                         : second << 8 | first);
}

struct Score {
    double likelihood = 0; ///< mean of the units
    double frequent = 0;   ///< share of units that are ASCII or among the frequent characters
    double kana = 0;       ///< share of Japanese syllables
};

bool is_high(char16_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(char16_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

Score score(std::string_view bytes, ByteOrder order) {
    long sum = 0;
    std::size_t common = 0;
    std::size_t kana = 0;
    const std::size_t units = bytes.size() / 2;
    bool open = false; // a high surrogate waits for its low one
    for (std::size_t i = 0; i < units; ++i) {
        const char16_t unit = unit_at(bytes, 2 * i, order);
        const int value = likelihood(unit);
        sum += value + (open != is_low(unit) ? -16 : 0);
        open = is_high(unit);
        common += value == 4 ? 1 : 0;
        kana += unit >= 0x3040 && unit < 0x3100 ? 1 : 0;
    }
    const auto count = static_cast<double>(units);
    return {static_cast<double>(sum) / count, static_cast<double>(common) / count,
            static_cast<double>(kana) / count};
}

/// Share of bytes for which test holds.
template <typename Test> double share(std::string_view bytes, Test test) {
    const auto count = std::count_if(bytes.begin(), bytes.end(),
                                     [&](char c) { return test(static_cast<unsigned char>(c)); });
    return static_cast<double>(count) / static_cast<double>(bytes.size());
}

bool is_foreign_to_legacy(unsigned char byte) {
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' &&
           byte != 0x1B;
}

} // namespace

ByteOrder guess_utf16(std::string_view bytes) {
    bytes = bytes.substr(0, std::min(bytes.size(), sample_size) & ~std::size_t{1});
    if (bytes.size() < 4) {
        return ByteOrder::none;
    }
    const Score little = score(bytes, ByteOrder::little);
    const Score big = score(bytes, ByteOrder::big);
    const bool big_wins = big.likelihood > little.likelihood;
    const Score &best = big_wins ? big : little;
    const Score &other = big_wins ? little : big;
    const double foreign = share(bytes, is_foreign_to_legacy);
    const double high = share(bytes, [](unsigned char byte) { return byte >= 0x80; });
    const double letters = share(bytes, [](unsigned char byte) {
        return byte == ' ' || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    });
    bool accepted = best.likelihood >= 1 && best.likelihood > other.likelihood + 0.5;
    if (foreign < 0.02) { // no sign of it but the characters: Chinese, Japanese, Korean
        const bool known = best.frequent >= 0.12 || best.kana >= 0.2;
        accepted = accepted && bytes.size() >= 16 && letters < 0.6 && high < 0.85 && known &&
                   best.likelihood > other.likelihood + 1.5;
    }
    if (!accepted) {
        return ByteOrder::none;
    }
    return big_wins ? ByteOrder::big : ByteOrder::little;
}

} // namespace ideary::text
