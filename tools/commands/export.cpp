// SPDX-License-Identifier: GPL-2.0-or-later
#include "listing.hpp"

namespace ideary::tools {

int run_export(const Arguments &arguments, Session &session) {
    const Query query = query_of(arguments);
    const Index index = session.open_index();
    Listing listing(session, arguments, IdeaForm::dumped);
    index.each(query, filters_of(arguments), [&](const Idea &idea) { listing.add(idea); });
    listing.finish(query.remarks());
    return 0;
}

} // namespace ideary::tools
