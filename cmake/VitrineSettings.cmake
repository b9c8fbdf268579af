# Language level, warnings, sanitizers and output folders: the same for every target.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release, RelWithDebInfo or MinSizeRel" FORCE)
endif()

option(VITRINE_BUILD_GUI "Build the views and the workbench, which need Qt Widgets" ON)
option(VITRINE_BUILD_TESTS "Build the Qt Test programs" ON)
option(VITRINE_BUILD_BENCH "Build the benchmarks" ON)
set(VITRINE_BUILD_TRAINER AUTO CACHE STRING
  "Build vitrine-trainer, which needs LibTorch: ON, OFF or AUTO (where LibTorch is installed)")
set_property(CACHE VITRINE_BUILD_TRAINER PROPERTY STRINGS AUTO ON OFF)
option(VITRINE_BUILD_FUZZ "Build the fuzz targets (needs clang)" OFF)
set(VITRINE_SANITIZE "" CACHE STRING "Sanitizers of this build, e.g. address,undefined or thread")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

# Every target of the project links this one: warnings are errors, includes start at the top.
add_library(vitrine_options INTERFACE)
target_compile_options(vitrine_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Werror)

if(VITRINE_SANITIZE)
  # clang and gcc alike; frame pointers make the reports readable.
  add_compile_options(-fsanitize=${VITRINE_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${VITRINE_SANITIZE})
endif()

if(VITRINE_BUILD_FUZZ)
  # libFuzzer sees which way an input took through the engine only where the engine tells it.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
