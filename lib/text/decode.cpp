// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/decode.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include "ideary/error.hpp"
#include "text/icu.hpp"
#include "text/utf16.hpp"

namespace ideary::text {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
using Detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;

/// Below this ICU's statistics are wrong more often than windows-1252 is.
constexpr std::size_t detector_minimum = 64;
/// More than this changes no verdict.
constexpr std::size_t detector_sample = 65536;

Converter open_converter(const std::string &encoding) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
    if (U_FAILURE(status)) {
        throw Error(ErrorKind::usage, "unknown encoding '" + encoding + "'",
                    "Give an IANA name such as utf-8, windows-1251 or Shift_JIS");
    }
    return converter;
}

/// The IANA name of a converter, else ICU's own.
std::string iana_name(const UConverter *converter) {
    UErrorCode status = U_ZERO_ERROR;
    const char *own = ucnv_getName(converter, &status);
    check(status, "naming an encoding");
    const char *iana = ucnv_getStandardName(own, "IANA", &status);
    return U_SUCCESS(status) && iana != nullptr ? iana : own;
}

std::string convert(std::string_view bytes, UConverter *converter) {
    std::string utf8;
    UErrorCode status = U_ZERO_ERROR;
    std::array<UChar, 4096> buffer{};
    const char *source = bytes.data();
    const char *end = bytes.data() + bytes.size();
    do {
        status = U_ZERO_ERROR;
        UChar *target = buffer.data();
        ucnv_toUnicode(converter, &target, buffer.data() + buffer.size(), &source, end, nullptr,
                       true, &status);
        if (status != U_BUFFER_OVERFLOW_ERROR) {
            check(status, "converting text");
        }
        icu::UnicodeString part(false, buffer.data(),
                                static_cast<std::int32_t>(target - buffer.data()));
        part.toUTF8String(utf8);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return utf8;
}

void strip_nul(std::string &text) {
    text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
}

Decoded finish(std::string utf8, std::string encoding, bool guessed) {
    if (utf8.starts_with("\uFEFF")) {
        utf8.erase(0, 3);
    }
    strip_nul(utf8);
    const bool damaged = utf8.find("\uFFFD") != std::string::npos;
    return {std::move(utf8), std::move(encoding), guessed, damaged};
}

Decoded decode_as(std::string_view bytes, const std::string &encoding, bool guessed) {
    const Converter converter = open_converter(encoding);
    return finish(convert(bytes, converter.get()), iana_name(converter.get()), guessed);
}

/// UTF-8 with U+FFFD for each ill-formed sequence.
std::string replace_invalid(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        append_code_point(out, next_code_point(bytes, i));
    }
    return out;
}

Decoded decode_utf8(std::string_view bytes) {
    const bool good = is_utf8(bytes);
    Decoded decoded = finish(good ? std::string(bytes) : replace_invalid(bytes), "UTF-8", false);
    decoded.damaged = !good;
    return decoded;
}

struct ByteOrderMark {
    std::string_view bytes;
    const char *encoding;
};

/// UTF-32 precedes UTF-16, whose little-endian mark it begins with.
constexpr std::array<ByteOrderMark, 4> marks{{{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                              {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                              {{"\xFF\xFE", 2}, "UTF-16LE"},
                                              {{"\xFE\xFF", 2}, "UTF-16BE"}}};

/// Text that is UTF-8 but for a few bytes: cut in the middle of a character, or patched together.
bool is_damaged_utf8(std::string_view bytes) {
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t start = i;
        const char32_t point = next_code_point(bytes, i);
        const bool is_bad = point == 0xFFFD && bytes.substr(start, 3) != "\uFFFD";
        good += point >= 0x80 && !is_bad ? 1 : 0;
        bad += is_bad ? 1 : 0;
    }
    return good >= 2 && good >= 4 * bad;
}

bool has_iso2022_escape(std::string_view bytes) {
    return bytes.find("\x1B$B") != bytes.npos || bytes.find("\x1B$@") != bytes.npos ||
           bytes.find("\x1B(J") != bytes.npos;
}

bool has_foreign_controls(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x09 ||
               (static_cast<unsigned char>(c) > 0x0D && static_cast<unsigned char>(c) < 0x1B);
    });
}

/// What ICU's detector may answer, and how it is then read: the ISO sets are read as the windows
/// sets that hold them, since texts that say the one are written in the other.
struct Legacy {
    std::string_view detected;
    const char *read_as;
};
constexpr std::array<Legacy, 20> legacy_sets{{{"ISO-8859-1", "windows-1252"},
                                              {"ISO-8859-2", "ISO-8859-2"},
                                              {"ISO-8859-5", "ISO-8859-5"},
                                              {"ISO-8859-6", "ISO-8859-6"},
                                              {"ISO-8859-7", "ISO-8859-7"},
                                              {"ISO-8859-8", "windows-1255"},
                                              {"ISO-8859-8-I", "windows-1255"},
                                              {"ISO-8859-9", "windows-1254"},
                                              {"windows-1250", "windows-1250"},
                                              {"windows-1251", "windows-1251"},
                                              {"windows-1252", "windows-1252"},
                                              {"windows-1253", "windows-1253"},
                                              {"windows-1254", "windows-1254"},
                                              {"windows-1255", "windows-1255"},
                                              {"windows-1256", "windows-1256"},
                                              {"KOI8-R", "KOI8-R"},
                                              {"Shift_JIS", "Shift_JIS"},
                                              {"EUC-JP", "EUC-JP"},
                                              {"EUC-KR", "EUC-KR"},
                                              {"Big5", "Big5"}}};

std::string legacy_name(std::string_view detected) {
    if (detected == "GB18030" || detected == "ISO-2022-JP") {
        return std::string(detected);
    }
    for (const Legacy &row : legacy_sets) {
        if (row.detected == detected) {
            return row.read_as;
        }
    }
    return {};
}

/// The legacy set that ICU finds most likely; windows-1252 where it finds none.
std::string detect_legacy(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const Detector detector(ucsdet_open(&status), &ucsdet_close);
    check(status, "opening its charset detector");
    const std::size_t size = std::min(bytes.size(), detector_sample);
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(size), &status);
    std::int32_t count = 0;
    // It fails altogether where one of its sets stumbles over the bytes: then it has found none.
    const UCharsetMatch **found = ucsdet_detectAll(detector.get(), &count, &status);
    for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const char *name = ucsdet_getName(found[i], &status);
        if (std::string known = name != nullptr ? legacy_name(name) : ""; !known.empty()) {
            return known;
        }
    }
    return "windows-1252";
}

} // namespace

bool is_utf8(std::string_view text) {
    constexpr std::size_t block = 1 << 20; // ICU counts in 32 bits
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t stop = std::min(text.size(), i + block);
        const auto size = static_cast<std::int32_t>(std::min(text.size() - i, block + 4));
        std::int32_t at = 0;
        while (i + static_cast<std::size_t>(at) < stop) {
            UChar32 point = 0;
            U8_NEXT(bytes + i, at, size, point);
            if (point < 0) {
                return false;
            }
        }
        i += static_cast<std::size_t>(at);
    }
    return true;
}

Decoded decode(std::string_view bytes, std::string_view forced_encoding) {
    if (!forced_encoding.empty()) {
        return decode_as(bytes, std::string(forced_encoding), false);
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        return decode_utf8(bytes.substr(3));
    }
    for (const ByteOrderMark &mark : marks) {
        if (bytes.starts_with(mark.bytes)) {
            return decode_as(bytes.substr(mark.bytes.size()), mark.encoding, false);
        }
    }
    const bool utf8 = is_utf8(bytes);
    const bool odd = has_foreign_controls(bytes);
    if (utf8 && !odd && !has_iso2022_escape(bytes)) {
        return decode_utf8(bytes);
    }
    if (!utf8 && !odd && is_damaged_utf8(bytes)) {
        return decode_utf8(bytes);
    }
    const ByteOrder order = utf8 && !odd ? ByteOrder::none : guess_utf16(bytes);
    if (order != ByteOrder::none) {
        return decode_as(bytes, order == ByteOrder::little ? "UTF-16LE" : "UTF-16BE", true);
    }
    if (utf8) {
        return has_iso2022_escape(bytes) ? decode_as(bytes, "ISO-2022-JP", true)
                                         : decode_utf8(bytes);
    }
    const bool enough = bytes.size() >= detector_minimum;
    return decode_as(bytes, enough ? detect_legacy(bytes) : "windows-1252", true);
}

} // namespace ideary::text
