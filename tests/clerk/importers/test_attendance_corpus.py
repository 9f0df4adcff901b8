"""How many people are read from pages as councils publish them, where those are at hand."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from clerk.importers.recognise import read_text

SHARED = Path(__file__).parents[4] / "shared"
SURNAME = {"A": "Ash", "B": "Birch", "C": "Cole", "D": "Dunn", "E": "Elm"}

# By eye: present, substitutes, apologies. Names are placeholders there, and "..." stands for others.
COUNTS = {
    "corpus/pages/007_dover_planning_2024.txt": (0, 1, 2),
    "corpus/pages/008_dover_planning_2020.txt": (0, 1, 1),
    "corpus/pages/014_oxfordshire_cabinet_2013.txt": (0, 0, 2),
    "corpus/pages/016_surrey_cabinet_2019.txt": (0, 0, 1),
    "corpus/pages/017_eastherts_licensing_2023.txt": (0, 0, 0),
    "corpus/pages/019_cumbria_hwb_2019.txt": (0, 4, 6),
    "corpus/pages/025_cheshireeast_pcp_2023.txt": (0, 0, 2),
    "corpus/pages/034_cityoflondon_finance_2019.txt": (0, 0, 3),
    "corpus/pages/062_northherts_scrutiny_2022.txt": (0, 0, 2),
    "corpus/pages/064_bromsgrove_scrutiny_2024.txt": (0, 0, 1),
    "corpus/pages/079_southhams_annual_2022.txt": (3, 0, 0),
    "corpus/pages/086_stevenage_standards_2003.txt": (5, 0, 0),
    "corpus/pages/089_westyorkshire_ca_2019.txt": (0, 0, 3),
    "corpus/pages/095_belfast_council_2017.txt": (0, 0, 4),
    "corpus/pages/106_lga_mgai_welcome.txt": (0, 0, 3),
    "corpus/pages/112_gravesham_scrutiny_2023.txt": (0, 1, 1),
    "corpus/html/kingston_Agenda_151.html": (0, 0, 3),
    "examples/minutes_2019-09-20_web_page.txt": (0, 0, 0),
    "examples/minutes_2025-06-20_web_page.txt": (0, 0, 0),
    "examples/minutes_2023-09-29_word_as_markdown.txt": (24, 0, 0),
}


@pytest.mark.parametrize(("name", "expected"), COUNTS.items(), ids=str)
def test_a_published_page_gives_the_people_it_names(name: str, expected: tuple[int, int, int]) -> None:
    path = SHARED / name
    if not path.is_file():
        pytest.skip("the published pages are not at hand")
    text = path.read_text(encoding="utf-8", errors="replace")
    if "pages/" in name:
        text = text.split("\n\n", 1)[1]
    text = re.sub(r"<([A-T])>", lambda letter: f"{letter[1]}. {SURNAME.get(letter[1], letter[1] + 'ale')}", text)
    roll = read_text(text.replace(", ... and", " and"), path.name).record.presence
    counted = Counter(person.status.value for person in roll)
    assert (counted["present"], counted["substitute"], counted["apologies"]) == expected
