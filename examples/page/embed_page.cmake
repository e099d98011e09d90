# The page's head (to where the reports go) and its tail, from page.html with styles and scripts put in.
#
#   cmake -DFOLDER=examples/page -DHEAD=page_head.html -DTAIL=page_tail.html -DSTYLES="a.css;..." -DSCRIPTS="a.js;..."
#         -P embed_page.cmake
#
# The page allows no script and no style but these two, by their hashes.
cmake_minimum_required(VERSION 3.16)

function(joined out)
  set(whole "\n")
  foreach(name IN LISTS ARGN)
    file(READ "${FOLDER}/${name}" text)
    if(text MATCHES "</|<!--|\r")
      message(FATAL_ERROR "${name} holds what a page does not take inside an element: </, <!-- or a carriage return")
    endif()
    string(APPEND whole "${text}")
  endforeach()
  set(${out} "${whole}" PARENT_SCOPE)
endfunction()

# 'sha256-...', as Content-Security-Policy writes it: base64 of 32 bytes.
function(policy_hash out text)
  set(digits ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  string(SHA256 hex "${text}")
  set(hash "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING "${hex}0000" ${at} 6 piece)
    foreach(shift 18 12 6 0)
      math(EXPR digit "(0x${piece} >> ${shift}) & 63")
      string(SUBSTRING "${digits}" ${digit} 1 letter)
      string(APPEND hash "${letter}")
    endforeach()
  endforeach()
  string(SUBSTRING "${hash}" 0 43 hash)
  set(${out} "'sha256-${hash}='" PARENT_SCOPE)
endfunction()

joined(style ${STYLES})
joined(script ${SCRIPTS})
set(script "\n\"use strict\";\n(() => {${script}})();\n")
policy_hash(style_hash "${style}")
policy_hash(script_hash "${script}")

file(READ "${FOLDER}/page.html" page)
string(REPLACE "@STYLE_HASH@" "${style_hash}" page "${page}")
string(REPLACE "@SCRIPT_HASH@" "${script_hash}" page "${page}")
string(REPLACE "@STYLE@" "${style}" page "${page}")
string(FIND "${page}" "@REPORTS@" cut)
if(cut LESS 0)
  message(FATAL_ERROR "page.html does not say where the reports go")
endif()
string(SUBSTRING "${page}" 0 ${cut} head)
math(EXPR cut "${cut} + 10")  # the mark and the end of its line
string(SUBSTRING "${page}" ${cut} -1 tail)
string(REPLACE "@SCRIPT@" "${script}" tail "${tail}")
file(WRITE "${HEAD}" "${head}")
file(WRITE "${TAIL}" "${tail}")
