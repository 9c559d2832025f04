// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/unpack.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include <zlib.h>

#include "source/data/reader.hpp"

namespace ideary::source {
namespace {

constexpr std::uint64_t free_output = 1024 * 1024; ///< bytes before the ratio counts
constexpr std::uint64_t max_ratio = 200;
constexpr int gzip_only = 15 + 16; ///< window bits of zlib: 32 KiB, gzip header expected

} // namespace

struct Unpacker::Impl {
    explicit Impl(Reader reader) : packed(std::move(reader)), buffer(64 * 1024) {}
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;
    ~Impl() {
        if (is_gzip) {
            inflateEnd(&stream);
        }
    }

    /// Looks at the first two bytes.
    void start() {
        started = true;
        while (filled < 2 && !input_ended) {
            fill();
        }
        is_gzip = filled >= 2 && buffer[0] == 0x1F && buffer[1] == 0x8B;
        if (is_gzip && inflateInit2(&stream, gzip_only) != Z_OK) {
            is_gzip = false;
            damaged = ended = true;
        }
    }
    /// Reads more packed bytes after those that the buffer holds.
    void fill() {
        char *end = reinterpret_cast<char *>(buffer.data()) + filled;
        const std::size_t count = packed(end, buffer.size() - filled);
        filled += count;
        packed_bytes += count;
        input_ended = count == 0;
    }
    std::size_t pass_on(char *out, std::size_t size) {
        if (used < filled) {
            const std::size_t count = std::min(size, filled - used);
            std::memcpy(out, buffer.data() + used, count);
            used += count;
            return count;
        }
        return packed(out, size);
    }
    std::size_t unpack(char *out, std::size_t size);
    void next_member();

    Reader packed;
    std::vector<unsigned char> buffer;
    std::size_t filled = 0, used = 0;
    std::uint64_t packed_bytes = 0, unpacked_bytes = 0;
    bool started = false, is_gzip = false, input_ended = false;
    bool ended = false, bomb = false, damaged = false;
    z_stream stream{};
};

/// After the end of one gzip member: another one, or the end (what else follows is ignored).
void Unpacker::Impl::next_member() {
    while (filled - used < 2 && !input_ended) {
        std::memmove(buffer.data(), buffer.data() + used, filled - used);
        filled -= used;
        used = 0;
        fill();
    }
    const bool more = filled - used >= 2 && buffer[used] == 0x1F && buffer[used + 1] == 0x8B;
    ended = !more || inflateReset(&stream) != Z_OK;
}

std::size_t Unpacker::Impl::unpack(char *out, std::size_t size) {
    stream.next_out = reinterpret_cast<unsigned char *>(out);
    stream.avail_out = static_cast<unsigned>(std::min<std::size_t>(size, 1 << 30));
    const unsigned wanted = stream.avail_out;
    while (stream.avail_out == wanted && !ended) {
        if (used == filled) {
            used = filled = 0;
            fill();
        }
        stream.next_in = buffer.data() + used;
        stream.avail_in = static_cast<unsigned>(filled - used);
        const int status = inflate(&stream, Z_NO_FLUSH);
        used = filled - stream.avail_in;
        if (status == Z_STREAM_END) {
            next_member();
        } else if (status != Z_OK && !(status == Z_BUF_ERROR && !input_ended)) {
            damaged = ended = true;
        }
    }
    const std::size_t count = wanted - stream.avail_out;
    unpacked_bytes += count;
    if (unpacked_bytes > free_output && unpacked_bytes > max_ratio * packed_bytes) {
        bomb = ended = true;
    }
    return count;
}

Unpacker::Unpacker(Reader packed) : impl_(std::make_unique<Impl>(std::move(packed))) {}
Unpacker::~Unpacker() = default;
bool Unpacker::bomb() const {
    return impl_->bomb;
}
bool Unpacker::damaged() const {
    return impl_->damaged;
}

std::size_t Unpacker::read(char *buffer, std::size_t size) {
    if (!impl_->started) {
        impl_->start();
    }
    if (impl_->ended || size == 0) {
        return 0;
    }
    return impl_->is_gzip ? impl_->unpack(buffer, size) : impl_->pass_on(buffer, size);
}

} // namespace ideary::source
