# make          build/bylint; installs nothing
# make demo     what bylint says of a draft        make deps     Debian packages
# make check    everything that must hold          make accept   take new output
# make docs     docs/ that come from the rules     make bench    how fast it is
# make check-clients   the formats, by programs that read them (Debian and npm)
CC = gcc
CFLAGS = -O3 -g
BUILD = build
PREFIX = /usr/local
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes
FLAGS = -std=c17 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Isrc $(WARN) \
	$(if $(WERROR),-Werror) $(CPPFLAGS) $(CFLAGS)
LIBS = -lyaml -lpcre2-8 -lmd4c -lpthread -lm
CHECK_LIBS = -lcheck_pic -lsubunit -lrt -lm -lpthread
SANITIZE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer

RULES := $(shell find rules -name '*.yml' -o -name '*.txt' | LC_ALL=C sort)
PARTS := $(wildcard src/*/*.c)
MAIN := $(filter-out src/mkimage.c,$(wildcard src/*.c))
TRAIN := $(sort $(wildcard $(addprefix fixtures/,articles/*.md articles/*.txt \
	*/*/*.md */*/*.txt)))
TESTS := tests/main.c $(wildcard tests/*/*.c)
O = $(BUILD)/obj/
OBJECTS = $(patsubst %.c,$O%.o,$(PARTS) $(MAIN) $(TESTS) src/mkimage.c)
IMAGE = $(BUILD)/rules_image.c

all: $(BUILD)/bylint

# a change of flags builds all anew; the first build looks for what it needs
$(BUILD)/flags: FORCE
	@mkdir -p $(BUILD)
	@echo '$(CC) $(FLAGS) $(LDFLAGS)' | cmp -s - $@ || \
	    { CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' tests/deps.sh say build && \
	    echo '$(CC) $(FLAGS) $(LDFLAGS)' >$@; }

# so that a file that is gone leaves the program, too
$(BUILD)/files: FORCE
	@mkdir -p $(BUILD)
	@echo $(PARTS) $(RULES) | cmp -s - $@ || echo $(PARTS) $(RULES) >$@

$O%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/bylint.a: $(patsubst %.c,$O%.o,$(PARTS)) $(BUILD)/files
	@rm -f $@
	ar rcs $@ $(filter %.o,$^)

$(BUILD)/mkimage: $Osrc/mkimage.o $(BUILD)/bylint.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(IMAGE): $(BUILD)/mkimage $(RULES) $(TRAIN) $(BUILD)/files
	$(BUILD)/mkimage $@ rules_image $(RULES) -- $(TRAIN)

$(BUILD)/rules_image.o: $(IMAGE)
	$(CC) $(FLAGS) -c -o $@ $<

PROGRAM = $(BUILD)/rules_image.o $(BUILD)/bylint.a
$(BUILD)/bylint: $(patsubst %.c,$O%.o,$(MAIN)) $(PROGRAM)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/tests: $(patsubst %.c,$O%.o,$(TESTS)) $(PROGRAM)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) $(CHECK_LIBS)

$(BUILD)/spans: $Otests/spans.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^

deps:
	@tests/deps.sh build

demo: deps
	@$(MAKE) --no-print-directory -s all
	@$(BUILD)/bylint fixtures/articles/demo.md || test $$? -eq 1

objects: $(OBJECTS)
everything: all objects $(BUILD)/tests $(BUILD)/spans

asan:
	$(MAKE) BUILD=$(BUILD)/asan CFLAGS='$(SANITIZE)' everything

accept: all
	tests/golden.sh $(BUILD)/bylint accept

docs: all
	$(BUILD)/bylint rules --no-config --format=markdown >docs/rules-reference.md

bench: all
	BUILD='$(BUILD)' bench/run

check:
	@tests/deps.sh check
	+@MAKE='$(MAKE)' BUILD='$(BUILD)' SANITIZE='$(SANITIZE)' tests/check.sh

check-clients: all
	@tests/clients.sh $(BUILD)

check-fresh:
	tests/fresh.sh

install: all
	install -D -m 755 $(BUILD)/bylint $(DESTDIR)$(PREFIX)/bin/bylint

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/bylint

clean:
	rm -rf $(BUILD)

FORCE:
.PHONY: all accept asan bench check check-clients check-fresh clean demo deps docs everything \
	install objects uninstall FORCE
-include $(OBJECTS:.o=.d) $Otests/spans.d
