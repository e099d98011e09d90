// Everything: #include "zhibiao/zhibiao.hpp" and read zhibiao/extractor.hpp.
#pragma once

#include "zhibiao/extractor.hpp"
#include "zhibiao/files.hpp"
#include "zhibiao/headline.hpp"
#include "zhibiao/json.hpp"
#include "zhibiao/lexicon.hpp"
#include "zhibiao/ordered.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"
