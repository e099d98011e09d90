/* The C interface, from C: c_test SAMPLES. Says what fails with its line. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zhibiao/zhibiao.h>

static int failures = 0;

#define CHECK(condition) \
  ((condition) ? (void)0 : (void)(++failures, fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition)))

static const char goal[] = "2025年主要预期目标是：地区生产总值增长6%左右。";

static const char own[] =
    "{\"indicators\": [{\"id\": \"lantern_output\", \"label_zh\": \"灯笼产量\", \"label_en\": \"Output of lanterns\","
    " \"nature\": \"count\", \"units\": [\"item\"], \"names\": [\"灯笼产量\"]}]}";

static int has(const zhibiao_text* text, const char* words) { return text->data != NULL && strstr(text->data, words) != NULL; }

static zhibiao_extractor* created(void) {
  zhibiao_extractor* extractor = NULL;
  zhibiao_text said = {NULL, 0};
  CHECK(zhibiao_create(NULL, 0, &extractor, &said) == ZHIBIAO_OK);
  CHECK(extractor != NULL && said.data == NULL && said.length == 0);
  zhibiao_free_text(&said);
  return extractor;
}

static void reads_a_text(const zhibiao_extractor* extractor) {
  zhibiao_text said = {NULL, 0};
  CHECK(zhibiao_extract(extractor, goal, strlen(goal), &said) == ZHIBIAO_OK);
  CHECK(has(&said, "{\"schema_version\":") && has(&said, "\"indicator\":\"gdp\"") && has(&said, "\"text\":\"6%左右\""));
  CHECK(said.length == strlen(said.data));
  CHECK(has(&said, zhibiao_version()) && has(&said, zhibiao_lexicon_version(extractor)));
  /* The same text again: what it held is freed. */
  CHECK(zhibiao_extract(extractor, "", 0, &said) == ZHIBIAO_OK && has(&said, "\"observations\":[]"));
  CHECK(zhibiao_extract(extractor, NULL, 0, &said) == ZHIBIAO_OK && has(&said, "\"observations\":[]"));
  /* `length` counts, not a NUL. */
  CHECK(zhibiao_extract(extractor, goal, strlen("2025年"), &said) == ZHIBIAO_OK && has(&said, "\"bytes\":7"));
  zhibiao_free_text(&said);
  CHECK(said.data == NULL && said.length == 0);
  zhibiao_free_text(&said);
}

static void reads_bytes(const zhibiao_extractor* extractor) {
  static const char page[] = "<html><body><p>2025年目标：地区生产总值增长6%。</p></body></html>";
  zhibiao_text said = {NULL, 0};
  CHECK(zhibiao_extract_bytes(extractor, page, strlen(page), &said) == ZHIBIAO_OK);
  CHECK(has(&said, "\"offsets\":\"text\"") && has(&said, "\"indicator\":\"gdp\""));
  CHECK(zhibiao_decode(page, strlen(page), &said) == ZHIBIAO_OK && has(&said, "生产总值") && !has(&said, "<p>"));
  /* From a text into the same one. */
  CHECK(zhibiao_extract(extractor, said.data, said.length, &said) == ZHIBIAO_OK && has(&said, "\"indicator\":\"gdp\""));
  zhibiao_free_text(&said);
}

static void tells_errors(const zhibiao_extractor* extractor) {
  zhibiao_text said = {NULL, 0};
  CHECK(zhibiao_extract(extractor, "\xE5\xE5", 2, &said) == ZHIBIAO_INVALID_UTF8 && has(&said, "byte 0"));
  CHECK(strcmp(zhibiao_code_name(ZHIBIAO_INVALID_UTF8), "invalid_utf8") == 0);
  CHECK(zhibiao_extract_bytes(extractor, "%PDF-1.7\n", 9, &said) == ZHIBIAO_UNSUPPORTED_INPUT && said.length > 0);
  CHECK(zhibiao_decode("%PDF-1.7\n", 9, &said) == ZHIBIAO_UNSUPPORTED_INPUT);

  CHECK(zhibiao_extract(NULL, goal, 1, &said) == ZHIBIAO_INVALID_ARGUMENT && has(&said, "extractor is NULL"));
  CHECK(zhibiao_extract(extractor, NULL, 1, &said) == ZHIBIAO_INVALID_ARGUMENT && has(&said, "utf8 is NULL"));
  CHECK(zhibiao_extract(extractor, goal, 1, NULL) == ZHIBIAO_INVALID_ARGUMENT);
  CHECK(zhibiao_extract_bytes(extractor, NULL, 1, &said) == ZHIBIAO_INVALID_ARGUMENT);
  CHECK(zhibiao_create(NULL, 1, NULL, &said) == ZHIBIAO_INVALID_ARGUMENT);
  CHECK(zhibiao_next(NULL, &said) == ZHIBIAO_INVALID_ARGUMENT);
  zhibiao_free_text(&said);
  zhibiao_free_text(NULL);
  zhibiao_free(NULL);
  zhibiao_free_files(NULL);

  CHECK(strcmp(zhibiao_code_name(ZHIBIAO_OK), "ok") == 0 && strcmp(zhibiao_code_name(ZHIBIAO_END), "end") == 0);
  CHECK(strcmp(zhibiao_code_name(ZHIBIAO_DEFECT), "defect") == 0);
  CHECK(strcmp(zhibiao_code_name(ZHIBIAO_IO), "io") == 0 && strcmp(zhibiao_code_name(ZHIBIAO_INTERNAL), "internal") == 0);
  CHECK(strcmp(zhibiao_code_name(0x7777), "unknown") == 0 && strcmp(zhibiao_code_name(-7), "unknown") == 0);
}

static void takes_a_lexicon(void) {
  static const char text[] = "2025年，灯笼产量500个。";
  zhibiao_extractor* extractor = NULL;
  zhibiao_text said = {NULL, 0};
  const zhibiao_lexicon good = {own, sizeof own - 1, "own.json"}, broken = {"{", 1, "broken.json"};
  CHECK(zhibiao_create(&good, 1, &extractor, &said) == ZHIBIAO_OK);
  if (extractor == NULL) fprintf(stderr, "%s\n", said.data);
  CHECK(zhibiao_extract(extractor, text, strlen(text), &said) == ZHIBIAO_OK && has(&said, "\"indicator\":\"lantern_output\""));
  zhibiao_free(extractor);
  CHECK(zhibiao_create(&broken, 1, &extractor, &said) == ZHIBIAO_BROKEN_LEXICON && has(&said, "broken.json"));
  CHECK(extractor == NULL);
  zhibiao_free_text(&said);
}

typedef struct {
  const zhibiao_extractor* extractor;
  const char* expected;
  int good;
} shared;

static void* read_many(void* given) {
  shared* mine = given;
  zhibiao_text said = {NULL, 0};
  mine->good = 1;
  for (int i = 0; i < 50; ++i) {
    mine->good &= zhibiao_extract(mine->extractor, goal, strlen(goal), &said) == ZHIBIAO_OK;
    mine->good &= said.data != NULL && strcmp(said.data, mine->expected) == 0;
    mine->good &= zhibiao_extract(mine->extractor, "\xFF", 1, &said) == ZHIBIAO_INVALID_UTF8;
  }
  zhibiao_free_text(&said);
  return NULL;
}

static void shares_an_extractor(const zhibiao_extractor* extractor) {
  enum { count = 8 };
  pthread_t threads[count];
  shared given[count];
  zhibiao_text expected = {NULL, 0};
  CHECK(zhibiao_extract(extractor, goal, strlen(goal), &expected) == ZHIBIAO_OK);
  for (int i = 0; i < count; ++i) {
    given[i] = (shared){extractor, expected.data, 0};
    CHECK(pthread_create(&threads[i], NULL, read_many, &given[i]) == 0);
  }
  for (int i = 0; i < count; ++i) {
    CHECK(pthread_join(threads[i], NULL) == 0);
    CHECK(given[i].good);
  }
  zhibiao_free_text(&expected);
}

/* All lines of `paths`, read by `jobs` threads, one behind the other. */
static char* lines_of(const zhibiao_extractor* extractor, const char* const* paths, size_t count, unsigned jobs, int* failed) {
  zhibiao_files* files = NULL;
  zhibiao_text line = {NULL, 0};
  char* all = calloc(1, 1);
  size_t used = 0;
  int code = zhibiao_open_files(extractor, paths, count, jobs, 0, &files, &line);
  CHECK(code == ZHIBIAO_OK);
  *failed = 0;
  while ((code = zhibiao_next(files, &line)) != ZHIBIAO_END && code < ZHIBIAO_INVALID_ARGUMENT) {
    *failed += code != ZHIBIAO_OK;
    all = realloc(all, used + line.length + 2);
    memcpy(all + used, line.data, line.length);
    used += line.length;
    memcpy(all + used++, "\n", 2);
  }
  CHECK(code == ZHIBIAO_END && zhibiao_next(files, &line) == ZHIBIAO_END);
  zhibiao_free_files(files);
  zhibiao_free_text(&line);
  return all;
}

static void reads_files(const char* samples) {
  zhibiao_extractor* extractor = created();
  const char* paths[] = {"not-there.txt", samples, "not-there.txt"};
  int failed = 0;
  char* one = lines_of(extractor, paths, 3, 1, &failed);
  CHECK(failed == 2);
  CHECK(strncmp(one, "{\"source\":{\"path\":\"not-there.txt\",\"id\":null,", 43) == 0);
  CHECK(strstr(one, "\"error\":{\"code\":\"io\",\"message\":\"No such file or directory\"}}\n{\"schema_version\"") != NULL);
  for (unsigned jobs = 0; jobs <= 5; jobs += 1) {
    char* same = lines_of(extractor, paths, 3, jobs, &failed);
    CHECK(strcmp(one, same) == 0);
    free(same);
  }
  free(one);

  /* Left before the end; the extractor before the files. */
  zhibiao_files* files = NULL;
  zhibiao_text line = {NULL, 0};
  CHECK(zhibiao_open_files(extractor, paths, 3, 2, 0, &files, &line) == ZHIBIAO_OK);
  zhibiao_free(extractor);
  CHECK(zhibiao_next(files, &line) == ZHIBIAO_IO);
  CHECK(zhibiao_next(files, &line) == ZHIBIAO_OK);
  zhibiao_free_files(files);
  extractor = created();
  CHECK(zhibiao_open_files(extractor, paths, 3, 2, 10, &files, &line) == ZHIBIAO_OK);
  CHECK(zhibiao_next(files, &line) == ZHIBIAO_IO);
  CHECK(zhibiao_next(files, &line) == ZHIBIAO_INPUT_TOO_LARGE && has(&line, "larger than the limit of 10 bytes"));
  zhibiao_free_files(files);
  paths[1] = NULL;
  CHECK(zhibiao_open_files(extractor, paths, 3, 2, 0, &files, &line) == ZHIBIAO_INVALID_ARGUMENT && files == NULL);
  CHECK(zhibiao_open_files(extractor, NULL, 0, 2, 0, &files, &line) == ZHIBIAO_OK);
  CHECK(zhibiao_next(files, &line) == ZHIBIAO_END);
  zhibiao_free_files(files);
  zhibiao_free_text(&line);
  zhibiao_free(extractor);
}

int main(int argc, char** argv) {
  if (argc != 2) return fputs("usage: c_test SAMPLES\n", stderr), 2;
  zhibiao_extractor* extractor = created();
  reads_a_text(extractor);
  reads_bytes(extractor);
  tells_errors(extractor);
  takes_a_lexicon();
  shares_an_extractor(extractor);
  zhibiao_free(extractor);
  reads_files(argv[1]);
  return failures != 0;
}
