#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
# Installs missing packages, builds, ingests corpus/lists and searches.
# usage: tools/quickstart.sh [QUERY...]
set -euo pipefail
cd "$(dirname "$0")/.."
tools/install-packages.sh build
cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DIDEARY_TESTS=OFF >/dev/null
cmake --build build
[[ $# -gt 0 ]] || set -- "scaling the orm"
build/bin/ideary --index build/quickstart-index ingest corpus/lists
exec build/bin/ideary --index build/quickstart-index search "$@"
