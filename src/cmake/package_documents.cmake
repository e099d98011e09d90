# Run by cpack before it makes the packages: what Debian asks of every package stands below /usr/share/doc.
set(version "${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}")
file(READ "${CPACK_ZHIBIAO_SOURCE_DIR}/LICENSE" license)
file(READ "${CPACK_ZHIBIAO_SOURCE_DIR}/CHANGELOG.md" changes)
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)  # SOURCE_DATE_EPOCH decides where it is set

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} upper)
  set(name "${CPACK_DEBIAN_${upper}_PACKAGE_NAME}")
  set(folder "${CPACK_TEMPORARY_DIRECTORY}/${component}${CPACK_PACKAGING_INSTALL_PREFIX}/share/doc/${name}")
  file(MAKE_DIRECTORY "${folder}")
  file(WRITE "${folder}/copyright" "${license}")
  file(WRITE "${folder}/changelog.Debian"
    "zhibiao (${version}) unstable; urgency=medium\n\n  * Release ${CPACK_PACKAGE_VERSION}; changelog.gz tells what is new.\n\n -- ${CPACK_DEBIAN_PACKAGE_MAINTAINER}  ${date}\n")
  file(WRITE "${folder}/changelog" "${changes}")
  execute_process(COMMAND gzip -9nf changelog.Debian changelog WORKING_DIRECTORY "${folder}" COMMAND_ERROR_IS_FATAL ANY)
  file(GLOB pages "${CPACK_TEMPORARY_DIRECTORY}/${component}${CPACK_PACKAGING_INSTALL_PREFIX}/share/man/man*/*.[1-9]")
  if(pages)
    execute_process(COMMAND gzip -9nf ${pages} COMMAND_ERROR_IS_FATAL ANY)
  endif()
  file(GLOB documents "${folder}/*")
  file(CHMOD ${documents} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endforeach()
