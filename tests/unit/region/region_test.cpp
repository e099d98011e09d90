#include "zhibiao/region.hpp"

#include <string>

#include "catch.hpp"
#include "region/statement.hpp"

using zhibiao::find_region;
using zhibiao::find_regions;
using zhibiao::Region;
using zhibiao::region_of_code;
using zhibiao::RegionLevel;
using zhibiao::successor;

namespace {

std::string code(const std::optional<Region>& region) { return region ? region->code : "none"; }
std::string code_of(std::string_view name, std::optional<int> year, std::string_view opening) {
  return code(zhibiao::region::region_of(name, year, opening));
}
std::string now(std::string_view code, int year) {
  const auto region = region_of_code(code, year);
  REQUIRE(region);
  const Region last = successor(*region);
  return last.code + ' ' + std::string(last.name);
}

}  // namespace

TEST_CASE("a region by name and year") {
  const auto city = find_region({"南京市", 2025, {}, {}});
  REQUIRE(city);
  CHECK(*city == Region{"320100", "南京市", RegionLevel::prefecture, "320000", "江苏省", 1980, 9999});
  CHECK(find_region({"北京市", 2025, {}, {}}) ==
        Region{"110000", "北京市", RegionLevel::province, "000000", "", 1980, 9999});
  CHECK(find_region({"东丽区", 2021, {}, {}})->superior == "天津市");
  CHECK(find_region({"济源市", 2020, {}, {}})->superior == "河南省");
  CHECK(find_region({"沙湾市", 2024, {}, {}})->superior == "新疆维吾尔自治区塔城地区");
  CHECK(find_region({"香港特别行政区", 2025, {}, {}})->code == "810000");
  CHECK(find_region({"全国", 2025, {}, {}})->code == "000000");
  CHECK_FALSE(find_region({"云川市", 2025, {}, {}}));
  CHECK_FALSE(find_region({"", {}, {}, {}}));
  CHECK_FALSE(find_region({"省直辖县级行政区划", 2010, {}, {}}));
}

TEST_CASE("the year decides") {
  CHECK(code(find_region({"沙湾县", 2015, {}, {}})) == "654223");
  CHECK(code(find_region({"沙湾县", 2026, {}, {}})) == "none");
  CHECK(code(find_region({"沙湾县", 2021, {}, {}})) == "654223");  // between two tables: either
  CHECK(code(find_region({"沙湾市", 2021, {}, {}})) == "654203");
  CHECK(code(find_region({"沙湾市", 2015, {}, {}})) == "none");
  CHECK(code(find_region({"重庆市", 1995, {}, {}})) == "510200");
  CHECK(find_region({"重庆市", 1995, {}, {}})->superior == "四川省");
  CHECK(code(find_region({"重庆市", 2010, {}, {}})) == "500000");
  CHECK(code(find_region({"毕节市", 2005, {}, {}})) == "522401");
  CHECK(code(find_region({"毕节市", 2020, {}, {}})) == "520500");
  CHECK(code(find_region({"延庆县", 2016, {}, {}})) == "110229");  // a speech of January: what the year before had
}

TEST_CASE("a name that several bear needs its superior") {
  CHECK(find_regions({"鼓楼区", 2025, {}, {}}).size() == 4);
  CHECK_FALSE(find_region({"鼓楼区", 2025, {}, {}}));
  CHECK(code(find_region({"鼓楼区", 2025, {}, "江苏省南京市"})) == "320106");
  CHECK(code(find_region({"鼓楼区", 2025, {}, "徐州"})) == "320302");
  CHECK(code(find_region({"鼓楼区", 2025, {}, "福建"})) == "350102");
  CHECK(code(find_region({"鼓楼区", 2025, {}, "410200"})) == "410204");
  CHECK(code(find_region({"鼓楼区", 2025, {}, "江苏省"})) == "none");      // two of them
  CHECK(code(find_region({"鼓楼区", 2025, {}, "福建省南京市"})) == "none");
  CHECK(code(find_region({"吉林市", 2025, RegionLevel::prefecture, {}})) == "220200");
  CHECK(code(find_region({"吉林市", 2025, RegionLevel::county, {}})) == "none");
}

TEST_CASE("one region, whatever it was called") {
  CHECK(now("654223", 2015) == "654203 沙湾市");
  CHECK(now("120225", 2010) == "120119 蓟州区");          // from the list of changes
  CHECK(now("420600", 2005) == "420600 襄阳市");
  CHECK(now("532700", 2000) == "530800 普洱市");          // 思茅地区, 思茅市, 普洱市
  CHECK(now("522400", 2005) == "520500 毕节市");          // a county was called that before
  CHECK(now("632100", 2005) == "630200 海东市");
  CHECK(now("130321", 1984) == "130321 青龙满族自治县");
  CHECK(now("510200", 1990) == "500000 重庆市");
  CHECK(now("130123", 1990) == "130111 栾城区");          // the code went to another county
  CHECK(now("110103", 2005) == "110103 崇文区");          // merged into another: nothing it is now
  CHECK(now("320106", 2025) == "320106 鼓楼区");
  const auto sands = region_of_code("522401", 2000);      // the city became a district, the prefecture a city
  REQUIRE(sands);
  CHECK(successor(*sands).name == "七星关区");
}

TEST_CASE("codes") {
  CHECK(code(region_of_code("320106")) == "320106");
  CHECK(region_of_code("420600", 2000)->name == "襄樊市");
  CHECK(region_of_code("420600")->name == "襄阳市");
  for (const char* wrong : {"", "32010", "3201060", "32010x", "999999", "-20106"}) CHECK_FALSE(region_of_code(wrong));
}

TEST_CASE("what a report says of its region") {
  CHECK(code_of("鼓楼区", 2025, "政府工作报告\n在鼓楼区第十届人民代表大会第四次会议上") == "none");
  CHECK(code_of("鼓楼区", 2025, "南京市鼓楼区2025年政府工作报告") == "320106");
  CHECK(code_of("鼓楼区", 2025, "在江苏省徐州市鼓楼区第十届人民代表大会第四次会议上") == "320302");
  CHECK(code_of("鼓楼区", 2025, "开封市 鼓楼区政府工作报告") == "410204");
  CHECK(code_of("鼓楼区", 2025, "来源:南京日报\n鼓楼区政府工作报告") == "none");          // beside it, not before it
  CHECK(code_of("鼓楼区", 2025, "南京市鼓楼区 徐州市鼓楼区 政府工作报告") == "none");
  CHECK(code_of("鼓楼区", 2025, "云川市鼓楼区政府工作报告") == "none");
  CHECK(code_of("宝安区", 2025, "宝安区政府工作报告") == "440306");
  CHECK(code_of("宝安区", 2025, "云川市宝安区政府工作报告") == "none");                   // an invented city
  CHECK(code_of("宝安区", 2025, "海江省深圳市宝安区政府工作报告") == "none");
  CHECK(code_of("宝安区", 2025, "我代表全市宝安区人民政府") == "440306");
  CHECK(code_of("宝安区", 2025, "建设现代化滨海城市宝安区") == "440306");
  for (const char* superior : {"延边朝鲜族自治州", "延边州", "延边", "吉林省延边州", "吉林延边朝鲜族自治州", ""}) {
    CHECK(code_of("敦化市", 2025, std::string(superior) + "敦化市政府工作报告") == "222403");
  }
  CHECK(code_of("沙湾市", 2025, "新疆伊犁哈萨克自治州塔城地区沙湾市政府工作报告") == "654203");
  CHECK(code_of("青秀区", 2025, "广西自治区南宁市青秀区政府工作报告") == "450103");
  CHECK(code_of("云川市", 2025, "云川市政府工作报告") == "none");
  CHECK(code_of("沙湾市", {}, "沙湾市政府工作报告") == "654203");
}
