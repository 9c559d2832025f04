// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/storage/crc32c.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "index/storage/files.hpp"

namespace ideary::index {
namespace {

constexpr auto make_tables() {
    std::array<std::array<std::uint32_t, 256>, 8> tables{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0x82F63B78U : 0U);
        }
        tables[0][i] = crc;
    }
    for (std::uint32_t i = 0; i < 256; ++i) {
        for (std::size_t k = 1; k < 8; ++k) {
            tables[k][i] = (tables[k - 1][i] >> 8) ^ tables[0][tables[k - 1][i] & 0xFF];
        }
    }
    return tables;
}

constexpr auto tables = make_tables();

std::uint64_t load8(const char *at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    return word;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) std::uint32_t by_instruction(std::string_view bytes,
                                                               std::uint32_t before) {
    std::uint64_t crc = ~before;
    while (bytes.size() >= 8) {
        crc = __builtin_ia32_crc32di(crc, load8(bytes.data()));
        bytes.remove_prefix(8);
    }
    auto narrow = static_cast<std::uint32_t>(crc);
    for (const char byte : bytes) {
        narrow = __builtin_ia32_crc32qi(narrow, static_cast<unsigned char>(byte));
    }
    return ~narrow;
}
#endif

} // namespace

std::uint32_t crc32c_by_table(std::string_view bytes, std::uint32_t before) {
    std::uint32_t crc = ~before;
    while (bytes.size() >= 8) { // eight tables: one step for eight bytes
        const std::uint64_t word = load8(bytes.data()) ^ crc;
        crc = 0;
        for (std::size_t k = 0; k < 8; ++k) {
            crc ^= tables[7 - k][(word >> (8 * k)) & 0xFF];
        }
        bytes.remove_prefix(8);
    }
    for (const char byte : bytes) {
        crc = (crc >> 8) ^ tables[0][(crc ^ static_cast<unsigned char>(byte)) & 0xFF];
    }
    return ~crc;
}

std::uint32_t crc32c(std::string_view bytes, std::uint32_t before) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("sse4.2")) {
        return by_instruction(bytes, before);
    }
#endif
    return crc32c_by_table(bytes, before);
}

std::uint32_t crc32c_of_file(const std::string &path) {
    const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    std::array<char, 1 << 16> buffer; // on the stack: each fresh page of a larger one is a fault
    std::uint32_t crc = 0;
    while (fd) {
        const ssize_t count = ::read(fd.get(), buffer.data(), buffer.size());
        if (count == 0) {
            return crc;
        }
        if (count > 0) {
            crc = crc32c({buffer.data(), static_cast<std::size_t>(count)}, crc);
        } else if (errno != EINTR) {
            break;
        }
    }
    throw_unreadable(path, errno);
}

} // namespace ideary::index
