// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace ideary::search {

/// What a query looks for, in the form in which texts are highlighted.
struct HighlightTerms {
    std::set<std::string, std::less<>> forms;      ///< exact forms
    std::set<std::string, std::less<>> stems;      ///< by the stemmer of the text's language
    std::vector<std::vector<std::string>> phrases; ///< consecutive exact forms
    std::vector<std::vector<std::string>> bigrams; ///< consecutive pairs of characters

    bool empty() const {
        return forms.empty() && stems.empty() && phrases.empty() && bigrams.empty();
    }
};

} // namespace ideary::search
