# cmake -DCSV=form_factors.csv -DOUT=form_factor_table.inc -P generate_form_factor_table.cmake
#
# Turns the coefficients of the form factors into the initialisers of a constant table, one line for
# each element: five amplitudes, the constant, five widths.
cmake_minimum_required(VERSION 3.25)

file(STRINGS "${CSV}" lines)
list(POP_FRONT lines)
set(table "// Generated from resources/elements/form_factors.csv.\n")
foreach(line IN LISTS lines)
  if(NOT line MATCHES "^[0-9]+,[A-Za-z]+,([-0-9.,]+)$")
    message(FATAL_ERROR "form_factors.csv: cannot read the line '${line}'")
  endif()
  string(APPEND table "{{${CMAKE_MATCH_1}}},\n")
endforeach()
file(WRITE "${OUT}" "${table}")
