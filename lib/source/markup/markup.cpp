// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Pass 4: HTML inside Markdown and plain text. Block tags become marks or ends of
// rows; inline tags are left to the inline reader; lists and tables of HTML are read on the spot.
#include <algorithm>
#include <array>
#include <map>

#include "source/markup/inline.hpp"
#include "source/markup/passes.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t longest_heading = 10; ///< lines
/// Each becomes a node of hundreds of bytes; tags can make one of every few bytes of a line.
constexpr std::size_t most_rows = 44000;
constexpr std::string_view fence = "``````````";

/// Tags that begin and end blocks of their own.
constexpr std::array<std::string_view, 22> block_names{
    "address",    "article", "aside",  "body", "center", "details", "div",  "fieldset",
    "figcaption", "figure",  "footer", "form", "header", "html",    "main", "p",
    "section",    "summary", "ul",     "ol",   "dl",     "table"};
constexpr std::array<std::string_view, 4> region_names{"ul", "ol", "dl", "table"};

/// Lines that only steer a renderer.
bool steers(std::string_view text) {
    text = trim(text);
    return starts(text, ":::") || text == "[TOC]" || text == "[[TOC]]" || text == "[[toc]]" ||
           (starts(text, "{:") && ends(text, "}"));
}

/// Whether text holds more than tags that open or close small print and the like.
bool shows_something(std::string_view text) {
    constexpr std::array<std::string_view, 8> silent{"small", "font", "span", "big",
                                                     "u",     "i",    "em",   "center"};
    for (std::size_t at = 0; at < text.size();) {
        const TagAt tag = text[at] == '<' ? tag_at(text.substr(at)) : TagAt{};
        if (!is_space(text[at]) && !among(tag.name, silent)) {
            return true;
        }
        at += std::max<std::size_t>(tag.length, 1);
    }
    return false;
}

class MarkupPass {
  public:
    explicit MarkupPass(const std::vector<std::string> &lines) : lines_(lines) {
        std::vector<std::string_view> views(lines.begin(), lines.end());
        fences_ = fence_ends(views);
    }

    Prepared run() {
        for (; line_ < lines_.size(); ++line_) {
            const std::size_t end = in_code_ || quotes_ > 0 ? npos : fences_[line_];
            if (end == npos) {
                read_line();
                continue;
            }
            for (; line_ < end; ++line_) {
                put(lines_[line_]);
            }
            put(lines_[line_]);
        }
        if (result_.rows.size() >= most_rows) {
            Remark remark;
            remark.text = "tags make more than 44000 lines of this document; the rest is text";
            result_.remarks.push_back(std::move(remark));
        }
        return std::move(result_);
    }

  private:
    void put(std::string text) {
        result_.rows.push_back({std::move(text), static_cast<int>(line_) + 1, -1});
    }
    void put_break() {
        if (!result_.rows.empty() && !is_blank(result_.rows.back().text)) {
            put("");
        }
    }

    void read_line() {
        const std::string &line = lines_[line_];
        if (in_code_) {
            read_code(line);
            return;
        }
        if (in_aside_ && (is_blank(line) || indent_of(line) >= 4)) {
            put("");
            return;
        }
        in_aside_ = starts(line, "!!! ");
        if (in_aside_ || steers(line)) {
            put("");
            return;
        }
        if (!contains(line, "<") && quotes_ == 0 && heading_ == 0) {
            put(line);
            return;
        }
        std::string_view text = line;
        do { // a list or table may close in a line, and another open after it
            behind_region_ = {};
            read_tags(text);
            text = behind_region_;
        } while (!is_blank(text));
    }

    void read_tags(std::string_view text) {
        indent_ = static_cast<std::size_t>(indent_of(text));
        prefix_.clear();
        segment_.clear();
        in_item_ = false;
        const std::size_t before = result_.rows.size();
        const bool table_row = starts(trim_left(text), "|") && quotes_ == 0 && heading_ == 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::string_view rest = text.substr(at);
            std::size_t length = 1;
            if (rest[0] == '`') {
                length = code_span(rest);
            } else if (rest[0] == '<' && !table_row && result_.rows.size() < most_rows) {
                const TagAt tag = tag_at(rest);
                const std::size_t used = tag.length > 0 ? block_tag(tag, text, at) : 0;
                if (used == npos) {
                    return;
                }
                if (used > 0) {
                    at += used;
                    continue;
                }
                length = std::max<std::size_t>(tag.length, 1);
            }
            segment_.append(rest.substr(0, length));
            at += length;
        }
        flush();
        if (heading_ > 0 && heading_stop_ <= line_) {
            end_heading();
        }
        if (result_.rows.size() == before || (in_code_ && result_.rows.size() == before + 1)) {
            put("");
        }
    }

    /// What a block tag does; gives its length, or 0 for a tag that is inline.
    std::size_t block_tag(const TagAt &tag, std::string_view text, std::size_t at) {
        const std::string_view name = tag.name;
        if (heading_level(name) > 0) {
            flush();
            tag.closing ? end_heading() : begin_heading(heading_level(name));
        } else if (among(name, region_names) && !tag.closing && is_blank(segment_) &&
                   read_region(text, at)) {
            return npos;
        } else if (name == "li") {
            flush();
            prefix_ = tag.closing ? "" : "- ";
        } else if (name == "blockquote") {
            flush();
            put_break();
            quotes_ = std::max(quotes_ + (tag.closing ? -1 : 1), 0);
        } else if (name == "pre") {
            flush();
            in_code_ = !tag.closing && contains_ahead("</pre", 500);
            if (in_code_) {
                put(std::string(fence));
                read_code(text.substr(at + tag.length));
                return npos;
            }
        } else if (name == "hr") {
            flush();
            put_break();
            put("---");
            put("");
        } else if (name == "br" && marker_of(trim_left(text.substr(at + tag.length, 8)))) {
            flush();
        } else if (among(name, block_names)) {
            flush();
            put_break();
        } else {
            return 0;
        }
        return tag.length;
    }

    /// The text since the last break becomes a row.
    void flush() {
        const std::string_view text = shows_something(segment_) ? trim(segment_) : "";
        if (heading_ > 0) {
            if (!text.empty()) {
                heading_line_ = heading_text_.empty() ? line_ : heading_line_;
                heading_text_.append(heading_text_.empty() ? "" : " ").append(text);
            }
        } else if (quotes_ > 0) {
            put(text.empty() ? "" : "> " + std::string(text));
        } else if (!text.empty()) {
            // What follows an item in its line belongs to it, other items stand beside it.
            const bool item = !prefix_.empty() || marker_of(text);
            const std::size_t indent = indent_ + (in_item_ && !item ? 2 : 0);
            put(std::string(indent, ' ') + prefix_ + std::string(text));
            in_item_ = in_item_ || item;
            prefix_.clear();
        }
        segment_.clear();
    }

    /// Looked for once a line, however much opens there.
    bool contains_ahead(const std::string &closer, std::size_t lines) {
        auto &[looked_from, found] = ahead_[closer];
        if (looked_from != line_ + 1) {
            looked_from = line_ + 1;
            const std::size_t end = std::min(lines_.size(), line_ + lines);
            found = std::any_of(&lines_[line_], &lines_[0] + end, [&](const std::string &line) {
                return find_folded(line, closer) != npos;
            });
        }
        return found;
    }

    void begin_heading(int level) {
        end_heading();
        heading_ = level;
        heading_line_ = line_;
        const bool closed = contains_ahead("</h" + std::to_string(level), longest_heading);
        heading_stop_ = closed ? line_ + longest_heading : line_;
    }
    void end_heading() {
        if (heading_ > 0 && !heading_text_.empty()) {
            put_break();
            std::string row = std::string(static_cast<std::size_t>(heading_), '#') + ' ';
            result_.rows.push_back({row + heading_text_, static_cast<int>(heading_line_) + 1, -1});
            put("");
        }
        heading_ = 0;
        heading_text_.clear();
    }

    void read_code(std::string_view text) {
        const std::size_t close = find_folded(text, "</pre");
        if (close == npos) {
            put(std::string(text));
            return;
        }
        put(std::string(text.substr(0, close)));
        put(std::string(fence));
        in_code_ = false;
        const std::size_t end = text.find('>', close);
        if (end != npos && !is_blank(text.substr(end + 1))) {
            put(std::string(text.substr(end + 1)));
        }
    }

    /// A list or table of HTML from its first tag to the one that closes it.
    bool read_region(std::string_view text, std::size_t at) {
        if (regions_off_ || quotes_ > 0 || heading_ > 0) {
            return false;
        }
        std::vector<std::string> inner;
        int depth = 0;
        for (std::size_t line = line_; line < lines_.size(); ++line) {
            const std::string_view part = line == line_ ? text.substr(at) : lines_[line];
            const std::size_t end = region_end(part, depth);
            inner.emplace_back(part.substr(0, end));
            if (end == npos) {
                continue;
            }
            put_break();
            result_.embedded.push_back(
                read_html(inner, static_cast<int>(line_) + 1, nullptr, result_.remarks));
            put("<");
            result_.rows.back().embedded = static_cast<int>(result_.embedded.size()) - 1;
            line_ = line;
            put("");
            behind_region_ = part.substr(end);
            return true;
        }
        regions_off_ = true;
        return false;
    }

    /// Where the depth of lists and tables comes back to 0 in a line, else npos.
    static std::size_t region_end(std::string_view line, int &depth) {
        for (std::size_t at = line.find('<'); at != npos; at = line.find('<', at + 1)) {
            const TagAt tag = tag_at(line.substr(at));
            if (tag.length == 0 || !among(tag.name, region_names)) {
                continue;
            }
            depth += tag.closing ? -1 : 1;
            if (depth <= 0) {
                return at + tag.length;
            }
        }
        return npos;
    }

    const std::vector<std::string> &lines_;
    std::vector<std::size_t> fences_;
    Prepared result_;
    std::map<std::string, std::pair<std::size_t, bool>> ahead_;
    std::size_t line_ = 0, indent_ = 0, heading_line_ = 0, heading_stop_ = 0;
    std::string segment_, prefix_, heading_text_;
    std::string_view behind_region_; ///< of the line in which a region closed
    int quotes_ = 0, heading_ = 0;
    bool in_code_ = false, in_aside_ = false, in_item_ = false, regions_off_ = false;
};

} // namespace

Prepared resolve_markup(std::vector<std::string> lines) {
    blank_templates(lines);
    return MarkupPass(lines).run();
}

} // namespace ideary::source
