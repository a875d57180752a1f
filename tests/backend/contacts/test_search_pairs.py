"""Whoever has a number or an address has all the pairs that it is looked for by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backend.contacts.search_pairs import WINDOW, paired, windows
from backend.contacts.search_text import search_text

WORDS = st.text("ab1é@.-_'", min_size=1, max_size=30)
NUMBERS = st.text("0123456789", min_size=1, max_size=16)


@given(st.lists(WORDS, max_size=3), st.lists(NUMBERS, max_size=3), st.data())
def test_every_piece_of_a_text_has_its_pairs_there(
    words: list[str], numbers: list[str], data: st.DataObject
) -> None:
    text = search_text(words, (), numbers)
    pairs = paired(text)
    for word in text.split():
        start = data.draw(st.integers(0, len(word) - 1))
        needle = word[start : data.draw(st.integers(start + 1, len(word)))]
        told = windows(needle)
        if told is not None:
            assert all(each in pairs for each in told), (text, needle)
        elif needle.isdigit():
            assert len(needle) < WINDOW
        else:
            assert needle.find("@") + 1 < WINDOW


def test_who_has_other_numbers_and_addresses_is_not_found_by_pairs() -> None:
    pairs = paired(search_text(("anna 20",), ("anna.morgan@example.org",), ("33612345678",)))
    for needle in ("612346", "361235", "anna.organ@", "morgan.anna@example.org"):
        assert not all(each in pairs for each in windows(needle) or ()), needle
    for needle in ("612345", "336123", "45678", "morgan@", "3612345678"):
        assert all(each in pairs for each in windows(needle) or ()), needle
    assert not paired("  anna  20  12345")
