// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Inline marks of reStructuredText: simpler than Markdown's, for none nests in another.
#include "source/markup/inline_scanner.hpp"

namespace ideary::source {
namespace {

class RstInline : InlineScanner {
  public:
    RstInline(std::string_view raw, const References &references)
        : InlineScanner(raw), references_(references) {}

    Text read() {
        while (at_ < raw_.size()) {
            if (!special()) {
                ++at_;
            }
        }
        flush();
        return out_.build();
    }

  private:
    bool special() {
        switch (raw_[at_]) {
        case '\\':
            return escape();
        case '`':
            return peek(1) == '`' ? between("``", 0) : interpreted();
        case '*':
            return peek(1) == '*' ? between("**", 1) : between("*", 0);
        case '|':
            return between("|", 0);
        case ':':
            return role();
        case '_':
            return word_reference();
        case '[':
            return footnote_mark();
        case 'h':
        case 'H':
            return bare_url(true);
        default:
            return false;
        }
    }

    bool escape() {
        flush();
        if (!is_space(peek(1)) && peek(1) != '\0') {
            out_.add(std::string(1, peek(1)));
        }
        skip(2);
        return true;
    }

    /// Text between two equal punctuation, which touch it and stand free of words outside.
    bool between(std::string_view sign, int bold) {
        const std::size_t from = at_ + sign.size();
        if (is_alnum(before()) || from >= raw_.size() || is_space(raw_[from])) {
            return false;
        }
        const std::size_t end = closing(sign, from + 1);
        if (end == npos) {
            at_ += sign.size();
            return true;
        }
        flush();
        const std::size_t piece = out_.add(raw_.substr(from, end - from));
        out_.piece(piece).bold = bold;
        if (bold > 0) {
            const std::size_t last = out_.add("");
            out_.piece(last).bold = -1;
        }
        skip(end + sign.size() - at_);
        if (sign == "|" && peek(0) == '_') {
            skip(1);
        }
        return true;
    }

    std::size_t closing(std::string_view sign, std::size_t from) {
        std::size_t &none = nothing_after_[sign == "``"   ? 0
                                           : sign == "**" ? 1
                                           : sign == "*"  ? 2
                                                          : 3];
        if (from >= none) {
            return npos;
        }
        for (std::size_t i = raw_.find(sign, from); i != npos; i = raw_.find(sign, i + 1)) {
            const char next = i + sign.size() < raw_.size() ? raw_[i + sign.size()] : ' ';
            if (!is_space(raw_[i - 1]) && !is_alnum(next)) {
                return i;
            }
        }
        none = from;
        return npos;
    }

    /// `text`, `text`_, `text <target>`_ and `text`:role:.
    bool interpreted() {
        const std::size_t end = raw_.find('`', at_ + 1);
        if (end == npos || end == at_ + 1 || is_space(peek(1))) {
            return false;
        }
        flush();
        const std::string_view body = raw_.substr(at_ + 1, end - at_ - 1);
        const std::size_t angle = body.rfind('<');
        const bool embedded = angle != npos && angle > 0 && body.back() == '>';
        const std::string_view text = embedded ? trim(body.substr(0, angle)) : body;
        const std::size_t piece = out_.add(text);
        skip(end + 1 - at_);
        const std::size_t bars = run_of(raw_.substr(at_), '_');
        if (embedded) {
            const std::string_view inside = body.substr(angle + 1, body.size() - angle - 2);
            out_.link(piece, piece + 1, resolve(inside));
        } else if (bars > 0) {
            out_.link(piece, piece + 1, resolve(std::string(text) + "_"));
        }
        skip(std::min<std::size_t>(bars, 2));
        if (bars == 0 && peek(0) == ':') {
            skip(role_length());
        }
        return true;
    }

    /// A target that ends in `_` names another; an unknown one stays as written.
    std::string resolve(std::string_view target) const {
        if (!target.empty() && target.back() == '_') {
            const std::string_view name = target.substr(0, target.size() - 1);
            const auto row = references_.find(fold_label(name));
            return row == references_.end() ? std::string() : row->second;
        }
        return std::string(target);
    }

    /// Length of `:name:` here, 0 where there is none.
    std::size_t role_length() const {
        std::size_t end = at_ + 1;
        while (end < raw_.size() && end - at_ < 40 &&
               (is_alnum(raw_[end]) || contains("-_.+:", raw_.substr(end, 1)))) {
            if (raw_[end] == ':' && (end + 1 >= raw_.size() || !is_letter(raw_[end + 1]))) {
                return end + 1 - at_;
            }
            ++end;
        }
        return 0;
    }

    /// `:role:` before a backquote.
    bool role() {
        const std::size_t length = is_alnum(before()) ? 0 : role_length();
        if (length < 3 || peek(length) != '`' || peek(length + 1) == '`') {
            return false;
        }
        flush();
        skip(length);
        role_text();
        return true;
    }

    /// The text of a role: what stands before ` <target>`, without the tilde that shortens names.
    void role_text() {
        const std::size_t end = raw_.find('`', at_ + 1);
        if (end == npos) {
            return;
        }
        std::string_view body = raw_.substr(at_ + 1, end - at_ - 1);
        const std::size_t angle = body.rfind(" <");
        if (angle != npos && body.back() == '>') {
            body = body.substr(0, angle);
        }
        out_.add(starts(body, "~") ? body.substr(1) : body);
        skip(end + 1 - at_);
    }

    /// `word_` and `word__` that name a known target, or the anonymous one.
    bool word_reference() {
        const std::size_t bars = run_of(raw_.substr(at_), '_');
        const char after = peek(bars);
        if (!is_alnum(before()) || is_alnum(after) || is_high(after) || bars > 2 || at_ == start_) {
            at_ += bars;
            return true;
        }
        std::size_t from = at_;
        while (from > start_ && at_ - from < 80 &&
               (is_alnum(raw_[from - 1]) || is_high(raw_[from - 1]) ||
                contains("-.+", raw_.substr(from - 1, 1)))) {
            --from;
        }
        const std::string_view word = raw_.substr(from, at_ - from);
        const auto row = references_.find(fold_label(word));
        if (row == references_.end()) {
            at_ += bars;
            return true;
        }
        if (from > start_) {
            out_.add(raw_.substr(start_, from - start_));
        }
        const std::size_t piece = out_.add(word);
        out_.link(piece, piece + 1, row->second);
        skip(bars);
        return true;
    }

    /// `[1]_`: the bar goes.
    bool footnote_mark() {
        const std::size_t end = raw_.substr(at_, 40).find("]_");
        if (end == npos || contains(raw_.substr(at_ + 1, end - 1), " ")) {
            return false;
        }
        at_ += end + 1;
        flush();
        skip(1);
        return true;
    }

    const References &references_;
    std::size_t nothing_after_[4] = {npos, npos, npos, npos};
};

} // namespace

Text read_rst_inline(std::string_view raw, const References &references) {
    return RstInline(raw, references).read();
}

} // namespace ideary::source
