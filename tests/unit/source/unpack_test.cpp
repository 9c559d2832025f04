// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <cstring>

#include <doctest/doctest.h>
#include <zlib.h>

#include "source/data/reader.hpp"
#include "source/unpack.hpp"

using namespace ideary::source;

namespace {

Reader reader_of(std::string bytes, std::size_t step) {
    return [bytes = std::move(bytes), step, at = std::size_t{0}](char *buffer,
                                                                 std::size_t size) mutable {
        const std::size_t count = std::min({step, size, bytes.size() - at});
        std::memcpy(buffer, bytes.data() + at, count);
        at += count;
        return count;
    };
}

std::string gzip(const std::string &plain) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string packed(deflateBound(&stream, plain.size()) + 64, '\0');
    std::string input = plain;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

struct Unpacked {
    std::string text;
    bool bomb, damaged;
};

Unpacked unpack(const std::string &bytes, std::size_t step = 100) {
    Unpacker unpacker(reader_of(bytes, step));
    std::string text(1000, '\0');
    std::string all;
    while (const std::size_t count = unpacker.read(text.data(), text.size())) {
        all.append(text, 0, count);
    }
    return {all, unpacker.bomb(), unpacker.damaged()};
}

} // namespace

TEST_CASE("unpack: gzip is unpacked, other bytes are passed on") {
    std::string text;
    for (int i = 0; i < 5000; ++i) {
        text += "line " + std::to_string(i * 7919 % 1000) + "\n";
    }
    CHECK(unpack(text).text == text);
    CHECK(unpack(gzip(text)).text == text);
    CHECK(unpack(gzip(text), 1).text == text);
    CHECK(unpack(gzip("a") + gzip("b")).text == "ab");
    CHECK(unpack(gzip("a") + gzip("b"), 1).text == "ab");
    CHECK(unpack("").text.empty());
    CHECK(unpack("\x1F").text == "\x1F");
    CHECK_FALSE(unpack(gzip(text)).damaged);
    CHECK_FALSE(unpack(gzip("")).damaged);
}

TEST_CASE("unpack: gzip that grows beyond 200 times its size is stopped") {
    const Unpacked bomb = unpack(gzip(std::string(64 << 20, '\0')), 4096);
    CHECK(bomb.bomb);
    CHECK(bomb.text.size() < (16u << 20));
    const Unpacked small = unpack(gzip(std::string(900000, 'x')));
    CHECK_FALSE(small.bomb);
    CHECK(small.text.size() == 900000);
}

TEST_CASE("unpack: truncated or corrupt gzip returns its valid part and is reported as damaged") {
    std::string text;
    for (int i = 0; i < 20000; ++i) {
        text += std::to_string(i * 104729 % 99991) + " ";
    }
    const std::string packed = gzip(text);
    const Unpacked cut = unpack(packed.substr(0, packed.size() / 2));
    CHECK(cut.damaged);
    CHECK(cut.text == text.substr(0, cut.text.size()));
    CHECK(cut.text.size() > 1000);
    std::string spoilt = packed;
    spoilt[packed.size() / 2] ^= 0x55;
    CHECK(unpack(spoilt).damaged);
    CHECK_FALSE(unpack(packed + "trailing words").damaged);
}
