// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parser.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "query/groups.hpp"
#include "query/leaves.hpp"
#include "query/lexer.hpp"
#include "query/limits.hpp"
#include "schema/fields.hpp"

namespace ideary::query {
namespace {

using Kind = QueryNode::Kind;

/// `+`, `-` and NOT that wait for what they stand before.
struct Signs {
    bool must = false, negated = false;
    std::optional<Lexeme> first; ///< set when there is any
};

/// What stands in a group, and whether OR was typed before it.
struct Item {
    QueryNode node;
    bool by_or = false;

    bool is_flagged() const { return node.must || node.must_not; }
};

/// One pair of parentheses, or the whole query, while it is read.
struct Frame {
    Lexeme opened;
    std::vector<Item> items;      ///< OR, or only a blank, stands between them
    std::vector<QueryNode> chain; ///< AND stands between them: the item being read
    bool chain_by_or = false;     ///< OR was typed before the chain
    std::optional<Lexeme> joiner; ///< an operator that waits for what comes behind it
    Signs signs;
    std::optional<Lexeme> field;       ///< of what comes next
    std::optional<Lexeme> group_field; ///< of everything in these parentheses
};

/// Reads lexemes once, with the open parentheses on a stack of its own: no text can exhaust the
/// program's stack.
class Parser {
  public:
    Parser(std::string_view text, bool all)
        : text_(text), all_(all), lexer_(text, remarks_), leaves_(remarks_), frames_(1) {}
    Parsed run();

  private:
    void take(const Lexeme &lexeme);
    void open(const Lexeme &lexeme);
    void close(const Lexeme &lexeme);
    void join_with(const Lexeme &lexeme);
    void leaf(const Lexeme &lexeme);
    void sign(const Lexeme &lexeme);
    void drop_signs();
    void operand(QueryNode node);
    bool join_near(QueryNode &left, QueryNode &right, const Lexeme &near);
    void end_item(Frame &frame, bool by_or);
    QueryNode end_group(Frame &frame);
    QueryNode root();
    QueryNode operators_as_words();
    void remark(const Lexeme &lexeme, const char *text) {
        add_remark(remarks_, lexeme.offset, lexeme.length, text);
    }

    std::string_view text_;
    bool all_;
    std::vector<Remark> remarks_;
    Lexer lexer_;
    Leaves leaves_;
    std::vector<Frame> frames_; ///< never empty; the first is the whole query
    std::size_t ignored_ = 0;   ///< parentheses open beyond the limit
    std::vector<Lexeme> operators_;
    bool cut_ = false;
    bool anything_ = false;
};

const std::string &first_field(const QueryNode &node) {
    return node.children.empty() ? node.field : first_field(node.children.front());
}

/// Whether OR makes an item an alternative to the one before or behind it.
bool is_alternative(const std::vector<Item> &items, std::size_t i) {
    const bool before = i > 0 && items[i].by_or && !items[i - 1].is_flagged();
    const bool behind = i + 1 < items.size() && items[i + 1].by_or && !items[i + 1].is_flagged();
    return before || behind;
}

/// Values and ranges that stand beside words, without OR, restrict them: `author:x orm` is what x
/// says of orm. Several of one field are alternatives, as with the options of the same names.
std::vector<QueryNode> restrict(std::vector<Item> items, bool &cut) {
    std::vector<QueryNode> nodes;
    std::vector<std::size_t> filters; // their places in nodes
    std::vector<bool> restricts;
    for (std::size_t i = 0; i < items.size(); ++i) {
        restricts.push_back(is_filter(items[i].node) && !is_alternative(items, i));
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        Item &item = items[i];
        const bool filter = restricts[i];
        const auto same = std::find_if(filters.begin(), filters.end(), [&](std::size_t place) {
            return first_field(nodes[place]) == first_field(item.node);
        });
        if (filter && same != filters.end()) {
            std::vector<QueryNode> both;
            both.push_back(std::move(nodes[*same]));
            both.push_back(std::move(item.node));
            nodes[*same] = make_any(std::move(both), cut);
            continue;
        }
        if (filter) {
            filters.push_back(nodes.size());
        }
        nodes.push_back(std::move(item.node));
    }
    if (nodes.size() > 1) {
        for (const std::size_t place : filters) {
            nodes[place].must = true;
        }
    }
    return nodes;
}

Parsed Parser::run() {
    for (Lexeme lexeme = lexer_.next(); lexeme.kind != LexemeKind::end; lexeme = lexer_.next()) {
        anything_ = true;
        take(lexeme);
    }
    Parsed parsed;
    parsed.tree = root();
    std::stable_sort(remarks_.begin(), remarks_.end(),
                     [](const Remark &a, const Remark &b) { return a.offset < b.offset; });
    parsed.remarks = std::move(remarks_);
    return parsed;
}

void Parser::take(const Lexeme &lexeme) {
    switch (lexeme.kind) {
    case LexemeKind::open:
        return open(lexeme);
    case LexemeKind::close:
        return close(lexeme);
    case LexemeKind::op_and:
    case LexemeKind::op_or:
    case LexemeKind::op_near:
        return join_with(lexeme);
    case LexemeKind::plus:
    case LexemeKind::minus:
    case LexemeKind::op_not:
        return sign(lexeme);
    case LexemeKind::field:
        frames_.back().field = lexeme;
        return;
    case LexemeKind::chunk:
    case LexemeKind::quoted:
        return leaf(lexeme);
    case LexemeKind::signs:
    case LexemeKind::end:
        return drop_signs();
    }
}

void Parser::open(const Lexeme &lexeme) {
    if (frames_.size() > max_open_groups) {
        ignored_ += 1;
        cut_ = true;
        return;
    }
    Frame frame;
    frame.opened = lexeme;
    frame.group_field = frames_.back().field ? frames_.back().field : frames_.back().group_field;
    frames_.back().field.reset();
    frames_.push_back(std::move(frame));
}

void Parser::close(const Lexeme &lexeme) {
    if (ignored_ > 0) {
        ignored_ -= 1;
        return;
    }
    if (frames_.size() == 1) {
        remark(lexeme, "This parenthesis closes nothing; it was left out.");
        return;
    }
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    QueryNode group = end_group(frame);
    if (group.kind == Kind::nothing) {
        const bool closed = lexeme.length > 0;
        const char *open = "This parenthesis opens nothing; it was left out.";
        remark(frame.opened,
               closed ? "There is nothing to search between these parentheses." : open);
        drop_signs();
        return;
    }
    operand(std::move(group));
}

/// AND, OR, NEAR: noted until what comes behind it is read.
void Parser::join_with(const Lexeme &lexeme) {
    Frame &frame = frames_.back();
    operators_.push_back(lexeme);
    if (frame.chain.empty() || frame.joiner || frame.signs.first) {
        remark(lexeme, "This operator joins nothing on its left; it was left out.");
        return;
    }
    frame.joiner = lexeme;
}

void Parser::sign(const Lexeme &lexeme) {
    Signs &signs = frames_.back().signs;
    signs.must = signs.must || lexeme.kind == LexemeKind::plus;
    signs.negated = signs.negated != (lexeme.kind != LexemeKind::plus);
    if (!signs.first) {
        signs.first = lexeme;
    }
    if (lexeme.kind == LexemeKind::op_not) {
        operators_.push_back(lexeme);
    }
}

/// What the signs and the field stood before holds no word.
void Parser::drop_signs() {
    Frame &frame = frames_.back();
    frame.signs = {};
    if (frame.field) {
        remark(*frame.field, "This field has no value; it was left out.");
        frame.field.reset();
    }
}

void Parser::leaf(const Lexeme &lexeme) {
    Frame &frame = frames_.back();
    const std::optional<Lexeme> field = frame.field ? frame.field : frame.group_field;
    const bool own = frame.field.has_value();
    frame.field.reset();
    std::optional<QueryNode> node = leaves_.make(lexeme, field);
    if (!node) {
        frame.signs = {};
        frame.joiner.reset();
        return;
    }
    if (field && !own) {
        node->offset = lexeme.offset;
        node->length = lexeme.length;
    }
    operand(std::move(*node));
}

void Parser::operand(QueryNode node) {
    Frame &frame = frames_.back();
    const Signs signs = std::exchange(frame.signs, {});
    node.must_not = node.must_not != signs.negated;
    node.must = (node.must || signs.must) && !node.must_not;
    const std::optional<Lexeme> joiner = std::exchange(frame.joiner, std::nullopt);
    if (joiner && joiner->kind == LexemeKind::op_near &&
        join_near(frame.chain.back(), node, *joiner)) {
        return;
    }
    const bool by_or = joiner && joiner->kind == LexemeKind::op_or;
    const bool chained = joiner ? !by_or : all_;
    if (!chained) {
        end_item(frame, by_or);
    }
    frame.chain.push_back(std::move(node));
}

bool is_near_able(const QueryNode &node) {
    return (node.kind == Kind::word || node.kind == Kind::phrase) && !node.must && !node.must_not &&
           node.field.empty();
}

/// A chain of NEAR is one node, whose distance is the largest of the chain.
bool Parser::join_near(QueryNode &left, QueryNode &right, const Lexeme &near) {
    const bool chain = left.kind == Kind::near && !left.must && !left.must_not;
    if (!is_near_able(right) || !(chain || is_near_able(left))) {
        remark(near, "NEAR stands between two words or phrases; this was read as AND.");
        return false;
    }
    int distance = std::max(near.distance, 1);
    if (distance > max_distance) {
        remark(near, "NEAR reaches 64 words at most; this was read as NEAR/64.");
        distance = max_distance;
    }
    if (!chain) {
        QueryNode node;
        node.kind = Kind::near;
        node.offset = left.offset;
        node.children.push_back(std::move(left));
        left = std::move(node);
    }
    left.distance = std::max(left.distance, distance);
    left.length = right.offset + right.length - left.offset;
    left.children.push_back(std::move(right));
    return true;
}

/// by_or: OR was typed behind the item.
void Parser::end_item(Frame &frame, bool by_or) {
    if (!frame.chain.empty()) {
        frame.items.push_back({make_all(std::exchange(frame.chain, {}), cut_), frame.chain_by_or});
        frame.chain_by_or = by_or;
    }
}

QueryNode Parser::end_group(Frame &frame) {
    if (frame.joiner) {
        remark(*frame.joiner, "This operator joins nothing on its right; it was left out.");
    }
    if (frame.signs.first) {
        remark(*frame.signs.first, "Nothing stands behind this; it was left out.");
    }
    end_item(frame, false);
    return make_any(restrict(std::move(frame.items), cut_), cut_);
}

/// `OR` alone is somebody's word.
QueryNode Parser::operators_as_words() {
    std::vector<QueryNode> words;
    for (Lexeme &lexeme : operators_) {
        lexeme.text = lexeme.kind == LexemeKind::op_near ? "near" : lexeme.raw;
        std::transform(lexeme.text.begin(), lexeme.text.end(), lexeme.text.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        lexeme.words = 1;
        if (auto word = leaves_.make(lexeme, std::nullopt)) {
            words.push_back(std::move(*word));
        }
    }
    remarks_.clear();
    remark(operators_.front(), "There are only operators here; they are searched as words.");
    return make_any(std::move(words), cut_);
}

QueryNode Parser::root() {
    ignored_ = 0;
    while (frames_.size() > 1) {
        const Frame &frame = frames_.back();
        if (!frame.items.empty() || !frame.chain.empty()) {
            remark(frame.opened, "This parenthesis is not closed; it closes at the end.");
        }
        close({});
    }
    QueryNode tree = end_group(frames_.front());
    if (tree.kind == Kind::nothing && !operators_.empty()) {
        tree = operators_as_words();
    }
    if (cut_) {
        add_remark(
            remarks_, 0, text_.size(),
            "Groups inside groups go eight deep; deeper ones were joined with those around.");
    }
    if (tree.kind == Kind::nothing && !anything_ && remarks_.empty()) {
        tree.kind = Kind::everything;
    } else if (tree.kind == Kind::nothing) {
        add_remark(remarks_, 0, text_.size(), "There is no word to search for.");
    } else if (tree.must || tree.must_not) {
        QueryNode whole;
        whole.offset = tree.offset;
        whole.length = tree.length;
        whole.children.push_back(std::move(tree));
        tree = std::move(whole);
        tree.kind = Kind::query;
    } else if (tree.kind == Kind::any) {
        tree.kind = Kind::query;
    }
    return tree;
}

/// The longest start of text of at most max bytes that ends at a blank, or at least at a character.
std::string_view cut_text(std::string_view text, std::size_t max) {
    if (text.size() <= max) {
        return text;
    }
    std::size_t end = max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
        --end;
    }
    const std::size_t blank = text.find_last_of(" \t\n\r", end);
    const bool near = blank != std::string_view::npos && blank > 0 && end - blank < 256;
    return text.substr(0, near ? blank : end);
}

} // namespace

Parsed parse(std::string_view text, bool all) {
    // The canonical form can be longer than what was typed. It must be a query too, so a text whose
    // canonical form goes over the limit is cut further.
    for (std::size_t max = max_text_bytes;; max = max * 3 / 4) {
        const std::string_view part = cut_text(text, max);
        Parsed parsed = Parser(part, all).run();
        if (canonical(parsed.tree).size() > max_text_bytes) {
            continue;
        }
        if (part.size() < text.size()) {
            add_remark(parsed.remarks, part.size(), text.size() - part.size(),
                       "A query holds 4096 bytes at most; the rest was left out.");
        }
        return parsed;
    }
}

} // namespace ideary::query

namespace ideary {

Query Query::parse(std::string_view text, bool all) {
    query::Parsed parsed = query::parse(text, all);
    Query query;
    query.text_ = std::string(text);
    query.tree_ = std::move(parsed.tree);
    query.remarks_ = std::move(parsed.remarks);
    return query;
}

std::string Query::canonical() const {
    return query::canonical(tree_);
}
std::string Query::outline() const {
    return query::outline(tree_);
}

} // namespace ideary
