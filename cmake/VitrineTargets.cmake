# How a room of the engine and a test program are declared.

# vitrine_engine_room(NAME [USES ROOM...] [LINKS LIBRARY...])
#
# One static library from every .cpp in the folder it is called in. USES names other rooms and is
# the only way to reach them; LINKS names third-party libraries, which stay private to the room.
function(vitrine_engine_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  file(GLOB headers CONFIGURE_DEPENDS *.h)
  add_library(vitrine_${name} STATIC ${sources})
  add_library(vitrine::${name} ALIAS vitrine_${name})
  target_sources(vitrine_${name} PUBLIC
    FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${headers})
  set_target_properties(vitrine_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  set(rooms)
  foreach(used IN LISTS ROOM_USES)
    list(APPEND rooms vitrine::${used})
  endforeach()
  target_link_libraries(vitrine_${name} PUBLIC ${rooms} PRIVATE vitrine_options ${ROOM_LINKS})
endfunction()

# vitrine_tests(FOLDER-PREFIX LIBRARY...)
#
# One Qt Test program for each tst_*.cpp in the folder it is called in, run without a display.
function(vitrine_tests prefix)
  file(GLOB sources CONFIGURE_DEPENDS tst_*.cpp)
  set(environment QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
    XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/tests)
  if(VITRINE_SANITIZE STREQUAL thread)
    list(APPEND environment
      TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/tsan_suppressions.txt)
  endif()
  foreach(source IN LISTS sources)
    get_filename_component(name ${source} NAME_WE)
    set(target ${prefix}_${name})
    add_executable(${target} ${source})
    set_target_properties(${target} PROPERTIES AUTOMOC ON
      RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${target} PRIVATE vitrine_options vitrine_test_support Qt6::Test ${ARGN})
    add_test(NAME ${target} COMMAND ${target})
    set_tests_properties(${target} PROPERTIES TIMEOUT 600 ENVIRONMENT "${environment}")
  endforeach()
endfunction()
