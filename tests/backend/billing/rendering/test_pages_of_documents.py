"""Several pages: headers that repeat, carried amounts, sections that stay with their lines."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise, product

import pytest
from pypdf import PdfReader

from backend.billing.rendering import render
from backend.billing.rendering.document import (
    Document,
    Heading,
    Kind,
    Line,
    Party,
    Seller,
    Text,
    Totals,
    Watermark,
)
from backend.billing.rendering.render import render_pdf
from tests.backend.billing.rendering.samples import (
    AT,
    STUDIO,
    english_quote,
    french_invoice,
    item,
    totals,
)

AMOUNT = re.compile(r"(À reporter|Report) ([\d\s]+,\d\d) €")


def pages_of(document: Document) -> list[str]:
    """Return the text of each page."""
    reader = PdfReader(BytesIO(render_pdf(document, AT)))
    return [page.extract_text().replace("\u00a0", " ") for page in reader.pages]


def with_lines(*lines: Line) -> Document:
    """Return an invoice of these lines."""
    return replace(french_invoice(), lines=lines, totals=totals(lines))


@pytest.fixture(scope="module")
def long_pages() -> list[str]:
    return pages_of(with_lines(*(item(f"Ligne {n}", "1", 100 + n) for n in range(200))))


def test_a_very_long_document_is_drawn_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[float] = []

    def compile_pages(*given: object) -> list[bytes]:
        drawn.append(float(str(given[3])))
        return []

    monkeypatch.setattr(render, "compile_pages", compile_pages)
    for document in (french_invoice(), with_lines(Text("a\n" * 8_000))):
        render.render_pages(document)
    assert drawn == [144, pytest.approx(72, abs=1)]


def test_two_hundred_lines_are_all_there_once_and_in_order(long_pages: list[str]) -> None:
    found = [
        int(n) for page in long_pages for n in re.findall(r"^Ligne (\d+) ", page, re.MULTILINE)
    ]
    assert found == list(range(200))
    assert len(long_pages) >= 5


def test_each_page_has_the_columns_its_number_and_who_sells(long_pages: list[str]) -> None:
    for number, page in enumerate(long_pages, 1):
        assert f"Page {number} sur {len(long_pages)}" in page
        assert "SIRET 732 829 320 00074" in page
        assert "F2026-0042" in page
        if "Ligne" in page:
            assert "Désignation Quantité Prix unitaire HT TVA Montant HT" in page


def test_what_is_carried_forward_is_brought_forward(long_pages: list[str]) -> None:
    carried = [dict(AMOUNT.findall(page)) for page in long_pages]
    lines = [page for page in long_pages if "Ligne" in page]
    for before, after in pairwise(carried[: len(lines)]):
        assert before["À reporter"] == after["Report"]
    assert "Report" not in carried[0]
    assert "À reporter" not in carried[len(lines) - 1]
    last = int(re.findall(r"^Ligne (\d+) ", lines[0], re.MULTILINE)[-1])
    sum_of_first = sum(100 + n for n in range(last + 1))
    assert carried[0]["À reporter"].replace(",", "").strip() == str(sum_of_first)


def test_no_lines_are_a_page_without_a_table() -> None:
    pages = pages_of(with_lines())
    assert len(pages) == 1
    assert "Désignation" not in pages[0]
    assert "Total 0,00 €" in pages[0]


def test_sections_stand_in_any_order() -> None:
    line, heading, text = item("Ligne", "1", 100), Heading("Section"), Text("Texte")
    more: list[tuple[Line, ...]] = [
        (heading, heading, line),
        (heading, heading, heading),
        (line, heading, heading),
    ]
    pairs: list[tuple[Line, ...]] = list(product((line, heading, text), repeat=2))
    for lines in [*pairs, *more]:
        page = pages_of(replace(english_quote(), seller=STUDIO, lines=lines))[0]
        assert page.count("Section") == lines.count(heading)


def test_a_section_s_heading_is_told_again_on_its_next_page() -> None:
    lines = [item(f"Ligne {n}", "1", 100) for n in range(40)]
    pages = pages_of(with_lines(Heading("Une seule section"), *lines))
    assert all("Une seule section" in page for page in pages if "Ligne" in page)
    assert len(pages) == 2


def test_a_heading_never_ends_a_page() -> None:
    room = pages_of(with_lines(*(item(f"Ligne {n}", "1", 100) for n in range(40))))[0]
    for before in range(room.count("Ligne") - 3, room.count("Ligne") + 1):
        lines = [item(f"Ligne {n}", "1", 100) for n in range(before)]
        pages = pages_of(with_lines(*lines, Heading("Section"), item("Après", "1", 100)))
        assert [page.count("Section") for page in pages] == [page.count("Après") for page in pages]


def test_long_texts_go_on_over_pages() -> None:
    long = " ".join(f"mot{n}" for n in range(1200))
    pages = pages_of(with_lines(item("Ligne", "1", 100, description=long), Text(long)))
    assert len(pages) >= 3
    assert "".join(pages).count("mot1199") == 2


def test_a_draft_of_nothing_at_all_is_a_page() -> None:
    nothing = Document(
        kind=Kind.QUOTE,
        locale="it",
        currency="EUR",
        seller=Seller(name=""),
        buyer=Party(name=""),
        totals=Totals(lines_minor=0, net_minor=0, tax_minor=0, total_minor=0),
        watermark=Watermark.DRAFT,
    )
    pages = pages_of(nothing)
    assert len(pages) == 1
    assert "Preventivo" in pages[0]
