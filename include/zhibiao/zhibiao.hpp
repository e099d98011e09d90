// Everything of the library; start reading at zhibiao/extractor.hpp.
#pragma once

#include "zhibiao/extractor.hpp"
#include "zhibiao/headline.hpp"
#include "zhibiao/json.hpp"
#include "zhibiao/lexicon.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"
