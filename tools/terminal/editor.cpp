// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "terminal/editor.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <string_view>
#include <unistd.h>

#include "environment.hpp"

namespace ideary::tools {

namespace {

/// Editors that take `path:line` instead of `+line path`.
constexpr std::string_view colon_editors[] = {"code", "codium", "cursor", "subl", "hx", "zed"};

std::string editor_command() {
    for (const char *name : {"VISUAL", "EDITOR"}) {
        if (const std::string command = environment(name); !command.empty()) {
            return command;
        }
    }
    throw Error(ErrorKind::usage, "there is no editor: VISUAL and EDITOR are not set",
                "Set one, for example: export EDITOR=nano");
}

/// The name of the program without folders and options.
std::string program_name(const std::string &command) {
    const std::string path = command.substr(0, command.find(' '));
    return path.substr(path.rfind('/') + 1);
}

} // namespace

void open_in_editor(const std::string &path, int line) {
    if (access(path.c_str(), R_OK) != 0) {
        throw Error(ErrorKind::missing_input,
                    fmt::format("cannot open {}: {}", path, std::strerror(errno)));
    }
    const std::string command = editor_command();
    const std::string program = program_name(command);
    const bool colon = std::find(std::begin(colon_editors), std::end(colon_editors), program) !=
                       std::end(colon_editors);
    const std::string place = fmt::format("{}:{}", path, line);
    const std::string option = fmt::format("+{}", line);
    const std::string script =
        command + (program == "code" || program == "codium" ? " --goto" : "") + " \"$@\"";
    constexpr char *end = nullptr;
    if (colon) {
        execl("/bin/sh", "sh", "-c", script.c_str(), "sh", place.c_str(), end);
    } else {
        execl("/bin/sh", "sh", "-c", script.c_str(), "sh", option.c_str(), path.c_str(), end);
    }
    throw Error(ErrorKind::io, fmt::format("cannot start a shell: {}", std::strerror(errno)));
}

} // namespace ideary::tools
