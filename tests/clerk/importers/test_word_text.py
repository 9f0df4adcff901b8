from __future__ import annotations

from clerk.importers.wordfile.blocks import Document, Paragraph, document_of
from clerk.importers.wordfile.package import open_word
from tests.clerk.importers import word_agendas as w


def document(*blocks: str, links: str = "", **parts: str) -> Document:
    return document_of(open_word(w.word_file(*blocks, links=links, **parts)))


def texts(*blocks: str, **parts: str) -> list[str]:
    """The words of each paragraph."""
    return [block.text for block in document(*blocks, **parts).blocks if isinstance(block, Paragraph)]


def test_runs_join_without_a_space_and_tabs_and_hyphens_stand_for_themselves() -> None:
    inside = (
        w.run("Sub") + "<w:r><w:noBreakHyphen/><w:t>Com</w:t><w:softHyphen/><w:t>mittee</w:t><w:tab/><w:t>3</w:t></w:r>"
    )
    assert texts(w.p(inside=inside)) == ["Sub-Committee\t3"]


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    inside = (
        f"{w.run('Rents ')}<w:ins>{w.run('and fees')}</w:ins><w:del><w:r><w:delText>and fines</w:delText></w:r></w:del>"
    )
    read = document(w.p(inside=inside))
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == ["Rents and fees"]
    assert read.changed


def test_a_paragraph_whose_end_is_deleted_runs_on_into_the_next() -> None:
    assert texts(w.p("Rents ", "<w:rPr><w:del/></w:rPr>"), w.p("and fees"), w.p("Bins")) == ["Rents and fees", "Bins"]


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    inside = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{w.run("1 June 2026")}'
    )
    assert texts(w.p(inside=inside), w.p(inside=f"<w:fldSimple>{w.run('Hall')}</w:fldSimple>")) == [
        "1 June 2026",
        "Hall",
    ]


def test_content_controls_smart_tags_and_boxes_are_read_where_they_stand() -> None:
    tagged = w.p(inside=f"<w:smartTag>{w.run('Northmere')}</w:smartTag>")
    boxed = w.p(
        inside=w.run("Agenda") + f"<w:r><w:pict><w:txbxContent>{w.p('Item 4 moved')}</w:txbxContent></w:pict></w:r>"
    )
    held = f"<w:sdt><w:sdtContent>{w.p('Hall')}</w:sdtContent></w:sdt>"
    assert texts(tagged, boxed, held) == ["Northmere", "Agenda", "Item 4 moved", "Hall"]


def test_what_word_wrote_in_two_ways_is_read_once() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{w.p('Moved')}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f'<mc:AlternateContent xmlns:mc="{mc}">{both}</mc:AlternateContent>'
    assert texts(w.p(inside=f"{w.run('Agenda')}<w:r>{both}</w:r>")) == ["Agenda", "Moved"]


def test_a_footnote_follows_its_paragraph() -> None:
    notes = f'<w:footnotes {w.HEAD}><w:footnote w:id="2">{w.p("As amended.")}</w:footnote></w:footnotes>'
    noted = w.p(inside=w.run("Rents") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert texts(noted, w.p("Bins"), footnotes=notes) == ["Rents", "Note 1: As amended.", "Bins"]


def test_hidden_words_and_page_heads_are_kept_apart() -> None:
    head = f"<w:hdr {w.HEAD}>{w.p('Vale Committee')}</w:hdr>"
    read = document(w.p(inside=w.run("Rents") + w.run("secret", "<w:vanish/>")), header=head)
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == ["Rents"]
    assert read.hidden == ["secret"]
    assert read.around == ["Vale Committee"]


def test_a_link_keeps_its_address_in_the_words_of_an_item_and_leads_to_its_paper_from_a_title() -> None:
    links = (
        f'<Relationship Id="x1" Type="{w.OFFICE}/hyperlink" Target="https://vale.example/r.pdf" TargetMode="External"/>'
    )
    linked = f'<w:hyperlink r:id="x1">{w.run("Report")}</w:hyperlink>'
    about = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    reading = w.read(
        w.listed("Apologies"), w.p("See ", "", w.run("See ") + linked), w.p("", about, linked), links=links
    )
    assert reading.record.items[0].note == "See Report (https://vale.example/r.pdf)"
    assert reading.record.items[1].documents[0].link == "https://vale.example/r.pdf"


def test_lines_are_counted_as_paragraphs_with_the_blank_ones() -> None:
    reading = w.read(w.p(), w.p("Vale Committee"), w.p(), w.listed("Apologies"), w.listed("Rents"))
    assert [(line.line, line.text) for line in reading.source] == [
        (2, "Vale Committee"),
        (4, "1. Apologies"),
        (5, "2. Rents"),
    ]
    assert reading.begins == (4, 5)
