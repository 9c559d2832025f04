// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "index/generation.hpp"
#include "index/staging.hpp"
#include "unit/index/fixture.hpp"

using namespace ideary;
using namespace ideary::index;

TEST_CASE("index: what goes in comes out whole") {
    const TemporaryFolder folder;
    const auto ideas = some_ideas();
    {
        Staging staging(folder.index(), 0);
        for (const Idea &idea : ideas) {
            CHECK_FALSE(staging.add(idea, "list.md"));
        }
        staging.put_source("list.md", "{\"file\":\"list.md\"}");
        CHECK(staging.publish().ideas == ideas.size());
    }
    const Follower follower(folder.index(), Verify::full);
    const auto generation = follower.current();
    REQUIRE(generation->ideas() == ideas.size());
    CHECK(all_ideas(*generation) == ideas);
    CHECK(generation->sources() == 1);
    CHECK(generation->majority_language() == "en");
    CHECK(check_index(folder.index()).empty());
    CHECK(read_sources(folder.index()) ==
          std::map<std::string, std::string>{{"list.md", "{\"file\":\"list.md\"}"}});
}
