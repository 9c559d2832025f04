// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Inline marks of Markdown and, with fewer rules, of plain text. One pass from left to right with a
// stack of brackets and a stack of emphasis marks; what never pairs stays as it was written. (md4c
// cannot say which bytes of the plain text a link covers, nor close `**bold **`.)
#include <algorithm>
#include <array>
#include <map>

#include "source/markup/emphasis.hpp"
#include "source/markup/inline_scanner.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t most_brackets = 256, longest_target = 2048;

class MarkdownInline : InlineScanner {
  public:
    MarkdownInline(std::string_view raw, bool plain, const References &references)
        : InlineScanner(raw), plain_(plain), references_(references) {}

    Text read() {
        if (!plain_) {
            find_backticks();
        }
        while (at_ < raw_.size()) {
            if (!special()) {
                ++at_;
            }
        }
        flush();
        return out_.build();
    }

  private:
    struct Bracket {
        std::size_t piece, raw, marks;
        bool image;
    };

    /// Handles the mark at at_ and moves on; false where it is text.
    bool special() {
        switch (raw_[at_]) {
        case '&':
            return entity();
        case 'h':
        case 'H':
        case 'w':
        case 'W':
            return bare_url(brackets_.empty() || !closes_as_link());
        case '<':
            return angle();
        case '[':
            return open_bracket(false);
        case ']':
            return close_bracket();
        case '!':
            return peek(1) == '[' && open_bracket(true);
        default:
            return !plain_ && markdown_special();
        }
    }
    bool markdown_special() {
        switch (raw_[at_]) {
        case '\\':
            return escape();
        case '`':
            return code();
        case '*':
        case '_':
        case '~':
            return emphasis();
        default:
            return false;
        }
    }

    bool entity() {
        const EntityAt found = entity_at(rest());
        if (found.length == 0) {
            return false;
        }
        flush();
        out_.add(found.text);
        skip(found.length);
        return true;
    }

    bool escape() {
        const char next = peek(1);
        if (!is_punct(next) && next != '\n') {
            return false;
        }
        flush();
        out_.add(std::string(1, next));
        skip(2);
        return true;
    }

    void find_backticks() {
        for (std::size_t i = raw_.find('`'); i != npos; i = raw_.find('`', i)) {
            const std::size_t run = run_of(raw_.substr(i), '`');
            backticks_[run].push_back(i);
            i += run;
        }
    }

    bool code() {
        const std::size_t run = run_of(rest(), '`');
        const auto &places = backticks_[run];
        std::size_t &next = next_backtick_[run];
        while (next < places.size() && places[next] <= at_) {
            ++next;
        }
        if (next == places.size()) {
            at_ += run;
            return true;
        }
        flush();
        out_.add(raw_.substr(at_ + run, places[next] - at_ - run));
        skip(places[next] + run - at_);
        return true;
    }

    bool closes_as_link() const {
        const std::size_t close = raw_.substr(0, at_ + longest_target).find(']', at_);
        return close != npos && close + 1 < raw_.size() && raw_[close + 1] == '(';
    }

    bool angle() { return (!plain_ && autolink()) || tag(); }

    bool autolink() {
        const std::size_t length = autolink_length(rest());
        if (length == 0) {
            return false;
        }
        flush();
        const std::string_view body = raw_.substr(at_ + 1, length - 2);
        const bool mail = body[body.find_first_of(":@")] == '@';
        const std::size_t piece = out_.add(body);
        out_.link(piece, piece + 1, (mail ? "mailto:" : "") + std::string(body));
        skip(length);
        return true;
    }

    bool tag() {
        const TagAt found = tag_at(rest());
        if (found.length == 0) {
            return false;
        }
        flush();
        const int depth = found.closing ? -1 : 1;
        const std::string &name = found.name;
        const std::size_t piece = out_.add(name == "br" ? " " : "");
        if (name == "b" || name == "strong") {
            out_.piece(piece).bold = depth;
        } else if (name == "s" || name == "del" || name == "strike") {
            out_.piece(piece).struck = depth;
        } else if (name == "img") {
            out_.image();
        } else if (name == "a") {
            anchor(found, piece);
        }
        skip(found.length);
        return true;
    }

    void anchor(const TagAt &found, std::size_t piece) {
        if (!found.closing) {
            anchor_ = attribute(found.attributes, "href");
            anchor_piece_ = piece;
        } else if (anchor_) {
            out_.link(anchor_piece_, piece + 1, *anchor_);
            anchor_.reset();
        }
    }

    bool open_bracket(bool image) {
        if (!image && (wiki_link() || footnote_mark())) {
            return true;
        }
        flush();
        if (brackets_.size() == most_brackets) {
            brackets_.erase(brackets_.begin());
        }
        const std::size_t length = image ? 2 : 1;
        const std::size_t piece = out_.add(raw_.substr(at_, length));
        brackets_.push_back({piece, at_ + length, emphasis_.height(), image});
        skip(length);
        return true;
    }

    /// `[[target|text]]` and `[[text]]`.
    bool wiki_link() {
        if (peek(1) != '[') {
            return false;
        }
        const std::size_t end = raw_.find_first_of("[]", at_ + 2);
        if (end == npos || end == at_ + 2 || raw_.substr(end, 2) != "]]" ||
            raw_.substr(end, 3) == "]](" || raw_.substr(end, 3) == "]][") {
            return false;
        }
        const std::string_view body = raw_.substr(at_ + 2, end - at_ - 2);
        const std::size_t bar = body.rfind('|');
        const std::string_view target = trim(body.substr(0, bar));
        flush();
        const std::size_t piece = out_.add(bar == npos ? body : body.substr(bar + 1));
        out_.link(piece, piece + 1, std::string(target));
        skip(end + 2 - at_);
        return true;
    }

    bool footnote_mark() {
        if (plain_ || peek(1) != '^') {
            return false;
        }
        const std::size_t end = raw_.substr(at_, 64).find_first_of("] ");
        if (end == npos || end < 3 || raw_[at_ + end] != ']') {
            return false;
        }
        flush();
        skip(end + 1);
        return true;
    }

    bool close_bracket() {
        if (brackets_.empty()) {
            return false;
        }
        const Bracket open = brackets_.back();
        brackets_.pop_back();
        Destination found = link_destination(raw_, at_ + 1, last_paren());
        if (found.end == 0) {
            found = link_reference(raw_, open.raw, at_, references_);
        }
        if (found.end == 0) {
            return false;
        }
        flush();
        emphasis_.drop(open.marks);
        out_.piece(open.piece).length = 0;
        if (open.image) {
            out_.cut(open.piece);
            out_.image();
        } else {
            out_.link(open.piece, out_.size(), std::move(found.target));
            brackets_.erase(std::remove_if(brackets_.begin(), brackets_.end(),
                                           [](const Bracket &b) { return !b.image; }),
                            brackets_.end());
        }
        skip(found.end - at_);
        return true;
    }

    /// Where the last closing parenthesis stands: after it no destination ends.
    std::size_t last_paren() {
        if (!last_paren_) {
            const std::size_t place = raw_.rfind(')');
            last_paren_ = place == npos ? 0 : place;
        }
        return *last_paren_;
    }

    bool emphasis() {
        const std::size_t run = run_of(rest(), raw_[at_]);
        flush();
        emphasis_.add(raw_, at_, run);
        skip(run);
        return true;
    }

    bool plain_;
    const References &references_;
    Emphasis emphasis_{out_};
    std::vector<Bracket> brackets_;
    std::map<std::size_t, std::vector<std::size_t>> backticks_;
    std::map<std::size_t, std::size_t> next_backtick_;
    std::optional<std::size_t> last_paren_;
    std::optional<std::string> anchor_;
    std::size_t anchor_piece_ = 0;
};

} // namespace

Text read_inline(std::string_view raw, Syntax syntax, const References &references) {
    if (raw.size() > max_inline_bytes) {
        std::size_t end = max_inline_bytes;
        while (end > 0 && (static_cast<unsigned char>(raw[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        raw = raw.substr(0, end);
    }
    if (syntax == Syntax::rst) {
        return read_rst_inline(raw, references);
    }
    return MarkdownInline(raw, syntax == Syntax::plain, references).read();
}

} // namespace ideary::source
