# Every third-party library, by the name the project links it with. All are Debian 12 packages.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

find_package(Eigen3 REQUIRED NO_MODULE)
find_package(Boost 1.74 REQUIRED COMPONENTS filesystem)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(EXPAT REQUIRED)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
find_package(ZLIB REQUIRED)

# find_package(xgboost) wants a binary that libxgboost-dev does not carry; libsvm has no package
# file at all.
find_path(XGBOOST_INCLUDE_DIR xgboost/c_api.h REQUIRED)
find_library(XGBOOST_LIBRARY xgboost REQUIRED)
add_library(xgboost_c INTERFACE IMPORTED)
target_include_directories(xgboost_c INTERFACE ${XGBOOST_INCLUDE_DIR})
target_link_libraries(xgboost_c INTERFACE ${XGBOOST_LIBRARY})

find_path(LIBSVM_INCLUDE_DIR libsvm/svm.h REQUIRED)
find_library(LIBSVM_LIBRARY svm REQUIRED)
add_library(libsvm INTERFACE IMPORTED)
target_include_directories(libsvm INTERFACE ${LIBSVM_INCLUDE_DIR})
target_link_libraries(libsvm INTERFACE ${LIBSVM_LIBRARY})

# No package file either.
find_path(VOROPP_INCLUDE_DIR voro++/voro++.hh REQUIRED)
find_library(VOROPP_LIBRARY voro++ REQUIRED)
add_library(voropp INTERFACE IMPORTED)
target_include_directories(voropp INTERFACE ${VOROPP_INCLUDE_DIR})
target_link_libraries(voropp INTERFACE ${VOROPP_LIBRARY})

if(VITRINE_BUILD_GUI)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets OpenGLWidgets DBus PrintSupport Svg LinguistTools)
  # Its CMake file looks up no Qt by itself, so Qt must be found first.
  find_package(QCustomPlotQt6 CONFIG REQUIRED)
endif()
if(VITRINE_BUILD_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
  # Writes the workbooks that the XLSX reader is tested with.
  pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
endif()
