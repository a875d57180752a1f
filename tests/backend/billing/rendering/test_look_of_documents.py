"""The golden set: every sample's text to the letter, and its pages as pictures."""

from __future__ import annotations

import json

import pytest

from tests.backend.billing.rendering.golden import GOLDEN, SIDES, difference, seen
from tests.backend.billing.rendering.samples import SAMPLES

PAGES = json.loads((GOLDEN / "pages.json").read_text())


@pytest.mark.parametrize("name", SAMPLES)
def test_a_document_looks_as_it_did(name: str) -> None:
    text, pages = seen(name)
    assert text == (GOLDEN / f"{name}.txt").read_text()
    assert len(pages) == len(PAGES[name])
    for page, golden in zip(pages, PAGES[name], strict=True):
        average, most = difference(page, golden)
        assert (average < 0.1, most <= 3) == (True, True), (average, most)


def test_a_moved_block_would_be_seen() -> None:
    page = PAGES["franchise_invoice"][0]
    moved = page[-SIDES[0] :] + page[: -SIDES[0]]
    average, most = difference(page, moved)
    assert average > 0.1
    assert most > 3
