"""Rendering leaves the loop free, gives each their own, and outlives a defect of the compiler."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from backend.billing.rendering.engine import CompilerPanicked, Fonts, _lent
from backend.billing.rendering.render import pages_of, pdf_of, render_pdf
from tests.backend.billing.rendering.samples import AT, english_quote, french_invoice


async def test_many_at_once_each_get_their_own() -> None:
    quote = english_quote()
    asked = [replace(quote, number=f"Q-{n}") for n in range(12)]
    made = await asyncio.gather(*(pdf_of(at % 3, each, AT) for at, each in enumerate(asked)))
    for document, pdf in zip(asked, made, strict=True):
        metadata = PdfReader(BytesIO(pdf)).metadata
        assert metadata is not None
        assert metadata.title == f"Quote {document.number}"
    assert made[0] == render_pdf(asked[0], AT)


async def test_the_loop_goes_on_meanwhile() -> None:
    invoice = french_invoice()
    assert len(await pages_of(1, invoice)) == 2
    turns = 0
    began = time.perf_counter()
    work = asyncio.ensure_future(pdf_of(1, replace(invoice, lines=invoice.lines * 6), AT))
    while not work.done():
        turns += 1
        await asyncio.sleep(0.002)
    took = time.perf_counter() - began
    assert len(PdfReader(BytesIO(work.result())).pages) >= 6
    assert turns > took / 0.1


def test_a_panic_of_the_compiler_is_an_error_like_others() -> None:
    panic = type("PanicException", (BaseException,), {})
    with pytest.raises(CompilerPanicked, match="out of range"), _lent(Fonts.SHIPPED):
        raise panic("out of range")
    with _lent(Fonts.SHIPPED) as compiler:
        assert compiler.compile({"main.typ": b"Still here"}, format="svg")


def test_a_moment_within_a_second_is_that_second() -> None:
    quote = english_quote()
    assert render_pdf(quote, AT.replace(microsecond=999_999)) == render_pdf(quote, AT)
