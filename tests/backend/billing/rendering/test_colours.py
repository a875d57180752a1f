"""Whatever colour a seller takes, what is written in it and on it can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.billing.rendering.colours import (
    ACCENT,
    INK,
    PAPER,
    READABLE,
    accent_of,
    contrast,
    text_in,
    text_on,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS)
def test_any_colour_can_be_read(colour: str) -> None:
    assert contrast(text_in(colour), PAPER) >= READABLE
    # Between paper and ink there is a grey that is 4 from both: large bold figures need 3.
    assert contrast(text_on(colour), colour) >= 3.9


def test_black_on_white_is_the_most() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert text_on("#f2c14e") == INK
    assert text_in("#f2c14e") == INK
    assert text_in("#8c2f39") == "#8c2f39"


@pytest.mark.parametrize(
    "colour", [None, "", "red", "#12345", "#12345g", "#1f6b54;", "javascript:"]
)
def test_what_is_no_colour_is_ours(colour: str | None) -> None:
    assert accent_of(colour) == ACCENT
    assert accent_of("#8C2F39") == "#8c2f39"
