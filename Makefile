# niemyet: see README.md. Two commands do everything: make site, make test.

V ?= release
PREFIX ?= /usr/local
DESTDIR ?=
T ?= tests

ifeq ($(filter $(V),release debug asan tsan),)
$(error V=$(V): one of release, debug, asan, tsan)
endif

CC ?= cc
BUILD := build/$(V)
PACKAGES := libcmark sqlite3 icu-i18n icu-uc yaml-0.1 libcrypto libqrencode libzip expat zlib libbrotlienc
DEBIAN_BUILD := gcc make pkg-config libcmark-dev libsqlite3-dev libicu-dev libyaml-dev \
	libcsv-dev libssl-dev libqrencode-dev libzip-dev libexpat1-dev zlib1g-dev libbrotli-dev \
	fonttools python3-brotli fonts-noto-core fonts-liberation2
DEBIAN_TEST := libcmocka-dev perl sqlite3 mandoc chromium nodejs npm python3 \
	poppler-utils zbar-tools libxml2-utils libreoffice-calc-nogui time

# Against a damaged or hostile file that finds a defect: what is overrun stops the program. CET is
# not asked for, as Debian's start files do not carry it (docs/hacking.md).
flags_release := -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fPIE -fstack-protector-strong -fstack-clash-protection
link_release := -pie -Wl,-z,relro,-z,now,-z,noexecstack
flags_debug := -O0 -g3 -DNIEMYET_FAULTS
flags_asan := -O1 -g -DNIEMYET_FAULTS -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
flags_tsan := -O1 -g -DNIEMYET_FAULTS -fsanitize=thread

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wpointer-arith -Wcast-align -Wundef -Wvla -Wformat=2 -Wconversion \
	-Wno-sign-conversion -Wno-missing-field-initializers
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L $(WARN) $(flags_$(V)) -pthread -Isrc -I$(BUILD) \
	$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null) $(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(flags_$(V)) $(link_$(V)) -pthread $(LDFLAGS)
LIBS = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lcsv

SOURCES := $(sort $(wildcard src/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o) $(BUILD)/builtin.o $(BUILD)/builtin_data.o
LIBRARY := $(filter-out $(BUILD)/cli/main.o,$(OBJECTS))
UNITS := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(sort $(wildcard tests/unit/*_test.c)))
# What the program carries inside: the default theme, its assets, schema, rules and import maps;
# what the tables mean, for the heads of workbooks.
BUILTIN := $(sort docs/data.md $(shell find templates assets src -type f \( -path 'templates/*' -o -path 'assets/*' \
	-o -name '*.sql' -o -path 'src/board/*.csv' -o -path 'src/maps/*.yml' \) ! -name '.*' ! -name '*~' ! -path assets/js/search.js 2>/dev/null))

# The typefaces of kiosk, wall and paper: what Vietnamese needs of Debian's Noto Sans and of
# Liberation Serif, which has the measures of Times New Roman. `name:file` under FONT_DIR.
FONT_DIR ?= /usr/share/fonts/truetype
FONTS := sans-400:noto/NotoSans-Regular sans-700:noto/NotoSans-Bold \
	serif-400:liberation2/LiberationSerif-Regular serif-700:liberation2/LiberationSerif-Bold \
	serif-400-italic:liberation2/LiberationSerif-Italic
FONT_CHARACTERS := U+0020-007E,U+00A0-00FF,U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,$\
	U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303,U+0309,U+0323,U+1EA0-1EF9,U+2010-2015,U+2018-201E,$\
	U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+20AB,U+20AC,U+2190-2193,U+2212,U+2248,$\
	U+2260,U+2264-2265
MADE := $(foreach f,$(FONTS),$(BUILD)/made/assets/fonts/$(firstword $(subst :, ,$(f))).woff2) \
	$(BUILD)/made/assets/js/search.js

# One short line a command; SAY=: shows the commands themselves.
SAY ?= @echo

.PHONY: all
all: $(BUILD)/niemyet

$(BUILD)/niemyet: $(OBJECTS)
	$(SAY) LINK $@; $(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(SAY) CC $<; $(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The files as bytes and a table of them, sorted by path, for src/builtin.h. The list is
# kept beside it, so that adding or removing a file is noticed too.
$(BUILD)/builtin.list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(BUILTIN) $(MADE) | sed 's,^\($(BUILD)/made/\)\(.*\),\2 &,; t; s,.*,& &,' | \
		LC_ALL=C sort >$@.new; cmp -s $@.new $@ || cp $@.new $@

$(BUILD)/made/assets/fonts/%.woff2: Makefile
	@mkdir -p $(@D)
	$(SAY) FONT $@; pyftsubset $(FONT_DIR)/$(patsubst $*:%,%,$(filter $*:%,$(FONTS))).ttf \
		--unicodes=$(FONT_CHARACTERS) --layout-features=kern,mark,mkmk,ccmp,locl,tnum,lnum \
		--no-hinting --name-IDs=0,13,14 --flavor=woff2 --output-file=$@ 2>$@.log || \
		{ cat $@.log; echo "missing packages: fonttools python3-brotli fonts-noto-core fonts-liberation2"; exit 1; }

# The search is what a visitor waits for: it comes without comments, indents, needless spaces and
# line ends.
$(BUILD)/made/assets/js/%.js: assets/js/%.js Makefile
	@mkdir -p $(@D)
	@sed -e '/^\t*\/\/ [^S]/d; /^\t*\/\/$$/d; /^$$/d; s/^\t*//; s/, /,/g; s/) {/){/g; s/{ /{/g; s/ }/}/g; s/} else/}else/' \
		-e 's/\(if\|for\|while\) (/\1(/g; s/\([a-z0-9"]\): /\1:/g' \
		-e ':again; s/ \(=>\|[=!]==\|&&\|||=\?\|??=\|>>\|[-+*<>]=\|[-=?:<>+*|&%\/]\) /\1/g; t again' $< | \
		sed -e ':again; /[{(,;]$$/{ N; s/\n//; b again' -e '}; s/;}/}/g' >$@

$(BUILD)/builtin_data.S: $(BUILD)/builtin.list $(BUILTIN) $(MADE)
	@awk 'BEGIN { print ".section .note.GNU-stack,\"\"\n.section .data.rel.ro,\"aw\"\n.balign 8"; \
		print ".globl builtin_files\nbuiltin_files:" } \
		{ print ".dc.a path" NR ", data" NR ", end" NR "-data" NR; \
		  text = text "path" NR ": .asciz \"" $$1 "\"\ndata" NR ": .incbin \"" $$2 "\"\nend" NR ": .byte 0\n" } \
		END { print ".globl builtin_count\nbuiltin_count: .dc.a " NR "\n.section .rodata\n" text }' $< >$@

$(BUILD)/builtin_data.o: $(BUILD)/builtin_data.S
	$(CC) -c -o $@ $<

.PHONY: FORCE
FORCE:

$(BUILD)/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(SAY) LINK $@; $(CC) $(ALL_CFLAGS) -MMD -MP $(ALL_LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS) -lcmocka

# Parsers under changed seeds: with a driver of ours for the suite, or `make fuzz-csv TIME=60`
# for libFuzzer, which leaves what it finds in build/fuzz.
FUZZ_MAIN = tests/fuzz/drive.c
$(BUILD)/fuzz/%: tests/fuzz/%_fuzz.c $(wildcard tests/fuzz/*.h) tests/unit/workbook.h tests/fuzz/drive.c $(LIBRARY)
	@mkdir -p $(@D)
	$(SAY) LINK $@; $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(FUZZ_MAIN) $(LIBRARY) $(LIBS)

fuzz-%:
	@$(RERUN) CC=clang V=asan BUILD=build/fuzz CFLAGS=-fsanitize=fuzzer-no-link \
		FUZZ_MAIN=-fsanitize=fuzzer build/fuzz/fuzz/$*
	@mkdir -p build/fuzz/corpus/$*
	cd build/fuzz && TEST_TMP=tmp fuzz/$* -max_total_time=$(or $(TIME),60) corpus/$* $(wildcard $(CURDIR)/tests/fuzz/seeds/$* $(CURDIR)/tests/golden/$*)

-include $(OBJECTS:.o=.d) $(UNITS:=.d)

.PHONY: site
site: deps-build
	@$(MAKE) --no-print-directory all
	$(BUILD)/niemyet -C content build -o site
	@echo 'Trang minh họa / the demonstration site: $(CURDIR)/site/index.html'
	@echo 'Xem / look: xdg-open site/index.html   or   (cd site && python3 -m http.server 8000)'

# Debian packages that are missing are installed; one whose command is there from
# elsewhere (npm comes with some nodejs packages) counts as installed.
NEED = $(DEBIAN_BUILD) $(DEBIAN_TEST)
.PHONY: deps deps-build
deps-build: NEED = $(DEBIAN_BUILD)
deps deps-build:
	@command -v dpkg-query >/dev/null || { echo "no Debian here; needed: $(NEED)"; exit 0; }; \
	set --; for p in $(NEED); do \
		dpkg-query -W -f='$${db:Status-Status}\n' $$p 2>/dev/null | grep -qx installed || \
		command -v $$p >/dev/null || set -- "$$@" $$p; done; \
	[ $$# -gt 0 ] || exit 0; \
	install="env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$*"; \
	if [ "$$(id -u)" = 0 ]; then apt-get update && $$install; \
	elif command -v sudo >/dev/null; then sudo apt-get update && sudo $$install; \
	else echo "missing packages; as root: apt-get install $$*" >&2; exit 1; fi

# Tests. T=unit/md_test.c, T=browser or T="cli fault" runs a part; `check` is the quick one.
RUN = V=$(V) BUILD=$(BUILD) tests/run
RERUN = $(MAKE) --no-print-directory
.PHONY: test check units demo flags lint accept asan tsan cover bench
test: deps
	@$(RERUN) all units demo build/npm.stamp
	@$(RUN) $(T)

check: all units
	@$(RUN) tests/unit

units: $(UNITS)

# The demonstration office as the page tests see it: on their date.
demo: $(BUILD)/niemyet
	@$(RUN) --demo

flags:
	@echo $(ALL_CFLAGS)

build/npm.stamp: tests/package-lock.json
	@mkdir -p build
	cd tests && npm ci --no-progress --loglevel=error
	@touch $@

lint:
	@$(RUN) tests/lint
	@! command -v shellcheck >/dev/null || shellcheck -x -S warning -e SC2034,SC2046 tests/run \
		$$(find tests -name '*.sh' ! -path '*/node_modules/*')

accept: units
	@tests/accept $(T)

# What runs our own code; pages and texts are the same in every variant.
SANITIZED = unit broken boards cli fault fuzz
asan tsan:
	@$(RERUN) V=$@ all units
	@V=$@ BUILD=build/$@ tests/run $(foreach t,$(SANITIZED),$(wildcard tests/$(t)))

cover:
	@$(RERUN) V=debug BUILD=build/cover CFLAGS=--coverage LDFLAGS=--coverage all units
	@BUILD=build/cover tests/run $(foreach t,$(SANITIZED),$(wildcard tests/$(t)))
	@cd build/cover && gcov -n $$(find . -name '*.gcda' ! -path './unit/*') 2>/dev/null | \
		awk -F"[':%]" '/^File .*src\// { f = $$2 } /^Lines/ && f { printf "%6.1f%%  %s\n", $$2, f; f = "" }' | sort -u -k2

# BENCH="--sizes 100000 --rounds 3 --dir build/bench" for other sizes, or a disk.
bench: all $(BUILD)/floor
	@python3 tests/bench/bench.py $(BUILD)/niemyet $(BUILD)/floor $(BENCH)

$(BUILD)/floor: tests/bench/floor.c
	$(SAY) CC $<; $(CC) -std=c11 $(WARN) $(flags_$(V)) -o $@ $<

.PHONY: install uninstall dist
install: all
	install -D -m 755 $(BUILD)/niemyet $(DESTDIR)$(PREFIX)/bin/niemyet
	install -D -m 644 docs/niemyet.1 $(DESTDIR)$(PREFIX)/share/man/man1/niemyet.1

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/niemyet $(DESTDIR)$(PREFIX)/share/man/man1/niemyet.1

# The archive is built and checked from its own unpacked files before it counts.
VERSION = $(shell sed -n 's/.*NIEMYET_VERSION "\(.*\)"/\1/p' src/base/base.h)
dist:
	rm -rf build/dist && mkdir -p build/dist
	git archive --prefix=niemyet-$(VERSION)/ HEAD | gzip -9n >build/dist/niemyet-$(VERSION).tar.gz
	cd build/dist && tar xzf niemyet-$(VERSION).tar.gz && $(RERUN) -C niemyet-$(VERSION) check

.PHONY: clean
clean:
	rm -rf build
