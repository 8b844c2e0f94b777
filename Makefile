# make          build/bylint; installs nothing
# make demo     what bylint says of a draft        make deps     Debian packages
# make check    everything that must hold          make accept   take new output
# make docs     docs/ that come from the rules     make bench    how fast it is
# make check-clients   the formats, by programs that read them (Debian and npm)
CC = gcc
CFLAGS = -O3 -g
BUILD = build
PREFIX = /usr/local
ZSH = share/zsh/site-functions
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes
FLAGS = -std=c17 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Isrc $(WARN) \
	$(if $(WERROR),-Werror) $(CPPFLAGS) $(CFLAGS)
LIBS = -lyaml -lpcre2-8 -lmd4c -lpthread -lm
CHECK_LIBS = -lcheck_pic -lsubunit -lrt -lm -lpthread
SANITIZE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer

RULES := $(shell find rules -name '*.yml' -o -name '*.txt' | LC_ALL=C sort)
PARTS := $(wildcard src/*/*.c)
TOOLS = src/mkimage.c src/mkoptions.c
MAIN := $(filter-out $(TOOLS),$(wildcard src/*.c))
TRAIN := $(sort $(wildcard $(addprefix fixtures/,articles/*.md articles/*.txt \
	*/*/*.md */*/*.txt)))
TESTS := tests/main.c $(wildcard tests/*/*.c)
O = $(BUILD)/obj/
OBJECTS = $(patsubst %.c,$O%.o,$(PARTS) $(MAIN) $(TESTS) $(TOOLS))
IMAGE = $(BUILD)/rules_image.c

GUIDES = $(addprefix $(BUILD)/,bylint.1 bylint.bash _bylint bylint.fish)
all: $(BUILD)/bylint $(GUIDES)

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

# what tells of the options comes from their table
$(BUILD)/mkoptions: $Osrc/mkoptions.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^

$(BUILD)/bylint.1: man/bylint.1.in $(BUILD)/mkoptions
	$(BUILD)/mkoptions man <man/bylint.1.in >$@

$(BUILD)/bylint.bash: $(BUILD)/mkoptions
	$(BUILD)/mkoptions bash >$@

$(BUILD)/_bylint: $(BUILD)/mkoptions
	$(BUILD)/mkoptions zsh >$@

$(BUILD)/bylint.fish: $(BUILD)/mkoptions
	$(BUILD)/mkoptions fish >$@

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

# MODE SOURCE PLACE of all that is installed
INSTALLED = 755:$(BUILD)/bylint:bin/bylint \
	644:$(BUILD)/bylint.1:share/man/man1/bylint.1 \
	644:man/bylint-rules.5:share/man/man5/bylint-rules.5 \
	644:$(BUILD)/bylint.bash:share/bash-completion/completions/bylint \
	644:$(BUILD)/_bylint:$(ZSH)/_bylint \
	644:$(BUILD)/bylint.fish:share/fish/vendor_completions.d/bylint.fish

install: all
	@for x in $(INSTALLED); do \
	    mode=$${x%%:*}; x=$${x#*:}; \
	    install -D -m $$mode "$${x%%:*}" \
	    "$(DESTDIR)$(PREFIX)/$${x#*:}" || exit; done

uninstall:
	@for x in $(INSTALLED); do \
	    rm -f "$(DESTDIR)$(PREFIX)/$${x##*:}" || exit; done

clean:
	rm -rf $(BUILD)

FORCE:
.PHONY: all accept asan bench check check-clients check-fresh clean demo deps docs everything \
	install objects uninstall FORCE
-include $(OBJECTS:.o=.d) $Otests/spans.d
