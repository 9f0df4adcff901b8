"""What a template must not bring along in the parts that are kept: names, old titles, comments and changes."""

from __future__ import annotations

import re

from lxml import etree

from exports.word_package import W

KEPT_SETTINGS = (
    *("zoom", "embedTrueTypeFonts", "saveSubsetFonts", "mirrorMargins", "bordersDoNotSurroundHeader"),
    *("bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop", "evenAndOddHeaders", "characterSpacingControl"),
    *("compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"),
)
"""Settings that bear on how a page looks, in the order of the schema."""

_UNWRAPPED = tuple(W + name for name in ("ins", "moveTo", "smartTag", "customXml"))
_DROPPED = tuple(
    W + name
    for name in (
        *("del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
        *("tblGridChange", "tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "rsid", "proofErr"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "bookmarkStart", "bookmarkEnd", "permStart"),
        *("permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "printerSettings"),
        *("customXmlPr", "smartTagPr"),
    )
)
_OF_THE_FILE = re.compile(
    r"^\s*(?:AUTHOR|LASTSAVEDBY|TITLE|SUBJECT|KEYWORDS|COMMENTS|FILENAME|DOCPROPERTY|DOCVARIABLE|SAVEDATE|CREATEDATE"
    r"|PRINTDATE|REVNUM|EDITTIME|TEMPLATE)\b",
    re.IGNORECASE,
)


def scrub(root: etree._Element) -> None:
    """Take tracked changes as made; take out comments, bookmarks, edit marks, and what fields say of the old file."""
    etree.strip_elements(root, *_DROPPED, with_tail=False)
    etree.strip_tags(root, *_UNWRAPPED)
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if str(name).startswith(f"{W}rsid")]:
            del element.attrib[name]
    for control in root.iter(f"{W}sdt"):
        _unbind(control)
    for field in root.iter(f"{W}fldSimple"):
        if _OF_THE_FILE.match(field.get(f"{W}instr", "")):
            _empty(field)
    _empty_long_fields(root)


def _unbind(control: etree._Element) -> None:
    """What Word fills in from the file's properties is left for it to fill in again; what came from elsewhere stays."""
    binding = control.find(f"{W}sdtPr/{W}dataBinding")
    if binding is None:
        return
    source = binding.get(f"{W}prefixMappings", "") + binding.get(f"{W}xpath", "")
    if "properties" in source.lower():
        _empty(control)
    else:
        parent = binding.getparent()
        if parent is not None:
            parent.remove(binding)


def _empty(element: etree._Element) -> None:
    for text in element.iter(f"{W}t"):
        text.text = ""


def _empty_long_fields(root: etree._Element) -> None:
    """Empty the words of fields whose beginning, code, words and end stand in runs one after another."""
    code, within = "", False
    for mark in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = mark.get(f"{W}fldCharType", "")
        if kind == "begin":
            code, within = "", False
        elif kind == "separate":
            within = True
        elif kind == "end":
            code, within = "", False
        elif mark.tag == f"{W}instrText":
            code += mark.text or ""
        elif within and _OF_THE_FILE.match(code):
            mark.text = ""
