# vanban - one Makefile, no recursion. `make help` lists the targets.
#
# MODE=release|debug|asan|cover   kind of build, each in its own folder
# V=1                             show the commands
# WERROR=                         warnings do not stop the build
# CC=clang                        another compiler
# PREFIX=/usr/local DESTDIR=      where `make install` puts things
# config.mak                      local settings, read when present

MODE ?= release
PREFIX ?= /usr/local
WERROR ?= -Werror
Q := $(if $(V),,@)
-include config.mak

B := build/$(MODE)
G := build/gen
# what works without the libraries being there
BARE := help deps clean
GOALS := $(or $(MAKECMDGOALS),all)
ifneq ($(filter-out $(BARE),$(GOALS)),)
include build/config.mk
endif

STD := -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 \
	-D_FILE_OFFSET_BITS=64
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
	-Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
	-Wwrite-strings -Wformat=2 -Wundef -Wvla -Wpointer-arith \
	-Wswitch-enum -Wnull-dereference -Wredundant-decls $(WERROR)
FLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
FLAGS_debug := -O0 -g3
FLAGS_asan := -O1 -g -fsanitize=address,undefined \
	-fno-sanitize-recover=all -fno-omit-frame-pointer -DARENA_EACH
FLAGS_cover := -O0 -g --coverage
ifeq ($(filter $(MODE),release debug asan cover),)
$(error MODE must be release, debug, asan or cover)
endif
CPPFLAGS_ALL = $(STD) -Isrc $(DEPS_CFLAGS) $(CPPFLAGS)
CFLAGS_ALL = $(WARN) $(FLAGS_$(MODE)) -fvisibility=hidden -fno-common \
	-fPIC -pthread $(CFLAGS)
LDFLAGS_ALL = $(FLAGS_$(MODE)) -pthread $(LDFLAGS)
LIBS_ALL = $(DEPS_LIBS) $(LIBS)

SRC := $(wildcard src/*/*.c)
LIB_SRC := $(filter-out src/cli/%,$(SRC))
CLI_SRC := $(filter src/cli/%,$(SRC))
LIB_OBJ := $(LIB_SRC:src/%.c=$(B)/obj/%.o) $(B)/obj/assets.o
CLI_OBJ := $(CLI_SRC:src/%.c=$(B)/obj/%.o)
# util is below everything: the program has its own copy of what it uses
UTIL_OBJ := $(patsubst src/%.c,$(B)/obj/%.o,$(wildcard src/util/*.c)) \
	$(B)/obj/assets.o
ASSETS := $(sort $(wildcard templates/parts/*.xml templates/parts/*.rels) \
	templates/form.rng)
LIB := $(B)/libvanban.a
PROGRAM := $(if $(filter release,$(MODE)),build/vanban,$(B)/vanban)
UNIT := $(patsubst tests/unit/%.c,$(B)/unit/%.t,$(wildcard tests/unit/*.c))
TOOLS := $(patsubst tests/tools/%.c,$(B)/tools/%,$(wildcard tests/tools/*.c))
CASES := $(wildcard tests/cases/*.t)
FORMS := $(wildcard templates/*/form.xml)

all: $(PROGRAM) $(LIB) ## build the program and the library
lib: $(LIB) ## build build/MODE/libvanban.a only

# One relocatable object whose only global symbols are the public vb_ ones.
$(LIB): $(LIB_OBJ)
	@echo "  AR    $@"
	$(Q)rm -f $@
	$(Q)$(AR) rcs $@ $^

$(PROGRAM): $(CLI_OBJ) $(LIB)
	@echo "  LINK  $@"
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $(CLI_OBJ) $(LIB) $(LIBS_ALL)

$(B)/obj/%.o: src/%.c Makefile build/config.mk
	@echo "  CC    $<"
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# Static OOXML and schemas stay real files under templates/ (house style P13).
$(G)/assets.c: $(ASSETS) .ci/embed Makefile
	$(Q)mkdir -p $(@D)
	$(Q)sh .ci/embed $(ASSETS) >$@.tmp && mv $@.tmp $@

$(B)/obj/assets.o: $(G)/assets.c
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(STD) -Isrc $(FLAGS_$(MODE)) -fPIC -c -o $@ $<

build/config.mk: .ci/deps Makefile
	$(Q)mkdir -p build
	$(Q)sh .ci/deps --config >$@.tmp && mv $@.tmp $@

deps: ## install the Debian packages that are missing
	$(Q)sh .ci/deps

# ---- tests -----------------------------------------------------------------

$(B)/unit/%.t: tests/unit/%.c $(LIB) tests/tap.h
	@echo "  CC    $<"
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS_ALL) -Itests $(CFLAGS_ALL) $(LDFLAGS_ALL) \
		-MMD -MP -MF $(@:.t=.d) -o $@ $< $(LIB) $(LIBS_ALL)

$(B)/tools/%: tests/tools/%.c $(LIB)
	@echo "  CC    $<"
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS_ALL) -Itests $(CFLAGS_ALL) $(LDFLAGS_ALL) \
		-MMD -MP -MF $@.d -o $@ $< $(LIB) $(LIBS_ALL)

TEST_ENV = VANBAN=$(abspath $(PROGRAM)) TOOLS=$(abspath $(B)/tools) \
	TOP=$(CURDIR) MODE=$(MODE) \
	ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 \
	UBSAN_OPTIONS=print_stacktrace=1

check: $(PROGRAM) $(UNIT) $(TOOLS) ## build and pass the tests
	$(Q)$(TEST_ENV) prove -j2 --timer $(UNIT) $(CASES)

unit: $(UNIT) $(TOOLS) $(PROGRAM) ## only the C tests
	$(Q)$(TEST_ENV) prove -j2 $(UNIT)

cases: $(PROGRAM) $(TOOLS) ## only the command-line tests
	$(Q)$(TEST_ENV) prove -j2 $(CASES)

check-valid: $(PROGRAM) $(TOOLS) ## validate what we write (npm, Open XML SDK)
	$(Q)$(TEST_ENV) sh tests/check-valid.sh

check-editors: $(PROGRAM) $(TOOLS) ## LibreOffice, python-docx, pandoc in between
	$(Q)$(TEST_ENV) sh tests/check-editors.sh

FUZZ_SECONDS ?= 60
fuzz: ## three fuzz targets, FUZZ_SECONDS each (clang, libFuzzer)
	$(Q)sh tests/fuzz/run.sh $(FUZZ_SECONDS)

bench: $(PROGRAM) $(TOOLS) ## the figures of docs/performance.md
	$(Q)$(TEST_ENV) sh tests/bench.sh

demo: $(PROGRAM) ## fill and read back the Hai Phong report for five units
	$(Q)VANBAN=$(abspath $(PROGRAM)) sh tests/demo.sh

# ---- habits ----------------------------------------------------------------

C_FILES = $(wildcard src/*.h src/*/*.[ch] tests/*.h tests/*/*.[ch])

lint: $(LIB) headers ## layers, globals, exits, manuals, clang-tidy, cppcheck
	$(Q)sh .ci/lint $(LIB) $(B)
	$(Q)clang-tidy --quiet $(SRC) -- $(CPPFLAGS_ALL)
	$(Q)cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr \
		--enable=warning,performance,portability \
		--suppressions-list=.cppcheck -Isrc src

headers: build/config.mk ## every header compiles alone, the public one as C++
	$(Q)for h in $(wildcard src/*.h src/*/*.h); do \
		echo "#include \"$${h#src/}\"" | \
		$(CC) $(CPPFLAGS_ALL) $(WARN) -fsyntax-only -x c - || exit 1; \
	done
	$(Q)echo '#include "vanban.h"' | \
		$(CXX) -Isrc -Wall -Wextra -Werror -pedantic -fsyntax-only -x c++ -

format: ## lay the code out by .clang-format
	$(Q)clang-format -i $(C_FILES)

format-check: ## fail when the layout differs
	$(Q)clang-format --dry-run -Werror $(C_FILES)

docs: ## lint the manual pages
	$(Q)mandoc -T lint -W style docs/vanban.1 docs/vanban-form.5

install: $(PROGRAM) $(LIB) ## into PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib \
		$(DESTDIR)$(PREFIX)/include \
		$(DESTDIR)$(PREFIX)/share/man/man1 \
		$(DESTDIR)$(PREFIX)/share/man/man5
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/vanban
	install -m 644 $(LIB) $(DESTDIR)$(PREFIX)/lib/
	install -m 644 src/vanban.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 docs/vanban.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 docs/vanban-form.5 $(DESTDIR)$(PREFIX)/share/man/man5/
	for f in $(FORMS); do \
		d=$(DESTDIR)$(PREFIX)/share/vanban/templates/$$(basename \
			$$(dirname $$f)); \
		install -d $$d && install -m 644 $$f $$d/ || exit 1; done

uninstall: ## take it away again
	rm -f $(DESTDIR)$(PREFIX)/bin/vanban \
		$(DESTDIR)$(PREFIX)/lib/libvanban.a \
		$(DESTDIR)$(PREFIX)/include/vanban.h \
		$(DESTDIR)$(PREFIX)/share/man/man1/vanban.1 \
		$(DESTDIR)$(PREFIX)/share/man/man5/vanban-form.5
	rm -rf $(DESTDIR)$(PREFIX)/share/vanban

clean: ## remove build/
	rm -rf build

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

.PHONY: all lib deps check unit cases check-valid check-editors fuzz bench \
	demo lint headers format format-check docs install uninstall clean help
.DELETE_ON_ERROR:
-include $(wildcard $(B)/obj/*/*.d $(B)/unit/*.d $(B)/tools/*.d)
