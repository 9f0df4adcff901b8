"""Word files written for the tests of their reader, from invented agendas and minutes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from clerk.importers import word
from clerk.importers.reading import Reading
from tests.clerk.importers.hostile_files import W, body
from tests.clerk.importers.hostile_files import word as package

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = f'xmlns:w="{W}" xmlns:r="{OFFICE}"'


def run(text: str, looks: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(text: str = "", about: str = "", inside: str = "") -> str:
    """A paragraph of words, or of runs given as they are."""
    return f"<w:p><w:pPr>{about}</w:pPr>{inside or run(text)}</w:p>"


def bold(text: str) -> str:
    """A paragraph all in bold."""
    return p(inside=run(text, "<w:b/>"))


def listed(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph in a list that Word numbers."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def styled(text: str, style: str) -> str:
    """A paragraph in a style."""
    return p(text, f'<w:pStyle w:val="{style}"/>')


def table(*rows: Iterable[str]) -> str:
    """A table; a cell is its paragraphs, or words."""
    cells = [[cell if cell.startswith("<w:") else p(cell) for cell in row] for row in rows]
    return (
        "<w:tbl>"
        + "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in cells)
        + "</w:tbl>"
    )


def level(at: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


OUTLINE = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)")
LETTERS = level(0, "lowerLetter", "(%1)") + level(1, "lowerRoman", "(%2)")
BULLETS = level(0, "bullet", "\uf0b7") + level(1, "bullet", "o")


def numbering(*kinds: str, numbers: str = "") -> str:
    """The lists of a file: kind n is list n, and ``numbers`` are further lists."""
    known = "".join(f'<w:abstractNum w:abstractNumId="{at}">{kind}</w:abstractNum>' for at, kind in enumerate(kinds, 1))
    lists = "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(kinds) + 1))
    return f"<w:numbering {HEAD}>{known}{lists}{numbers}</w:numbering>"


def word_file(*blocks: str, lists: str = "", styles: str = "", links: str = "", **parts: str) -> bytes:
    """A Word file of these blocks. A part more, such as footnotes, is named by its kind."""
    held = {"numbering": lists or numbering(OUTLINE, LETTERS, BULLETS), **parts}
    if styles:
        held["styles"] = f"<w:styles {HEAD}>{styles}</w:styles>"
    relations = "".join(f'<Relationship Id="k{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in held)
    files = {f"word/{kind}.xml": text for kind, text in held.items()}
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{LINKS}">{relations}{links}</Relationships>'
    document = body("".join(blocks)).replace("<w:document ", f'<w:document xmlns:r="{OFFICE}" ', 1)
    return package(document, **files)


def read(*blocks: str, lists: str = "", styles: str = "", links: str = "", **parts: str) -> Reading:
    """What is read of such a file."""
    return word.read(word_file(*blocks, lists=lists, styles=styles, links=links, **parts))


def outline(reading: Reading) -> list[str]:
    """The items of a reading as "number title"."""
    return [f"{item.agenda_number} {item.title}".strip() for item in reading.record.items]


def written(folder: Path, name: str, data: bytes) -> Path:
    """A file with this in it."""
    path = folder / name
    path.write_bytes(data)
    return path
