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
PACKAGES := libcmark sqlite3 icu-i18n icu-uc yaml-0.1 libcrypto
DEBIAN_BUILD := gcc make pkg-config libcmark-dev libsqlite3-dev libicu-dev libyaml-dev \
	libcsv-dev libssl-dev
DEBIAN_TEST := libcmocka-dev perl sqlite3 mandoc chromium nodejs npm fonts-noto-core python3

flags_release := -O2 -g
flags_debug := -O0 -g3
flags_asan := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
flags_tsan := -O1 -g -fsanitize=thread

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wpointer-arith -Wcast-align -Wundef -Wvla -Wformat=2 -Wconversion \
	-Wno-sign-conversion -Wno-missing-field-initializers
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L $(WARN) $(flags_$(V)) -pthread -Isrc -I$(BUILD) \
	$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null) $(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(flags_$(V)) -pthread $(LDFLAGS)
LIBS = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lcsv

SOURCES := $(sort $(wildcard src/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o) $(BUILD)/builtin.o $(BUILD)/builtin_data.o
LIBRARY := $(filter-out $(BUILD)/cli/main.o,$(OBJECTS))
UNITS := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(sort $(wildcard tests/unit/*_test.c)))
# What the program carries inside: the default theme, its assets, schema and rules.
BUILTIN := $(sort $(shell find templates assets src -type f \( -path 'templates/*' -o -path 'assets/*' \
	-o -name '*.sql' \) ! -name '.*' ! -name '*~' 2>/dev/null))

.PHONY: all
all: $(BUILD)/niemyet

$(BUILD)/niemyet: $(OBJECTS)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The files as bytes and a table of them, sorted by path, for src/builtin.h. The list is
# kept beside it, so that adding or removing a file is noticed too.
$(BUILD)/builtin.list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(BUILTIN) | cmp -s - $@ || printf '%s\n' $(BUILTIN) >$@

$(BUILD)/builtin_data.S: $(BUILD)/builtin.list $(BUILTIN)
	@awk 'BEGIN { print ".section .note.GNU-stack,\"\"\n.section .data.rel.ro,\"aw\"\n.balign 8"; \
		print ".globl builtin_files\nbuiltin_files:" } \
		{ print ".dc.a path" NR ", data" NR ", end" NR "-data" NR; \
		  text = text "path" NR ": .asciz \"" $$0 "\"\ndata" NR ": .incbin \"" $$0 "\"\nend" NR ": .byte 0\n" } \
		END { print ".globl builtin_count\nbuiltin_count: .dc.a " NR "\n.section .rodata\n" text }' $< >$@

$(BUILD)/builtin_data.o: $(BUILD)/builtin_data.S
	$(CC) -c -o $@ $<

.PHONY: FORCE
FORCE:

$(BUILD)/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP $(ALL_LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS) -lcmocka

-include $(OBJECTS:.o=.d) $(UNITS:=.d)

.PHONY: clean
clean:
	rm -rf build
