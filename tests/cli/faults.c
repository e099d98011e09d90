/* Loaded before the C library: reads and writes that fail as disks, pipes and signals make them fail.
   ZHIBIAO_FAULTS=short: at most 7 bytes a write, 11 a read; =eintr: every other call is interrupted;
   =eio:NAME: reading a file whose name ends in NAME fails behind its first bytes; =enospc:N: room for N bytes, then the disk is full;
   =threads:N: N threads, then no more. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char* fault(const char* name) {
  const char* set = getenv("ZHIBIAO_FAULTS");
  size_t length = strlen(name);
  return set != NULL && strncmp(set, name, length) == 0 ? set + length : NULL;
}

static int interrupts(void) {
  static __thread int calls = 0;
  return fault("eintr") != NULL && ++calls % 2 == 1;
}

ssize_t read(int fd, void* to, size_t size) {
  static ssize_t (*real)(int, void*, size_t) = NULL;
  if (real == NULL) real = (ssize_t(*)(int, void*, size_t))dlsym(RTLD_NEXT, "read");
  if (interrupts()) return errno = EINTR, -1;
  if (fault("short") != NULL && size > 11) size = 11;
  const char* name = fault("eio:");
  if (name != NULL) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length > 0) {
      path[length] = 0;
      size_t tail = strlen(name);
      if ((size_t)length >= tail && strcmp(path + length - tail, name) == 0) {
        if (lseek(fd, 0, SEEK_CUR) > 0) return errno = EIO, -1;
        if (size > 20) size = 20;
      }
    }
  }
  return real(fd, to, size);
}

ssize_t write(int fd, const void* from, size_t size) {
  static ssize_t (*real)(int, const void*, size_t) = NULL;
  static long written = 0;
  if (real == NULL) real = (ssize_t(*)(int, const void*, size_t))dlsym(RTLD_NEXT, "write");
  if (interrupts()) return errno = EINTR, -1;
  if (fault("short") != NULL && size > 7) size = 7;
  const char* room = fault("enospc:");
  if (room != NULL && fd != STDERR_FILENO) {
    long left = atol(room) - written;
    if (left <= 0) return errno = ENOSPC, -1;
    if ((long)size > left) size = (size_t)left;
    written += (long)size;
  }
  return real(fd, from, size);
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*start)(void*), void* argument) {
  static int (*real)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*) = NULL;
  static long created = 0;
  if (real == NULL) real = (int (*)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*))dlsym(RTLD_NEXT, "pthread_create");
  const char* most = fault("threads:");
  if (most != NULL && created++ >= atol(most)) return EAGAIN;
  return real(thread, attributes, start, argument);
}
