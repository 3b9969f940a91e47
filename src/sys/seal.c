/* SPDX-License-Identifier: MIT
 * seal - the door to libcrypto: hashes */
#include "sys/seal.h"

#include <assert.h>
#include <openssl/evp.h>


static void to_hex(const unsigned char *bytes, size_t n, char *hex)
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < n; i++) {
		hex[2 * i] = digits[bytes[i] >> 4];
		hex[2 * i + 1] = digits[bytes[i] & 15];
	}
}

struct seal *seal_begin(void)
{
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	int ok = ctx && EVP_DigestInit_ex(ctx, EVP_sha256(), NULL);
	assert(ok);
	(void)ok;
	return (struct seal *)(void *)ctx;
}

void seal_add(struct seal *s, struct str bytes)
{
	EVP_DigestUpdate((EVP_MD_CTX *)(void *)s, bytes.p, bytes.n);
}

void seal_end(struct seal *s, char hex[SEAL_HEX])
{
	unsigned char sum[EVP_MAX_MD_SIZE];
	EVP_DigestFinal_ex((EVP_MD_CTX *)(void *)s, sum, NULL);
	EVP_MD_CTX_free((EVP_MD_CTX *)(void *)s);
	to_hex(sum, SEAL_HEX / 2, hex);
}

void seal_sha256(struct str bytes, char hex[SEAL_HEX])
{
	unsigned char sum[EVP_MAX_MD_SIZE];
	int ok = EVP_Digest(bytes.p, bytes.n, sum, NULL, EVP_sha256(), NULL);
	assert(ok);
	(void)ok;
	to_hex(sum, SEAL_HEX / 2, hex);
}
