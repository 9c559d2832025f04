# SPDX-License-Identifier: GPL-2.0-or-later
# Copyright (C) 2026 The ideary authors
cmake_minimum_required(VERSION 3.25)
# The library must export only what the public headers declare: links all objects into a shared library
# and reads its dynamic symbols. Run as: cmake -DOBJECTS=a.o|b.o -DWORK=<folder> -P symbols.cmake
string(REPLACE "|" ";" objects "${OBJECTS}")
file(MAKE_DIRECTORY ${WORK})
execute_process(COMMAND c++ -shared -o ${WORK}/libideary.so ${objects} RESULT_VARIABLE code
                ERROR_VARIABLE error)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "cannot link: ${error}")
endif()
execute_process(COMMAND nm -D --defined-only -C ${WORK}/libideary.so OUTPUT_VARIABLE symbols)
string(REPLACE "\n" ";" symbols "${symbols}")
set(count 0)
foreach(symbol ${symbols})
  if(symbol MATCHES "^[0-9a-f]+ [A-Za-z] (.*)$")
    set(name "${CMAKE_MATCH_1}")
    # Inner namespaces are in lower case below ideary; instances of std templates are weak and allowed.
    if(name MATCHES "ideary::[a-z_]+::"
       AND NOT name MATCHES "^(std::|void std::|typeinfo|vtable)")
      message(SEND_ERROR "an inner symbol is exported: ${name}")
    elseif(name MATCHES "^ideary::")
      math(EXPR count "${count} + 1")
    elseif(NOT name MATCHES "std::|__gnu_cxx|ideary|typeinfo|vtable|guard variable|^_|^operator|fmt::|nlohmann")
      message(SEND_ERROR "a foreign symbol is exported: ${name}")
    endif()
  endif()
endforeach()
if(count LESS 20)
  message(FATAL_ERROR "only ${count} public symbols: the headers declare more")
endif()
message("${count} public symbols, no others")
