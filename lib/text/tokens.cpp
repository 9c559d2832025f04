// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/tokens.hpp"

#include <algorithm>
#include <cstring>

#include <unicode/rbbi.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "text/fold.hpp"
#include "text/icu.hpp"
#include "text/token_emitter.hpp"
#include "text/tokenizer_fast_path.hpp"
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

/// First byte of a URL's text that is no part of it.
std::size_t url_end(std::string_view text, std::size_t begin) {
    constexpr std::string_view ends = "<>\"`|";
    std::size_t i = begin;
    while (i < text.size() && !is_space_or_control(text[i]) && ends.find(text[i]) == ends.npos &&
           static_cast<unsigned char>(text[i]) < 0xE2) {
        ++i;
    }
    return i;
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

    /// wanted: words whose forms are needed; null: all. rules_only: without the fast path.
    void tokenize(std::string_view text, std::vector<Token> &tokens, const PrefixFilter *wanted,
                  bool rules_only);
    void by_rules(std::string_view text, std::size_t begin, std::size_t end, TokenEmitter &emitter);
    void segment(std::string_view text, std::size_t begin, std::size_t end, TokenEmitter &emitter);
    void flush_run(TokenEmitter &emitter);
};

void Analyzer::Impl::tokenize(std::string_view text, std::vector<Token> &tokens,
                              const PrefixFilter *wanted, bool rules_only) {
    tokens.clear();
    TokenEmitter emitter(text, tokens, folder);
    std::size_t pending = 0; // start of what the break rules have to read
    bool waiting = false;
    for (std::size_t i = 0; i < text.size();) {
        if (is_space_or_control(text[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && !is_space_or_control(text[end])) {
            ++end;
        }
        FastPathWord word = rules_only ? FastPathWord{} : read_fast_path(text, i, end, wanted);
        if (word.simple || word.chain) {
            if (waiting) {
                by_rules(text, pending, i, emitter);
                waiting = false;
            }
            if (word.chain) {
                emitter.word(word.begin, word.end);
            } else if (word.skipped) {
                emitter.skipped_word(word.begin, word.end);
            } else if (word.end > word.begin) {
                emitter.folded_word(word.begin, word.end, std::move(word.form));
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
                              TokenEmitter &emitter) {
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
                             TokenEmitter &emitter) {
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

void Analyzer::Impl::flush_run(TokenEmitter &emitter) {
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

void Analyzer::tokenize(std::string_view utf8, const PrefixFilter &wanted,
                        std::vector<Token> &tokens) {
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
