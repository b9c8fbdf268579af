# cmake -DCSV=elements.csv -DOUT=element_table.inc -P generate_table.cmake
#
# Turns a table of facts into the initialisers of a constant array of structs, one for each line. The
# columns come in the order of the members; a blank field becomes std::nullopt.
cmake_minimum_required(VERSION 3.25)

file(STRINGS "${CSV}" lines)
list(POP_FRONT lines)
get_filename_component(name "${CSV}" NAME)
set(table "// Generated from ${name}.\n")
foreach(line IN LISTS lines)
  string(REPLACE "," ";" fields "${line}")
  set(initialisers)
  foreach(field IN LISTS fields)
    if(field STREQUAL "")
      string(APPEND initialisers "std::nullopt, ")
    elseif(field MATCHES "^-?[0-9.]+$")
      string(APPEND initialisers "${field}, ")
    elseif(field MATCHES "^[A-Za-z]+$")
      string(APPEND initialisers "\"${field}\", ")
    else()
      message(FATAL_ERROR "${name}: cannot read '${field}' in the line '${line}'")
    endif()
  endforeach()
  string(REGEX REPLACE ", $" "" initialisers "${initialisers}")
  string(APPEND table "{${initialisers}},\n")
endforeach()
file(WRITE "${OUT}" "${table}")
