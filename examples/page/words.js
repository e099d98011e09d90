// The page's own words. A missing key shows itself as the key.

const WORDS = {
  zh: {
    language: "语言",
    // kinds
    target: "目标", actual: "实绩", estimate: "预计", relative: "无数值目标", note: "未采用",
    target_long: "目标：计划或要求达到的数", actual_long: "实绩：报告为已实现的结果", estimate_long: "预计：报告为预计的结果",
    relative_long: "无数值目标：与别的指标或水平相比的要求", note_long: "未采用：提到指标和数字，但没有作为数据采用，并说明原因",
    // fields
    indicator: "指标", value: "数值", status: "状态", period: "时期", measure: "口径", commitment: "力度", bound: "界限",
    base: "基期", scope: "范围", section: "章节", rule: "规则", place: "位置", evidence: "原文", unit: "单位", id: "编号",
    reading: "读作", reason: "原因", group: "分组", region: "地区", year: "年份", result: "结果", report: "报告", order: "序",
    reference: "参照", records: "条数", date: "日期", plan_year: "计划年", review_year: "回顾年",
    // measures
    level: "水平", growth_rate: "增速", average_growth_rate: "年均增速", change: "增减", ratio: "倍数",
    // commitments
    expected: "预期", strive: "力争", ensure: "确保",
    // relations
    in_step: "同步", above: "高于", at_least: "不低于", below: "低于", stretch: "力争更好结果",
    gdp: "经济增长", national_average: "全国平均水平", provincial_average: "全省平均水平", urban_income: "城镇居民收入", last_year: "上年",
    // filters
    kinds: "种类", all_groups: "全部分组", headline: "主要指标", all_indicators: "全部指标", search: "搜索",
    search_hint: "指标、原文、时期…", reset: "清除筛选", shown: "显示 {0} / {1} 条", none_shown: "没有符合筛选条件的记录。",
    none_found: "这份报告中没有读到指标。", more: "显示其余 {0} 条", by: "按{0}排序", selected: "{0}：{1}",
    // chart
    chart: "目标与上年结果", chart_note: "主要指标的增速：{0} 年结果与 {1} 年目标（%）", chart_none: "没有可以对照的增速目标。",
    chart_part: "{0} 年结果", chart_goal: "{0} 年目标", legend_result: "结果", legend_estimate: "预计结果", legend_exact: "目标",
    legend_about: "目标：左右", legend_open: "目标：以上／以下", legend_range: "目标：区间",
    // comparison
    compare: "地区与年份比较", back: "返回比较", next: "下一份报告", previous: "上一份报告", choose_report: "选择报告",
    compare_note: "只取全域数据；带范围限制的记录不参加比较。目标列于计划的年份，结果列于所说的年份。",
    reports: "报告", reports_n: "{0} 份报告", unread: "未能读取", regions_n: "{0} 个地区", conflict: "报告之间不一致",
    no_region: "（未知地区）", no_title: "（无标题）", no_period: "时期不明", missing: "—", only_part: "另有 {0} 条时期不明、不以年计或不是与上年相比，未列入",
    no_reports: "没有可以显示的报告。", several_targets: "同一年份有多个数值",
    // page
    text: "报告原文", table: "数据表", views: "视图", detail: "所选记录", close: "关闭", made_by: "zhibiao {0} · 词表 {1}",
    keys: "↑ ↓ 选择 · Enter 到原文 · ← → 上一处、下一处 · Esc 返回 · / 搜索", headings: "标题", line: "第 {0} 行第 {1} 字",
    bytes_file: "文件字节 {0}–{1}", bytes_text: "正文字节 {0}–{1}", offsets: "字节", skip: "跳到数据表",
    plan: "计划 {0} 年", review: "回顾 {0} 年", source: "来源", not_whole_year: "非全年",
  },
  en: {
    language: "Language",
    target: "Target", actual: "Actual", estimate: "Estimate", relative: "Goal without number", note: "Left out",
    target_long: "Target: a goal or a plan", actual_long: "Actual: reported as a result", estimate_long: "Estimate: reported as expected for a closing period",
    relative_long: "Goal without a number: measured against something else", note_long: "Left out: names an indicator and holds a number, and is no record; the reason is told",
    indicator: "Indicator", value: "Value", status: "Status", period: "Period", measure: "Measure", commitment: "Commitment", bound: "Bound",
    base: "Base", scope: "Scope", section: "Section", rule: "Rule", place: "Place", evidence: "Evidence", unit: "Unit", id: "Id",
    reading: "Read as", reason: "Reason", group: "Group", region: "Region", year: "Year", result: "Result", report: "Report", order: "No.",
    reference: "Reference", records: "Records", date: "Date", plan_year: "Plan year", review_year: "Review year",
    level: "level", growth_rate: "growth", average_growth_rate: "average growth", change: "change", ratio: "multiple",
    expected: "expected", strive: "strive for", ensure: "ensure",
    in_step: "in step with", above: "above", at_least: "no lower than", below: "below", stretch: "better than the stated goal",
    gdp: "economic growth", national_average: "the national average", provincial_average: "the provincial average", urban_income: "urban incomes", last_year: "last year",
    kinds: "Kinds", all_groups: "All groups", headline: "Headline indicators", all_indicators: "All indicators", search: "Search",
    search_hint: "indicator, text, period…", reset: "Clear filters", shown: "{0} of {1} shown", none_shown: "No record matches the filters.",
    none_found: "No indicator was read in this report.", more: "Show the other {0}", by: "Sort by {0}", selected: "{0}: {1}",
    chart: "Targets against last year's results", chart_note: "Growth of headline indicators: results of {0} and targets for {1} (%)", chart_none: "No growth target to set against results.",
    chart_part: "result {0}", chart_goal: "target {0}", legend_result: "result", legend_estimate: "estimated result", legend_exact: "target",
    legend_about: "target, about", legend_open: "target, open to one side", legend_range: "target, range",
    compare: "Regions and years compared", back: "Back to the comparison", next: "Next report", previous: "Previous report", choose_report: "Choose a report",
    compare_note: "Values of whole regions only; records with a scope are left out. Targets stand in the year they are set for, results in the year they speak of.",
    reports: "Reports", reports_n: "{0} reports", unread: "could not be read", regions_n: "{0} regions", conflict: "the reports disagree",
    no_region: "(region unknown)", no_title: "(no title)", no_period: "no period", missing: "—", only_part: "{0} more have no period, are not of one year or not measured from the year before, and are not shown",
    no_reports: "There is no report to show.", several_targets: "several values for one year",
    text: "Text of the report", table: "Records", views: "Views", detail: "Selected record", close: "Close", made_by: "zhibiao {0} · lexicon {1}",
    keys: "↑ ↓ choose · Enter to the text · ← → previous, next place · Esc back · / search", headings: "Heading", line: "line {0}, character {1}",
    bytes_file: "bytes {0}–{1} of the file", bytes_text: "bytes {0}–{1} of the text", offsets: "Bytes", skip: "Skip to the records",
    plan: "plan for {0}", review: "review of {0}", source: "Source", not_whole_year: "part of a year",
  },
};

// Why a clause was left out (the table in src/README.md).
const REASONS = {
  zh: {
    share: "说的是占比，不是指标本身", yardstick: "说的是与别处、别的水平的差距", completion_rate: "说的是完成计划的进度", rank: "说的是位次",
    another_noun: "指标名称后面还有名词，数字属于另一事物", not_of_the_indicator: "数的是申报、惠及等对象，不是指标", count_mismatch: "列举的成员与数值个数不一致",
    sum: "一个数字合计了几个指标", unit_does_not_fit: "单位与指标不符", percent_without_growth: "有百分数而没有增减的词", rate_moves_by_percent: "比率以百分数而不是百分点变动",
    points_without_direction: "有百分点而没有方向", change_of_growth: "说的是增速本身的变化", multiple: "是别的事物的倍数", yearly_mean: "是各年的平均数", goal_of_the_year: "是当年原定的目标", increment: "是增量",
    sum_or_year: "跨年段落中，看不出是累计还是末年", stock_without_id: "是存量，没有对应的指标", looks_back: "回顾的是更早的时期", rate_without_value: "只有比率的说法，没有数值",
    too_many_digits: "超过 15 位有效数字", unsettled: "提到指标和数字，但句式不能确定二者的关系", part_of_another: "是别的事物的一部分", missed_goal: "说的是没有完成的目标",
    single_company: "只属于一家企业", single_project: "只属于一个项目", encoding_unsure: "全文也可能是另一种编码", too_many_records: "记录过多，此后的内容没有读取",
    annex: "在附件或名词解释中", several: "一个名称合指几个指标，不能拆分", per_day: "是每天的数量",
    corrected: "经人工校对更正", dropped: "经人工校对删去",
  },
  en: {
    share: "tells a share, not the indicator itself", yardstick: "tells the distance to something else", completion_rate: "tells how far a plan is fulfilled", rank: "tells a rank",
    another_noun: "another noun follows the name: the number counts something else", not_of_the_indicator: "counts who applied or benefits, not the indicator", count_mismatch: "lists members and values of different number",
    sum: "one number for several indicators", unit_does_not_fit: "the unit does not fit the indicator", percent_without_growth: "a percentage without a word of growth", rate_moves_by_percent: "a rate that moves by percent, not by points",
    points_without_direction: "percentage points without a direction", change_of_growth: "tells how a growth rate moved", multiple: "a multiple of something else", yearly_mean: "a mean over years", goal_of_the_year: "what had been meant for the year", increment: "an increment",
    sum_or_year: "over several years: their sum, or the last of them", stock_without_id: "a stock that is no indicator here", looks_back: "looks back to earlier times", rate_without_value: "a rate without a value",
    too_many_digits: "more than 15 significant digits", unsettled: "names an indicator and a number, and no pattern ties them together", part_of_another: "a part of something else", missed_goal: "tells a goal that was missed",
    single_company: "of one company", single_project: "of one project", encoding_unsure: "the text may be of another encoding", too_many_records: "too many records: what follows was not read",
    annex: "stands in an annex or glossary", several: "one name for several indicators", per_day: "a number a day",
    corrected: "corrected by a reviewer", dropped: "dropped by a reviewer",
  },
};

const GROUPS = {
  zh: {
    national_accounts: "综合核算", agriculture: "农业", industry: "工业", investment: "投资", consumption: "消费", trade_and_fdi: "外贸外资", fiscal: "财政",
    finance: "金融", prices: "价格", income: "居民收入", employment: "就业", social_security: "社会保障", innovation: "科技创新", enterprises: "企业",
    energy_and_environment: "能源环境", urbanization_and_population: "城镇化与人口", education_and_health: "教育卫生", transport_and_post: "交通邮电", tourism_and_services: "旅游与服务业",
    extension: "自定义指标",
  },
  en: {
    national_accounts: "National accounts", agriculture: "Agriculture", industry: "Industry", investment: "Investment", consumption: "Consumption", trade_and_fdi: "Trade and foreign investment", fiscal: "Public finance",
    finance: "Finance", prices: "Prices", income: "Income", employment: "Employment", social_security: "Social security", innovation: "Innovation", enterprises: "Enterprises",
    energy_and_environment: "Energy and environment", urbanization_and_population: "Urbanization and population", education_and_health: "Education and health", transport_and_post: "Transport and post", tourism_and_services: "Tourism and services",
    extension: "Own indicators",
  },
};

const UNITS = {
  zh: {
    percent: "%", percentage_point: "个百分点", per_mille: "‰", CNY: "元", USD: "美元", HKD: "港元", MOP: "澳门元", TWD: "新台币元", EUR: "欧元", person: "人", person_time: "人次",
    person_year: "人年", household: "户", item: "个", tonne: "吨", mu: "亩", hectare: "公顷", kilometre: "公里", metre: "米", kilowatt: "千瓦", kilowatt_hour: "千瓦时",
    microgram_per_cubic_metre: "微克/立方米", square_kilometre: "平方公里", square_metre: "平方米", cubic_metre: "立方米", year: "年", month: "个月", day: "天", times: "倍", teu: "标箱",
    item_per_1000_persons: "个/千人", item_per_10000_persons: "个/万人", CNY_per_month: "元/月", CNY_per_year: "元/年", CNY_per_person: "元/人", kilogram_per_mu: "公斤/亩",
    person_kilometre: "人公里", tonne_kilometre: "吨公里", tonne_of_standard_coal: "吨标准煤", tonne_of_standard_coal_per_10000_CNY: "吨标准煤/万元", cubic_metre_per_10000_CNY: "立方米/万元",
    persons_per_100_million_CNY: "人/亿元",
  },
  en: {percent: "%", percentage_point: "percentage points", per_mille: "‰", item: "", times: "times", mu: "mu", teu: "TEU"},
};

let lang = "zh";

// The words of a key, with {0}, {1} filled in.
function say(key, ...parts) {
  return (WORDS[lang][key] ?? key).replace(/\{(\d)\}/g, (_, i) => parts[i]);
}

const reasonWords = (reason) => REASONS[lang][reason] ?? reason;
const groupWords = (group) => GROUPS[lang][group] ?? group;
const unitWords = (unit) => UNITS[lang][unit] ?? unit.replaceAll("_", " ");
