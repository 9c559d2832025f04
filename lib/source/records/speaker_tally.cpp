// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/records/speaker_tally.hpp"

namespace ideary::source {
namespace {

constexpr std::string_view title = "\"title\"", speakers = "\"speakers\"";
constexpr std::size_t overlap = 32; ///< bytes: a name, and the first of its value

/// Whether the value after a name has some content: no `[]`, `null`, `""`.
bool has_value(std::string_view text) {
    const std::size_t at = text.find_first_not_of(" :\t\n\r");
    const std::string_view value =
        at == std::string_view::npos ? std::string_view() : text.substr(at);
    const std::size_t inside = value.find_first_not_of(" [\t\n\r");
    const char first = inside == std::string_view::npos ? ']' : value[inside];
    return first != ']' && !value.starts_with("null") && !value.starts_with("\"\"");
}

} // namespace

void SpeakerTally::add(std::string_view bytes) {
    rest_ += bytes;
    if (rest_.size() > overlap) {
        const std::size_t end = rest_.size() - overlap;
        count(end);
        rest_.erase(0, end);
    }
}

/// Counts names that begin before `end`.
void SpeakerTally::count(std::size_t end) {
    for (std::size_t at = rest_.find(title); at < end; at = rest_.find(title, at + 1)) {
        ++titles_;
    }
    for (std::size_t at = rest_.find(speakers); at < end; at = rest_.find(speakers, at + 1)) {
        speakers_ +=
            has_value(std::string_view(rest_).substr(at + speakers.size(), overlap)) ? 1 : 0;
    }
}

bool SpeakerTally::most_have_speakers() {
    count(rest_.size());
    rest_.clear();
    return speakers_ * 2 > titles_;
}

} // namespace ideary::source
