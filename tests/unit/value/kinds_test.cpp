// What kinds of quantities are read, kind by kind, in the kinds that public recognizers test. The sentences are made up.
//
// Where such recognizers give a value and this reader gives none, on purpose:
//   dates, years, ranks, names (十四五, 5G, the 14th, top 10); vague numbers (几百亿元, 数十个, a dozen, hundreds);
//   fractions without an exact decimal (三分之二, two-thirds) or written 1/3; English halves and quarters alone, where
//   three quarters is a time; 八折, 翻番; a number in characters without a unit (增长六点八); 25度, 3 million pounds and
//   500卢比, whose unit is one of several; 5k, 5m; one bill digit alone (伍亿元); what is not well made (1万5人, 1,23).
// Where they give the parts and this reader the whole: ranges, neighbouring digits (五六百), a sign in words, a half
// behind the unit. Units are turned into base units: 500斤 is 0.25 tonne.

#include "value/readings.hpp"
#include "zhibiao/extractor.hpp"

using namespace zhibiao;
using namespace zhibiao::tests;

TEST_CASE("integers in Chinese: 万, 亿, 兆 and the places below") {
  check({
      {"共有12345人", "[12345人] 12345 person"},
      {"共有三万五千人", "[三万五千人] 35000 person"},
      {"总人口一千四百万人", "[一千四百万人] 14000000 person"},
      {"新建学校两千零五所", "[两千零五所] 2005 item"},
      {"安置二十万零三百人", "[二十万零三百人] 200300 person"},
      {"总额一百二十亿元", "[一百二十亿元] 12000000000 CNY"},
      {"总额三千二百亿零五百万元", "[三千二百亿零五百万元] 320005000000 CNY"},
      {"投资十万亿元", "[十万亿元] 10000000000000 CNY"},
      {"投资1.2万亿元", "[1.2万亿元] 1200000000000 CNY"},
      {"投资2万5千元", "[2万5千元] 25000 CNY"},
      {"投资3亿2千万元", "[3亿2千万元] 320000000 CNY"},
      {"投资1亿2000万元", "[1亿2000万元] 120000000 CNY"},
      {"投资5百万元", "[5百万元] 5000000 CNY"},
      {"投资3千万元", "[3千万元] 30000000 CNY"},
      {"投资12千万元", "[12千万元] 120000000 CNY"},
      {"投资一百二十三万四千五百六十七元", "[一百二十三万四千五百六十七元] 1234567 CNY"},
      {"资产3兆元", "[3兆元] 3000000000000 CNY"},
      {"资产2兆元人民币", "[2兆元人民币] 2000000000000 CNY"},
      {"价格一百二元", "[一百二元] 120 CNY"},
      {"人口两万三人", "[两万三人] 23000 person"},
      {"房屋一千二百间", "[一千二百间] 1200 item"},
      {"修路一万二公里", "[一万二公里] 12000 kilometre"},
      {"收入一百二十元五角", "[一百二十元五角] 120.5 CNY"},
      {"收费3元5角", "[3元5角] 3.5 CNY"},
      {"收费五块钱", "[五块钱] 5 CNY"},
      {"共廿五人", "[廿五人] 25 person"},
      {"共卅人", "[卅人] 30 person"},
      {"共计卅五项", "[卅五项] 35 item"},
      {"出资壹佰万元", "[壹佰万元] 1000000 CNY"},
      {"出资叁仟伍佰元整", "[叁仟伍佰元整] 3500 CNY"},
      {"合计人民币壹拾贰万叁仟元整", "[壹拾贰万叁仟元整] 123000 CNY"},
      {"出资贰拾万元", "[贰拾万元] 200000 CNY"},
      {"出资伍亿元", ""},
      {"投入12,345,678元", "[12,345,678元] 12345678 CNY"},
      {"增加0.5个百分点", "[0.5个百分点] 0.5 percentage_point"},
      {"用电量5.6亿度", "[5.6亿度] 560000000 kilowatt_hour"},
      {"约三五年", "[三五年] #"},
      {"三五百人", "[三五百人] 300..500 person"},
      {"增加七八十万吨", "[七八十万吨] 700000..800000 tonne"},
      {"十五六万人", "[十五六万人] 150000..160000 person"},
      {"一二百亩", "[一二百亩] 100..200 mu"},
      {"二三十家", "[二三十家] 20..30 item"},
      {"四五百公里", "[四五百公里] 400..500 kilometre"},
      {"一两千人", "[一两千人] 1000..2000 person"},
      {"近万人", "[近万人] about 10000 person"},
      {"上万亩", "[上万亩] at_least 10000 mu"},
      {"数百亿元", ""},
      {"数十个项目", ""},
      {"几百亿元", ""},
      {"几十万人", ""},
      {"十几亿元", "[十几亿元] 1000000000 CNY more_than"},
      {"几个百分点", ""},
      {"千余人", "[千余人] 1000 person more_than"},
      {"百余家企业", "[百余家] 100 item more_than"},
      {"三千余人", "[三千余人] 3000 person more_than"},
      {"30余家", "[30余家] 30 item more_than"},
      {"5000多家", "[5000多家] 5000 item more_than"},
      {"一百多亿元", "[一百多亿元] 10000000000 CNY more_than"},
      {"2亿多元", "[2亿多元] 200000000 CNY more_than"},
      {"3.5亿余元", "[3.5亿余元] 350000000 CNY more_than"},
      {"两千多万吨", "[两千多万吨] 20000000 tonne more_than"},
  });
}

TEST_CASE("decimals in Chinese") {
  check({
      {"增长三点五个百分点", "[三点五个百分点] 3.5 percentage_point"},
      {"增长零点五个百分点", "[零点五个百分点] 0.5 percentage_point"},
      {"三点一四万亿元", "[三点一四万亿元] 3140000000000 CNY"},
      {"十二点零五亿元", "[十二点零五亿元] 1205000000 CNY"},
      {"增长六点八", ""},
      {"2.35万亿元", "[2.35万亿元] 2350000000000 CNY"},
      {"增长5.0%", "[5.0%] 5 percent"},
  });
}

TEST_CASE("fractions and halves in Chinese") {
  check({
      {"占三分之二", "[三分之二] #"},
      {"占全市的四分之三", "[四分之三] 0.75"},
      {"占五分之一", "[五分之一] 0.2"},
      {"占十分之九", "[十分之九] 0.9"},
      {"占百分之五十", "[百分之五十] 50 percent"},
      {"占全国的1/3", "[1/3] #"},
      {"占总数的2/5", "[2/5] #"},
      {"完成三分之一以上", "[三分之一] #"},
      {"不到十分之一", "[不到十分之一] less_than 0.1"},
      {"减少一半", "[一半] 50 percent"},
      {"过半数企业", "[过半数] more_than 50 percent"},
      {"近一半人口", "[近一半] about 50 percent"},
      {"超过半数", "[超过半数] more_than 50 percent"},
      {"两倍半", "[两倍半] 2.5 times"},
      {"一年半", "[一年] #"},
      {"三个半小时", ""},
  });
}

TEST_CASE("percents in Chinese") {
  check({
      {"增长百分之五点五", "[百分之五点五] 5.5 percent"},
      {"增长百分之5.5", "[百分之5.5] 5.5 percent"},
      {"下降百分之三十", "[百分之三十] 30 percent"},
      {"增长百分之百", "[百分之百] 100 percent"},
      {"增长百分之零点三", "[百分之零点三] 0.3 percent"},
      {"增长百分之一百二十", "[百分之一百二十] 120 percent"},
      {"千分之三", "[千分之三] 3 per_mille"},
      {"千分之五点二", "[千分之五点二] 5.2 per_mille"},
      {"万分之五", "[万分之五] 0.05 percent"},
      {"增长5-6%", "[5-6%] 5..6 percent"},
      {"增长5%-6%", "[5%-6%] 5..6 percent"},
      {"增长5%—6%", "[5%—6%] 5..6 percent"},
      {"增长5%至6%", "[5%至6%] 5..6 percent"},
      {"增长5到6个百分点", "[5到6个百分点] 5..6 percentage_point"},
      {"增长百分之五到百分之六", "[百分之五到百分之六] 5..6 percent"},
      {"增长百分之五至六", "[百分之五至六] 5..6 percent"},
      {"增长百分之五左右", "[百分之五左右] 5 percent about"},
      {"增长负百分之三", "[负百分之三] -3 percent"},
      {"增长百分之负三", "[百分之负三] -3 percent"},
      {"增长-3.5%", "[-3.5%] -3.5 percent"},
      {"增长负3.5%", "[负3.5%] -3.5 percent"},
      {"负增长3.5%", "[3.5%] 3.5 percent"},
      {"提高50个基点", "[50个基点] 0.5 percentage_point"},
      {"下降2‰", "[2‰] 2 per_mille"},
  });
}

TEST_CASE("tenths and multiples in Chinese") {
  check({
      {"占三成", "[三成] 30 percent"},
      {"占六成五", "[六成五] 65 percent"},
      {"占七成半", "[七成半] 75 percent"},
      {"占近八成", "[近八成] about 80 percent"},
      {"占三到五成", "[三到五成] 30..50 percent"},
      {"占三四成", "[三四成] 30..40 percent"},
      {"占5成以上", "[5成以上] 50 percent at_least"},
      {"占9成", "[9成] 90 percent"},
      {"增长两成多", "[两成多] 20 percent more_than"},
      {"打八折", ""},
      {"打八五折", ""},
      {"增长1倍", "[1倍] 1 times"},
      {"翻一番", ""},
      {"翻两番", ""},
      {"翻了一倍", "[一倍] 1 times"},
      {"增长2.5倍", "[2.5倍] 2.5 times"},
      {"是上年的3倍以上", "[3倍以上] 3 times at_least"},
      {"增长三倍多", "[三倍多] 3 times more_than"},
      {"增加一倍半", "[一倍半] 1.5 times"},
      {"提高到原来的两倍", "[两倍] 2 times"},
      {"是原来的1.5-2倍", "[1.5-2倍] 1.5..2 times"},
      {"十倍", "[十倍] 10 times"},
      {"百倍", ""},
  });
}

TEST_CASE("ranges in Chinese") {
  check({
      {"投资5亿至6亿元", "[5亿至6亿元] 500000000..600000000 CNY"},
      {"投资5至6亿元", "[5至6亿元] 500000000..600000000 CNY"},
      {"投资5—6亿元", "[5—6亿元] 500000000..600000000 CNY"},
      {"投资5亿—6亿元", "[5亿—6亿元] 500000000..600000000 CNY"},
      {"投资5亿元—6亿元", "[5亿元—6亿元] 500000000..600000000 CNY"},
      {"投资500万到1000万元", "[500万到1000万元] 5000000..10000000 CNY"},
      {"投资800万至1.2亿元", "[800万至1.2亿元] 8000000..120000000 CNY"},
      {"三到五个", "[三到五个] 3..5 item"},
      {"三至五年", "[三至五年] #"},
      {"三五个月", "[三五个月] #"},
      {"3~5家", "[3~5家] 3..5 item"},
      {"3-5家", "[3-5家] 3..5 item"},
      {"3—5家", "[3—5家] 3..5 item"},
      {"18至65岁", "[18至65岁] 18..65 year"},
      {"20—30公里", "[20—30公里] 20..30 kilometre"},
      {"每月800元至1000元", "[800元至1000元] 800..1000 CNY"},
      {"1000-1500元", "[1000-1500元] 1000..1500 CNY"},
      {"1000元到1500元", "[1000元到1500元] 1000..1500 CNY"},
      {"介于5%和6%之间", "[5%和6%之间] 5..6 percent"},
      {"在5%与6%之间", "[5%与6%之间] 5..6 percent"},
      {"5%到6%之间", "[5%到6%之间] 5..6 percent"},
      {"100至200万吨", "[100至200万吨] 1000000..2000000 tonne"},
      {"1.5万-2万人", "[1.5万-2万人] 15000..20000 person"},
      {"五十到六十亿元", "[五十到六十亿元] 5000000000..6000000000 CNY"},
      {"五六十亿元", "[五六十亿元] 5000000000..6000000000 CNY"},
      {"五至六成", "[五至六成] 50..60 percent"},
      {"十至二十万", ""},
  });
}

TEST_CASE("bounds in Chinese") {
  check({
      {"约500亿元", "[约500亿元] about 50000000000 CNY"},
      {"大约五百亿元", "[大约五百亿元] about 50000000000 CNY"},
      {"近500亿元", "[近500亿元] about 50000000000 CNY"},
      {"将近500亿元", "[将近500亿元] about 50000000000 CNY"},
      {"超500亿元", "[超500亿元] more_than 50000000000 CNY"},
      {"超过500亿元", "[超过500亿元] more_than 50000000000 CNY"},
      {"500亿元以上", "[500亿元以上] 50000000000 CNY at_least"},
      {"500亿元以下", "[500亿元以下] 50000000000 CNY at_most"},
      {"500亿元左右", "[500亿元左右] 50000000000 CNY about"},
      {"500亿元上下", "[500亿元上下] 50000000000 CNY about"},
      {"500亿元以内", "[500亿元以内] 50000000000 CNY at_most"},
      {"不低于500亿元", "[不低于500亿元] at_least 50000000000 CNY"},
      {"不少于500亿元", "[不少于500亿元] at_least 50000000000 CNY"},
      {"不超过500亿元", "[不超过500亿元] at_most 50000000000 CNY"},
      {"不高于5%", "[不高于5%] at_most 5 percent"},
      {"至少500家", "[至少500家] at_least 500 item"},
      {"最多500家", "[最多500家] at_most 500 item"},
      {"逾500亿元", "[逾500亿元] more_than 50000000000 CNY"},
      {"突破500亿元", "[突破500亿元] more_than 50000000000 CNY"},
      {"500余亿元", "[500余亿元] 50000000000 CNY more_than"},
      {"500亿元余", "[500亿元余] 50000000000 CNY more_than"},
      {"500多亿元", "[500多亿元] 50000000000 CNY more_than"},
      {"达500亿元之多", "[500亿元] 50000000000 CNY"},
      {"不足500亿元", "[不足500亿元] less_than 50000000000 CNY"},
      {"不到500亿元", "[不到500亿元] less_than 50000000000 CNY"},
      {"接近500亿元", "[接近500亿元] about 50000000000 CNY"},
      {"高于5%", "[高于5%] more_than 5 percent"},
      {"低于5%", "[低于5%] less_than 5 percent"},
      {"大于等于5%", "[大于等于5%] at_least 5 percent"},
      {"小于等于5%", "[小于等于5%] at_most 5 percent"},
      {"≥5%", "[≥5%] at_least 5 percent"},
      {"≤5%", "[≤5%] at_most 5 percent"},
      {">5%", "[>5%] more_than 5 percent"},
      {"<5%", "[<5%] less_than 5 percent"},
      {"5%及以上", "[5%及以上] 5 percent at_least"},
      {"5%或以上", "[5%或以上] 5 percent at_least"},
      {"超过了五百亿元", "[超过了五百亿元] more_than 50000000000 CNY"},
      {"多达500亿元", "[500亿元] 50000000000 CNY"},
      {"高达500亿元", "[500亿元] 50000000000 CNY"},
      {"足足500亿元", "[500亿元] 50000000000 CNY"},
      {"满500人", "[500人] 500 person"},
      {"500人次", "[500人次] 500 person_time"},
  });
}

TEST_CASE("units in Chinese") {
  check({
      {"面积500平方公里", "[500平方公里] 500 square_kilometre"},
      {"面积500平方千米", "[500平方千米] 500 square_kilometre"},
      {"面积五十万平方米", "[五十万平方米] 500000 square_metre"},
      {"面积500平米", "[500平米] 500 square_metre"},
      {"面积120㎡", "[120㎡] 120 square_metre"},
      {"面积3.5万亩", "[3.5万亩] 35000 mu"},
      {"面积2000公顷", "[2000公顷] 2000 hectare"},
      {"面积5万公顷", "[5万公顷] 50000 hectare"},
      {"体积300立方米", "[300立方米] 300 cubic_metre"},
      {"体积300m³", "[300m³] 300 cubic_metre"},
      {"库容3亿方", "[3亿方] 300000000 cubic_metre"},
      {"里程500公里", "[500公里] 500 kilometre"},
      {"里程500千米", "[500千米] 500 kilometre"},
      {"里程500里", "[500里] 250 kilometre"},
      {"长800米", "[800米] 0.8 kilometre"},
      {"长50厘米", "[50厘米] 500 millimetre"},
      {"长20毫米", "[20毫米] 20 millimetre"},
      {"深3分米", "[3分米] 300 millimetre"},
      {"重500吨", "[500吨] 500 tonne"},
      {"重300公斤", "[300公斤] 0.3 tonne"},
      {"重300千克", "[300千克] 0.3 tonne"},
      {"重500克", "[500] 500"},
      {"重500斤", "[500斤] 0.25 tonne"},
      {"产量3亿斤", "[3亿斤] 150000 tonne"},
      {"产量5万担", "[5万担] 2500 tonne"},
      {"装机500万千瓦", "[500万千瓦] 5000000 kilowatt"},
      {"装机500MW", "[500MW] 500000 kilowatt"},
      {"装机5吉瓦", "[5吉瓦] 5000000 kilowatt"},
      {"装机5GW", "[5GW] 5000000 kilowatt"},
      {"装机500千瓦", "[500千瓦] 500 kilowatt"},
      {"发电量50亿千瓦时", "[50亿千瓦时] 5000000000 kilowatt_hour"},
      {"发电量50亿kWh", "[50亿kWh] 5000000000 kilowatt_hour"},
      {"发电量500万度", "[500万度] 5000000 kilowatt_hour"},
      {"消耗标准煤500万吨", "[500万吨] 5000000 tonne"},
      {"消耗500万吨标准煤", "[500万吨标准煤] 5000000 tonne_of_standard_coal"},
      {"温度25度", "[25度] #"},
      {"温度25摄氏度", "[25摄氏度] 25 degree_celsius"},
      {"温度25℃", "[25℃] 25 degree_celsius"},
      {"速度120公里/小时", "[120公里/小时] 120 kilometre_per_hour"},
      {"时速350公里", "[时速350公里] 350 kilometre_per_hour"},
      {"每小时350公里", "[每小时350公里] 350 kilometre_per_hour"},
      {"每平方公里500人", "[每平方公里500人] 500 person_per_square_kilometre"},
      {"50GB", "[50GB] #"},
      {"5TB", "[5TB] #"},
      {"100兆", "[100兆] #"},
      {"500兆宽带", "[500兆] #"},
      {"10千兆", "[10千兆] #"},
      {"24小时", "[24小时] #"},
      {"30分钟", "[30分钟] #"},
      {"60秒", "[60秒] #"},
      {"3天", "[3天] 3 day"},
      {"3个月", "[3个月] #"},
      {"3周", "[3周] #"},
      {"5年", "[5年] #"},
      {"5岁", "[5岁] 5 year"},
      {"220千伏", "[220千伏] 220 kilovolt"},
      {"3海里", "[3海里] 5.556 kilometre"},
      {"5英里", "[5] 5"},
      {"5英寸", "[5英寸] #"},
      {"500桶", "[500桶] 500 item"},
      {"500万标箱", "[500万标箱] 5000000 teu"},
  });
}

TEST_CASE("money in Chinese") {
  check({
      {"5亿元", "[5亿元] 500000000 CNY"},
      {"5亿元人民币", "[5亿元人民币] 500000000 CNY"},
      {"人民币5亿元", "[人民币5亿元] 500000000 CNY"},
      {"RMB5亿", "[RMB5亿] 500000000 CNY"},
      {"¥500", "[¥500] 500 CNY"},
      {"5亿美元", "[5亿美元] 500000000 USD"},
      {"$5亿", "[$5亿] 500000000 USD"},
      {"US$500", "[US$500] 500 USD"},
      {"100万欧元", "[100万欧元] 1000000 EUR"},
      {"€500", "[€500] 500 EUR"},
      {"500英镑", "[500英镑] 500 GBP"},
      {"£500", "[£500] 500 GBP"},
      {"500万日元", "[500万日元] 5000000 JPY"},
      {"500亿韩元", "[500亿韩元] 50000000000 KRW"},
      {"300万港元", "[300万港元] 3000000 HKD"},
      {"300万港币", "[300万港币] 3000000 HKD"},
      {"HK$300", "[HK$300] 300 HKD"},
      {"200万新台币", "[200万新台币] 2000000 TWD"},
      {"NT$200", "[NT$200] 200 TWD"},
      {"500澳元", "[500澳元] 500 AUD"},
      {"500加元", "[500加元] 500 CAD"},
      {"500万卢布", "[500万卢布] 5000000 RUB"},
      {"500瑞士法郎", "[500瑞士法郎] 500 CHF"},
      {"500新加坡元", "[500新加坡元] 500 SGD"},
      {"500卢比", "[500] 500"},
      {"5角", "[5角] 0.5 CNY"},
      {"5毛", "[5] 5"},
      {"8分钱", "[8分钱] 0.08 CNY"},
      {"3元", "[3元] 3 CNY"},
      {"一元", "[一元] 1 CNY"},
      {"二元", "[二元] 2 CNY"},
      {"十块钱", "[十块钱] 10 CNY"},
      {"500块", "[500块] 500 item"},
      {"2万块钱", "[2万块钱] 20000 CNY"},
  });
}

TEST_CASE("negative values in Chinese") {
  check({
      {"-5℃", "[-5℃] -5 degree_celsius"},
      {"-500万元", "[-500万元] -5000000 CNY"},
      {"负五百万元", "[负五百万元] -5000000 CNY"},
      {"下降-2.3%", "[-2.3%] -2.3 percent"},
      {"亏损500万元", "[500万元] 5000000 CNY"},
  });
}

TEST_CASE("ordinals and times are no quantities") {
  check({
      {"第五名", "[第五名] #"},
      {"第十二届", "[第十二届] #"},
      {"2025年", "[2025年] #"},
      {"2025年3月5日", "[2025年] # [3月] # [5日] #"},
      {"二〇二五年", "[二〇二五年] #"},
      {"3月5日", "[3月] # [5日] #"},
      {"上午8点30分", "[8点30分] #"},
      {"8:30", "[8:30] #"},
      {"十四五", ""},
      {"一带一路", ""},
      {"三农", ""},
      {"5G", "[5G] #"},
      {"4A级", "[4A] #"},
      {"12345热线", "[12345热线] #"},
      {"1+1+N", "[1+1+N] #"},
  });
}

TEST_CASE("integers and units in English") {
  check({
      {"about 12,345 people", "[about 12,345 people] about 12345 person"},
      {"thirty-five thousand people", "[thirty-five thousand people] 35000 person"},
      {"one hundred and twenty people", "[one hundred and twenty people] 120 person"},
      {"one hundred twenty-three million four hundred fifty-six thousand seven hundred eighty-nine people", "[one hundred twenty-three million four hundred fifty-six thousand seven hundred eighty-nine people] 123456789 person"},
      {"two million jobs", "[two million] 2000000"},
      {"two hundred thousand jobs", "[two hundred thousand] 200000"},
      {"a hundred people", "[a hundred people] 100 person"},
      {"a million persons", "[a million persons] 1000000 person"},
      {"half a million persons", "[half a million persons] 500000 person"},
      {"a dozen projects", ""},
      {"two dozen projects", ""},
      {"hundreds of people", ""},
      {"1.2 trillion euros", "[1.2 trillion euros] 1200000000000 EUR"},
      {"1.2-trillion-yuan", "[1.2-trillion-yuan] 1200000000000 CNY"},
      {"RMB 1.2 trillion", "[RMB 1.2 trillion] 1200000000000 CNY"},
      {"US$5 billion", "[US$5 billion] 5000000000 USD"},
      {"$5 billion", "[$5 billion] 5000000000 USD"},
      {"5 billion dollars", "[5 billion dollars] 5000000000 USD"},
      {"5 billion US dollars", "[5 billion US dollars] 5000000000 USD"},
      {"€500 million", "[€500 million] 500000000 EUR"},
      {"500 million euros", "[500 million euros] 500000000 EUR"},
      {"£3 million", "[£3 million] 3000000 GBP"},
      {"3 million pounds", "[3 million] 3000000"},
      {"JPY 500 million", "[JPY 500 million] 500000000 JPY"},
      {"500 million yen", "[500 million yen] 500000000 JPY"},
      {"HK$300 million", "[HK$300 million] 300000000 HKD"},
      {"12.7 million jobs", "[12.7 million] 12700000"},
      {"12.56 million persons", "[12.56 million persons] 12560000 person"},
      {"1,234.5 billion euros", "[1,234.5 billion euros] 1234500000000 EUR"},
      {"1 234 billion euros", "[1 234] #"},
      {"5m people", "[5m] #"},
      {"5bn yuan", "[5bn yuan] 5000000000 CNY"},
      {"5 bn yuan", "[5 bn yuan] 5000000000 CNY"},
      {"5k people", "[5k] #"},
      {"5K people", "[5K] #"},
      {"ten thousand mu", "[ten thousand mu] 10000 mu"},
      {"3.5 million mu", "[3.5 million mu] 3500000 mu"},
      {"1.2 million ha of woods", "[1.2 million ha] 1200000 hectare"},
      {"500 km", "[500 km] 500 kilometre"},
      {"570 kilometers", "[570 kilometers] 570 kilometre"},
      {"500 kilometres", "[500 kilometres] 500 kilometre"},
      {"9 square kilometers", "[9 square kilometers] 9 square_kilometre"},
      {"500 sq km", "[500 sq km] 500 square_kilometre"},
      {"500 square meters", "[500 square meters] 500 square_metre"},
      {"300 cubic meters", "[300 cubic meters] 300 cubic_metre"},
      {"29 tons", "[29 tons] 29 tonne"},
      {"29 tonnes", "[29 tonnes] 29 tonne"},
      {"29 metric tons", "[29 metric tons] 29 tonne"},
      {"500 kg", "[500 kg] 0.5 tonne"},
      {"37 metric tons", "[37 metric tons] 37 tonne"},
      {"500 MW", "[500 MW] 500000 kilowatt"},
      {"500 megawatts", "[500 megawatts] 500000 kilowatt"},
      {"5 gigawatts", "[5 gigawatts] 5000000 kilowatt"},
      {"59 kilowatt-hours", "[59 kilowatt-hours] 59 kilowatt_hour"},
      {"50 billion kWh", "[50 billion kWh] 50000000000 kilowatt_hour"},
      {"50 TWh", "[50 TWh] 50000000000 kilowatt_hour"},
  }, true);
}

TEST_CASE("fractions and halves in English") {
  check({
      {"two-thirds of the total", ""},
      {"two thirds of the total", ""},
      {"three quarters of the firms", ""},
      {"three-quarters of the firms", ""},
      {"one-third of the firms", ""},
      {"a third of the firms", ""},
      {"one quarter of the firms", ""},
      {"half of the firms", ""},
      {"one half of the total", ""},
      {"a half of the total", ""},
      {"two and a half million persons", "[two and a half million persons] 2500000 person"},
      {"two and a half years", ""},
      {"one and a half times", "[one and a half times] 1.5 times"},
      {"1/3 of the total", "[1/3] #"},
      {"2/3 of firms", "[2/3] #"},
  }, true);
}

TEST_CASE("decimals in English") {
  check({
      {"three point five percent", "[three point five percent] 3.5 percent"},
      {"zero point five percent", "[zero point five percent] 0.5 percent"},
      {"one point two trillion euros", "[one point two trillion euros] 1200000000000 EUR"},
      {"0.83 percent points", "[0.83 percent points] 0.83 percentage_point"},
      {".5 percent", "[.5 percent] 0.5 percent"},
      {"5.0 percent", "[5.0 percent] 5 percent"},
  }, true);
}

TEST_CASE("percents in English") {
  check({
      {"5 percent", "[5 percent] 5 percent"},
      {"5 per cent", "[5 per cent] 5 percent"},
      {"5%", "[5%] 5 percent"},
      {"5 %", "[5 %] 5 percent"},
      {"five percent", "[five percent] 5 percent"},
      {"five and a half percent", "[five and a half percent] 5.5 percent"},
      {"twenty-five percent", "[twenty-five percent] 25 percent"},
      {"one hundred percent", "[one hundred percent] 100 percent"},
      {"eleven percentage points", "[eleven percentage points] 11 percentage_point"},
      {"50 basis points", "[50 basis points] 0.5 percentage_point"},
      {"5 per thousand", "[5 per thousand] 5 per_mille"},
      {"minus 3 percent", "[minus 3 percent] -3 percent"},
      {"-3 percent", "[-3 percent] -3 percent"},
      {"negative 3 percent", "[negative 3 percent] -3 percent"},
      {"-3.5%", "[-3.5%] -3.5 percent"},
  }, true);
}

TEST_CASE("ranges in English") {
  check({
      {"5 to 6 percent", "[5 to 6 percent] 5..6 percent"},
      {"5-6 percent", "[5-6 percent] 5..6 percent"},
      {"5%-6%", "[5%-6%] 5..6 percent"},
      {"5% to 6%", "[5% to 6%] 5..6 percent"},
      {"5 percent to 6 percent", "[5 percent to 6 percent] 5..6 percent"},
      {"five to six percent", "[five to six percent] 5..6 percent"},
      {"between 5 and 6 percent", "[between 5 and 6 percent] 5..6 percent"},
      {"between 5% and 6%", "[between 5% and 6%] 5..6 percent"},
      {"from 5 to 6 percent", "[5] 5 [6 percent] 6 percent"},
      {"5 to 6 billion euros", "[5 to 6 billion euros] 5000000000..6000000000 EUR"},
      {"5-6 billion euros", "[5-6 billion euros] 5000000000..6000000000 EUR"},
      {"US$5-6 billion", "[US$5-6 billion] 5000000000..6000000000 USD"},
      {"US$5 billion to US$6 billion", "[US$5 billion to US$6 billion] 5000000000..6000000000 USD"},
      {"rose by 35.4 percent to US$593.4 billion", "[35.4 percent] 35.4 percent [US$593.4 billion] 593400000000 USD"},
      {"rose 5 percent to RMB 6 billion", "[5 percent] 5 percent [RMB 6 billion] 6000000000 CNY"},
      {"20 to 30 kilometers", "[20 to 30 kilometers] 20..30 kilometre"},
      {"800 to 1,000 yuan", "[800 to 1,000 yuan] 800..1000 CNY"},
      {"two to three times", "[two to three times] 2..3 times"},
      {"2-3 times", "[2-3 times] 2..3 times"},
      {"1.7 to 2.9 million persons", "[1.7 to 2.9 million persons] 1700000..2900000 person"},
  }, true);
}

TEST_CASE("multiples in English") {
  check({
      {"3 times", "[3 times] 3 times"},
      {"three times", "[three times] 3 times"},
      {"three-fold", "[three-fold] 3 times"},
      {"threefold", ""},
      {"3-fold", "[3-fold] 3 times"},
      {"twofold", ""},
      {"10-fold", "[10-fold] 10 times"},
      {"doubled", ""},
      {"tripled", ""},
      {"twice", ""},
      {"2x", "[2x] #"},
  }, true);
}

TEST_CASE("bounds in English") {
  check({
      {"around 5 percent", "[around 5 percent] about 5 percent"},
      {"about 5 percent", "[about 5 percent] about 5 percent"},
      {"approximately 5 percent", "[approximately 5 percent] about 5 percent"},
      {"some 500 people", "[some 500 people] about 500 person"},
      {"nearly 500 people", "[nearly 500 people] about 500 person"},
      {"almost 500 people", "[almost 500 people] about 500 person"},
      {"over 500 people", "[over 500 people] more_than 500 person"},
      {"more than 571 people", "[more than 571 people] more_than 571 person"},
      {"less than 500 people", "[less than 500 people] less_than 500 person"},
      {"fewer than 500 people", "[fewer than 500 people] less_than 500 person"},
      {"under 500 people", "[under 500 people] less_than 500 person"},
      {"up to 500 people", "[up to 500 people] at_most 500 person"},
      {"at least 500 people", "[at least 500 people] at_least 500 person"},
      {"at most 500 people", "[at most 500 people] at_most 500 person"},
      {"no more than 571 people", "[no more than 571 people] at_most 571 person"},
      {"no less than 500 people", "[no less than 500 people] at_least 500 person"},
      {"500 or more people", "[500 or more] 500 at_least"},
      {"500 people or more", "[500 people or more] 500 person at_least"},
      {"500+ people", "[500+] 500 more_than"},
      {"exceeding 500 people", "[exceeding 500 people] more_than 500 person"},
      {"in excess of 500 people", "[in excess of 500 people] more_than 500 person"},
      {"above 5 percent", "[above 5 percent] more_than 5 percent"},
      {"below 5 percent", "[below 5 percent] less_than 5 percent"},
      {"within 5 percent", "[within 5 percent] at_most 5 percent"},
      {"5 percent or so", "[5 percent or so] 5 percent about"},
      {"5 percent or higher", "[5 percent or higher] 5 percent at_least"},
      {"roughly 5 percent", "[roughly 5 percent] about 5 percent"},
      {"as many as 500 people", "[500 people] 500 person"},
      {"as much as 5 percent", "[5 percent] 5 percent"},
      {"≥5%", "[≥5%] at_least 5 percent"},
      {">5%", "[>5%] more_than 5 percent"},
  }, true);
}

TEST_CASE("dates and names are no quantities in English") {
  check({
      {"2025", "[2025] #"},
      {"March 5", "[5] #"},
      {"on March 9, 2031", "[9] # [2031] #"},
      {"5 March 2025", "[5] # [2025] #"},
      {"the 14th Five-Year Plan", "[14th] #"},
      {"top 10", "[10] #"},
      {"first", ""},
      {"second", ""},
      {"the third quarter", ""},
      {"Section 3", "[3] #"},
      {"COVID-19", "[19] #"},
      {"PM2.5", "[2.5] #"},
      {"5G", "[5G] #"},
      {"No. 5", "[5] #"},
      {"at 8:30", "[8:30] #"},
  }, true);
}

TEST_CASE("tens with signs of their own: 廿, 卅") {
  check({
      {"共廿五人", "[廿五人] 25 person"},
      {"共卅人", "[卅人] 30 person"},
      {"共计卅五项", "[卅五项] 35 item"},
      {"约廿余家", "[约廿余家] about 20 item more_than"},
      {"一百廿五亩", "[一百廿五亩] 125 mu"},
      {"纪念五卅运动", ""},
  });
}

TEST_CASE("numerals as bills write them") {
  check({
      {"出资壹佰万元", "[壹佰万元] 1000000 CNY"},
      {"出资叁仟伍佰元整", "[叁仟伍佰元整] 3500 CNY"},
      {"壹拾贰万叁仟元整", "[壹拾贰万叁仟元整] 123000 CNY"},
      {"人民币壹拾贰万元", "[壹拾贰万元] 120000 CNY"},
      {"出资贰拾万元", "[贰拾万元] 200000 CNY"},
      {"出资贰佰零叁万元", "[贰佰零叁万元] 2030000 CNY"},
      {"奖励伍万陆仟元", "[伍万陆仟元] 56000 CNY"},
      {"合计叁萬陸仟元", "[叁萬陸仟元] 36000 CNY"},
      {"出资伍亿元", ""},
      {"建强人才队伍百人计划", ""},
      {"带动大陆千家企业", ""},
      {"收拾万亩撂荒地", ""},
  });
}

TEST_CASE("a half behind the unit") {
  check({
      {"是上年的两倍半", "[两倍半] 2.5 times"},
      {"增加一倍半", "[一倍半] 1.5 times"},
      {"占七成半", "[七成半] 75 percent"},
      {"用了3天半", "[3天半] 3.5 day"},
      {"全长12公里半", "[12公里半] 12.5 kilometre"},
      {"约2吨半", "[约2吨半] about 2.5 tonne"},
      {"用了三个半小时", ""},
      {"用了3个半小时", "[3个半] #"},
      {"收费三百元五角", "[三百元五角] 300.5 CNY"},
      {"建了3个半导体项目", "[3个] 3 item"},
      {"5家半导体企业", "[5家] 5 item"},
      {"周边3公里半径内", "[3公里] 3 kilometre"},
      {"去年一年半载", "[一年] #"},
      {"1.5倍半", "[1.5倍] 1.5 times"},
  });
}

TEST_CASE("parts of a yuan") {
  check({
      {"收费3元5角", "[3元5角] 3.5 CNY"},
      {"收费三元五角", "[三元五角] 3.5 CNY"},
      {"收费120元5角3分", "[120元5角3分] 120.53 CNY"},
      {"收费一百二十元五角", "[一百二十元五角] 120.5 CNY"},
      {"降价5角", "[5角] 0.5 CNY"},
      {"补贴8分钱", "[8分钱] 0.08 CNY"},
      {"每度3角6分", "[3角6分] 0.36 CNY"},
      {"长三角地区", ""},
      {"提高3元,5分以下的", "[3元] 3 CNY [5分以下] 5 score at_most"},
  });
}

TEST_CASE("lengths and times that look like scores") {
  check({
      {"深3分米", "[3分米] 300 millimetre"},
      {"上午8点30分开始", "[8点30分] #"},
      {"早晨8点整", "[8点整] #"},
      {"下午3点钟", "[3点钟] #"},
      {"提出8点建议", "[8] 8"},
  });
}

TEST_CASE("comparison signs") {
  check({
      {"占比≥5%", "[≥5%] at_least 5 percent"},
      {"占比≤5%", "[≤5%] at_most 5 percent"},
      {"占比>5%", "[>5%] more_than 5 percent"},
      {"占比<5%", "[<5%] less_than 5 percent"},
      {"占比>=5%", "[>=5%] at_least 5 percent"},
      {"占比大于等于5%", "[大于等于5%] at_least 5 percent"},
      {"占比大于或等于5%", "[大于或等于5%] at_least 5 percent"},
      {"占比小于等于5%", "[小于等于5%] at_most 5 percent"},
      {"占比小于或等于5%", "[小于或等于5%] at_most 5 percent"},
      {"占比高于或等于5%", "[高于或等于5%] at_least 5 percent"},
  });
}

TEST_CASE("signs below zero and doubtful dashes") {
  check({
      {"气温零下5℃", "[零下5℃] -5 degree_celsius"},
      {"气温零下十五摄氏度", "[零下十五摄氏度] -15 degree_celsius"},
      {"气温零下5度", "[5度] #"},
      {"增长百分之负三", "[百分之负三] -3 percent"},
      {"增长—3.5%", "[3.5%] #"},
      {"增长—— 3.5%", "[3.5%] 3.5 percent"},
  });
}

TEST_CASE("counted in words") {
  check({
      {"房屋一千二百间", "[一千二百间] 1200 item"},
      {"发放三百二十万份", "[三百二十万份] 3200000 item"},
      {"栽植一万五千株", "[一万五千株] 15000 item"},
      {"十分重要", ""},
      {"千方百计", ""},
      {"三百里长卷", ""},
  });
}

TEST_CASE("speed") {
  check({
      {"时速350公里", "[时速350公里] 350 kilometre_per_hour"},
      {"时速达350公里", "[时速达350公里] 350 kilometre_per_hour"},
      {"时速350公里的铁路200公里", "[时速350公里] 350 kilometre_per_hour [200公里] 200 kilometre"},
      {"宽带10千兆", "[10千兆] #"},
  });
}

TEST_CASE("money of other countries") {
  check({
      {"500万泰铢", "[500万泰铢] 5000000 THB"},
      {"2亿越南盾", "[2亿越南盾] 200000000 VND"},
      {"300万新西兰元", "[300万新西兰元] 3000000 NZD"},
      {"80万林吉特", "[80万林吉特] 800000 MYR"},
      {"500卢比", "[500] 500"},
  });
}

TEST_CASE("points in words in English") {
  check({
      {"three point five percent", "[three point five percent] 3.5 percent"},
      {"zero point five percent", "[zero point five percent] 0.5 percent"},
      {"one point two trillion euros", "[one point two trillion euros] 1200000000000 EUR"},
      {"two point two five times", "[two point two five times] 2.25 times"},
      {"a point of five percent", "[five percent] 5 percent"},
      {"at point two five people met", "[five people] 5 person"},
      {".5 percent", "[.5 percent] 0.5 percent"},
      {"grew by .75 percent", "[.75 percent] 0.75 percent"},
      {"as planned.5 percent", "[5] #"},
  }, true);
}

TEST_CASE("halves in English") {
  check({
      {"five and a half percent", "[five and a half percent] 5.5 percent"},
      {"two and a half million people", "[two and a half million people] 2500000 person"},
      {"one and a half times", "[one and a half times] 1.5 times"},
      {"five and a half dozen", ""},
  }, true);
}

TEST_CASE("signs and comparisons in English") {
  check({
      {"minus 3 percent", "[minus 3 percent] -3 percent"},
      {"grew by negative 3 percent", "[negative 3 percent] -3 percent"},
      {"minus three percent", "[minus three percent] -3 percent"},
      {"a minus sign, 3 percent", "[3 percent] 3 percent"},
      {"ratio ≥5%", "[≥5%] at_least 5 percent"},
      {"ratio > 5%", "[> 5%] more_than 5 percent"},
  }, true);
}

TEST_CASE("digits in groups in English") {
  check({
      {"1 234 billion euros", "[1 234] #"},
      {"in 2024 500 people", "[2024] # [500 people] 500 person"},
      {"12 345 678 people", "[12 345 678] #"},
  }, true);
}

TEST_CASE("units in English") {
  check({
      {"500 sq km", "[500 sq km] 500 square_kilometre"},
      {"80 sq. km", "[80 sq. km] 80 square_kilometre"},
      {"5 per thousand", "[5 per thousand] 5 per_mille"},
  }, true);
}

TEST_CASE("numbers that are not well made") {
  check({
      {"惠及7万3岁以下儿童", "[7万] 70000 [3岁以下] 3 year at_most"},
      {"1万5人", "[1万5人] #"},
      {"3万6千8百人", "[3万6千8百人] 36800 person"},
      {"3千6人", "[3千6人] #"},
      {"1,23亿元", "[1,23] #"},
      {"12,34,567元", "[12,34,567] #"},
      {"1,2345万元", "[1,2345] #"},
      {"12,345,678元", "[12,345,678元] 12345678 CNY"},
      {"5十人", "[5] 5"},
      {"亿分之一", "[亿分之一] 0.00000001"},
      {"百万分之五", "[百万分之五] 0.000005"},
      {"60后创业者", "[60] #"},
      {"80、90后", "[80] 80 [90] #"},
      {"售价打8.5折", "[8.5折] #"},
      {"5‱", "[5‱] 0.05 percent"},
      {"捌元玖角", ""},
      {"拾捌元玖角", ""},
      {"贰拾捌元玖角", "[贰拾捌元玖角] 28.9 CNY"},
      {"500万元港币", "[500万元港币] 5000000 HKD"},
      {"500万元美金", "[500万元美金] 5000000 USD"},
  });
}

TEST_CASE("digits of other kinds, and what cannot stand in a number") {
  check({
      {"增长𝟓%", ""},
      {"增长𝟏5%", "[5%] #"},
      {"增长𝟏.5%", "[5%] #"},
      {"增长1𝟓%", "[1] 1"},  // without its unit: it belongs to nothing
      {"增长٣5%", "[5%] #"},
      {"增长²5%", "[5%] #"},
      {"增长½5%", "[5%] #"},
      {"增长5²%", "[5] 5"},
      {"增长5\x01.5%", "[5] 5 [5%] #"},
      {"增长\x02""5%", "[5%] #"},
      {"增长⑤%", ""},
      {"①5个项目，②2031年", "[5个] 5 item [2031年] #"},  // list marks
      {"增长５．５％", ""},  // normalized before
      {"增长\t5%", "[5%] 5 percent"},
  });
}

TEST_CASE("letters that scale money in English") {
  check({
      {"$1.2m", "[$1.2m] 1200000 USD"},
      {"£50k", "[£50k] 50000 GBP"},
      {"US$3B", "[US$3B] 3000000000 USD"},
      {"$5t", "[5t] #"},
      {"$40 m", "[40 m] #"},
      {"100 mln yuan", "[100 mln yuan] 100000000 CNY"},
  }, true);
}

TEST_CASE("either of two numbers in English") {
  check({
      {"5 or 6.1 million people", "[5 or 6.1 million people] 5000000..6100000 person"},
      {"five or six percent", "[five or six percent] 5..6 percent"},
      {"two or three times", "[two or three times] 2..3 times"},
      {"6 or 5 percent", "[6] 6 [5 percent] 5 percent"},
      {"8 percent or 7 people", "[8 percent] 8 percent [7 people] 7 person"},
  }, true);
}

TEST_CASE("proportions and divisors in English") {
  check({
      {"one in five people", ""},
      {"9 out of 10 firms", "[9 out of 10] #"},
      {"1 in 4 children", "[1 in 4] #"},
      {"rose to 5 in 2025", "[5] 5 [2025] #"},
      {"13.6 per 10,000 people", "[13.6] 13.6 [10,000 people] #"},
      {"beds for every 1,000 people", "[1,000 people] #"},
  }, true);
}

TEST_CASE("mixed numbers in English") {
  check({
      {"5½ percent", "[5½] #"},
      {"5 1/2 percent", "[5 1/2] #"},
  }, true);
}

TEST_CASE("more bounds in English") {
  check({
      {"11 million-plus jobs", "[11 million-plus] 11000000 more_than"},
      {"~5%", "[~5%] about 5 percent"},
      {"≈5%", "[≈5%] about 5 percent"},
  }, true);
}

TEST_CASE("signs of nearness") {
  check({
      {"增长~5%", "[~5%] about 5 percent"},
      {"增长≈5%", "[≈5%] about 5 percent"},
      {"增长5~3%", "[5] 5 [3%] 3 percent"},
  });
}

TEST_CASE("full-width signs and spaces in numbers") {
  const auto extractor = Extractor::create();
  REQUIRE(extractor);
  const Case cases[] = {
      {"投入资金１２３４万元。", "12340000 CNY"},   {"投入资金１．５亿元。", "150000000 CNY"},
      {"投入 1,234.5 亿元。", "123450000000 CNY"},  {"投入 3 000 万元。", "30000000 CNY"},
      {"共 三 百 人。", "300 person"},               {"增长5％。", "5 percent"},
      {"增长5 %。", "5 percent"},                    {"增长 5.5 个 百分点。", "5.5 percentage_point"},
      {"增长－3.5%。", "-3.5 percent"},              {"增长−3.5%。", "-3.5 percent"},
      {"补贴￥500。", "500 CNY"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto seen = extractor->quantities(c.text);
    REQUIRE(seen);
    REQUIRE(seen->size() == 1);
    REQUIRE(seen->front().lower);
    CHECK(to_string(*seen->front().lower) + " " + seen->front().unit.value_or("") == c.readings);
  }
}
