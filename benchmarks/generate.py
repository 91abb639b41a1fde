"""Seeded courses of any size: pages of about 800 words with everything a page has, a quiz per five."""

import random
import struct
import zlib
from pathlib import Path

WORDS = [
    "school",
    "team",
    "taak",
    "leraar",
    "visie",
    "beleid",
    "uren",
    "toestel",
    "netwerk",
    "les",
    "leerling",
    "directie",
    "plan",
    "afspraak",
    "overleg",
    "steun",
    "keuze",
    "groep",
    "rol",
    "werk",
    "tijd",
    "vraag",
    "antwoord",
    "idee",
    "stap",
    "doel",
    "middel",
    "bron",
    "kaart",
    "rij",
]
PAGES_PER_MODULE = 10


def write_course(folder: Path, pages: int, seed: int = 7) -> None:
    """A course of ``pages`` pages, a tenth as many modules, and a quiz of ten questions per five pages."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    (folder / "course.yml").write_text(
        "id: meting\ntitle: Meting\nlanguage: nl-BE\nversion: 1.0.0\nsummary: Een gemeten cursus.\n"
        "licence: CC-BY-SA-4.0\nauthors:\n  - name: Het project\n",
        encoding="utf-8",
    )
    for module in range((pages + PAGES_PER_MODULE - 1) // PAGES_PER_MODULE):
        home = folder / f"{module + 1:03}-module-{module + 1}"
        (home / "images").mkdir(parents=True)
        (home / "module.md").write_text(
            f"---\ntitle: Module {module + 1}\nsummary: Over {sentence(chance)}\n---\n{paragraph(chance)}\n",
            encoding="utf-8",
        )
        for number in range(min(PAGES_PER_MODULE, pages - module * PAGES_PER_MODULE)):
            name = f"{number * 2 + 1:02}-pagina-{number + 1}"
            (home / f"{name}.md").write_text(page(chance, number), encoding="utf-8")
            (home / "images" / f"beeld-{number + 1}.png").write_bytes(picture(chance))
            if number % 5 == 4:
                text = quiz(chance)
                (home / f"{number * 2 + 2:02}-toets-{number + 1}.md").write_text(
                    text, encoding="utf-8"
                )


def sentence(chance: random.Random, words: int = 12) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def paragraph(chance: random.Random, sentences: int = 5) -> str:
    return " ".join(sentence(chance) for _ in range(sentences))


def page(chance: random.Random, number: int) -> str:
    table = "\n".join(
        "| " + " | ".join(chance.choice(WORDS) for _ in range(4)) + " |" for _ in range(6)
    )
    code = "\n".join(
        f"{chance.choice(WORDS)}_{line} = {line} * 2  # {chance.choice(WORDS)}"
        for line in range(12)
    )
    items = "\n".join(f"- {sentence(chance, 8)}" for _ in range(5))
    steps = "\n".join(f"{step}. {sentence(chance, 8)}" for step in range(1, 6))
    link = f"{number * 2 - 1:02}-pagina-{number}.md" if number else "module.md"
    return (
        f"# Pagina {number + 1}: {sentence(chance, 4)}\n\n{paragraph(chance)}\n\n"
        f"## {sentence(chance, 3)}\n\n{paragraph(chance)} **{chance.choice(WORDS)}** en *{chance.choice(WORDS)}*.\n\n"
        f"{items}\n\n{paragraph(chance, 6)}\n\n### {sentence(chance, 3)}\n\n{paragraph(chance, 6)}\n\n"
        f"| een | twee | drie | vier |\n| --- | --- | --- | --- |\n{table}\n\n"
        f"```python\n{code}\n```\n\n## {sentence(chance, 4)}\n\n{steps}\n\n{paragraph(chance, 8)}\n\n"
        f'::: figure {{credit="Eigen werk"}}\n![{sentence(chance, 5)}](images/beeld-{number + 1}.png)\n\n{sentence(chance)}\n:::\n\n'
        f"> [!tip] {sentence(chance, 3)}\n> {paragraph(chance, 2)}\n\n"
        f"{paragraph(chance, 8)} Zie [{sentence(chance, 3)}]({link}).\n"
    )


def quiz(chance: random.Random) -> str:
    parts = ["---\ntype: quiz\n---\n# Toets\n\nEven nakijken.\n"]
    for number in range(3):
        parts.append(_choices(chance, f"een-{number}", "( )", "(x)", 1))
    for number in range(2):
        parts.append(_choices(chance, f"meer-{number}", "[ ]", "[x]", 2))
    for number in range(2):
        parts.append(
            f"## {sentence(chance)} {{#waar-{number} type=truefalse}}\n\n- (x) Juist\n  > {sentence(chance)}\n- ( ) Fout\n  > {sentence(chance)}\n"
        )
    parts.append(
        f"## {sentence(chance)} {{#kort}}\n\n= {chance.choice(WORDS)}\n\n> {sentence(chance)}\n"
    )
    parts.append(
        f"## {sentence(chance)} {{#getal}}\n\n= {chance.randint(10, 99)} ± 1\n\n> {sentence(chance)}\n"
    )
    pairs = "\n".join(f"- {sentence(chance, 4)} :: groep {number}" for number in range(4))
    parts.append(f"## {sentence(chance)} {{#paren}}\n\n{pairs}\n\n> {sentence(chance)}\n")
    return "\n".join(parts)


def _choices(chance: random.Random, name: str, wrong: str, right: str, count: int) -> str:
    lines = [
        f"- {right if number < count else wrong} {sentence(chance, 6)} {number}\n  > {sentence(chance)}"
        for number in range(4)
    ]
    return f"## {sentence(chance)} {{#{name}}}\n\n" + "\n".join(lines) + "\n"


def picture(chance: random.Random) -> bytes:
    """A PNG of noise, 12 to 46 kB: it does not compress, as a photograph does not."""
    width, height = 120, chance.randint(35, 125)
    rows = b"".join(b"\0" + chance.randbytes(width * 3) for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
