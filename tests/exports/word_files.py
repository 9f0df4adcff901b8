"""Word files made up for tests: the house template with parts changed, as another program might have written them."""

import io
import re
import zipfile

from exports.house_template import house_template, pack

NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.{address}"'
    for prefix, address in {
        "wp": "openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "openxmlformats.org/drawingml/2006/main",
        "wps": "microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "openxmlformats.org/markup-compatibility/2006",
    }.items()
) + (
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
)
TITLE = (
    "<dc:title>Minutes of the Wexcombe Board</dc:title>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-03-06T14:30:00Z</dcterms:created>'
)
HEADING = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Minutes of the Wexcombe Board</w:t></w:r></w:p>'
PLAIN = "<w:p><w:r><w:t>The Board considered a report.</w:t></w:r></w:p>"


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word_file(body: str = "", core: str = TITLE, heading: str = HEADING, **parts: str) -> bytes:
    """A sound document of a heading, ``body`` and a plain paragraph; ``parts`` replace parts of the file by name."""
    held = parts_of(house_template())
    document = held["word/document.xml"].decode()
    document = document.replace("<w:document ", f"<w:document {NAMESPACES} ", 1)
    held["word/document.xml"] = document.replace("<w:body>", f"<w:body>{heading}{body}{PLAIN}", 1).encode()
    held["docProps/core.xml"] = re.sub(
        rb"/>$", f">{core}</cp:coreProperties>".encode(), held["docProps/core.xml"].strip()
    )
    for name, content in parts.items():
        held[f"word/{name}.xml"] = content.encode()
    return pack(held.items())


def changed(content: bytes, part: str, old: str, new: str) -> bytes:
    """The file with a text in one part replaced; the text must be there."""
    held = parts_of(content)
    assert old in held[part].decode()
    held[part] = held[part].replace(old.encode(), new.encode())
    return pack(held.items())


def paragraph(text: str, looks: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{looks}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"
    )


def table(*rows: str, properties: str = "") -> str:
    """A table of these rows."""
    return (
        f"<w:tbl><w:tblPr>{properties}<w:tblW w:w='9000' w:type='dxa'/></w:tblPr>"
        f"<w:tblGrid><w:gridCol w:w='4500'/><w:gridCol w:w='4500'/></w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(*cells: str, header: bool = False, cell_properties: str = "") -> str:
    """A table row."""
    made = "".join(f"<w:tc><w:tcPr>{cell_properties}</w:tcPr>{paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if header else ''}{made}</w:tr>"


def picture(about: str = "", inside: str = "", place: str = "inline") -> str:
    """A paragraph with a picture; ``about`` holds the attributes that describe it."""
    return (
        f"<w:p><w:r><w:drawing><wp:{place}><wp:docPr id='1' name='Picture 1' {about}>{inside}</wp:docPr></wp:{place}>"
        "</w:drawing></w:r></w:p>"
    )
