// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <array>
#include <map>

#include "source/markup/inline.hpp"
#include "source/markup/passes.hpp"

namespace ideary::source {
namespace {

struct Position {
    std::size_t line = 0, column = 0;
    bool operator<(const Position &other) const {
        return line != other.line ? line < other.line : column < other.column;
    }
};

/// Elements whose content is never text of the document.
constexpr std::array<std::string_view, 10> raw_elements{
    "script", "style", "iframe", "svg", "noscript", "object", "video", "audio", "template", "nav"};

class CommentPass {
  public:
    explicit CommentPass(std::vector<std::string> &lines) : lines_(lines), hidden_(lines.size()) {
        std::vector<std::string_view> views(lines.begin(), lines.end());
        fences_ = fence_ends(views);
        find_last_closers();
    }

    std::vector<std::string> run() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (closer_.empty() && fences_[i] != npos) {
                i = fences_[i];
            } else {
                read_line(i);
            }
        }
        return any_ ? std::move(hidden_) : std::vector<std::string>{};
    }

  private:
    /// Where each closing mark stands for the last time: one that opens after it is never closed.
    void find_last_closers() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            note(i, "-->");
            note(i, "endcomment");
            if (!contains(lines_[i], "</")) {
                continue;
            }
            const std::string folded = lowered(lines_[i]);
            for (std::string_view name : raw_elements) {
                const std::size_t at = folded.rfind("</" + std::string(name));
                if (at != npos) {
                    last_["</" + std::string(name)] = {i, at};
                }
            }
        }
    }
    void note(std::size_t line, std::string_view sign) {
        const std::size_t at = lines_[line].rfind(sign);
        if (at != npos) {
            last_[std::string(sign)] = {line, at};
        }
    }
    bool closes_later(const std::string &sign, Position from) const {
        const auto row = last_.find(sign);
        return row != last_.end() && from < row->second;
    }

    void read_line(std::size_t line) {
        const std::string text = std::move(lines_[line]);
        std::string shown;
        std::size_t at = 0;
        if (closer_.empty() && !contains(text, "<") && !contains(text, "{%")) {
            lines_[line] = text;
            return;
        }
        while (at < text.size()) {
            at = closer_.empty() ? read_shown(line, text, at, shown) : read_inside(line, text, at);
        }
        lines_[line] = std::move(shown);
    }

    std::size_t read_shown(std::size_t line, const std::string &text, std::size_t at,
                           std::string &shown) {
        if (text[at] == '`') {
            const std::size_t run = run_of(std::string_view(text).substr(at), '`');
            const std::size_t close = text.find(std::string(run, '`'), at + run);
            const std::size_t end = close == npos ? at + run : close + run;
            shown.append(text, at, end - at);
            return end;
        }
        if (text[at] == '<' || text[at] == '{') {
            const std::size_t opened = open(text, {line, at});
            if (opened > 0) {
                return at + opened;
            }
        }
        shown += text[at];
        return at + 1;
    }

    /// Bytes of an opening mark at a place, 0 where there is none or it never closes.
    std::size_t open(const std::string &text, Position from) {
        const std::string_view rest = std::string_view(text).substr(from.column);
        if (starts(rest, "<!--") && closes_later("-->", from)) {
            closer_ = "-->";
            hides_ = !starts(rest, "<!--[if") && !starts(rest, "<!--<![");
            return 4;
        }
        if (starts(rest, "{%")) {
            return open_template(rest, from);
        }
        const TagAt tag = rest[0] == '<' ? tag_at(rest) : TagAt{};
        const bool raw =
            tag.length > 0 && !tag.closing && !ends(tag.attributes, "/") &&
            std::find(raw_elements.begin(), raw_elements.end(), tag.name) != raw_elements.end();
        if (raw && closes_later("</" + tag.name, from)) {
            closer_ = "</" + tag.name;
            hides_ = false;
            return tag.length;
        }
        return 0;
    }

    std::size_t open_template(std::string_view rest, Position from) {
        const std::size_t end = rest.substr(0, 64).find("%}");
        if (end == npos || !contains(rest.substr(0, end), " comment") ||
            !closes_later("endcomment", from)) {
            return 0;
        }
        closer_ = "endcomment";
        hides_ = true;
        return end + 2;
    }

    std::size_t read_inside(std::size_t line, const std::string &text, std::size_t at) {
        const bool tag = closer_[0] == '<';
        const std::size_t close = tag ? find_folded(text, closer_, at) : text.find(closer_, at);
        const std::size_t end = close == npos ? text.size() : close;
        if (hides_) {
            std::string_view inside = std::string_view(text).substr(at, end - at);
            const std::size_t open = closer_ == "endcomment" ? inside.rfind("{%") : npos;
            inside = inside.substr(0, close == npos ? npos : open);
            hidden_[line].append(at > 0 && hidden_[line].empty() ? trim_left(inside) : inside);
            any_ = any_ || !is_blank(inside);
        }
        if (close == npos) {
            return end;
        }
        const std::size_t sign = closer_ == "-->" ? close + 2 : text.find_first_of(">}", close);
        closer_.clear();
        return sign == npos ? text.size() : sign + 1;
    }

    std::vector<std::string> &lines_;
    std::vector<std::string> hidden_;
    std::vector<std::size_t> fences_;
    std::map<std::string, Position> last_;
    std::string closer_; ///< what ends the element we are in; empty outside
    bool hides_ = false, any_ = false;
};

} // namespace

std::vector<std::string> take_comments(std::vector<std::string> &lines) {
    return CommentPass(lines).run();
}

} // namespace ideary::source
