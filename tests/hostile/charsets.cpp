// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Detection of the encoding from the bytes alone.
#include <algorithm>
#include <map>
#include <stdexcept>

#include <fmt/format.h>
#include <iconv.h>

#include "charset_samples.hpp"
#include "hostile.hpp"
#include "text/decode.hpp"

namespace ideary::hostile {
namespace {

/// Converts a text; returns an empty string if the encoding cannot represent it.
std::string encoded(const std::string &utf8, const char *encoding) {
    const iconv_t converter = ::iconv_open(encoding, "UTF-8");
    if (converter == reinterpret_cast<iconv_t>(-1)) {
        throw std::runtime_error(std::string("no iconv for ") + encoding);
    }
    std::string in = utf8, out(utf8.size() * 4 + 64, '\0');
    char *from = in.data(), *to = out.data();
    std::size_t left = in.size(), space = out.size();
    const bool good = ::iconv(converter, &from, &left, &to, &space) == 0 &&
                      ::iconv(converter, nullptr, nullptr, &to, &space) == 0;
    ::iconv_close(converter);
    out.resize(good ? out.size() - space : 0);
    return out;
}

/// Returns the first `count` code points.
std::string first_points(const std::string &utf8, std::size_t count) {
    std::size_t at = 0;
    while (at < utf8.size() && count > 0) {
        ++at;
        while (at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80) {
            ++at;
        }
        --count;
    }
    return utf8.substr(0, at);
}

struct Share {
    int correct = 0, tried = 0;
    double percent() const { return tried == 0 ? 0 : 100.0 * correct / tried; }
};

class Table {
  public:
    /// Compares the decoded text; the detected encoding may be a superset of the real one.
    void expect(const std::string &row, const std::string &bytes, const std::string &text) {
        if (bytes.empty()) {
            return;
        }
        const bool correct = text::decode(bytes).utf8 == text;
        Share &share = shares_[row];
        share.correct += correct ? 1 : 0;
        ++share.tried;
        ++cases_;
    }
    void require(ReliabilityTest &test, const std::string &row, double percent) {
        const Share &share = shares_[row];
        test.expect(share.tried > 0 && share.percent() >= percent,
                    fmt::format("{}: {} of {} decoded correctly", row, share.correct, share.tried));
    }
    std::string summary() const {
        std::string out = fmt::format("{} cases", cases_);
        for (const auto &[row, share] : shares_) {
            out += fmt::format("; {} {:.1f} %", row, share.percent());
        }
        return out;
    }

  private:
    std::map<std::string, Share> shares_;
    int cases_ = 0;
};

void in_unicode(Table &table, const std::string &text) {
    for (const std::size_t length : {1, 8, 13, 30, 1000}) {
        const std::string part = first_points(text, length);
        table.expect("UTF-8", part, part);
        table.expect("with BOM", "\xEF\xBB\xBF" + part, part);
        table.expect("with BOM", "\xFF\xFE" + encoded(part, "UTF-16LE"), part);
        table.expect("with BOM", "\xFE\xFF" + encoded(part, "UTF-16BE"), part);
        if (length >= 8) {
            table.expect("UTF-16 without BOM", encoded(part, "UTF-16LE"), part);
            table.expect("UTF-16 without BOM", encoded(part, "UTF-16BE"), part);
        }
    }
}

void in_legacy(Table &table, const Sample &sample, const std::string &text) {
    for (const char *encoding : sample.encodings) {
        const std::string bytes = encoded(text, encoding);
        if (bytes.size() >= 64) {
            table.expect("legacy", bytes, text);
            table.expect("legacy", bytes + "\n- " + bytes, text + "\n- " + text);
        }
        for (const std::size_t length : {70, 100}) {
            const std::string part = first_points(text, length);
            const std::string start = encoded(part, encoding);
            if (start.size() >= 64) {
                table.expect("legacy", start, part);
            }
        }
    }
}

} // namespace

void charsets(ReliabilityTest &test) {
    Table table;
    for (const Sample &sample : charset_samples()) {
        for (const char *text : sample.texts) {
            in_unicode(table, text);
            in_legacy(table, sample, text);
        }
    }
    table.require(test, "UTF-8", 100);
    table.require(test, "with BOM", 100);
    table.require(test, "UTF-16 without BOM", 98);
    table.require(test, "legacy", 90);
    test.figure(table.summary());
}

} // namespace ideary::hostile
