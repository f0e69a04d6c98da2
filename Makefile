# vanban - one Makefile, no recursion. `make help` lists the targets.
#
# MODE=release|debug|asan|cover   kind of build, each in its own folder
# V=1                             show the commands
# WERROR=                         warnings do not stop the build
# CC=clang                        another compiler
# LINK=shared                     the program loads every library, also those
#                                 it could carry: slower to start, and small
# PREFIX=/usr/local DESTDIR=      where `make install` puts things
# config.mak                      local settings, read when present

MODE ?= release
PREFIX ?= /usr/local
WERROR ?= -Werror
OBJCOPY ?= objcopy
Q := $(if $(V),,@)
-include config.mak

B := build/$(MODE)
G := build/gen
ifneq ($(filter-out help deps clean,$(or $(MAKECMDGOALS),all)),)
include build/config.mk
endif

STD := -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -D_FILE_OFFSET_BITS=64
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
	-Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
	-Wwrite-strings -Wformat=2 -Wundef -Wvla -Wpointer-arith \
	-Wswitch-enum -Wredundant-decls $(WERROR)
SHAPE := -fvisibility=hidden -fno-common -fPIC -pthread
FLAGS_release := -O3 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
FLAGS_debug := -O0 -g3
FLAGS_asan := -O1 -g -fsanitize=address,undefined \
	-fno-sanitize-recover=all -fno-omit-frame-pointer -DARENA_EACH
FLAGS_cover := -O0 -g --coverage
$(if $(FLAGS_$(MODE)),,$(error MODE must be release, debug, asan or cover))
# gcc sees the whole library at once (5 % of reading); the tests link it as it is
LTO := $(if $(findstring Free Software,$(shell $(CC) --version)),$(if \
	$(filter release,$(MODE)),-flto=auto))
JOIN = $(if $(LTO),$(CC) -r -nostdlib -flinker-output=nolto-rel $(CFLAGS_ALL),$(LD) -r)
CPPFLAGS_ALL = $(STD) -Isrc $(DEPS_CFLAGS) $(CPPFLAGS)
CFLAGS_ALL = $(WARN) $(FLAGS_$(MODE)) $(SHAPE) $(LTO) $(LTO:%=-ffat-lto-objects) $(CFLAGS)
LDFLAGS_ALL = $(FLAGS_$(MODE)) -pthread $(LDFLAGS)
LIBS_ALL = $(DEPS_LIBS) $(LIBS)
PROGRAM_LIBS_ALL = $(if $(filter release-,$(MODE)-$(LINK)),$(PROGRAM_LIBS),$(DEPS_LIBS)) \
	$(LIBS)

SRC := $(wildcard src/*/*.c)
OBJ := $(SRC:src/%.c=$(B)/obj/%.o)
LIB_OBJ := $(filter-out $(B)/obj/cli/%,$(OBJ)) $(B)/obj/assets.o
CLI_OBJ := $(filter $(B)/obj/cli/%,$(OBJ))
# the program has its own copy of util, it sees nothing else of the inside
UTIL_OBJ := $(filter $(B)/obj/util/%,$(filter-out %/asset.o,$(OBJ)))
ASSETS := $(sort $(wildcard templates/parts/*.xml templates/parts/*.rels) \
	templates/form.rng)
LIB := $(B)/libvanban.a
INSIDE := $(B)/libvanban-internal.a
PROGRAM := $(if $(filter release,$(MODE)),build/vanban,$(B)/vanban)
UNIT := $(patsubst tests/%.c,$(B)/%.t,$(wildcard tests/unit/*.c tests/oom/*.c))
TOOLS := $(patsubst tests/tools/%.c,$(B)/tools/%,$(wildcard tests/tools/*.c))
CASES := $(wildcard tests/cases/*.t)

all: $(PROGRAM) $(LIB) ## build the program and the library
lib: $(LIB) ## build build/MODE/libvanban.a only

# One relocatable object whose only global symbols are the public vb_ ones.
$(LIB): $(LIB_OBJ)
	@echo "  AR    $@"
	$(Q)$(JOIN) -o $(B)/obj/vanban.o $^
	$(Q)$(OBJCOPY) --localize-hidden $(B)/obj/vanban.o
	$(Q)rm -f $@ && $(AR) rcs $@ $(B)/obj/vanban.o

# The same with every symbol, for the unit tests.
$(INSIDE): $(LIB_OBJ)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(B)/obj/util.o: $(UTIL_OBJ)
	$(Q)$(JOIN) -o $@ $^
	$(Q)$(OBJCOPY) --wildcard --weaken-symbol='vb_*' $@

$(PROGRAM): $(CLI_OBJ) $(B)/obj/util.o $(LIB) $(B)/link
	@echo "  LINK  $@"
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $(filter-out $(B)/link,$^) $(PROGRAM_LIBS_ALL)

$(B)/obj/%.o: src/%.c Makefile build/config.mk
	@echo "  CC    $<"
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# where forms are looked up; another PREFIX compiles it anew
$(B)/obj/cli/forms.o: CPPFLAGS += -DVANBAN_DATADIR='"$(PREFIX)/share/vanban"'
$(B)/obj/cli/forms.o: $(B)/prefix
$(B)/prefix: SETTING = $(PREFIX)
$(B)/link: SETTING = $(PROGRAM_LIBS_ALL)
$(B)/prefix $(B)/link: always
	$(Q)mkdir -p $(@D); echo '$(SETTING)' | cmp -s - $@ || echo '$(SETTING)' >$@

# Static OOXML and schemas stay real files under templates/ (house style P13).
$(G)/assets.c: $(ASSETS) .ci/embed Makefile
	$(Q)mkdir -p $(@D)
	$(Q)sh .ci/embed $(ASSETS) >$@.tmp && mv $@.tmp $@

$(B)/obj/assets.o: $(G)/assets.c
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(STD) -Isrc $(FLAGS_$(MODE)) $(SHAPE) -c -o $@ $<

build/config.mk: .ci/deps Makefile
	$(Q)mkdir -p build
	$(Q)sh .ci/deps --config >$@.tmp && mv $@.tmp $@

deps: ## install the Debian packages that are missing
	$(Q)sh .ci/deps

# ---- tests -----------------------------------------------------------------

define test_program
	@echo "  CC    $<"
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS_ALL) -Itests $(CFLAGS_ALL) $(LDFLAGS_ALL) \
		$(if $(filter %bench,$@),,$(LTO:-flto%=-fno-lto)) \
		-MMD -MP -MF $(basename $@).d -o $@ $< $(MORE) $(INSIDE) $(LIBS_ALL)
endef
CLI_UNIT := $(filter $(B)/unit/cli_%,$(UNIT))
$(CLI_UNIT): MORE = $(filter-out %/main.o,$(CLI_OBJ))
$(CLI_UNIT): $(CLI_OBJ)
$(B)/%.t: tests/%.c $(INSIDE)
	$(test_program)
$(B)/tools/%: tests/tools/%.c $(INSIDE)
	$(test_program)

TEST_ENV = VANBAN=$(abspath $(PROGRAM)) TOOLS=$(abspath $(B)/tools) \
	TOP=$(CURDIR) MODE=$(MODE) \
	ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 \
	UBSAN_OPTIONS=print_stacktrace=1

check: $(PROGRAM) $(UNIT) $(TOOLS) ## build and pass the tests
	$(Q)$(TEST_ENV) prove -j2 --timer $(UNIT) $(CASES)

unit: $(PROGRAM) $(UNIT) $(TOOLS) ## only the unit tests
cases: $(PROGRAM) $(TOOLS) ## only the command-line tests
unit cases:
	$(Q)$(TEST_ENV) prove -j2 $(if $(filter unit,$@),$(UNIT),$(CASES))

# their documents are validated too
check-valid: $(filter $(B)/unit/fill_% $(B)/unit/law_filters.t,$(UNIT))
check-valid: $(PROGRAM) $(TOOLS) ## validate what we write (npm, Open XML SDK)
	$(Q)$(TEST_ENV) prove --timer -e sh tests/check-valid.sh

check-editors: $(PROGRAM) $(TOOLS) ## LibreOffice, python-docx, pandoc in between
	$(Q)$(TEST_ENV) prove --timer -e sh tests/check-editors.sh

check-drawn: $(PROGRAM) ## read back pages that programs type (python3)
	$(Q)$(TEST_ENV) prove --timer -e sh tests/check-drawn.sh

fuzz: ## four fuzz targets, FUZZ_SECONDS each (clang, libFuzzer)
	$(Q)sh tests/fuzz/run.sh $(or $(FUZZ_SECONDS),60)

bench: $(PROGRAM) $(TOOLS) ## the figures of docs/performance.md, peers too
	$(Q)$(TEST_ENV) sh tests/bench.sh
	$(Q)$(TEST_ENV) sh tests/bench/peers.sh
	$(Q)$(TEST_ENV) sh tests/bench/reading.sh

bench-reading: $(PROGRAM) $(TOOLS) ## reading beside other readers and the floor
	$(Q)$(TEST_ENV) sh tests/bench/reading.sh

score: $(TOOLS) ## words and list numbers against Word's own text: CORPUS=DIR
	$(Q)$(B)/tools/score $(CORPUS)

bench-peers: $(PROGRAM) $(TOOLS) ## other engines over the same work (npm, apt)
	$(Q)$(TEST_ENV) sh tests/bench/peers.sh

demo: $(PROGRAM) ## fill and read back the Hai Phong report for five units
	$(Q)VANBAN=$(abspath $(PROGRAM)) sh tests/demo.sh

# ---- habits ----------------------------------------------------------------

C_FILES = $(wildcard src/*.h src/*/*.[ch] tests/*.h tests/*/*.[ch])

lint headers format format-check docs: lint-tools
lint-tools:
	$(Q)sh .ci/deps g++ clang-format clang-tidy cppcheck mandoc

lint: $(LIB) headers format-check docs ## layers, globals, exits, manuals, clang-tidy, cppcheck
	$(Q)sh .ci/lint $(LIB) $(B) $(CPPFLAGS_ALL)

headers: build/config.mk ## every header compiles alone, the public one as C++
	$(Q)for h in $(wildcard src/*.h src/*/*.h); do \
		echo 'struct nothing;' | $(CC) $(CPPFLAGS_ALL) $(WARN) \
			-fsyntax-only -include $$h -x c - || exit 1; done
	$(Q)$(CXX) -Wall -Wextra -Werror -pedantic -fsyntax-only \
		-include src/vanban.h -x c++ /dev/null

format: ## lay the code out by .clang-format
	$(Q)clang-format -i $(C_FILES)

format-check: ## fail when the layout differs
	$(Q)clang-format --dry-run -Werror $(C_FILES)

docs: ## lint the manual pages
	$(Q)sh .ci/lint --docs

D = $(DESTDIR)$(PREFIX)
install: $(PROGRAM) $(LIB) ## into PREFIX
	install -d $D/bin $D/lib $D/include $D/share/man/man1 $D/share/man/man5
	install $(PROGRAM) $D/bin/vanban
	install -m 644 $(LIB) $D/lib
	install -m 644 src/vanban.h $D/include
	install -m 644 docs/vanban.1 $D/share/man/man1
	install -m 644 docs/vanban-form.5 $D/share/man/man5
	for f in $(wildcard templates/*/form.xml); do install -D -m 644 $$f $D/share/vanban/$$f; done

uninstall: ## take it away again
	rm -rf $D/bin/vanban $D/lib/libvanban.a $D/include/vanban.h \
		$D/share/man/man[15]/vanban*.[15] $D/share/vanban

clean: ## remove build/
	rm -rf build

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

.PHONY: all lib deps check unit cases check-valid check-editors check-drawn fuzz bench \
	bench-peers bench-reading score demo lint headers format format-check docs install uninstall clean help \
	always lint-tools
.DELETE_ON_ERROR:
-include $(wildcard $(B)/*/*.d $(B)/obj/*/*.d)
