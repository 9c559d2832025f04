// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/data/utf16_reader.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

namespace ideary::source {
namespace {

constexpr std::size_t read_size = 64 * 1024;

class Utf16Reader {
  public:
    explicit Utf16Reader(Reader reader) : reader_(std::move(reader)) {}

    std::size_t read(char *buffer, std::size_t size) {
        while (!begun_ || (utf8_.size() == at_ && !ended_)) {
            fill();
        }
        const std::size_t count = std::min(size, utf8_.size() - at_);
        std::memcpy(buffer, utf8_.data() + at_, count);
        at_ += count;
        return count;
    }

  private:
    void fill() {
        if (at_ == utf8_.size()) {
            utf8_.clear();
            at_ = 0;
        }
        const std::size_t old = bytes_.size();
        bytes_.resize(old + read_size);
        const std::size_t count = reader_(bytes_.data() + old, read_size);
        bytes_.resize(old + count);
        ended_ = count == 0;
        if (!begun_ && bytes_.size() < 4 && !ended_) {
            return;
        }
        if (!begun_) {
            begun_ = true;
            utf16_ = is_utf16(bytes_);
            big_ = utf16_ && (bytes_[0] == '\0' || bytes_.starts_with("\xFE\xFF"));
        }
        convert();
    }
    void convert() {
        if (!utf16_) {
            utf8_ += bytes_;
            bytes_.clear();
            return;
        }
        std::size_t i = 0;
        for (; i + 2 <= bytes_.size(); i += 2) {
            const auto high = static_cast<unsigned char>(bytes_[big_ ? i : i + 1]);
            const auto low = static_cast<unsigned char>(bytes_[big_ ? i + 1 : i]);
            add_unit(static_cast<char32_t>(high << 8 | low));
        }
        bytes_.erase(0, i);
        if (ended_ && first_half_ != 0) {
            add_unit(U' ');
        }
    }
    void add_unit(char32_t unit) {
        const bool second = unit >= 0xDC00 && unit < 0xE000;
        if (first_half_ != 0) {
            add(second ? 0x10000 + ((first_half_ - 0xD800) << 10) + (unit - 0xDC00) : 0xFFFD);
            first_half_ = 0;
            if (second) {
                return;
            }
        }
        if (unit >= 0xD800 && unit < 0xDC00) {
            first_half_ = unit;
        } else {
            add(second ? 0xFFFD : unit);
        }
    }
    void add(char32_t point) {
        const auto byte = [&](char32_t bits) { utf8_ += static_cast<char>(bits); };
        if (point < 0x80) {
            byte(point);
        } else if (point < 0x800) {
            byte(0xC0 | point >> 6);
            byte(0x80 | (point & 0x3F));
        } else if (point < 0x10000) {
            byte(0xE0 | point >> 12);
            byte(0x80 | (point >> 6 & 0x3F));
            byte(0x80 | (point & 0x3F));
        } else {
            byte(0xF0 | point >> 18);
            byte(0x80 | (point >> 12 & 0x3F));
            byte(0x80 | (point >> 6 & 0x3F));
            byte(0x80 | (point & 0x3F));
        }
    }

    Reader reader_;
    std::string bytes_, utf8_; ///< read and not converted; converted and not given
    std::size_t at_ = 0;
    char32_t first_half_ = 0; ///< of a surrogate pair
    bool begun_ = false, ended_ = false, utf16_ = false, big_ = false;
};

} // namespace

bool is_utf16(std::string_view bytes) {
    static constexpr std::string_view brackets = "{[";
    const bool mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    const bool little =
        bytes.size() >= 2 && bytes[1] == '\0' && brackets.find(bytes[0]) != brackets.npos;
    const bool big =
        bytes.size() >= 2 && bytes[0] == '\0' && brackets.find(bytes[1]) != brackets.npos;
    return mark || little || big;
}

Reader utf8_reader(Reader reader) {
    auto utf16 = std::make_shared<Utf16Reader>(std::move(reader));
    return [utf16](char *buffer, std::size_t size) { return utf16->read(buffer, size); };
}

} // namespace ideary::source
