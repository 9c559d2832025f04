#!/usr/bin/env bash
# From a fresh clone to a search: installs what is missing, builds, ingests corpus/lists, searches.
# usage: tools/quickstart.sh [QUERY...]
set -euo pipefail
cd "$(dirname "$0")/.."
tools/install-packages.sh build
cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DIDEARY_TESTS=OFF >/dev/null
cmake --build build
[[ $# -gt 0 ]] || set -- "scaling the orm"
build/bin/ideary --index build/quickstart-index ingest corpus/lists
exec build/bin/ideary --index build/quickstart-index search "$@"
