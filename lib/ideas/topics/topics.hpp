// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Files ideas under the topics of a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/config/topics.hpp"

namespace ideary::ideas {

/// What an idea says, and what stands around it.
struct TopicText {
    std::string_view title;
    std::string_view body = {};
    std::span<const std::string> section = {}; ///< headings and parent items, outermost first
    std::string_view heading = {};             ///< the nearest: the topic where no other is found
    std::span<const std::string> people = {};  ///< whose names are no topics
    std::span<const std::string> subject = {}; ///< subject_of() the list: no topic of its headings
};

/// Why an idea has a topic.
struct TopicReason {
    /// Where it was found, the surest first.
    enum class Place : std::uint8_t { title, body, section, heading };
    std::string topic;
    std::string alias; ///< of the topic table, of the topic or of one narrower; empty: none
    Place place = Place::title;
    std::string heading; ///< section: the heading or parent item; heading: the topic itself
    std::size_t begin = 0, end = 0; ///< bytes of title, body or heading
};

/// The topic table, prepared for lookups.
class Topics {
  public:
    explicit Topics(const std::vector<source::TopicRow> &rows);
    ~Topics();
    Topics(Topics &&) noexcept;
    Topics &operator=(Topics &&) noexcept;

    /// The topics of an idea, the best first, at most five; where there are none, its nearest
    /// heading unless that is generic.
    std::vector<std::string> file(const TopicText &text) const;
    /// The same, each with the alias that it was found by. Places are bytes of the title as given,
    /// of a heading, or of the body.
    std::vector<TopicReason> explain(const TopicText &text) const;
    /// The topics that the texts name, with those wider: of the title of a list, its event, and the
    /// headings above all of it.
    std::vector<std::string> subject_of(std::span<const std::string> texts) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace ideary::ideas
