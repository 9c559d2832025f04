// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/text_output.hpp"

namespace ideary::tools {

int run_export(const Arguments &arguments, Session &session) {
    const Query query = query_of(arguments);
    const Index index = session.open_index();
    Listing listing(session, arguments, IdeaForm::dumped);
    bool found = false;
    index.each(query, filters_of(arguments), [&](const Idea &idea) {
        listing.add(idea);
        found = true;
    });
    listing.finish(query.remarks());
    return found ? 0 : 1;
}

} // namespace ideary::tools
