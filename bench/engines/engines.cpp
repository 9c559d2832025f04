// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "engines/engine.hpp"

namespace ideary::bench {

const std::vector<PeerRow> &peers() {
    static const std::vector<PeerRow> rows{
#ifdef IDEARY_BENCH_SQLITE
        sqlite_peer(),
#endif
#ifdef IDEARY_BENCH_LUCENE
        lucene_peer(),
#endif
    };
    return rows;
}

} // namespace ideary::bench
