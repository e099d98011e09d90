// Everything of the library; start reading at zhibiao/extractor.hpp.
#pragma once

#include "zhibiao/corrections.hpp"
#include "zhibiao/diff.hpp"
#include "zhibiao/extractor.hpp"
#include "zhibiao/files.hpp"
#include "zhibiao/guard.hpp"
#include "zhibiao/headline.hpp"
#include "zhibiao/json.hpp"
#include "zhibiao/lexicon.hpp"
#include "zhibiao/lexicon_check.hpp"
#include "zhibiao/ordered.hpp"
#include "zhibiao/panel.hpp"
#include "zhibiao/region.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"
