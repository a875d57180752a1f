"""What archives, screen readers and later readers of the file rely on."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from backend.billing.rendering.render import render_pages, render_pdf
from tests.backend.billing.rendering.samples import (
    AT,
    english_quote,
    french_invoice,
    italian_invoice,
)


def root_of(reader: PdfReader) -> Any:
    """Return the catalog that the file begins with."""
    return reader.trailer["/Root"]


@pytest.fixture(scope="module")
def invoice() -> bytes:
    return render_pdf(french_invoice(), AT)


def test_is_archivable_and_accessible(invoice: bytes) -> None:
    root = root_of(PdfReader(BytesIO(invoice)))
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/OutputIntents" in root


def test_is_tagged_as_a_table_with_headers_and_pictures_told_in_words(invoice: bytes) -> None:
    roles: dict[str, int] = {}
    told: list[str] = []
    waiting = [root_of(PdfReader(BytesIO(invoice)))["/StructTreeRoot"]]
    while waiting:
        each = waiting.pop().get_object()
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, DictionaryObject):
            role = str(each.get("/S", ""))
            roles[role] = roles.get(role, 0) + 1
            if role == "/Figure":
                told.append(str(each["/Alt"]))
            if "/K" in each:
                waiting.append(each["/K"])
    assert roles["/H1"] == 1
    assert roles["/Table"] == 2
    assert roles["/TH"] >= 8
    assert sorted(told) == ["Code QR du virement bancaire", "Logo : Atelier Lumen"]


@pytest.mark.parametrize(
    ("sample", "language", "title"),
    [
        (french_invoice, "fr", "Facture F2026-0042"),
        (italian_invoice, "it", "Fattura 12/2026"),
        (english_quote, "en", "Quote Q2026-0015"),
    ],
)
def test_names_itself_and_its_language(sample, language, title) -> None:
    reader = PdfReader(BytesIO(render_pdf(sample(), AT)))
    assert root_of(reader)["/Lang"] == language
    assert reader.metadata is not None
    assert reader.metadata.title == title
    assert reader.metadata.author == sample().seller.name
    assert reader.metadata.creation_date == AT


def test_embeds_its_fonts(invoice: bytes) -> None:
    pages: Any = PdfReader(BytesIO(invoice)).pages
    fonts = [
        font["/DescendantFonts"][0]["/FontDescriptor"]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    assert all("/FontFile2" in each or "/FontFile3" in each for each in fonts)
    assert all("SourceSans3" in each["/FontName"] for each in fonts)


def test_the_same_document_gives_the_same_bytes(invoice: bytes) -> None:
    assert render_pdf(french_invoice(), AT) == invoice


def test_previews_are_the_same_pages() -> None:
    document = replace(english_quote(), title="Seen before it is sent")
    pages = render_pages(document, kind="svg")
    assert len(pages) == 1
    assert pages[0].startswith(b"<svg")
    assert render_pages(document)[0].startswith(b"\x89PNG")
