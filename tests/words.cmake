# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
cmake_minimum_required(VERSION 3.25)
# Fails when code, comments or documents use a word of words.txt. Documents that tests read, and the
# lists of corpus/lists, are not the project's own prose and are left out.
# Run as: cmake -DROOT=<top of the tree> -P words.cmake
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/words.txt rows REGEX "^[^#]")
set(patterns "")
foreach(row ${rows})
  string(REGEX REPLACE "\t.*" "" word "${row}")
  list(APPEND patterns -e "${word}")
endforeach()
execute_process(
  COMMAND grep -rnwiE --include=*.cpp --include=*.hpp --include=*.h --include=*.c --include=*.py
          --include=*.cmake --include=CMakeLists.txt --include=*.sh --include=*.md --include=*.in
          --exclude-dir=lists --exclude-dir=corpus --exclude-dir=cases --exclude-dir=docs
          --exclude-dir=truth --exclude-dir=outline --exclude=words.txt --exclude-dir=build*
          ${patterns} CMakeLists.txt README.md .github corpus/README.md lib include tools bench tests
  WORKING_DIRECTORY ${ROOT} OUTPUT_VARIABLE found RESULT_VARIABLE code)
if(code EQUAL 0)
  message(FATAL_ERROR "words that tests/words.txt replaces:\n${found}")
elseif(NOT code EQUAL 1)
  message(FATAL_ERROR "grep ended with ${code}")
endif()
message("no word of words.txt")
