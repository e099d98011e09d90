#include "value/quantity.hpp"

#include <algorithm>
#include <ctime>
#include <memory>
#include <set>
#include <string>

#include "../catch.hpp"
#include "value/decimal.hpp"
#include "value/numeral.hpp"
#include "value/readings.hpp"
#include "zhibiao/lexicon.hpp"

using namespace zhibiao;
using namespace zhibiao::value;
using namespace zhibiao::tests;

TEST_CASE("numbers with units") {
  check({
      {"总额318.5亿元", "[318.5亿元] 31850000000 CNY"},
      {"达4.7万亿元", "[4.7万亿元] 4700000000000 CNY"},
      {"新增86项", "[86项] 86 item"},
      {"播种412.6万亩", "[412.6万亩] 4126000 mu"},
      {"产量27.4万吨", "[27.4万吨] 274000 tonne"},
      {"产量3.8亿斤", "[3.8亿斤] 190000 tonne"},
      {"收购6万公斤", "[6万公斤] 60 tonne"},
      {"出栏73.5万头", "[73.5万头] 735000 item"},
      {"接待318万人次", "[318万人次] 3180000 person_time"},
      {"惠及2.6万户", "[2.6万户] 26000 household"},
      {"引进1264人", "[1264人] 1264 person"},
      {"聘用37名", "[37名] 37 person"},
      {"装机48万千瓦", "[48万千瓦] 480000 kilowatt"},
      {"装机600兆瓦", "[600兆瓦] 600000 kilowatt"},
      {"装机1.2吉瓦", "[1.2吉瓦] 1200000 kilowatt"},
      {"用电量152.8亿千瓦时", "[152.8亿千瓦时] 15280000000 kilowatt_hour"},
      {"节电1200万度", "[1200万度] 12000000 kilowatt_hour"},
      {"节电300度电", "[300度电] 300 kilowatt_hour"},
      {"转了40度", "[40度] #"},
      {"吞吐量412.3万标箱", "[412.3万标箱] 4123000 teu"},
      {"吞吐量86万TEU", "[86万TEU] 860000 teu"},
      {"里程2.3万公里", "[2.3万公里] 23000 kilometre"},
      {"管网650千米", "[650千米] 650 kilometre"},
      {"长800米", "[800米] 0.8 kilometre"},
      {"改造18.4万平方米", "[18.4万平方米] 184000 square_metre"},
      {"面积12.5平方公里", "[12.5平方公里] 12.5 square_kilometre"},
      {"库容3.6亿立方米", "[3.6亿立方米] 360000000 cubic_metre"},
      {"造林4.2万公顷", "[4.2万公顷] 42000 hectare"},
      {"优良天数341天", "[341天] 341 day"},
      {"预期寿命80.2岁", "[80.2岁] 80.2 year"},
      {"是上年的1.8倍", "[1.8倍] 1.8 times"},
      {"节能27万吨标准煤", "[27万吨标准煤] 270000 tonne_of_standard_coal"},
      {"利用外资2.7亿美元", "[2.7亿美元] 270000000 USD"},
      {"出口380亿港元", "[380亿港元] 38000000000 HKD"},
      {"税收15亿澳门元", "[15亿澳门元] 1500000000 MOP"},
      {"总额4200亿新台币", "[4200亿新台币] 420000000000 TWD"},
      {"贷款3亿欧元", "[3亿欧元] 300000000 EUR"},
      {"贷款50亿日元", "[50亿日元] 5000000000 JPY"},
      {"共1500亿元人民币", "[1500亿元人民币] 150000000000 CNY"},
      {"下降25个基点", "[25个基点] 0.25 percentage_point"},
      {"下降15BP", "[15BP] 0.15 percentage_point"},
      {"提高2.6个百分点", "[2.6个百分点] 2.6 percentage_point"},
      {"提高3个百分比", "[3个百分比] 3 percentage_point"},
      {"提高2个千分点", "[2个千分点] 2 per_mille"},
      {"上调3分/千瓦时", "[3分/千瓦时] 0.03 CNY_per_kilowatt_hour"},
      {"24种,8类", "[24种] 24 item [8类] 8 item"},
      {"出生率6.1‰", "[6.1‰] 6.1 per_mille"},
      {"降雨520毫米", "[520毫米] 520 millimetre"},
      {"220千伏变电站", "[220千伏] 220 kilovolt"},
      {"新建充电桩1250", "[1250] 1250"},
      {"500 km", "[500 km] 500 kilometre"},
      {"0.6%", "[0.6%] 0.6 percent"},
  });
}

TEST_CASE("compound units") {
  check({
      {"降至27微克/立方米", "[27微克/立方米] 27 microgram_per_cubic_metre"},
      {"降至每立方米27微克", "[每立方米27微克] 27 microgram_per_cubic_metre"},
      {"控制在立方米31微克以内", "[立方米31微克以内] 31 microgram_per_cubic_metre at_most"},
      {"每立方米不超过31微克", "[每立方米不超过31微克] at_most 31 microgram_per_cubic_metre"},
      {"单产486公斤/亩", "[486公斤/亩] 486 kilogram_per_mu"},
      {"每亩486公斤", "[每亩486公斤] 486 kilogram_per_mu"},
      {"每亩增加120斤", "[120斤] 0.06 tonne"},
      {"每亩900斤", "[每亩900斤] 450 kilogram_per_mu"},
      {"0.43吨标准煤/万元", "[0.43吨标准煤/万元] 0.43 tonne_of_standard_coal_per_10000_CNY"},
      {"13.6件/万人", "[13.6件/万人] 13.6 item_per_10000_persons"},
      {"6.2张/千人", "[6.2张/千人] 6.2 item_per_1000_persons"},
      {"每千人3.4张", "[每千人3.4张] 3.4 item_per_1000_persons"},
      {"不低于820元/月", "[不低于820元/月] at_least 820 CNY_per_month"},
      {"7200元/人·年", "[7200元/人·年] 7200 CNY_per_year"},
      {"每月820元", "[820元] 820 CNY"},
      {"每万人拥有12件", "[12件] 12 item"},
      {"产能60万吨/年", "[60万吨/年] 600000 tonne_per_year"},
      {"流量300立方米/秒", "[300立方米/秒] 300 cubic_metre_per_second"},
      {"8000吨/小时", "[8000吨/小时] 8000 compound"},
      {"分别达到5亿元/6亿元", "[5亿元] 500000000 CNY [6亿元] 600000000 CNY"},
      {"12.4万套(间)以上", "[12.4万套(间)以上] 124000 item at_least"},
      {"3.1万户(套)", "[3.1万户(套)] 31000 household"},
      {"6万头(只)左右", "[6万头(只)左右] 60000 item about"},
      {"5家(个)", "[5家(个)] 5 item"},
      {"5亿元(其中贷款)", "[5亿元] 500000000 CNY"},
  });
}

TEST_CASE("money before the number") {
  check({
      {"US$3.4 billion", "[US$3.4 billion] 3400000000 USD"},
      {"出口US$ 3.4亿", "[US$ 3.4亿] 340000000 USD"},
      {"HK$5.2亿", "[HK$5.2亿] 520000000 HKD"},
      {"NT$300亿", "[NT$300亿] 30000000000 TWD"},
      {"MOP$80亿", "[MOP$80亿] 8000000000 MOP"},
      {"¥36万", "[¥36万] 360000 CNY"},
      {"€3亿", "[€3亿] 300000000 EUR"},
      {"RMB500万", "[RMB500万] 5000000 CNY"},
      {"USD 20亿", "[USD 20亿] 2000000000 USD"},
      {"人民币48亿元", "[人民币48亿元] 4800000000 CNY"},
      {"新台币48亿元", "[新台币48亿元] 4800000000 TWD"},
      {"港币12亿", "[港币12亿] 1200000000 HKD"},
      {"超过US$6亿", "[超过US$6亿] more_than 600000000 USD"},
      {"US$5亿-6亿", "[US$5亿-6亿] 500000000..600000000 USD"},
      {"1.3兆元", "[1.3兆元] 1300000000000 CNY"},
  });
}

TEST_CASE("bound words before the number") {
  struct Word {
    const char* word;
    Bound bound;
  };
  for (const Word& w : {Word{"约", Bound::about}, {"大约", Bound::about}, {"近", Bound::about}, {"接近", Bound::about},
                        {"将近", Bound::about}, {"约为", Bound::about}, {"至少", Bound::at_least}, {"不低于", Bound::at_least},
                        {"不少于", Bound::at_least}, {"不小于", Bound::at_least}, {"超", Bound::more_than},
                        {"超过", Bound::more_than}, {"突破", Bound::more_than}, {"破", Bound::more_than},
                        {"逾", Bound::more_than}, {"过", Bound::more_than}, {"高于", Bound::more_than},
                        {"大于", Bound::more_than}, {"迈上", Bound::more_than}, {"跨越", Bound::more_than},
                        {"首次突破", Bound::more_than}, {"总额超", Bound::more_than}, {"超过了", Bound::more_than},
                        {"不超过", Bound::at_most}, {"不高于", Bound::at_most}, {"不大于", Bound::at_most},
                        {"至多", Bound::at_most}, {"低于", Bound::less_than}, {"不足", Bound::less_than},
                        {"少于", Bound::less_than}, {"小于", Bound::less_than}, {"不到", Bound::less_than}}) {
    for (const char* value : {"36.5亿元", "5.3%", "4200人", "三成", "百分之六", "1.6倍", "US$3亿"}) {
      const std::string text = std::string("规模") + w.word + value;
      CAPTURE(text);
      const auto readings = read(text, false);
      REQUIRE(readings.size() == 1);
      CHECK(readings[0].prefix_bound == w.bound);
      CHECK(readings[0].end == text.size());
      CHECK(readings[0].begin < readings[0].number_begin);
    }
  }
  for (const char* word : {"签约", "节约", "集约", "预约", "履约", "违约", "附近", "最近", "临近", "通过", "审议通过",
                           "经过", "度过", "不过", "打破", "赶超", "", "达到", "高达", "为", "完成", "新增"}) {
    const std::string text = std::string("全年") + word + "36件";
    CAPTURE(text);
    const auto readings = read(text, false);
    REQUIRE(readings.size() == 1);
    CHECK_FALSE(readings[0].prefix_bound);
    CHECK(readings[0].begin == readings[0].number_begin);
  }
}

TEST_CASE("bound words behind the unit") {
  struct Word {
    const char* word;
    std::optional<Bound> bound;
  };
  for (const Word& w : {Word{"左右", Bound::about}, {"上下", Bound::about}, {"以上", Bound::at_least},
                        {"及以上", Bound::at_least}, {"(含)以上", Bound::at_least}, {"以内", Bound::at_most},
                        {"以下", Bound::at_most}, {"及以下", Bound::at_most}, {"之内", Bound::at_most},
                        {"上下游企业", std::nullopt}, {"以来", std::nullopt}, {"以外", std::nullopt}, {"。", std::nullopt}}) {
    for (const char* value : {"36.5亿元", "5.3%", "4200人", "三成", "百分之六", "1.6倍", "5.2个百分点", "12", "6万套(间)"}) {
      const std::string text = std::string(value) + w.word;
      CAPTURE(text);
      const auto readings = read(text, false);
      REQUIRE(readings.size() == 1);
      CHECK(readings[0].suffix_bound == w.bound);
      CHECK((readings[0].end == text.size()) == w.bound.has_value());
    }
  }
  check({
      {"超过5%左右", "[超过5%左右] more_than 5 percent about"},
      {"不低于4000人以上", "[不低于4000人以上] at_least 4000 person at_least"},
      {"4000余人", "[4000余人] 4000 person more_than"},
      {"500余万亩", "[500余万亩] 5000000 mu more_than"},
      {"37万余人次", "[37万余人次] 370000 person_time more_than"},
      {"3亿多元", "[3亿多元] 300000000 CNY more_than"},
      {"30多个", "[30多个] 30 item more_than"},
      {"20余项", "[20余项] 20 item more_than"},
      {"十几家", "[十几家] 10 item more_than"},
      {"二十多亿元", "[二十多亿元] 2000000000 CNY more_than"},
      {"20公里多。", "[20公里多] 20 kilometre more_than"},
      {"3亿元余额", "[3亿元] 300000000 CNY"},
      {"余额36亿元", "[36亿元] 3600000000 CNY"},
      {"500+", "[500+] 500 more_than"},
      {"突破6000亿元大关", "[突破6000亿元大关] more_than 600000000000 CNY"},
  });
}

TEST_CASE("ranges") {
  for (const char* mark : {"-", "--", "~", "—", "——", "至", "到"}) {
    struct Range {
      const char *first, *second, *reading;
    };
    for (const Range& r : {Range{"5%", "6%", "5..6 percent"}, {"5", "6%", "5..6 percent"}, {"4.5", "5%", "4.5..5 percent"},
                           {"3.5", "4万人", "35000..40000 person"}, {"20", "30个百分点", "20..30 percentage_point"},
                           {"300亿", "500亿元", "30000000000..50000000000 CNY"}, {"300", "500亿元", "30000000000..50000000000 CNY"},
                           {"8000", "1.2万元", "8000..12000 CNY"}, {"8000元", "1.2万元", "8000..12000 CNY"},
                           {"1", "2个", "1..2 item"}, {"500公斤", "1吨", "0.5..1 tonne"}, {"12", "15", "12..15"}}) {
      const std::string text = std::string(r.first) + mark + r.second;
      CAPTURE(text);
      std::string wanted("[");
      wanted.append(text).append("] ").append(r.reading);
      CHECK(show_all("目标" + text, false) == wanted);
    }
    const std::string falling = std::string("6%") + mark + "5%";
    CAPTURE(falling);
    CHECK(show_all(falling, false).find("..") == std::string::npos);
    CHECK(read(falling, false).size() == 2);
  }
  check({
      {"5%至6%之间", "[5%至6%之间] 5..6 percent"},
      {"5%和6%之间", "[5%和6%之间] 5..6 percent"},
      {"从上年的5%到6%", "[5%] 5 percent [6%] 6 percent"},
      {"分别增长5%和6%", "[5%] 5 percent [6%] 6 percent"},
      {"从5%到6%", "[5%] 5 percent [6%] 6 percent"},
      {"由5%至6%", "[5%] 5 percent [6%] 6 percent"},
      {"增长5%-6%左右", "[5%-6%左右] 5..6 percent about"},
      {"约1~2个", "[约1~2个] about 1..2 item"},
      {"三至五个", "[三至五个] 3..5 item"},
      {"一到两个百分点", "[一到两个百分点] 1..2 percentage_point"},
      {"十五至二十家", "[十五至二十家] 15..20 item"},
      {"三到五成", "[三到五成] 30..50 percent"},
      {"百分之五到六", "[百分之五到六] 5..6 percent"},
      {"百分之五至百分之六", "[百分之五至百分之六] 5..6 percent"},
      {"五六百亿元", "[五六百亿元] 50000000000..60000000000 CNY"},
      {"七八个", "[七八个] 7..8 item"},
      {"七八成", "[七八成] 70..80 percent"},
      {"-3%至-2%", "[-3%至-2%] -3..-2 percent"},
      {"5亿元-10亩", "[5亿元] 500000000 CNY [10亩] 10 mu"},
      {"2021-2035年", "[2021-2035年] #"},
      {"2021—2035", "[2021—2035] #"},
      {"2021至2035年", "[2021至2035年] #"},
      {"0-6周岁", "[0-6周岁] #"},
      {"3-5年", "[3-5年] #"},
      {"1-11月", "[1-11月] #"},
      {"5至10分钟", "[5至10分钟] #"},
      {"2031-02-28", "[2031-02-28] #"},
      {"电话0571-8666-1234", "[0571-8666-1234] #"},
  });
}

TEST_CASE("signs") {
  check({
      {"增长-3.2%", "[-3.2%] -3.2 percent"},
      {"增速为-3.2%", "[-3.2%] -3.2 percent"},
      {"-0.6%", "[-0.6%] -0.6 percent"},
      {"指标:-0.6%", "[-0.6%] -0.6 percent"},
      {"增长负3.2%", "[负3.2%] -3.2 percent"},
      {"为负百分之三", "[负百分之三] -3 percent"},
      {"减负30亿元", "[30亿元] 3000000000 CNY"},
      {"肩负5项任务", "[5项] 5 item"},
      {"金额5亿元-3.2%", "[5亿元] 500000000 CNY [3.2%] 3.2 percent"},
      {"负增长3.2%", "[3.2%] 3.2 percent"},
      {"--5%", "[5%] 5 percent"},
      {"约-3%", "[约-3%] about -3 percent"},
  });
}

TEST_CASE("numbers in characters") {
  check({
      {"百分之五点六", "[百分之五点六] 5.6 percent"},
      {"百分之5.6", "[百分之5.6] 5.6 percent"},
      {"百分之百", "[百分之百] 100 percent"},
      {"百分之一百二十", "[百分之一百二十] 120 percent"},
      {"千分之三", "[千分之三] 3 per_mille"},
      {"万分之五", "[万分之五] 0.05 percent"},
      {"近四成", "[近四成] about 40 percent"},
      {"九成以上", "[九成以上] 90 percent at_least"},
      {"六成五", "[六成五] 65 percent"},
      {"5成", "[5成] 50 percent"},
      {"一万二千三百人", "[一万二千三百人] 12300 person"},
      {"三百二十家", "[三百二十家] 320 item"},
      {"两千户", "[两千户] 2000 household"},
      {"十五个", "[十五个] 15 item"},
      {"十二点五亿元", "[十二点五亿元] 1250000000 CNY"},
      {"一点五倍", "[一点五倍] 1.5 times"},
      {"两倍", "[两倍] 2 times"},
      {"三个百分点", "[三个百分点] 3 percentage_point"},
      {"三亿美元", "[三亿美元] 300000000 USD"},
      {"过半", "[过半] more_than 50 percent"},
      {"近半数", "[近半数] about 50 percent"},
      {"一半以上", "[一半以上] 50 percent at_least"},
      {"四分之三", "[四分之三] 0.75"},
      {"三分之一", "[三分之一] #"},
      {"1/3以上", "[1/3] #"},
      {"迈上千亿大关", "[迈上千亿大关] more_than 100000000000"},
      {"突破万亿元台阶", "[突破万亿元台阶] more_than 1000000000000 CNY"},
      {"突破万亿,", "[突破万亿] more_than 1000000000000"},
      {"近百家", "[近百家] about 100 item"},
      {"千余名", "[千余名] 1000 person more_than"},
      {"上万人", "[上万人] at_least 10000 person"},
      {"达百亿元", "[百亿元] 10000000000 CNY"},
      {"一个,三家,五项", "[一个] 1 item [三家] 3 item [五项] 5 item"},
  });
  CHECK(read("三家", false)[0].single);
  CHECK(read("三家", false)[0].words);
  CHECK_FALSE(read("十三家", false)[0].single);
  CHECK_FALSE(read("三亿元", false)[0].single);
  CHECK_FALSE(read("3家", false)[0].single);
  CHECK_FALSE(read("三倍", false)[0].single);
}

TEST_CASE("characters that are no numbers") {
  for (const char* text :
       {"一体推进", "一批项目", "三农工作", "两山理念", "十四五时期", "二十大精神", "万众一心", "百姓生活", "千方百计", "亿级产业",
        "千亿级集群", "百亿产业", "万亿级规模", "三大攻坚", "两个确立", "三个一工程", "双千亿", "完成任务", "一次成功", "组成部分",
        "企业成立", "统一个人", "同一个", "每一个", "之一", "一户一策", "一人一档", "三位一体", "二元结构", "五台山", "七台河市",
        "五家渠市", "十分重要", "百里画廊", "数千人", "几十家", "数百万元", "好几个", "成千上万", "百强", "三级医院", "一方面",
        "重点一是", "半年工作", "上半年", "半导体", "时间过半、任务过半", "一度", "最后一公里", "“三个工程”", "四川", "九江", "百色",
        "千瓦时", "万元", "每万人", "每千人", "亿元以上企业", "一件事一次办", "十里长街", "三门峡", "一带一路", "五指山"}) {
    CAPTURE(text);
    std::string values;
    for (const Reading& r : read(text, false)) {
      if (!r.ordinal && !r.single) values += show(text, r);
    }
    CHECK(values.empty());
  }
}

TEST_CASE("ordinals, dates and names") {
  check({
      {"第5", "[第5] #"}, {"第三位", "[第三位] #"}, {"第1、2名", "[第1] # [2名] #"}, {"第一、第二", "[第一] # [第二] #"},
      {"5月", "[5月] #"}, {"5月3日", "[5月] # [3日] #"}, {"三月", "[三月] #"}, {"8时30分", "[8时] # [30分] 30 score"},
      {"2031年", "[2031年] #"}, {"1987年", "[1987年] #"}, {"二〇三一年", "[二〇三一年] #"}, {"一季度", "[一季度] #"},
      {"2031", "[2031] #"}, {"2031年5月", "[2031年] # [5月] #"}, {"2031.05.12", "[2031.05.12] #"},
      {"12345热线", "[12345热线] #"}, {"拨打12345", "[12345] #"}, {"连续13年", "[13年] #"}, {"五年", "[五年] #"},
      {"近3年", "[3年] #"}, {"近10天", "[10天] #"}, {"受教育年限12.4年", "[12.4年] 12.4 year"},
      {"平均受教育年限达到11年", "[11年] 11 year"}, {"14周岁", "[14周岁] #"}, {"9年级", "[9年级] #"}, {"5个月", "[5个月] #"},
      {"4A级景区", "[4A] #"}, {"5G基站", "[5G] #"}, {"PM2.5浓度", "[2.5] #"}, {"PM10", "[10] #"}, {"PM_2.5", "[2.5] #"},
      {"CO2", "[2] #"}, {"G20", "[20] #"}, {"3+3体系", "[3+3] #"}, {"1+1+N", "[1+1+N] #"}, {"10+N", "[10+N] #"},
      {"N+3", "[3] #"}, {"2×66", "[2×66] #"}, {"7*24", "[7*24] #"}, {"5·18", "[5·18] #"}, {"24小时", "[24小时] #"},
      {"15分钟生活圈", "[15分钟] #"}, {"218国道", "[218国道] #"}, {"S218", "[218] #"}, {"146团", "[146团] #"},
      {"(A02版)", "[02] #"}, {"1号线", "[1号线] #"}, {"007", "[007] #"}, {"“568”行动", "[568] #"},
      {"“1246”战略", "[1246] #"}, {"500强", "[500强] #"}, {"前十名", "[十名] #"}, {"前5位", "[5位] #"},
      {"目前500家", "[500家] 500 item"}, {"6月底前500户", "[6月底] # [500户] 500 household"}, {"提升3位,", "[3位] #"},
      {"3位劳模", "[3位] 3 person"}, {"5000亿级规模", "[5000亿级] #"}, {"8:30", "[8:30] #"}, {"1:5", "[1:5] #"},
      {"2.31:1", "[2.31:1] 2.31 times"}, {"2.31比1", "[2.31比1] 2.31 times"},
      {"45:36:19", "[45] 45 [36] 36 [19] 19"}, {"46:54", "[46:54] #"},
      {"1.推进改革", "[1] #"}, {"2、推进改革", "[2] #"}, {"(3)推进", "[3] #"}, {"。4.推进", "[4] #"}, {"1.5亿元", "[1.5亿元] 150000000 CNY"},
      {"第1次会议", "[第1次会议] #"}, {"国道418线", "[418] #"}, {"审管衔接[14]", "[14] #"},
      {"“30条”措施", "[30条] #"}, {"“二十条”", ""}, {"110报警", "[110报警] #"},
      {"世界500强企业", "[500强企业] #"},
  });
}

TEST_CASE("guards: words that begin like a unit") {
  check({
      {"重点86项目", "[86] 86"}, {"300个体工商户", "[300] 300"}, {"126人大代表", "[126] 126"}, {"5处理", "[5] 5"},
      {"20条件", "[20] 20"}, {"60场所", "[60] 60"}, {"7家庭", "[7] 7"}, {"15支持", "[15] 15"}, {"增长5分别", "[5] 5"},
      {"3项目标", "[3项] 3 item"}, {"6家园区", "[6家] 6 item"}, {"12家电商", "[12家] 12 item"}, {"5个体系", "[5个] 5 item"},
      {"20个体户", "[20] 20"}, {"100名师生", "[100名] 100 person"}, {"5户外立面", "[5户] 5 household"}, {"5种植", "[5] 5"},
      {"3日常", "[3] 3"}, {"6时期", "[6] 6"}, {"3000亿台阶", "[3000亿台阶] 300000000000"}, {"100成立", "[100] 100"},
  });
}

TEST_CASE("lost punctuation") {
  check({
      {"分别增长86.2%14.3%57%开展", "[86.2%] 86.2 percent [14.3%] 14.3 percent [57%] 57 percent"},
      {"增长4.6%收入12.3亿元、增长8%消费", "[4.6%] 4.6 percent [12.3亿元] 1230000000 CNY [8%] 8 percent"},
      {"总产31.2万吨种植160.4万亩", "[31.2万吨] 312000 tonne [160.4万亩] 1604000 mu"},
      {"任务8PM2.5浓度", "[8] # [2.5] #"},
      {"活动73,带动64万人次", "[73] 73 [64万人次] 640000 person_time"},
      {"3.7、1.4、1.6倍", "[3.7] 3.7 [1.4] 1.4 [1.6倍] 1.6 times"},
  });
}

TEST_CASE("more than fifteen digits are told") {
  check({
      {"1234567890123456亿元", "[1234567890123456亿元] inexact"},
      {"123456789012345亿元", "[123456789012345亿元] 12345678901234500000000 CNY"},
      {"0.1234567890123456%", "[0.1234567890123456%] inexact"},
  });
}

TEST_CASE("English") {
  check(
      {
          {"grew by around 5 percent", "[around 5 percent] about 5 percent"},
          {"4.5 per cent", "[4.5 per cent] 4.5 percent"},
          {"2 percent or lower", "[2 percent or lower] 2 percent at_most"},
          {"3 percent or more", "[3 percent or more] 3 percent at_least"},
          {"5 percent or so", "[5 percent or so] 5 percent about"},
          {"over 11 million new jobs", "[over 11 million] more_than 11000000"},
          {"at least 640 million tonnes", "[at least 640 million tonnes] at_least 640000000 tonne"},
          {"no less than 5.5 percent", "[no less than 5.5 percent] at_least 5.5 percent"},
          {"no more than 4 percent", "[no more than 4 percent] at_most 4 percent"},
          {"up to RMB 3.5 trillion", "[up to RMB 3.5 trillion] at_most 3500000000000 CNY"},
          {"more than US$500 billion", "[more than US$500 billion] more_than 500000000000 USD"},
          {"less than 40 days", "[less than 40 days] less_than 40 day"},
          {"under 5.5 percent", "[under 5.5 percent] less_than 5.5 percent"},
          {"within 3.5%", "[within 3.5%] at_most 3.5 percent"},
          {"nearly 8.5 million", "[nearly 8.5 million] about 8500000"},
          {"surpassed 120 trillion yuan", "[surpassed 120 trillion yuan] more_than 120000000000000 CNY"},
          {"will not exceed 5 percent", "[not exceed 5 percent] at_most 5 percent"},
          {"linear 5 percent", "[5 percent] 5 percent"},
          {"5 to 5.5 percent", "[5 to 5.5 percent] 5..5.5 percent"},
          {"between 5 and 6 percent", "[between 5 and 6 percent] 5..6 percent"},
          {"from 5 to 6 percent", "[5] 5 [6 percent] 6 percent"},
          {"5-6 percent", "[5-6 percent] 5..6 percent"},
          {"US$5-6 billion", "[US$5-6 billion] 5000000000..6000000000 USD"},
          {"US$5 billion to US$6 billion", "[US$5 billion to US$6 billion] 5000000000..6000000000 USD"},
          {"from 30 billion in 2007 to 90 billion yuan", "[30 billion] 30000000000 [2007] # [90 billion yuan] 90000000000 CNY"},
          {"up from last year's 2.1% to 2.3%", "[2.1%] 2.1 percent [2.3%] 2.3 percent"},
          {"tasks: 1) growth, 2) jobs", "[1] # [2] #"},
          {"rose 5 percent to 6.2 million", "[5 percent] 5 percent [6.2 million] 6200000"},
          {"a 5-percentage-point rise", "[5-percentage-point] 5 percentage_point"},
          {"25 basis points", "[25 basis points] 0.25 percentage_point"},
          {"five percent", "[five percent] 5 percent"},
          {"twenty-five percent", "[twenty-five percent] 25 percent"},
          {"eleven million", "[eleven million] 11000000"},
          {"two hundred and ten million people", "[two hundred and ten million people] 210000000 person"},
          {"one hundred thousand households", "[one hundred thousand households] 100000 household"},
          {"half a million tonnes", "[half a million tonnes] 500000 tonne"},
          {"a five percent rise", "[five percent] 5 percent"},
          {"a hundred villages", "[a hundred] 100"},
          {"three new airports, one of the best", ""},
          {"1,234.5 billion yuan", "[1,234.5 billion yuan] 1234500000000 CNY"},
          {"100-million-yuan project", "[100-million-yuan] 100000000 CNY"},
          {"35,000 km of railway", "[35,000 km] 35000 kilometre"},
          {"200 billion kilowatt-hours", "[200 billion kilowatt-hours] 200000000000 kilowatt_hour"},
          {"650 billion jin", "[650 billion jin] 325000000 tonne"},
          {"90 million mu", "[90 million mu] 90000000 mu"},
          {"1.2-fold", "[1.2-fold] 1.2 times"},
          {"$3.5bn", "[$3.5bn] 3500000000 USD"},
          {"500 million euros", "[500 million euros] 500000000 EUR"},
          {"40 micrograms per cubic meter", "[40 micrograms per cubic meter] 40 microgram_per_cubic_metre"},
          {"March 5, 2031", "[5] # [2031] #"},
          {"5 March", "[5] #"},
          {"12 Dec 2031", "[12] # [2031] #"},
          {"the 14th plan", "[14th] #"},
          {"Section 3", "[3] #"},
          {"No. 5", "[5] #"},
          {"2023-2025, 2021-22", "[2023-2025] # [2021-22] #"},
          {"24-hour service", "[24-hour] #"},
          {"5 years", "[5 years] #"},
          {"at least ten million", "[at least ten million] at_least 10000000"},
          {"4.6% or lower", "[4.6% or lower] 4.6 percent at_most"},
          {"at or below 4.6%", "[at or below 4.6%] at_most 4.6 percent"},
          {"6.5% to 7%", "[6.5% to 7%] 6.5..7 percent"},
          {"51.9 trillion yuan", "[51.9 trillion yuan] 51900000000000 CNY"},
          {"life expectancy of 79.5 years", "[79.5 years] 79.5 year"},
          {"5G, COVID-19, PM2.5, G20", "[5G] # [19] # [2.5] # [20] #"},
      },
      true);
}

TEST_CASE("every unit word with every multiplier") {
  const std::set<std::string_view> single_scaled = {"方", "担", "t", "x"};
  struct Multiplier {
    const char* word;
    int power;
  };
  std::size_t wrong = 0, tried = 0;
  for (const UnitEntry& unit : tests::complete().units) {
    if (unit.id == "none" || unit.id == "short" || unit.id == "ordinal") continue;
    for (const auto& [word, scale] : unit.words) {
      const bool latin = word.front() >= 'A' && word.front() <= 'z';
      if (word.back() == '$' || word == "¥" || word == "€" || word == "£") continue;  // before the number
      if (word == "年" || word == "year" || word == "years" || word == "位") continue;  // times and ranks, see above
      for (const Multiplier& m : {Multiplier{"", 0}, {"百", 2}, {"千", 3}, {"万", 4}, {"十万", 5}, {"百万", 6}, {"千万", 7},
                                  {"亿", 8}, {"百亿", 10}, {"千亿", 11}, {"万亿", 12}}) {
        if (std::string_view(m.word).substr(0, 3) == "十") continue;  // 7十万 is no numeral
        if (m.power == 0 && (word == "度" || single_scaled.count(word) > 0)) continue;
        // 千 joins the word behind it: 7百千米 is not written, and 7百分 is a part of 百分点.
        const std::string joint = std::string(m.word) + word;
        const bool joins = (joint.find("千米") != std::string::npos || joint.find("千瓦") != std::string::npos ||
                            joint.find("千克") != std::string::npos || joint.find("千方") != std::string::npos ||
                            joint.find("千兆") != std::string::npos ||
                            joint.find("百分") != std::string::npos || joint.find("万里") != std::string::npos) &&
                           word.substr(0, 3) != "千" && word.substr(0, 3) != "百" && m.power > 0;
        if (joins || word.substr(0, 3) == "分") continue;
        const std::string text = std::string("7") + m.word + word;
        ++tried;
        const auto readings = read(text, latin && m.power == 0);
        const auto value = multiply({7, m.power}, *parse_decimal(scale));
        const bool same = readings.size() == 1 && !readings[0].ordinal && readings[0].unit == unit.id && value &&
                          readings[0].lower == *value && readings[0].end == text.size();
        if (!same) UNSCOPED_INFO(text << " " << unit.id << ": " << show_all(text, latin && m.power == 0));
        wrong += !same;
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(tried > 5'000);
}

TEST_CASE("no unit word stands for two units") {
  std::set<std::string> seen;
  for (const UnitEntry& unit : tests::complete().units) {
    for (const auto& [word, scale] : unit.words) {
      CAPTURE(unit.id, word);
      CHECK(seen.insert(word).second);
      CHECK(parse_decimal(scale));
    }
  }
}

TEST_CASE("readings are in order, do not overlap and stay inside what was asked for") {
  const std::string text = "目标是增长5%-6%,第3位,不低于300亿元,三成以上,US$5亿,每立方米25微克,二〇三一年,1+1,3/4,2.3:1,一半";
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if ((static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) continue;
    for (std::size_t end = begin; end <= text.size(); ++end) {
      if (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) continue;
      const std::string part = text.substr(0, end);
      std::size_t last = begin;
      for (const Reading& r : reader().read(part, begin, part.size(), false)) {
        const bool ordered = last <= r.begin && r.begin <= r.number_begin && r.number_begin <= r.number_end &&
                             r.number_end <= r.end && r.begin < r.end && r.end <= end && r.unit_begin <= r.unit_end &&
                             r.unit_end <= r.end;
        if (!ordered) {
          CAPTURE(part, begin);
          CHECK(ordered);
        }
        last = r.end;
      }
    }
  }
}

TEST_CASE("odd rows of signs are read in linear time") {
  const char* signs[] = {"5",  "12",   "2031", ".",  ",",  "-",  "~",  "%",  "一", "三", "十", "百", "千", "万", "亿",  "余",
                         "至", "第",   "每",   "半", "成", "个", "元", "年", "月", "人", "/",  "+",  ":",  "(",  ")",   "A",
                         " ",  "US$",  "百分之", "分之", "点", "零", "〇", "比", "和", "之间", "负",
                         "近", "前", "立方米", "km", "five", "million "};
  std::uint32_t seed = 11;
  for (const bool english : {false, true}) {
    for (int round = 0; round < 4'000; ++round) {
      std::string text;
      for (int i = 0; i < 16; ++i) {
        seed = seed * 1'664'525 + 1'013'904'223;
        text += signs[(seed >> 16) % std::size(signs)];
      }
      std::size_t last = 0;
      bool good = true;
      for (const Reading& r : read(text, english)) {
        good = good && r.begin >= last && r.begin < r.end && r.end <= text.size() && r.begin <= r.number_begin &&
               r.number_end <= r.end;
        last = r.end;
      }
      if (!good) {
        CAPTURE(text);
        CHECK(good);
      }
    }
  }
  for (const bool english : {false, true}) {
    for (const char* sign : signs) {
      for (const char* other : {"", "5", "一", "-", "至", "a"}) {
        // Of the processor, not of the wall: four times the text may take four times as long, not sixteen.
        const auto seconds = [&](std::size_t size) {
          std::string text;
          while (text.size() < size) text.append(sign).append(other);
          const std::clock_t start = std::clock();
          const auto readings = reader().read(text, 0, text.size(), english);
          return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        };
        const double quarter = seconds(25'000), whole = seconds(100'000);
        CAPTURE(sign, other, english, quarter, whole);
        CHECK(whole < 8 * quarter + 0.1);
      }
    }
  }
}
