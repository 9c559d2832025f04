// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "report/compare.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "measure/statistics.hpp"

namespace ideary::bench {
namespace {

using Json = nlohmann::ordered_json;

/// Minimum noise: medians vary a little even if the two baseline measurements agree.
constexpr double least_noise = 0.02;

const Json *class_of(const Json &report, const std::string &name) {
    for (const Json &each : report.at("classes")) {
        if (each.at("name") == name) {
            return &each;
        }
    }
    return nullptr;
}

double noise_of(const Json &report, const Json &of_class) {
    return of_class.value("noise", report.value("noise", 0.0));
}

std::string verdict(double change, double noise) {
    if (deviation(change) <= noise) {
        return "=";
    }
    return change < 1 ? "faster" : "slower";
}

std::string class_rows(const Json &before, const Json &after, double noise) {
    std::string out;
    for (const auto &[name, operation] : after.at("ops").items()) {
        if (!before.at("ops").contains(name)) {
            continue;
        }
        const double old_ratio = before.at("ops").at(name).at("ratio");
        const double new_ratio = operation.at("ratio");
        if (old_ratio <= 0 || new_ratio <= 0) {
            continue;
        }
        const double change = new_ratio / old_ratio;
        out += fmt::format("{:<8}{:<17}{:>9.3f}{:>9.3f}{:>+8.1f} %  {}\n",
                           after.at("name").get<std::string>(), name, old_ratio, new_ratio,
                           (change - 1) * 100, verdict(change, noise));
    }
    return out;
}

} // namespace

std::string comparison(const Json &old_report, const Json &new_report) {
    std::string out =
        fmt::format("{:<8}{:<17}{:>9}{:>9}{:>10}\n", "class", "operation", "old", "new", "change");
    for (const Json &after : new_report.at("classes")) {
        const Json *before = class_of(old_report, after.at("name"));
        if (before != nullptr) {
            const double noise =
                std::max({least_noise, noise_of(old_report, *before), noise_of(new_report, after)});
            out += class_rows(*before, after, noise);
        }
    }
    return out;
}

} // namespace ideary::bench
