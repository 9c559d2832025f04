// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/hash.hpp"

#include <new>

#include <xxhash.h>

namespace ideary::ingesting {
namespace {

std::string hex(XXH128_hash_t hash) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, hash);
    std::string text;
    for (const unsigned char byte : canonical.digest) {
        static constexpr std::string_view digits = "0123456789abcdef";
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

} // namespace

struct Hasher::State {
    XXH3_state_t *state = XXH3_createState();
    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { XXH3_freeState(state); }
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
    if (state_->state == nullptr) {
        throw std::bad_alloc();
    }
    XXH3_128bits_reset(state_->state);
}

Hasher::~Hasher() = default;

void Hasher::add(const char *bytes, std::size_t size) {
    XXH3_128bits_update(state_->state, bytes, size);
}

std::string Hasher::text() const {
    return hex(XXH3_128bits_digest(state_->state));
}

std::string hash_of(std::string_view bytes) {
    return hex(XXH3_128bits(bytes.data(), bytes.size()));
}

} // namespace ideary::ingesting
