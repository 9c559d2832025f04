// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ideary::source {

/// Counts in the bytes of a stream of records how many name speakers. A record without any in a
/// stream of talks is a talk, too.
class SpeakerTally {
  public:
    void add(std::string_view bytes);
    /// Whether more than half of the records name speakers; after the last bytes.
    bool most_have_speakers();

  private:
    void count(std::size_t end);

    std::string rest_; ///< of the bytes, what a name may be cut in
    std::size_t titles_ = 0, speakers_ = 0;
};

} // namespace ideary::source
