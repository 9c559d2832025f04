# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
# ideary_embed(OUT FILE HEADER SYMBOL): a C++ source that defines `std::string_view SYMBOL()` (declared
# in HEADER, namespaces included in SYMBOL) with the bytes of FILE; with SKIP_HEADER without the
# header of an ICU data file, whose size is its first two bytes. Run as a script it writes the source.
if(CMAKE_SCRIPT_MODE_FILE)
  set(skip 0)
  if(SKIP_HEADER)
    file(READ "${FILE}" size LIMIT 2 HEX)
    string(REGEX REPLACE "(..)(..)" "0x\\2\\1" size ${size})
    math(EXPR skip "${size}")
  endif()
  file(READ "${FILE}" hex OFFSET ${skip} HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(REGEX REPLACE "(................................................................................)"
         "\\1\n" bytes "${bytes}")
  file(WRITE "${OUT}" "// Made from ${FILE} by embed.cmake.\n#include \"${HEADER}\"\n\nnamespace {\n"
    "constexpr unsigned char bytes[] = {\n${bytes}0};\n}\n\n"
    "std::string_view ${SYMBOL}() {\n"
    "    return {reinterpret_cast<const char *>(bytes), sizeof bytes - 1};\n}\n")
  return()
endif()

set(IDEARY_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(ideary_embed out file header symbol)
  cmake_parse_arguments(PARSE_ARGV 4 embed SKIP_HEADER "" "")
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DFILE=${file} -DHEADER=${header} -DSYMBOL=${symbol}
            -DSKIP_HEADER=${embed_SKIP_HEADER} -P ${IDEARY_EMBED_SCRIPT}
    DEPENDS ${file} ${IDEARY_EMBED_SCRIPT} VERBATIM)
endfunction()
