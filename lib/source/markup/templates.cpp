// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Liquid, Jinja and their kin inside Markdown.
#include <algorithm>

#include "source/markup/passes.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t longest_template = 30; ///< lines
constexpr std::string_view fence = "``````````";

class TemplatePass {
  public:
    explicit TemplatePass(std::vector<std::string> &lines) : lines_(lines) {
        const std::vector<std::string_view> views(lines.begin(), lines.end());
        fences_ = fence_ends(views);
    }

    void run() {
        for (; line_ < lines_.size(); ++line_) {
            if (fences_[line_] != npos) {
                line_ = fences_[line_];
            } else if (contains(lines_[line_], "{%") || contains(lines_[line_], "{{")) {
                read_line();
            }
        }
    }

  private:
    void read_line() {
        std::string text = std::move(lines_[line_]);
        std::string result;
        for (std::size_t at = 0; at < text.size();) {
            const std::string_view rest = std::string_view(text).substr(at);
            if ((starts(rest, "{%") || starts(rest, "{{")) && skip(text, at, result)) {
                continue;
            }
            const std::size_t length = rest[0] == '`' ? code_span(rest) : 1;
            result.append(rest.substr(0, length));
            at += length;
        }
        lines_[line_] = std::move(result);
    }

    /// Moves after the template that opens at a place; false where it does not close in time.
    bool skip(std::string &text, std::size_t &at, std::string &result) {
        const bool is_tag = text[at + 1] == '%';
        const std::string_view closer = is_tag ? "%}" : "}}";
        std::size_t &unclosed = unclosed_[is_tag ? 1 : 0];
        if (unclosed == line_) {
            return false;
        }
        std::size_t close = text.find(closer, at + 2);
        if (close != npos) {
            const std::string_view body =
                trim(std::string_view(text).substr(at + 2, close - at - 2));
            if (starts(body, "highlight ") || body == "endhighlight") {
                result = fence;
            }
            at = close + 2;
            return true;
        }
        const std::size_t end = std::min(lines_.size(), line_ + longest_template);
        for (std::size_t line = line_ + 1; line < end; ++line) {
            close = lines_[line].find(closer);
            if (close == npos) {
                continue;
            }
            lines_[line_] = std::move(result);
            result.clear();
            while (++line_ < line) {
                lines_[line_].clear();
            }
            text = std::move(lines_[line]);
            at = close + 2;
            return true;
        }
        unclosed = line_;
        return false;
    }

    std::vector<std::string> &lines_;
    std::vector<std::size_t> fences_;
    std::size_t line_ = 0;
    /// Lines from which on nothing closes `{{` and `{%` in time: what opens there again is not
    /// tried.
    std::size_t unclosed_[2] = {npos, npos};
};

} // namespace

void blank_templates(std::vector<std::string> &lines) {
    TemplatePass(lines).run();
}

} // namespace ideary::source
