/* ZHIBIAO_API marks what the shared library shows; all else in it is hidden. For C and C++. */
#ifndef ZHIBIAO_API_H
#define ZHIBIAO_API_H

#if defined(__GNUC__)
#define ZHIBIAO_API __attribute__((visibility("default")))
#else
#define ZHIBIAO_API
#endif

#endif
