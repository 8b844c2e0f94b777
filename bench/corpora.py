"""Drafts to measure on, made of the texts in fixtures/: the same for ever."""

import pathlib
import random
import re

SEED = 20260302


def paragraphs(root):
    """What the fixtures hold, paragraph by paragraph, without front matter."""
    found = []
    for path in sorted(root.glob("fixtures/[a-z]*/**/*")):
        if path.suffix not in (".md", ".txt"):
            continue
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(), flags=re.S)
        # half a block of code or of HTML would hide all that comes after it
        found += [p.strip() for p in text.split("\n\n")
                  if len(p.split()) > 5 and not re.search("```|~~~|<[a-z!/]", p)]
    return sorted(set(found))


def body(pool, chance, size, links):
    """Paragraphs in any order until there are so many bytes."""
    parts, n = [], 0
    while n < size:
        part = chance.choice(pool)
        if links and chance.random() < 0.3:
            part += " [The report](https://courier.hesby.news/%d) says so." % n
        parts.append(part)
        n += len(part.encode()) + 2
    return "\n\n".join(parts) + "\n"


def markdown(pool, chance, size):
    return ("---\ntitle: Notes of the day\ndate: 2026-03-%02d\n---\n\n# Notes\n\n"
            % chance.randint(1, 28) + body(pool, chance, size, True))


def vocabulary(pool):
    words = {w.lower() for p in pool for w in re.findall(r"[A-Za-z]{4,}", p)}
    return sorted(words)


def made_up(chance, seen):
    """A word that no text holds."""
    while True:
        word = "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou")
                       for _ in range(4)) + chance.choice("bdgklmnprst")
        if word not in seen:
            seen.add(word)
            return word


def phrase_rules(words, n):
    """n phrase rules, each of words that no other has: half of them begin
    with a word of the texts, so that the search is not idle."""
    chance, seen = random.Random(SEED), set(words)
    real = chance.sample(words, min(len(words), n // 2))
    lines = ["bylint: 1", "rules:"]
    for i in range(n):
        first = real[i] if i < len(real) else made_up(chance, seen)
        lines += ["  bench/rule-%d:" % i, "    check: phrase",
                  "    match: %s %s (%s|%s)?" % (
                      first, made_up(chance, seen), made_up(chance, seen),
                      made_up(chance, seen))]
    return "\n".join(lines) + "\n"


def hostile():
    """A megabyte each of what no editor writes."""
    mega = 1 << 20
    return {
        "one line": ("the mill sold 400 looms in May and " * (mega // 35))[:mega],
        "digits": "7" * mega,
        "numbers": "12 345,678 9.0 " * (mega // 15),
        "quotes": "\"'" * (mega // 2),
        "open quotes": "\u201c" * (mega // 3),
        "brackets": "[" * mega,
        "nested quotes": "> " * (mega // 2) + "x",
        "nested lists": "\n".join(" " * (i % 1000) + "- x"
                                  for i in range(2 * mega // 1000)),
        "stars": "*a **b " * (mega // 7),
        "capitals": "Anna Berg " * (mega // 10),
        "reporting": "said that officials say " * (mega // 24),
    }


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def make(root, out):
    """Write all corpora below `out`, as far as they are not there."""
    pool, chance = paragraphs(root), random.Random(SEED)
    write(out / "empty.md", "")
    write(out / "article.md", markdown(pool, chance, 23000))
    for i in range(2000):
        size = chance.randint(3000, 10000)
        if i % 2:
            write(out / "many" / ("%04d.txt" % i),
                  body(pool, chance, size, False))
        else:
            write(out / "many" / ("%04d.md" % i),
                  markdown(pool, chance, size))
    for mb in (1, 2, 8):
        write(out / ("%dmb.md" % mb),
              body(pool, random.Random(SEED), mb << 20, True))
    for name, text in hostile().items():
        write(out / "hostile" / (name.replace(" ", "-") + ".md"), text)
    for n in (30, 100, 300, 1000):
        write(out / ("phrases-%d.yml" % n),
              phrase_rules(vocabulary(pool), n))
