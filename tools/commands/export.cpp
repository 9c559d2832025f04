// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/idea_printer.hpp"

namespace ideary::tools {

int run_export(const Arguments &arguments, CommandContext &context) {
    const Query query = query_of(arguments);
    const Index index = context.open_index();
    context.out.use_pager(context.format == Format::text && !arguments.has("no-pager"));
    IdeaPrinter printer(context, arguments, IdeaForm::exported);
    bool found = false;
    index.each(query, filters_of(arguments), [&](const Idea &idea) {
        printer.add(idea);
        found = true;
    });
    std::vector<Remark> remarks = query.remarks();
    const std::vector<Remark> more = filter_remarks(index, filters_of(arguments));
    remarks.insert(remarks.end(), more.begin(), more.end());
    printer.finish(remarks);
    return found ? 0 : 1;
}

} // namespace ideary::tools
