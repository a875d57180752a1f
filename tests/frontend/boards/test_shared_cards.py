"""Windows that show the same cards share them, and let them go."""

from __future__ import annotations

import gc

from frontend.fragments import Fragment
from frontend.pages.board import shared_cards
from frontend.pages.board.segment import Row, Segment
from frontend.pages.board.shared_cards import cards_element, held_once, with_card, without_card
from frontend.pages.board.shown import Step

STEP = Step("s1", "Lead", "BLUE", "OPEN", None, 1)
DRAWN = {name: Fragment(b"{}", name) for name in "abc"}


def row(name: str, version: int = 1) -> Row:
    return Row(name, name, f"after {name}", version, name, DRAWN[name])


def test_a_change_is_worked_out_once_for_all_windows() -> None:
    one = held_once("s1", Segment((row("a"), row("c"))))
    other = held_once("s1", Segment((row("a"), row("c"))))
    assert one is other
    assert held_once("s2", Segment((row("a"), row("c")))) is not one
    assert with_card(one, row("b")) is with_card(other, row("b"))
    assert with_card(one, row("b")) is not with_card(one, row("b", version=2))
    assert without_card(one, "a") is without_card(other, "a")
    assert cards_element(one, STEP) is cards_element(other, STEP)
    renamed = Step("s1", "Talk", "RED", "LOST", 3, 2)
    assert cards_element(one, renamed).wire["children"][0]["attributes"]["data-kind"] == "LOST"


def test_what_nobody_shows_is_let_go() -> None:
    segment = Segment((row("a"),), below=True)
    assert without_card(segment, "b") is segment
    assert with_card(segment, row("c")) is segment
    cards_element(segment, STEP)
    before = len(shared_cards._elements)
    del segment
    gc.collect()
    assert len(shared_cards._elements) < before
