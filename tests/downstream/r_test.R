# The output in R: r_test.R FOLDER with all.jsonl and all.csv; says what fails.
suppressPackageStartupMessages({library(jsonlite); library(data.table)})
setwd(commandArgs(TRUE)[1])
failed <- FALSE
check <- function(good, what) if (!isTRUE(all(good))) { message("wrong: ", what); failed <<- TRUE }

# --- CSV by data.table
rows <- fread("all.csv", encoding = "UTF-8", na.strings = "", colClasses = list(character = c("period", "base_period")))
check(is.character(rows$label_zh) && is.character(rows$period), "text columns are text")
check(is.numeric(rows$value_lower) && is.numeric(rows$value_upper), "numbers are numbers")
check(is.integer(rows$document_plan_year) && is.integer(rows$evidence_start), "years and offsets are integers")
check(is.logical(rows$extension) && !anyNA(rows$extension), "extension is logical")
check(anyNA(rows$scope) && !all(is.na(rows$scope)) && !any(rows$scope == "", na.rm = TRUE), "a missing scope is NA")
check(!anyNA(rows$evidence_text) & validUTF8(rows$evidence_text), "the texts are UTF-8")

# --- JSON Lines by jsonlite
reports <- stream_in(file("all.jsonl", encoding = "UTF-8"), verbose = FALSE)
seen <- rbindlist(Map(function(region, observations) cbind(region = region, flatten(observations)),
                      reports$document$region, reports$observations), fill = TRUE)
check(nrow(seen) == nrow(rows), "as many rows of both")
check(seen$label.zh == rows$label_zh & seen$evidence.text == rows$evidence_text & seen$value.text == rows$value_text, "the same words")
same <- function(a, b) (is.na(a) & is.na(b)) | (!is.na(a) & !is.na(b) & a == b)
check(same(seen$region, rows$document_region) & anyNA(seen$region), "the same regions, and one that is not known")
for (name in c("lower", "upper")) check(same(seen[[paste0("value.", name)]], rows[[paste0("value_", name)]]), name)
for (name in c("scope", "period", "base_period", "commitment")) check(same(seen[[name]], rows[[name]]), name)

# --- the growth targets of all reports by year
goals <- rows[indicator == "gdp" & measure == "growth_rate" & status == "target" & is.na(scope),
              .(document_region, period, value_lower, value_upper)][order(period)]
check(nrow(goals) > 2 && !is.unsorted(goals$period), "growth targets by year")
check("临澜市" %in% goals$document_region, "Chinese intact")
print(goals)
quit(status = if (failed) 1 else 0)
