# Gives about/libraries.cpp the versions of what the program is built with.

# A "#define NAME value" of a header that announces its version in no other way.
function(vitrine_header_version out file name)
  set(value "")
  if(EXISTS ${file})
    file(STRINGS ${file} line REGEX "define ${name}[ \t]" LIMIT_COUNT 1)
    string(REGEX REPLACE ".*${name}[ \t]+\"?([^\"]*)\"?.*" "\\1" value "${line}")
  endif()
  set(${out} "${value}" PARENT_SCOPE)
endfunction()

get_target_property(qcustomplot_include QCustomPlotQt6::QCustomPlotQt6 INTERFACE_INCLUDE_DIRECTORIES)
find_file(qcustomplot_header qcustomplot.h HINTS ${qcustomplot_include} NO_CACHE)
vitrine_header_version(qcustomplot_version ${qcustomplot_header} QCUSTOMPLOT_VERSION_STR)
vitrine_header_version(libsvm_version ${LIBSVM_INCLUDE_DIR}/libsvm/svm.h LIBSVM_VERSION)
set(xgboost_parts)
foreach(part MAJOR MINOR PATCH)
  vitrine_header_version(number ${XGBOOST_INCLUDE_DIR}/xgboost/version_config.h XGBOOST_VER_${part})
  list(APPEND xgboost_parts ${number})
endforeach()
list(JOIN xgboost_parts "." xgboost_version)

set_property(SOURCE ${CMAKE_CURRENT_SOURCE_DIR}/about/libraries.cpp APPEND PROPERTY COMPILE_DEFINITIONS
  QCUSTOMPLOT_USED="${qcustomplot_version}"
  EIGEN_USED="${Eigen3_VERSION}"
  BOOST_USED="${Boost_VERSION}"
  XGBOOST_USED="${xgboost_version}"
  LIBSVM_USED="${libsvm_version}"
  NLOHMANN_JSON_USED="${nlohmann_json_VERSION}"
  CLI11_USED="${CLI11_VERSION}"
  EXPAT_USED="${EXPAT_VERSION_STRING}"
  LIBZIP_USED="${libzip_VERSION}")
