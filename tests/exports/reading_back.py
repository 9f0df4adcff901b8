"""Looking into a Word file: its parts as trees, and its paragraphs with the numbers Word will count."""

import io
import zipfile

from lxml import etree

from clerk import notation

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = {"w": W[1:-1]}
_SAY = {"lowerRoman": notation.roman, "lowerLetter": notation.letter}


class WordFile:
    """A written file."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(content))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(name), etree.XMLParser(huge_tree=True))

    def find(self, path: str, part: str = "word/document.xml") -> list[etree._Element]:
        found = self.part(part).xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return [one for one in found if isinstance(one, etree._Element)]

    def values(self, path: str, part: str = "word/document.xml") -> list[str]:
        found = self.part(part).xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return [str(one) for one in found]

    def headers(self) -> list[str]:
        """The words of each header."""
        names = sorted(name for name in self.archive.namelist() if name.startswith("word/header"))
        return ["".join(self.values("//w:t/text()", name)) for name in names]

    def counted_labels(self) -> list[str]:
        """The labels of all list paragraphs, counted from the file as the standard says a word processor must."""
        levels = {
            (number, level.get(f"{W}ilvl")): (
                level.find(f"{W}numFmt").get(f"{W}val"),  # type: ignore[union-attr]
                level.find(f"{W}lvlText").get(f"{W}val"),  # type: ignore[union-attr]
            )
            for abstract in self.find("//w:abstractNum", "word/numbering.xml")
            for number in [abstract.get(f"{W}abstractNumId")]
            for level in abstract.iter(f"{W}lvl")
        }
        abstracts = dict(
            zip(
                self.values("//w:num/@w:numId", "word/numbering.xml"),
                self.values("//w:num/w:abstractNumId/@w:val", "word/numbering.xml"),
                strict=True,
            )
        )
        starts = {
            (override.getparent().get(f"{W}numId"), override.get(f"{W}ilvl")): int(override[0].get(f"{W}val"))  # type: ignore[union-attr, arg-type]
            for override in self.find("//w:lvlOverride", "word/numbering.xml")
        }
        counts: dict[tuple[str, str], int] = {}
        labels = []
        for marks in self.find("//w:body//w:numPr"):
            level, num = (str(part.get(f"{W}val")) for part in marks)
            kind, text = levels[abstracts[num], level]
            counts[num, level] = counts[num, level] + 1 if (num, level) in counts else starts.get((num, level), 1)
            for deeper in range(int(level) + 1, 9):
                counts.pop((num, str(deeper)), None)
            said = _SAY[str(kind)](counts[num, level]) if kind != "bullet" else ""
            labels.append(str(text).replace(f"%{int(level) + 1}", said))
        return labels
