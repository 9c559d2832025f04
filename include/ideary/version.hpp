// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

/// The version of these headers. A test compares it with the version of the build.
#define IDEARY_VERSION_MAJOR 0
#define IDEARY_VERSION_MINOR 1
#define IDEARY_VERSION_PATCH 0
#define IDEARY_VERSION_STRING "0.1.0"
/// One number that grows with each version: 10000 × major + 100 × minor + patch.
#define IDEARY_VERSION_NUMBER                                                                      \
    (10000 * IDEARY_VERSION_MAJOR + 100 * IDEARY_VERSION_MINOR + IDEARY_VERSION_PATCH)
