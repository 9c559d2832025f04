// SPDX-License-Identifier: GPL-2.0-or-later
// Inline marks of Markdown and, with fewer rules, of plain text. One pass from left to right with a
// stack of brackets and a stack of emphasis marks; what never pairs stays as it was written. (md4c
// cannot say which bytes of the plain text a link covers, nor close `**bold **`.)
#include <algorithm>
#include <array>
#include <map>

#include "source/inline.hpp"
#include "source/lines.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t most_brackets = 256, longest_target = 2048, deepest_parens = 32;

/// Where a link's destination ends, and what it is.
struct Destination {
    std::size_t end = 0; ///< after the closing parenthesis; 0: none
    std::string target;
};

/// General punctuation beyond ASCII counts as punctuation beside emphasis marks.
bool is_wide_punct(std::string_view at) {
    return starts(at, "\xe2\x80") || starts(at, "\xe3\x80") || starts(at, "\xc2\xbf") ||
           starts(at, "\xc2\xa1") || starts(at, "\xef\xbc");
}

class MarkdownInline {
  public:
    MarkdownInline(std::string_view raw, bool plain, const References &references)
        : raw_(raw), plain_(plain), references_(references) {}

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
    struct Mark {
        std::size_t piece;
        char sign;
        std::size_t count;
        bool wide;
    };
    struct Bracket {
        std::size_t piece, raw, marks;
        bool image;
    };

    char before() const { return at_ > 0 ? raw_[at_ - 1] : ' '; }
    char peek(std::size_t ahead) const {
        return at_ + ahead < raw_.size() ? raw_[at_ + ahead] : '\0';
    }

    /// Text up to here becomes a piece.
    void flush() {
        if (at_ > start_) {
            out_.add(raw_.substr(start_, at_ - start_));
        }
        start_ = at_;
    }
    void skip(std::size_t length) {
        at_ += length;
        start_ = at_;
    }

    /// Handles the sign at at_ and moves on; false where it is text.
    bool special() {
        switch (raw_[at_]) {
        case '&':
            return entity();
        case 'h':
        case 'H':
        case 'w':
        case 'W':
            return bare_url();
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
        const EntityAt found = entity_at(raw_.substr(at_));
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
        const std::size_t run = run_of(raw_.substr(at_), '`');
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

    bool bare_url() {
        const std::size_t length = is_alnum(before()) ? 0 : url_length(raw_.substr(at_));
        if (length == 0) {
            return false;
        }
        flush();
        std::string target(raw_.substr(at_, length));
        const std::size_t piece = out_.add(target);
        if (lower(target[0]) == 'w') {
            target.insert(0, "http://");
        }
        // Inside brackets the link of the brackets is the link.
        if (brackets_.empty() || !closes_as_link()) {
            out_.link(piece, piece + 1, target);
        }
        skip(length);
        return true;
    }

    bool closes_as_link() const {
        const std::size_t close = raw_.substr(0, at_ + longest_target).find(']', at_);
        return close != npos && close + 1 < raw_.size() && raw_[close + 1] == '(';
    }

    bool angle() { return (!plain_ && autolink()) || tag(); }

    bool autolink() {
        std::size_t end = at_ + 1;
        while (end < raw_.size() && end - at_ < longest_target && !is_space(raw_[end]) &&
               raw_[end] != '<' && raw_[end] != '>') {
            ++end;
        }
        if (end >= raw_.size() || raw_[end] != '>') {
            return false;
        }
        const std::string_view body = raw_.substr(at_ + 1, end - at_ - 1);
        const std::size_t sign = body.find_first_of(":@");
        if (sign == npos || sign < 2 ||
            !std::all_of(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(sign),
                         [](char c) {
                             return is_alnum(c) || contains("+.-_", {&c, 1});
                         })) {
            return false;
        }
        flush();
        const std::size_t piece = out_.add(body);
        out_.link(piece, piece + 1, (body[sign] == '@' ? "mailto:" : "") + std::string(body));
        skip(end + 1 - at_);
        return true;
    }

    bool tag() {
        const TagAt found = tag_at(raw_.substr(at_));
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
        brackets_.push_back({piece, at_ + length, marks_.size(), image});
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
        Destination found = destination(at_ + 1);
        if (found.end == 0) {
            found = reference(open);
        }
        if (found.end == 0) {
            return false;
        }
        flush();
        drop_marks(open.marks);
        out_.piece(open.piece).text.clear();
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

    Destination reference(const Bracket &open) const {
        if (references_.empty()) {
            return {};
        }
        std::size_t end = at_ + 1;
        std::string_view label = raw_.substr(open.raw, at_ - open.raw);
        if (end < raw_.size() && raw_[end] == '[') {
            const std::size_t close = raw_.substr(0, end + 256).find_first_of("[]", end + 1);
            if (close != npos && raw_[close] == ']') {
                label = close == end + 1 ? label : raw_.substr(end + 1, close - end - 1);
                end = close + 1;
            }
        }
        const auto row = references_.find(fold_label(label));
        return row == references_.end() ? Destination{} : Destination{end, row->second};
    }

    /// What stands in parentheses at from: `(target)`, `(<target> "title")`.
    Destination destination(std::size_t from) {
        if (from >= raw_.size() || raw_[from] != '(' || last_paren() < from) {
            return {};
        }
        std::size_t depth = 0;
        const std::size_t limit = std::min(raw_.size(), from + longest_target);
        for (std::size_t i = from; i < limit && depth <= deepest_parens; ++i) {
            if (raw_[i] == '\\') {
                ++i;
            } else if (raw_[i] == '(') {
                ++depth;
            } else if (raw_[i] == ')' && --depth == 0) {
                return {i + 1, target(raw_.substr(from + 1, i - from - 1))};
            } else if (raw_[i] == '[' && depth > 0 && raw_[i - 1] == ' ') {
                break;
            }
        }
        return {};
    }
    std::size_t last_paren() {
        if (!last_paren_) {
            last_paren_ = raw_.rfind(')') == npos ? 0 : raw_.rfind(')');
        }
        return *last_paren_;
    }

    /// The address without `< >`, its title and escapes.
    static std::string target(std::string_view body) {
        body = trim(body);
        if (!body.empty() && body[0] == '<') {
            body = body.substr(1, body.find('>') == npos ? npos : body.find('>') - 1);
        } else {
            body = trim(body.substr(0, body.find_first_of("\"\n")));
            const std::size_t quote = body.find(" '");
            body = body.substr(0, quote);
        }
        std::string result;
        for (std::size_t i = 0; i < body.size(); ++i) {
            i += body[i] == '\\' && i + 1 < body.size() && is_punct(body[i + 1]) ? 1 : 0;
            result += body[i];
        }
        return result;
    }

    bool emphasis() {
        const char sign = raw_[at_];
        const std::size_t run = run_of(raw_.substr(at_), sign);
        const char after = peek(run);
        const bool end = after == '\0' || is_space(after);
        const bool begin = is_space(before());
        const bool punct_after = is_punct(after) || is_wide_punct(raw_.substr(at_ + run));
        const bool punct_before =
            is_punct(before()) || (at_ > 2 && is_wide_punct(raw_.substr(at_ - 3, 3)));
        bool opens = !end && (!punct_after || begin || punct_before);
        bool closes = !begin && (!punct_before || end || punct_after || sign == '*');
        if (sign == '_') {
            opens = opens && (begin || punct_before);
            closes = closes && (end || punct_after);
        }
        // `**bold **- text`: what a hurried writer closes too late.
        const bool late = begin && run == 2 && sign == '*' && !is_alnum(after);
        flush();
        place_mark({out_.add(raw_.substr(at_, run)), sign, run, false}, (closes || late) && run < 4,
                   opens && run < 4);
        skip(run);
        return true;
    }

    std::size_t &open_count(char sign) { return open_[sign == '*' ? 0 : sign == '_' ? 1 : 2]; }

    void place_mark(Mark mark, bool closes, bool opens) {
        const std::size_t least = mark.sign == '~' ? 2 : 1;
        while (closes && mark.count >= least && open_count(mark.sign) > 0) {
            while (marks_.back().sign != mark.sign) {
                drop_marks(marks_.size() - 1);
            }
            pair(marks_.back(), mark);
        }
        if (opens && mark.count >= least) {
            ++open_count(mark.sign);
            marks_.push_back(mark);
        }
    }

    /// Takes what both have in common off an opening and a closing mark.
    void pair(Mark &opener, Mark &closer) {
        const std::size_t used = std::min({opener.count, closer.count, std::size_t{2}});
        Piece &first = out_.piece(opener.piece);
        Piece &last = out_.piece(closer.piece);
        first.text.resize(first.text.size() - used);
        last.text.resize(last.text.size() - used);
        if (used == 2) {
            int Piece::*depth = opener.sign == '~' ? &Piece::struck : &Piece::bold;
            ++(first.*depth);
            --(last.*depth);
        }
        closer.count -= used;
        opener.count -= used;
        if (opener.count < (opener.sign == '~' ? 2U : 1U)) {
            drop_marks(marks_.size() - 1);
        }
    }

    void drop_marks(std::size_t height) {
        while (marks_.size() > height) {
            --open_count(marks_.back().sign);
            marks_.pop_back();
        }
    }

    std::string_view raw_;
    bool plain_;
    const References &references_;
    TextBuilder out_;
    std::size_t at_ = 0, start_ = 0;
    std::vector<Mark> marks_;
    std::array<std::size_t, 3> open_{};
    std::vector<Bracket> brackets_;
    std::map<std::size_t, std::vector<std::size_t>> backticks_;
    std::map<std::size_t, std::size_t> next_backtick_;
    std::optional<std::size_t> last_paren_;
    std::optional<std::string> anchor_;
    std::size_t anchor_piece_ = 0;
};

} // namespace

Text read_inline(std::string_view raw, Syntax syntax, const References &references) {
    if (syntax == Syntax::rst) {
        return read_rst_inline(raw, references);
    }
    return MarkdownInline(raw, syntax == Syntax::plain, references).read();
}

} // namespace ideary::source
