# The headers speak in plain comments: to Doxygen they are shown as its own. A comment of its own stands before what it tells of,
# one behind code on the same line behind it; the first of a file is of the file.
1s|^// |/// \\file\n/// |
s|^\( *\)// |\1/// |
s|^\( *\)//$|\1///|
s|^\( *[^ /].*[,;]\)  *// |\1  ///< |
# C
s|^/\* |/** |
s|\([,;]\) */\* |\1 /**< |
s|\( = [0-9]*\) */\* |\1 /**< |
