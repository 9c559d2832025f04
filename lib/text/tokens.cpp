// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <unicode/rbbi.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "text/emit.hpp"
#include "text/fold.hpp"
#include "text/icu.hpp"
#include "text/word_rules.hpp"

namespace ideary::text {
namespace {

/// Raise it whenever the tokens of any text change: indexes made with other rules are refused.
constexpr int rules_version = 1;

/// Rule statuses of word.rules.
enum Status : std::int32_t {
    number_status = 100,
    word_status = 200,
    emoji_status = 300,
    hanlike_status = 400,
    southeast_status = 500
};

/// The compiled rules: ICU reads them in place, from aligned memory that outlives all clones.
class Rules {
  public:
    static const icu::RuleBasedBreakIterator &compiled() {
        static const Rules rules;
        return *rules.iterator_;
    }

  private:
    Rules() {
        const std::string_view bytes = word_rules();
        aligned_.resize(bytes.size() / sizeof(std::uint64_t) + 1);
        std::memcpy(aligned_.data(), bytes.data(), bytes.size());
        UErrorCode status = U_ZERO_ERROR;
        iterator_ = std::make_unique<icu::RuleBasedBreakIterator>(
            reinterpret_cast<const std::uint8_t *>(aligned_.data()),
            static_cast<std::uint32_t>(bytes.size()), status);
        check(status, "loading the word rules");
    }
    std::vector<std::uint64_t> aligned_;
    std::unique_ptr<icu::RuleBasedBreakIterator> iterator_;
};

bool is_blank(char c) {
    return static_cast<unsigned char>(c) <= ' ';
}

/// Which bytes belong to a set: told by a table, because each byte of a text is asked for.
class Bytes {
  public:
    constexpr explicit Bytes(std::string_view of) {
        for (const char c : of) {
            has_[static_cast<unsigned char>(c)] = true;
        }
    }
    constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

  private:
    std::array<bool, 256> has_{};
};

constexpr Bytes url_ends("<>\"`|");
/// Signs in front of a word, behind it, and single ones inside: no break rule speaks of the first
/// two there.
constexpr Bytes in_front("([{<\"'`*:;,!?/&=|~$%^\\>)]}");
constexpr Bytes behind(".,;:!?)]}\"'`*>|~=/&\\%");
constexpr Bytes joining("-'/&._");
constexpr Bytes word_bytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

/// Of a letter or digit of ASCII.
char lower(char c) {
    return static_cast<char>(c | 0x20); // digits have this bit
}

/// First byte of a URL's text that is no part of it.
std::size_t url_end(std::string_view text, std::size_t begin) {
    std::size_t i = begin;
    while (i < text.size() && !is_blank(text[i]) && !url_ends.has(text[i]) &&
           static_cast<unsigned char>(text[i]) < 0xE2) {
        ++i;
    }
    return i;
}

/// A stretch between blanks: what can be told of it without the break rules.
struct Stretch {
    std::size_t begin = 0, end = 0; ///< of the word, without the signs around it
    bool simple = false;            ///< one word of known letters, or none
    bool chain = false;             ///< the same with single joining signs inside
    bool unwanted = false;          ///< simple, and nobody needs its form
    std::string form;               ///< folded, when simple
};

/// Reads letters and digits from i on; gives where they end.
std::size_t read_letters(std::string_view text, std::size_t i, Stretch &stretch) {
    std::string_view folded;
    while (i < text.size()) {
        const std::size_t first = i;
        while (i < text.size() && word_bytes.has(text[i])) {
            ++i;
        }
        const std::size_t known = stretch.form.size();
        stretch.form.append(text.substr(first, i - first));
        for (std::size_t at = known; at < stretch.form.size(); ++at) {
            stretch.form[at] = lower(stretch.form[at]);
        }
        if (i == text.size() || static_cast<unsigned char>(text[i]) < 0xC3) {
            break;
        }
        std::size_t next = i;
        if (!simple_letter(next_point(text, next), folded)) {
            break;
        }
        stretch.form.append(folded);
        i = next;
    }
    return i;
}

/// Most stretches: ASCII letters and digits between signs.
bool read_ascii(std::string_view text, std::size_t end, const Starts *wanted, Stretch &stretch) {
    std::size_t i = stretch.begin;
    while (i < end && word_bytes.has(text[i])) {
        ++i;
    }
    stretch.end = i;
    while (i < end && behind.has(text[i])) {
        ++i;
    }
    stretch.simple = i == end && text.substr(stretch.end, 3) != "://";
    if (!stretch.simple) {
        return false;
    }
    const std::string_view word = text.substr(stretch.begin, stretch.end - stretch.begin);
    if (wanted != nullptr && !word.empty()) {
        const char first[] = {lower(word[0]), word.size() > 1 ? lower(word[1]) : '\0'};
        stretch.unwanted = !wanted->may_be({first, std::min<std::size_t>(word.size(), 2)});
    }
    if (!stretch.unwanted) {
        stretch.form.assign(word);
        std::transform(word.begin(), word.end(), stretch.form.begin(), lower);
    }
    return true;
}

/// The shortcut past the break rules: gives what they would find, or says neither simple nor chain.
/// Holds because no rule of word.rules begins with one of the signs skipped in front, ends with one
/// of those behind, or crosses a blank.
Stretch read_stretch(std::string_view text, std::size_t begin, std::size_t end,
                     const Starts *wanted) {
    Stretch stretch;
    std::size_t i = begin;
    while (i < end && in_front.has(text[i])) {
        ++i;
    }
    stretch.begin = i;
    if (read_ascii(text, end, wanted, stretch)) {
        return stretch;
    }
    const std::string_view bounded = text.substr(0, end);
    bool signs = false;
    i = read_letters(bounded, i, stretch);
    while (i > stretch.begin && i + 1 < end && joining.has(text[i])) {
        const std::size_t next = read_letters(bounded, i + 1, stretch);
        if (next == i + 1) {
            break;
        }
        signs = true;
        i = next;
    }
    stretch.end = i;
    while (i < end && behind.has(text[i])) {
        ++i;
    }
    const bool whole = i == end && text.substr(stretch.end, 3) != "://";
    stretch.simple = whole && !signs;
    stretch.chain = whole && signs;
    return stretch;
}

} // namespace

struct Analyzer::Impl {
    std::unique_ptr<icu::RuleBasedBreakIterator> iterator{Rules::compiled().clone()};
    UText view = UTEXT_INITIALIZER;
    std::vector<std::size_t> run; ///< bounds of the words of a dictionary run being read
    std::int32_t run_status = 0;
    std::size_t url_until = 0;
    Folder folder;

    Impl() = default;
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;
    ~Impl() { utext_close(&view); }

    /// wanted: whose forms are needed; null: all. rules_only: without the shortcut.
    void tokenize(std::string_view text, std::vector<Token> &tokens, const Starts *wanted,
                  bool rules_only);
    void by_rules(std::string_view text, std::size_t begin, std::size_t end, Emitter &emitter);
    void segment(std::string_view text, std::size_t begin, std::size_t end, Emitter &emitter);
    void flush_run(Emitter &emitter);
};

void Analyzer::Impl::tokenize(std::string_view text, std::vector<Token> &tokens,
                              const Starts *wanted, bool rules_only) {
    tokens.clear();
    Emitter emitter(text, tokens, folder);
    std::size_t pending = 0; // start of what the break rules have to read
    bool waiting = false;
    for (std::size_t i = 0; i < text.size();) {
        if (is_blank(text[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && !is_blank(text[end])) {
            ++end;
        }
        Stretch stretch = rules_only ? Stretch{} : read_stretch(text, i, end, wanted);
        if (stretch.simple || stretch.chain) {
            if (waiting) {
                by_rules(text, pending, i, emitter);
                waiting = false;
            }
            if (stretch.chain) {
                emitter.word(stretch.begin, stretch.end);
            } else if (stretch.unwanted) {
                emitter.unread_word(stretch.begin, stretch.end);
            } else if (stretch.end > stretch.begin) {
                emitter.folded_word(stretch.begin, stretch.end, std::move(stretch.form));
            }
        } else if (!waiting) {
            pending = i;
            waiting = true;
        }
        i = end;
    }
    if (waiting) {
        by_rules(text, pending, text.size(), emitter);
    }
}

void Analyzer::Impl::by_rules(std::string_view text, std::size_t begin, std::size_t end,
                              Emitter &emitter) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&view, text.data() + begin, static_cast<std::int64_t>(end - begin), &status);
    iterator->setText(&view, status);
    check(status, "reading text");
    url_until = 0;
    std::int32_t from = iterator->first();
    for (std::int32_t to = iterator->next(); to != icu::BreakIterator::DONE;
         from = to, to = iterator->next()) {
        const std::size_t first = begin + static_cast<std::size_t>(from);
        segment(text, first, begin + static_cast<std::size_t>(to), emitter);
    }
    flush_run(emitter);
}

void Analyzer::Impl::segment(std::string_view text, std::size_t begin, std::size_t end,
                             Emitter &emitter) {
    const std::int32_t status = iterator->getRuleStatus();
    if (status == hanlike_status || status == southeast_status) {
        if (run.empty() || run.back() != begin || run_status != status) {
            flush_run(emitter);
            run.push_back(begin);
        }
        run_status = status;
        run.push_back(end);
        return;
    }
    flush_run(emitter);
    if (status == emoji_status) {
        emitter.emoji(begin, end);
    } else if (status == number_status) {
        emitter.numbers(begin, end);
    } else if (status == word_status) {
        if (text.substr(end, 3) == "://" && begin >= url_until) {
            url_until = url_end(text, end);
            return;
        }
        emitter.word(begin, end, begin < url_until);
    }
}

void Analyzer::Impl::flush_run(Emitter &emitter) {
    if (!run.empty()) {
        emitter.dictionary_run(run);
        run.clear();
    }
}

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer &&) noexcept = default;
Analyzer &Analyzer::operator=(Analyzer &&) noexcept = default;

void Analyzer::tokenize(std::string_view utf8, std::vector<Token> &tokens) {
    impl_->tokenize(utf8, tokens, nullptr, false);
}

void Analyzer::tokenize(std::string_view utf8, const Starts &wanted, std::vector<Token> &tokens) {
    impl_->tokenize(utf8, tokens, &wanted, false);
}

std::vector<Token> Analyzer::tokenize(std::string_view utf8) {
    std::vector<Token> tokens;
    impl_->tokenize(utf8, tokens, nullptr, false);
    return tokens;
}

std::vector<Token> Analyzer::tokenize_by_rules(std::string_view utf8) {
    std::vector<Token> tokens;
    impl_->tokenize(utf8, tokens, nullptr, true);
    return tokens;
}

std::string analyzer_fingerprint() {
    UVersionInfo unicode;
    u_getUnicodeVersion(unicode);
    char name[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(unicode, name);
    const std::string icu = icu_version(); // its major number names the dictionaries too
    return "words " + std::to_string(rules_version) + ", Unicode " + name + ", ICU " +
           icu.substr(0, icu.find('.'));
}

std::string icu_version() {
    UVersionInfo version;
    u_getVersion(version);
    char name[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(version, name);
    return name;
}

} // namespace ideary::text
