"""How many items each published page of the less usual sorts has, counted by eye; needs the neighbour folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.importers.reading import Reading
from clerk.importers.recognise import read_text
from tests.clerk.importers.kept import lost

NEIGHBOUR = Path(__file__).parents[3].parent / "shared"
TABLE, PRINTED = "ModernGov page, as a table of text", "printed minutes with markers"
ITEM, OLD, MARKDOWN = "ModernGov page of one item", "meeting documents page", "Markdown"

# File, reader, items, of which without a title, whether it names body and day.
COUNTED = [
    ("007_dover_planning_2024.txt", TABLE, 5, 0, False),
    ("014_oxfordshire_cabinet_2013.txt", TABLE, 3, 1, False),
    ("025_cheshireeast_pcp_2023.txt", TABLE, 4, 0, False),
    ("082_wiltshire_council_2014.txt", TABLE, 4, 0, False),
    ("097_belfast_council_2024.txt", TABLE, 1, 0, False),
    ("100_leics_constitution_2015.txt", TABLE, 6, 1, False),
    ("103_witney_council_2025.txt", TABLE, 3, 1, False),
    ("113_westlancs_cabinet_2021.txt", TABLE, 8, 4, False),
    ("079_southhams_annual_2022.txt", PRINTED, 2, 0, True),
    ("minutes_2023-09-29_word_as_markdown.txt", MARKDOWN, 14, 0, True),
    ("086_stevenage_standards_2003.txt", OLD, 2, 0, True),
    *[(name, ITEM, 1, 0, True) for name in (
        "004_enfield_order_2011_issue.txt", "005_enfield_order_vote_2012_issue.txt",
        "010_bromsgrove_planning_issue.txt", "020_bcp_hwb_issue.txt", "023_kent_council_issue_2011.txt",
        "031_havering_pensions_issue.txt", "040_bromley_schoolsforum_issue.txt", "043_bcp_schoolsforum_issue.txt",
        "058_reading_mayor_issue.txt", "083_wiltshire_standards_issue.txt", "115_halton_audit_issue_2015.txt",
        "116_valewh_audit_issue_2009.txt", "121_gloucester_declarations_issue.txt",
        "122_bracknell_declarations_issue.txt", "046_bromsgrove_recordedvote.txt",
        "047_devon_recordedvotes_member.txt",
    )],
    *[(name, ITEM, 1, 0, False) for name in (
        "022_haringey_hwb_issue.txt", "029_durham_pcp_mgai.txt", "037_cityoflondon_exclusion_mgai.txt",
        "038_southwark_exclusion_mgai.txt", "044_slough_schoolsforum_mgai.txt", "052_westberks_budget_mgai.txt",
        "056_southwark_planning_mgai.txt", "067_sheffield_minutes_mgai.txt", "068_sheffield_exclusion_mgai.txt",
        "070_npt_exclusion_mgai.txt", "071_barnsley_exclusion_mgai.txt", "076_cityoflondon_extend_mgai.txt",
        "106_lga_mgai_welcome.txt", "107_lga_mgai_safer.txt", "118_darlington_workprog_mgai.txt",
        "119_rbwm_publicq_mgai_2024.txt",
    )],
    *[(name, ITEM, 1, 1, False) for name in (
        "032_oxfordshire_pensionboard_mgai.txt", "041_westberks_schoolsforum_mgai.txt",
        "050_hinckley_counciltax_decision.txt", "055_southwark_procedural_mgai.txt", "074_slough_extend_mgai.txt",
        "077_cityoflondon_inquorate_mgai.txt", "125_cheshireeast_planning_issue.txt",
    )],
]  # fmt: skip

pytestmark = pytest.mark.skipif(not NEIGHBOUR.is_dir(), reason="the corpus is not beside the project")


def page(name: str) -> tuple[str, Reading]:
    """The text of a page without the three lines and the blank that head it, and what is read of it."""
    if name.startswith("minutes"):
        text = (NEIGHBOUR / "examples" / name).read_text(encoding="utf-8")
    else:
        text = (NEIGHBOUR / "corpus" / "pages" / name).read_text(encoding="utf-8").split("\n", 4)[4]
    return text, read_text(text)


@pytest.mark.parametrize(("name", "reader", "items", "untitled", "dated"), COUNTED, ids=lambda value: str(value)[:3])
def test_a_page_has_the_items_counted_on_it(name: str, reader: str, items: int, untitled: int, dated: bool) -> None:
    text, reading = page(name)
    record = reading.record
    assert (reading.reader, len(record.items)) == (reader, items)
    assert sum(item.title == "(title missing)" for item in record.items) == untitled
    assert (bool(record.body.name), bool(record.meeting.date)) == (dated, dated)
    assert lost(text, reading) == []
    # What a page lacks is said.
    said = " ".join(doubt.message for doubt in reading.doubts)
    assert ("title" in said) >= (untitled > 0)
    assert ("No date" in said) is not dated


def test_the_minutes_made_out_of_a_pdf_keep_numbers_and_resolutions() -> None:
    record = page("minutes_2023-09-29_word_as_markdown.txt")[1].record
    assert [item.agenda_number for item in record.items] == [str(number) for number in range(16, 30)]
    decided = {item.agenda_number: item.text.count("R: ") for item in record.items if "R: " in item.text}
    assert decided == {"19": 1, "21": 2, "23": 1, "24": 1, "25": 1, "26": 1, "27": 1, "28": 1, "29": 1}
    points = {item.agenda_number: item.text.count("\n- ") for item in record.items if "\n- " in item.text}
    assert points == {"24": 3, "25": 4, "26": 4, "27": 4}


def test_limbs_run_on_behind_resolved_are_limbs() -> None:
    item = page("023_kent_council_issue_2011.txt")[1].record.items[0]
    assert item.text.count("R: That") == 4
