#include <stdio.h>
#include <string.h>
#include <zhibiao/zhibiao.h>

int main(void) {
  static const char text[] = "2025年全市城镇新增就业1200人以上。";
  zhibiao_extractor* extractor = NULL;
  zhibiao_text said = {NULL, 0};
  int code = zhibiao_create(NULL, 0, &extractor, &said);
  if (code == ZHIBIAO_OK) code = zhibiao_extract(extractor, text, strlen(text), &said);
  if (code == ZHIBIAO_OK) puts(said.data);
  else fprintf(stderr, "%s: %s\n", zhibiao_code_name(code), said.data);
  zhibiao_free_text(&said);
  zhibiao_free(extractor);
  return code;
}
