#!/bin/sh
# SPDX-License-Identifier: MIT
# One door to each foreign thing: the names on the left are written only in the files on
# the right (extended expressions; paths below src/).
. tests/tap.sh

doors='
sqlite3_[a-z]|SQLITE_[A-Z]|<sqlite3\.h>	sys/db[a-z_]*\.c
<unicode/	base/text[a-z_]*\.c
cmark_[a-z]|<cmark	fmt/md[a-z_]*\.c
yaml_(parser|event|document)_|<yaml\.h>	fmt/yaml\.c
<csv\.h>	fmt/csv\.c
<zip\.h>|\bzip_[a-z]	fmt/archive\.c
<zlib\.h>|<brotli/|\b(inflate|deflate|Brotli)[A-Za-z0-9]* *\(	fmt/squeeze\.c
<expat\.h>|\bXML_[A-Z]	fmt/xml\.c
<link\.h>|\bdl_[a-z_]+	sys/self\.c
<openssl/|EVP_	sys/seal\.c
pthread_[a-z]|<pthread\.h>|<stdatomic\.h>|<threads\.h>|_Atomic	sys/(pool|fs)\.c
<fcntl\.h>|<dirent\.h>|<sys/stat\.h>|<sys/mman\.h>|<sys/file\.h>	sys/(fs[a-z_]*|proc)\.c
(^|[^A-Za-z_0-9.>])(fopen|freopen|fdopen|open|openat|unlink|rename|mkdir|rmdir|opendir|renameat2|link) *\(	sys/fs[a-z_]*\.c
(^|[^A-Za-z_0-9.>])(malloc|calloc|realloc|free|strdup|strndup|asprintf) *\(	base/(arena|buf)\.c
\b(time|clock_gettime|gettimeofday) *\(	(cli/[a-z_]*|sys/timer)\.c
\b(secure_)?getenv *\(	cli/[a-z_]*\.c
\b(exit|_exit|abort|quick_exit) *\(	(cli/[a-z_]*|base/arena|sys/fs[a-z_]*)\.c
\b(fork|execv[a-z]*|execl[a-z]*|posix_spawn[a-z]*|waitpid) *\(	sys/proc\.c
\b(printf|vprintf|puts|putchar|perror) *\(|\bf(printf|puts|putc) *\(	(base/diag(_group)?\.[ch]|base/arena\.c|cli/[a-z_]*\.c)
'
code=$TEST_TMP/code
tests/lint/code.pl $(find src -name '*.[ch]' | sort) >"$code"

found() { # EXPRESSION FILES: where it is written outside them
	grep -E "^[^:]*:[0-9]*:.*($1)" "$code" | grep -Ev "^src/$2:"
}

printf '%s' "$doors" | grep . >"$TEST_TMP/doors"
while IFS='	' read -r names files; do
	empty "only $files writes $names" "$(found "$names" "$files")"
done <"$TEST_TMP/doors"

# The lint itself: a line that breaks the first rule is found.
echo 'src/cli/x.c:1:	sqlite3_open(a);' >"$code"
check 'a planted call is found' test -n "$(found 'sqlite3_[a-z]' 'sys/db\.c')"

done_testing
