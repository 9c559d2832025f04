// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Completion scripts, and the candidates that they ask for.
#include <algorithm>
#include <ideary/error.hpp>
#include <ideary/sources.hpp>

#include "command_context.hpp"

namespace ideary::tools {

namespace {

constexpr std::size_t max_candidates = 200;
constexpr std::string_view files = ":files"; ///< asks the shell for file names

constexpr std::string_view bash_script =
    R"(# bash completion of ideary. Load it with: source <(ideary completion bash)
_ideary() {
    local current=${COMP_WORDS[COMP_CWORD]} quote= reply
    case $current in [\'\"]*) quote=${current:0:1} current=${current:1} ;; esac
    mapfile -t reply < <(
        ideary candidates -- "${COMP_WORDS[@]:1:COMP_CWORD-1}" "$current" 2>/dev/null)
    if [[ ${reply[0]} == :files ]]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    elif [[ -n $quote ]]; then
        COMPREPLY=("${reply[@]}")
    else
        COMPREPLY=()
        [[ ${#reply[@]} -eq 0 ]] || mapfile -t COMPREPLY < <(printf '%q\n' "${reply[@]}")
    fi
}
complete -F _ideary ideary
)";

constexpr std::string_view zsh_script = R"(#compdef ideary
# zsh completion of ideary. Load it with: source <(ideary completion zsh)
_ideary() {
    local -a reply
    reply=("${(@f)$(ideary candidates -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ $reply[1] == :files ]]; then
        _files
    elif [[ -n $reply[1] ]]; then
        compadd -U -a reply
    fi
}
(( $+functions[compdef] )) && compdef _ideary ideary
)";

constexpr std::string_view fish_script =
    R"(# fish completion of ideary. Load it with: ideary completion fish | source
function __ideary_candidates
    set -l words (commandline -opc) (commandline -ct)
    set -l reply (ideary candidates -- $words[2..-1] 2>/dev/null)
    if test "$reply[1]" = :files
        __fish_complete_path (commandline -ct)
    else
        printf '%s\n' $reply
    end
end
complete -c ideary -f -a '(__ideary_candidates)'
)";

using Words = std::vector<std::string>;

Words command_names() {
    Words names;
    for (const CommandRow &row : command_table()) {
        if (!row.hidden) {
            names.emplace_back(row.name);
        }
    }
    return names;
}

Words option_names(const CommandRow *command) {
    Words names;
    for (const OptionRow &row : option_table()) {
        const bool fits =
            command == nullptr ? is_global(row) : find_option(command->id, row.name) == &row;
        if (fits) {
            names.push_back("--" + std::string(row.name));
        }
    }
    return names;
}

Words facet_values(const std::string &field, const CommandContext &context) {
    SearchOptions all_values;
    all_values.facet_limit = 0;
    Words values;
    for (const FacetValue &value :
         context.open_index().facet(field, Query::parse(""), all_values).values) {
        values.push_back(value.value);
    }
    return values;
}

Words option_values(const OptionRow &row, const CommandContext &context) {
    if (row.value == Value::file) {
        return {std::string(files)};
    }
    const Words choices = choices_of(row);
    const Words fields = facet_fields();
    const std::string name(row.name);
    const bool is_facet = std::find(fields.begin(), fields.end(), name) != fields.end();
    return choices.empty() && is_facet ? facet_values(name, context) : choices;
}

Words source_paths(const CommandContext &context) {
    Words paths;
    for (const SourceInfo &source : sources(context.index_path())) {
        paths.push_back(source.path);
    }
    return paths;
}

Words query_completions(const std::string &current, const CommandContext &context) {
    Words queries;
    for (const Completion &each : context.open_index().complete(current, max_candidates)) {
        queries.push_back(each.query);
    }
    return queries;
}

Words argument_values(const CommandRow &command, bool is_first, const std::string &current,
                      const CommandContext &context) {
    switch (command.id) {
    case CommandId::ingest:
    case CommandId::split:
        return {std::string(files)};
    case CommandId::remove:
        return source_paths(context);
    case CommandId::search:
    case CommandId::count:
    case CommandId::sources:
    case CommandId::export_ideas:
        return current.empty() ? Words{} : query_completions(current, context);
    case CommandId::facets:
        return is_first ? facet_fields() : query_completions(current, context);
    case CommandId::completion:
        return {"bash", "zsh", "fish"};
    case CommandId::help: {
        Words names = command_names();
        names.emplace_back("query");
        return names;
    }
    default:
        return {};
    }
}

/// All candidates for the last word, whatever it begins with.
Words candidates(const Words &words, const CommandContext &context) {
    const std::string current = words.empty() ? "" : words.back();
    const Words before(words.begin(), words.end() - (words.empty() ? 0 : 1));
    const CommandRow *command = nullptr;
    std::size_t command_at = 0;
    for (std::size_t i = 0; i < before.size() && command == nullptr; ++i) {
        command = find_command(before[i]);
        command_at = i;
    }
    const std::string previous = before.empty() ? "" : before.back();
    if (previous.starts_with("--") && previous.size() > 2) {
        const OptionRow *row =
            find_option(command == nullptr ? CommandId::help : command->id, previous.substr(2));
        if (row != nullptr && row->value != Value::none) {
            return option_values(*row, context);
        }
    }
    if (current.starts_with("-")) {
        return option_names(command);
    }
    return command == nullptr
               ? command_names()
               : argument_values(*command, command_at + 1 == before.size(), current, context);
}

} // namespace

int run_completion(const Arguments &arguments, CommandContext &context) {
    const std::string &shell = arguments.positionals().front();
    if (shell == "bash") {
        context.out.write(bash_script);
    } else if (shell == "zsh") {
        context.out.write(zsh_script);
    } else if (shell == "fish") {
        context.out.write(fish_script);
    } else {
        throw Error(ErrorKind::usage, "there is no completion for the shell " + shell,
                    "Choose one of: bash, zsh, fish");
    }
    return 0;
}

int run_candidates(const Arguments &arguments, CommandContext &context) {
    const Words &words = arguments.positionals();
    const std::string start = words.empty() ? "" : fold(words.back());
    std::size_t count = 0;
    for (const std::string &each : candidates(words, context)) {
        if (each == files || (fold(each).starts_with(start) && count++ < max_candidates)) {
            context.out.line(terminal_safe(each));
        }
    }
    return 0;
}

} // namespace ideary::tools
