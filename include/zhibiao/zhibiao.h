/* Economic indicators from Chinese government work reports, for C and for whatever can call C.
 *
 *   zhibiao_extractor* extractor = NULL;
 *   zhibiao_text said = {NULL, 0};
 *   if (zhibiao_create(NULL, 0, &extractor, &said) != ZHIBIAO_OK) return complain(said.data);
 *   int code = zhibiao_extract(extractor, utf8, length, &said);
 *   if (code == ZHIBIAO_OK) puts(said.data);                     // the report, one line of JSON (report.schema.json)
 *   else fprintf(stderr, "%s: %s\n", zhibiao_code_name(code), said.data);
 *   zhibiao_free_text(&said);
 *   zhibiao_free(extractor);
 *
 * Codes      Every function that can fail returns a zhibiao_code. ZHIBIAO_OK is 0. Nothing here prints, exits or throws.
 * Ownership  A zhibiao_text that a function fills is yours, whatever the function returned: the answer after ZHIBIAO_OK,
 *            one sentence for people after an error. Give it back with zhibiao_free_text, or hand the same one to the
 *            next call, which frees what it holds: so begin with {NULL, 0}. `data` ends in a NUL that `length` does not
 *            count. Handles go back with zhibiao_free and zhibiao_free_files. All of these take NULL.
 *            What you pass in is only read, and not kept after the call.
 * Threads    An extractor never changes: any number of threads may use one at once. A zhibiao_text and a zhibiao_files
 *            are used by one thread at a time. No function keeps state outside of what it is given.
 * Offsets    `start` and `end` in the JSON count bytes of what you passed, half open, always on a character border; where
 *            source.offsets is "text", bytes of what zhibiao_decode gives.
 */
#ifndef ZHIBIAO_ZHIBIAO_H
#define ZHIBIAO_ZHIBIAO_H

#include <stddef.h>

#include "zhibiao/api.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Codes are few and are never renumbered. */
typedef enum zhibiao_code {
  ZHIBIAO_END = -1,               /* zhibiao_next: no more files */
  ZHIBIAO_OK = 0,
  ZHIBIAO_INVALID_UTF8 = 1,       /* the bytes are no UTF-8; the message names the first bad byte */
  ZHIBIAO_UNKNOWN_ENCODING = 2,   /* the bytes are no text in any encoding that is read */
  ZHIBIAO_UNSUPPORTED_INPUT = 3,  /* a known format that is not read (PDF, DOCX) */
  ZHIBIAO_INPUT_TOO_LARGE = 4,    /* longer than the limit, or than there is memory for */
  ZHIBIAO_BROKEN_LEXICON = 5,     /* lexicon refused; the message holds file, line and reason */
  ZHIBIAO_BROKEN_JSON = 6,        /* no JSON, or not what it should be */
  ZHIBIAO_IO = 7,                 /* a file could not be read */
  ZHIBIAO_DEFECT = 8,             /* zhibiao itself failed on an input; the message says how */
  ZHIBIAO_INVALID_ARGUMENT = 100, /* a pointer that must not be NULL is; the call did nothing */
  ZHIBIAO_OUT_OF_MEMORY = 101,    /* the text has no message then: data is NULL */
  ZHIBIAO_INTERNAL = 102          /* no thread could be started, or a fault of the library; the message says which */
} zhibiao_code;

/* The name that stands in JSON, "invalid_utf8"; "unknown" for a number that is no code. Never freed. */
ZHIBIAO_API const char* zhibiao_code_name(int code);

/* The version of the library, "0.1.0"; never freed. */
ZHIBIAO_API const char* zhibiao_version(void);

/* A text that the library made, in UTF-8; zhibiao_free_text frees it. */
typedef struct zhibiao_text {
  char* data;    /* ends in a NUL besides; NULL where there is none */
  size_t length; /* bytes, the NUL not counted */
} zhibiao_text;

ZHIBIAO_API void zhibiao_free_text(zhibiao_text* text); /* leaves {NULL, 0} */

/* --- reading --------------------------------------------------------------------------------------------------- */

typedef struct zhibiao_extractor zhibiao_extractor;

/* A lexicon of your own, JSON as src/lexicon/README.md has it; `name` stands in messages. */
typedef struct zhibiao_lexicon {
  const char* json; /* UTF-8 */
  size_t length;    /* bytes */
  const char* name; /* of the file, as messages are to call it */
} zhibiao_lexicon;

/* The built-in lexicon with `count` others added to it in order: an id that is there is replaced.
 * Costs milliseconds, with lexicons of your own about a second: make one and share it. */
ZHIBIAO_API int zhibiao_create(const zhibiao_lexicon* lexicons, size_t count, zhibiao_extractor** extractor,
                               zhibiao_text* message);
ZHIBIAO_API void zhibiao_free(zhibiao_extractor* extractor);

/* The version of its lexicon; lives as long as the extractor. */
ZHIBIAO_API const char* zhibiao_lexicon_version(const zhibiao_extractor* extractor);

/* The report of a text in UTF-8. */
ZHIBIAO_API int zhibiao_extract(const zhibiao_extractor* extractor, const char* utf8, size_t length, zhibiao_text* report);

/* The report of the bytes of a file: UTF-8, UTF-16, GB18030, Big5, or a web page in one of them. */
ZHIBIAO_API int zhibiao_extract_bytes(const zhibiao_extractor* extractor, const void* bytes, size_t length, zhibiao_text* report);

/* The text in UTF-8 that zhibiao_extract_bytes reads. */
ZHIBIAO_API int zhibiao_decode(const void* bytes, size_t length, zhibiao_text* utf8);

/* --- many files, on threads of the library ---------------------------------------------------------------------- */

typedef struct zhibiao_files zhibiao_files;

/* Files and folders (walked for *.txt, *.text, *.md, *.htm, *.html), read by `jobs` threads (0: one a processor).
 * `max_bytes`: of one file; 0: 256 MiB. The extractor may be freed before the files are.
 *
 *   while ((code = zhibiao_next(files, &line)) != ZHIBIAO_END) puts(line.data);
 */
ZHIBIAO_API int zhibiao_open_files(const zhibiao_extractor* extractor, const char* const* paths, size_t count, unsigned jobs,
                                   size_t max_bytes, zhibiao_files** files, zhibiao_text* message);

/* The next file in order, whatever the threads do; waits for it. After ZHIBIAO_OK `line` is its report; after another
 * code but ZHIBIAO_END it is {"source": {"path", ...}, "error": {"code", "message"}}, and the files behind it follow. After
 * ZHIBIAO_INVALID_ARGUMENT, ZHIBIAO_OUT_OF_MEMORY and ZHIBIAO_INTERNAL there is no such line: stop. */
ZHIBIAO_API int zhibiao_next(zhibiao_files* files, zhibiao_text* line);

/* Also before the end: what is begun is finished, no more is. */
ZHIBIAO_API void zhibiao_free_files(zhibiao_files* files);

#ifdef __cplusplus
}
#endif

#endif
