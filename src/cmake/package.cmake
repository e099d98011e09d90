# Debian packages by cpack -G DEB, best from the preset "package" (a shared library below /usr):
#   libzhibiaoX.Y the library, libzhibiao-dev headers and CMake and pkg-config files, zhibiao the command line with its
#   manual and completions, zhibiao-data the schema and the lexicon
set(ZHIBIAO_MAINTAINER "The zhibiao authors <zhibiao@users.example.org>" CACHE STRING "Maintainer of the Debian packages")

set(soname "${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME zhibiao)
set(CPACK_PACKAGE_CONTACT "${ZHIBIAO_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX "${CMAKE_INSTALL_PREFIX}")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # else it stands before the summary of each package
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${ZHIBIAO_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

get_target_property(library_type zhibiao TYPE)
set(CPACK_COMPONENTS_ALL development data)
set(own "")
if(library_type STREQUAL "SHARED_LIBRARY")
  list(APPEND CPACK_COMPONENTS_ALL library)
  set(own ", libzhibiao${soname} (= ${PROJECT_VERSION}-1)")
  set(own_tool "libzhibiao${soname} (= ${PROJECT_VERSION}-1), ")
endif()
if(ZHIBIAO_BUILD_EXAMPLES)
  list(APPEND CPACK_COMPONENTS_ALL tool)
endif()

# zhibiao_package(COMPONENT NAME SECTION SUMMARY TEXT)
macro(zhibiao_package component name section summary text)
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME "${name}")
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION "${section}")
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${summary}\n${text}")
endmacro()
set(about "Government work reports state economic targets and results in prose. zhibiao\nreads them, each with value, unit, bound, period and the bytes it was read\nfrom.")
zhibiao_package(library libzhibiao${soname} libs "economic indicators from Chinese government work reports"
  "${about}\n.\nThis package has the shared library.")
zhibiao_package(development libzhibiao-dev libdevel "economic indicators from government work reports (headers)"
  "${about}\n.\nThis package has the headers for C++ and C, and files for CMake and pkg-config.")
zhibiao_package(tool zhibiao text "economic indicators from government work reports (command line)"
  "${about}\n.\nThis package has the command line.")
zhibiao_package(data zhibiao-data text "economic indicators from government work reports (schema, lexicon)"
  "${about}\n.\nThis package has the JSON Schema of what is written, and the lexicon as data.")
set(CPACK_DEBIAN_DATA_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SHLIBDEPS ON)
# For all packages, cpack knows it for all only; a release with the same soname may replace an older one.
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
file(WRITE "${PROJECT_BINARY_DIR}/package/triggers" "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA "${PROJECT_BINARY_DIR}/package/triggers")
set(CPACK_DEBIAN_TOOL_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${PROJECT_BINARY_DIR}/src")
set(CPACK_DEBIAN_TOOL_PACKAGE_DEPENDS "${own_tool}zhibiao-data (= ${PROJECT_VERSION}-1)")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "zhibiao-data (= ${PROJECT_VERSION}-1)${own}, libicu-dev, libre2-dev, libxml2-dev, pkg-config")
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/src/cmake/package_documents.cmake")
set(CPACK_ZHIBIAO_SOURCE_DIR "${PROJECT_SOURCE_DIR}")
include(CPack)
