"""Parts of letters as they are kept."""

from __future__ import annotations

import pytest

from backend.campaigns.rules.blocks import Block, clean_block
from backend.campaigns.rules.kinds import BlockKind
from backend.inbox.rules.nesting import depth_of


@pytest.mark.sqlite_only
def test_words_that_lie_too_deep_are_kept_as_words():
    nested = "<ul><li>" * 2_000 + "deep"
    kept = clean_block(Block("a", BlockKind.TEXT, nested), 0).text
    assert kept == "<p>deep</p>"
    usual = "<ul><li>a<br>b<ol><li>c</li></ol></li></ul><p>d</p>"
    assert clean_block(Block("a", BlockKind.TEXT, usual), 0).text == usual
    assert depth_of(usual) == 4
