// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// From the events of HTML to nodes: the main part of the page, its headings, lists, tables and
// paragraphs.
#include <algorithm>
#include <array>

#include "source/html/html_page.hpp"
#include "source/html/html_text.hpp"
#include "source/markup/blocks.hpp"
#include "source/markup/passes.hpp"

namespace ideary::source {
namespace {

using Kind = HtmlEvent::Kind;

constexpr std::array<std::string_view, 40> blocks{
    "address", "article", "blockquote", "body",     "caption",    "center", "dd",     "details",
    "div",     "dl",      "dt",         "fieldset", "figcaption", "figure", "footer", "form",
    "h1",      "h2",      "h3",         "h4",       "h5",         "h6",     "header", "hgroup",
    "hr",      "html",    "li",         "main",     "menu",       "ol",     "p",      "pre",
    "section", "summary", "table",      "tbody",    "td",         "th",     "thead",  "tr"};

bool is_list(std::string_view name) {
    return name == "ul" || name == "ol" || name == "dl" || name == "menu";
}

class HtmlReader {
  public:
    explicit HtmlReader(const std::vector<HtmlEvent> &events) : events_(events), page_(events) {}

    Outline read(bool whole_page) {
        outline_.syntax = Syntax::html;
        const auto [from, to] =
            whole_page ? page_.main_part() : std::pair(std::size_t{0}, events_.size());
        for (std::size_t i = from; i < to; ++i) {
            const HtmlEvent &event = events_[i];
            if (event.kind == Kind::text) {
                text_.add(event);
            } else if (event.kind == Kind::close) {
                close(event.name);
            } else if (page_.is_skipped(i)) {
                flush();
                i = page_.end(i);
            } else {
                open(i);
            }
        }
        flush();
        return std::move(outline_);
    }

  private:
    struct List {
        bool ordered = false, terms = false;
        int next = 1;
        std::size_t item = npos; ///< the open item's node
    };

    // Elements

    void open(std::size_t at) {
        const HtmlEvent &event = events_[at];
        const std::string_view name = event.name;
        if (!among(name, blocks) && name != "ul") {
            text_.open(event);
            return;
        }
        if (in_cell_ && name != "td" && name != "th" && name != "tr") {
            text_.end_line();
            return;
        }
        flush();
        if (is_list(name)) {
            open_list(name);
        } else if (name == "li" || name == "dt") {
            open_item(event.line);
        } else if (name == "blockquote") {
            ++quotes_;
        } else if (name == "pre") {
            ++code_;
        } else if (name == "hr" && lists_.empty()) {
            add(NodeKind::rule, event.line);
        } else if (heading_level(name) > 0) {
            heading_ = heading_level(name);
        } else {
            open_table_part(at);
        }
    }

    void close(std::string_view name) {
        if (!among(name, blocks) && name != "ul") {
            text_.close(name);
            return;
        }
        if (in_cell_ && name != "td" && name != "th" && name != "tr" && name != "table") {
            text_.end_line();
            return;
        }
        flush();
        if (is_list(name) && !lists_.empty()) {
            lists_.pop_back();
            last_list_end_ = outline_.nodes.size();
        } else if (name == "li" && !lists_.empty()) {
            lists_.back().item = npos;
        } else if (name == "blockquote") {
            quotes_ = std::max(quotes_ - 1, 0);
        } else if (name == "pre") {
            code_ = std::max(code_ - 1, 0);
        } else if (heading_level(name) > 0) {
            heading_ = 0;
        } else if (name == "td" || name == "th") {
            in_cell_ = false;
        } else if (name == "tr") {
            end_row();
        } else if (name == "thead") {
            in_head_ = false;
        } else if (name == "table") {
            end_row();
            in_table_ = false;
        }
    }

    void open_list(std::string_view name) {
        const bool run = last_list_end_ == outline_.nodes.size() && list_number_ > 0;
        if (lists_.empty() && !run) {
            ++list_number_;
        }
        lists_.push_back({name == "ol", name == "dl", 1, npos});
    }

    void open_item(int line) {
        if (lists_.empty()) {
            open_list("ul");
        }
        List &list = lists_.back();
        auto level = static_cast<int>(lists_.size()) - 1;
        if (level > max_level) {
            level = max_level;
        }
        Node &node = add(NodeKind::item, line);
        node.level = level;
        node.list = list_number_;
        node.ordinal = list.ordered ? std::to_string(list.next++) + "." : std::string();
        list.item = outline_.nodes.size() - 1;
    }

    void open_table_part(std::size_t at) {
        const std::string_view name = events_[at].name;
        if (name == "table") {
            // Tables that hold headings, lists or tables serve the layout of the page.
            layout_ = page_.holds(at, {"h1", "h2", "h3", "ul", "ol", "table", "pre"});
            in_table_ = !layout_ && lists_.empty();
            tables_ += in_table_ ? 1 : 0;
        } else if (name == "thead") {
            in_head_ = true;
        } else if (in_table_ && name == "tr") {
            end_row();
            row_line_ = events_[at].line;
            row_is_head_ = true;
        } else if (in_table_ && (name == "td" || name == "th")) {
            row_is_head_ = row_is_head_ && (name == "th" || in_head_);
            in_cell_ = true;
            cells_.emplace_back();
        }
    }

    void end_row() {
        flush();
        in_cell_ = false;
        if (!cells_.empty()) {
            Node &node = add(NodeKind::row, row_line_);
            node.cells = std::move(cells_);
            node.header = row_is_head_;
            node.table = tables_;
        }
        cells_.clear();
    }

    // Nodes

    Node &add(NodeKind kind, int line) {
        Node node;
        node.kind = kind;
        node.line = node.end_line = line;
        node.blank_before = node.blank_after = true;
        outline_.nodes.push_back(std::move(node));
        return outline_.nodes.back();
    }

    /// The text since the last block tag becomes a node, or part of one.
    void flush() {
        const bool touched = text_.touched();
        HtmlBlock block = text_.take();
        if (touched && (!block.text.plain.empty() || block.text.all_image)) {
            place(std::move(block));
        }
    }

    void place(HtmlBlock block) {
        const std::size_t item = lists_.empty() ? npos : lists_.back().item;
        if (in_cell_) {
            cells_.back() = std::move(block.text);
        } else if (heading_ > 0) {
            Node &node = add(NodeKind::heading, block.line);
            node.level = heading_;
            node.text = std::move(block.text);
            node.ordinal = take_ordinal(node.text);
        } else if (item != npos) {
            place_in_item(outline_.nodes[item], std::move(block));
        } else if (quotes_ > 0) {
            add(NodeKind::quote, block.line).text = std::move(block.text);
        } else if (code_ > 0) {
            add(NodeKind::code, block.line).text.plain = std::move(block.raw);
        } else {
            place_paragraph(std::move(block));
        }
    }

    void place_in_item(Node &node, HtmlBlock block) {
        if (code_ > 0) {
            block.text.plain = std::move(block.raw);
        }
        if (!node.text.plain.empty() || quotes_ > 0 || code_ > 0) {
            node.more.push_back(std::move(block.text));
            return;
        }
        node.text = std::move(block.text);
        node.text.checkbox = block.box;
        node.line = block.line;
        node.end_line = block.end_line;
        if (node.ordinal.empty()) {
            node.ordinal = take_ordinal(node.text);
        }
    }

    /// Lines that `<br>` ends and bullets begin are a list; everything else is one paragraph.
    void place_paragraph(HtmlBlock block) {
        const auto marked =
            std::count_if(block.lines.begin(), block.lines.end(),
                          [](const Line &line) { return static_cast<bool>(marker_of(line.raw)); });
        if (marked < 2) {
            Node &node = add(NodeKind::paragraph, block.line);
            node.text = std::move(block.text);
            node.lines = std::move(block.lines);
            node.end_line = block.end_line;
            return;
        }
        ++list_number_;
        for (Line &line : block.lines) {
            const Marker marker = marker_of(line.raw);
            Node &node = add(marker ? NodeKind::item : NodeKind::paragraph, line.number);
            node.text = std::move(line.text);
            if (marker) {
                cut_front(node.text, marker.length);
                node.ordinal = marker.ordinal;
                node.list = list_number_;
            } else {
                node.lines.push_back({line.number, node.text.plain, node.text});
                node.blank_after = false;
            }
        }
    }

    static void cut_front(Text &text, std::size_t length) {
        text.plain.erase(0, length);
        for (InlineLink &link : text.links) {
            link.offset -= std::min(link.offset, length);
        }
    }

    const std::vector<HtmlEvent> &events_;
    HtmlPage page_;
    Outline outline_;
    std::vector<List> lists_;
    HtmlText text_;
    std::vector<Text> cells_;
    std::size_t last_list_end_ = npos;
    int row_line_ = 0;
    int list_number_ = 0, tables_ = 0, heading_ = 0, quotes_ = 0, code_ = 0;
    bool in_cell_ = false, in_table_ = false, layout_ = false, in_head_ = false;
    bool row_is_head_ = false;
};

} // namespace

Outline read_html(const std::vector<std::string> &lines, int first_line, HtmlHead *head,
                  std::vector<Remark> &remarks) {
    const std::vector<HtmlEvent> events = html_events(lines, first_line, remarks);
    if (head != nullptr) {
        *head = read_head(events);
    }
    return HtmlReader(events).read(head != nullptr);
}

} // namespace ideary::source
