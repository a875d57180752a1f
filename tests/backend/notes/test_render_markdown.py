"""Markdown as it is shown, and the words that it begins with."""

from __future__ import annotations

import re

import pytest

from backend.notes.markdown import excerpt_of, to_html


def test_shows_what_people_write():
    shown = to_html("# Plan\n**Yes**\nsecond line\n\n- a\n- b\n\n| x | y |\n|-|-|\n| 1 | ~~2~~ |")
    for part in (
        "<h1>Plan</h1>",
        "<strong>Yes</strong><br>",
        "<li>a</li>",
        "<td>1</td>",
        "<s>2</s>",
    ):
        assert part in shown


def test_a_typed_address_is_a_link_that_opens_elsewhere():
    shown = to_html("see https://example.org/a?b=1&c=2 or [us](mailto:us@example.org)")
    assert 'href="https://example.org/a?b=1&amp;c=2"' in shown
    assert 'href="mailto:us@example.org"' in shown
    assert shown.count('target="_blank" rel="noopener noreferrer nofollow"') == 2


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "<style>*{display:none}</style><form action=/sign-out><button>",
        "![pixel](https://tracker.example.org/p.png)",
        '[x](https://example.org "\\" onclick=alert(1)")',
        "<svg/onload=alert(1)>",
    ],
)
def test_shows_nothing_that_acts_or_tells(text):
    shown = to_html(text).lower()
    for tag in ("<script", "<img", "<style", "<form", "<svg", "<button"):
        assert tag not in shown
    names = set(re.findall(r"""\s([a-z]+)=["'][^"']*["'](?=[^<]*>)""", shown))
    assert names <= {"href", "target", "rel"}
    assert not re.search(r"""href=["'](javascript|data|vbscript)""", shown)


def test_says_how_a_text_begins_without_its_marks():
    assert excerpt_of("# Call\n**Yes** to [the offer](https://example.org)\n\n```\nx\n```") == (
        "Call Yes to the offer x"
    )
    long = excerpt_of("word " * 100)
    assert len(long) <= 140
    assert long.endswith("word…")
    assert excerpt_of("***") == ""


def test_a_note_does_not_become_a_thousand_notes():
    bomb = "[a]: https://example.org/" + "x" * 9000 + "\n\n" + "[a]" * 3600
    assert len(to_html(bomb)) < 10 * len(bomb)
    assert to_html("[a]\n\n[a]: https://example.org").count("href") == 1
