// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

/// Marks what the shared library exports; everything else stays hidden.
#if defined(IDEARY_STATIC)
#define IDEARY_API
#else
#define IDEARY_API __attribute__((visibility("default")))
#endif
