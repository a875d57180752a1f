"""Texts are data: whatever is typed is shown, nothing is obeyed, nothing breaks the page."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from backend.billing.rendering import glyphs, plain
from backend.billing.rendering.document import Document, HeaderField, Heading, Text
from backend.billing.rendering.engine import Fonts
from backend.billing.rendering.glyphs import BOX, boxed, fonts_for, without_joined
from backend.billing.rendering.render import render_pdf
from tests.backend.billing.rendering.samples import (
    AT,
    CLIENT,
    STUDIO,
    franchise_invoice,
    item,
    totals,
)

MARKUP = (
    '#import "@preview/x:1.0.0": *',
    '#read("/etc/passwd")',
    "#panic()",
    "*bold* _italic_ `raw` $x^2$ @ref <label> = heading",
    "// comment /* comment */ \\ --- ~ ' \"",
    "{page} {pages} {name} %s #{1+1}",
    "</text><script>alert(1)</script>&amp;",
)
STRANGE = (
    "\u202eabc\u202c", "a\x00b\x1b[31mc\x7f", "\u200d\ufeff\u2060", "e\u0301\u0302\u0303\u0304",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1eb\U0001f1f7", "1\ufe0f\u20e3",
    "\ue000\ufdd0", "漢字", "한국", "नमस्ते", "\u1100\u1161", "\u2028\u2029", "\t\r\n", "\u0e33", "ﷺ",
)  # fmt: skip


def shown(document: Document) -> str:
    """Return what can be copied from a document, without spaces."""
    pages = PdfReader(BytesIO(render_pdf(document, AT))).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def everywhere(text: str) -> Document:
    """Return a document with one text in every place that takes one."""
    lines = (
        Heading(text),
        item(text, "1", 100, description=text, unit=text[:30], discount="10"),
        Text(text),
    )
    document = franchise_invoice()
    return replace(
        document,
        number=text[:20],
        title=text,
        terms=text,
        corrects=text,
        notes=text,
        legal_terms=text,
        delivery_address=(text,),
        header_fields=(HeaderField(text, text),),
        seller=replace(STUDIO, name=text, legal_form=text, register_entry=text, website=text),
        buyer=replace(CLIENT, name=text, address=(text, text), vat_number=text),
        payment=replace(document.payment, holder=text, reference=text, instructions=text),
        lines=lines,
        totals=totals(lines),
    )


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_shown_and_never_obeyed(text: str) -> None:
    assert shown(everywhere(text)).count("".join(text.split())) >= 10


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=8),
            st.sampled_from(STRANGE + MARKUP),
            st.sampled_from("ABab#*_{}\\").map(lambda letter: letter * 300),
        ),
        max_size=4,
    ).map(" ".join)
)
def test_any_text_makes_a_document(text: str) -> None:
    assert len(PdfReader(BytesIO(render_pdf(everywhere(text), AT))).pages) >= 1


@pytest.mark.parametrize("text", ["مرحبا بالعالم", "שלום עולם", "Ελλάδα", "Київ", "Đặng", "☎ №"])
def test_scripts_of_the_shipped_fonts_need_no_others(text: str) -> None:
    assert fonts_for([text]) == (Fonts.SHIPPED, frozenset())


def test_what_no_font_has_is_a_box_and_the_rest_stays() -> None:
    fonts, unshown = fonts_for(["Avant 漢 après"])
    assert unshown == ({"漢"} if fonts is Fonts.SHIPPED else frozenset())
    lines = (item("Avant 漢 après", "1", 100),)
    text = shown(replace(franchise_invoice(), lines=lines, totals=totals(lines)))
    assert ("Avant漢après" if fonts is Fonts.MACHINE else f"Avant{BOX}après") in text
    assert boxed({"a": ["x漢", True, 1]}, frozenset("漢")) == {"a": [f"x{BOX}", True, 1]}


def test_thousands_of_signs_that_no_font_has_are_not_told_apart_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    def shown_at_all(text: str, _: Fonts) -> bool:
        tried.append(text)
        return not any(char >= "\U00010000" for char in text)

    monkeypatch.setattr(glyphs, "_shown", shown_at_all)
    rare = {chr(code) for code in range(0x20000, 0x20000 + 9_000)}
    assert fonts_for(["".join(rare)]) == (Fonts.SHIPPED, frozenset(rare))
    assert tried == []
    some = set(sorted(rare)[:1_000])
    assert fonts_for(["".join(some) + "漢字"])[1] >= some
    assert sum(map(len, tried)) < 4 * glyphs.MOST_TRIED
    kept = "".join(map(chr, range(0x4E00, 0x4E00 + 600)))
    assert fonts_for([kept + "\U00020000"])[1] == {"\U00020000"}


def test_signs_that_no_font_unites_are_shown_apart() -> None:
    assert without_joined("e\u0301\u0302 1\ufe0f\u20e3 \u200d") == "é 1 "


def test_nothing_hidden_turns_an_amount_around() -> None:
    assert plain.line("Total \u202e00,1\u202c\x00\x1b\u2066") == "Total 00,1"
    assert plain.line("one\ntwo\tthree\u2028four") == "one two three four"
    assert plain.lines(" a\r\nb\n\nc ") == ["a", "b", "", "c"]


@given(st.text(max_size=200))
def test_a_long_word_may_be_broken_and_stays_the_same(text: str) -> None:
    clean = plain.line(text)
    assert plain.line(clean) == clean
    without = clean.replace(plain.BREAK, "")
    kept = [char for char in text if char in without]
    assert [char for char in without if char != " "] == [char for char in kept if char != " "]
    for before, after in zip(clean.split(plain.BREAK), clean.split(plain.BREAK)[1:], strict=False):
        assert before
        assert unicodedata.category(after[0]) not in ("Mn", "Mc", "Me", "Cf")


def test_a_very_long_word_stays_on_its_page() -> None:
    lines = (item("Donaudampfschiff" * 40, "1", 100),)
    text = shown(replace(franchise_invoice(), lines=lines, totals=totals(lines)))
    assert "Donaudampfschiff" * 40 in text
