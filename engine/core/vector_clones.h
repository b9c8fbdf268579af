#pragma once

// A function marked with this is compiled for AVX2 too and the better version is chosen when the
// program starts. Both do the same operations in the same order. Sanitizers cannot run the code
// that chooses.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define VITRINE_NO_VECTOR_CLONES
#endif
#endif
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__) && !defined(VITRINE_NO_VECTOR_CLONES)
#define VITRINE_VECTOR_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define VITRINE_VECTOR_CLONES
#endif
