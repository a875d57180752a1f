"""Documents → PDF, and → pictures of their pages for the preview."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from functools import partial
from math import sqrt

import orjson
from typst import TypstError

from backend.billing.rendering.document import Document, Item
from backend.billing.rendering.engine import Fonts, compile_pages, compile_pdf, threads
from backend.billing.rendering.epc import transfer_code
from backend.billing.rendering.fairness import rendering_turn
from backend.billing.rendering.glyphs import boxed, fonts_for, mapped, texts_of, without_joined
from backend.billing.rendering.pictures import as_svg
from backend.billing.rendering.view import View, payload_of, view_of

_TEMPLATE = "document"
PREVIEW_PIXELS_PER_INCH = 144.0
FINE_PAGES = 40
"""As many are drawn so finely; more are in memory all at once too, and are coarser."""
_ROWS_OF_A_PAGE, _LETTERS_OF_A_ROW = 50, 90


def render_pdf(document: Document, at: datetime) -> bytes:
    """Return a document as PDF/A-3b, tagged; ``at`` is when it was made."""
    view, pictures, fonts = _prepared(document)
    moment = at.astimezone(UTC).replace(microsecond=0)  # typst takes whole seconds
    try:
        return compile_pdf(_TEMPLATE, _files(view, pictures), moment, fonts)
    except TypstError:
        # Each sign can be shown, but not these beside each other: a rare accent, an emoji of many.
        alone = mapped(view, without_joined)
        return compile_pdf(_TEMPLATE, _files(alone, pictures), moment, fonts)


def render_pages(
    document: Document, *, kind: str = "png", pixels_per_inch: float = PREVIEW_PIXELS_PER_INCH
) -> list[bytes]:
    """Return the same pages as pictures, ``png`` or ``svg``."""
    view, pictures, fonts = _prepared(document)
    fineness = pixels_per_inch * min(1.0, sqrt(FINE_PAGES / pages_about(document)))
    return compile_pages(_TEMPLATE, _files(view, pictures), kind, fineness, fonts)


def pages_about(document: Document) -> int:
    """Return about how many pages a document has, before it is laid out."""
    texts = [document.notes or "", document.legal_terms or ""]
    for line in document.lines:
        if isinstance(line, Item):
            texts.append(f"{line.name}\n{line.description or ''}")
        else:
            texts.append(line.text)
    rows = sum(1 + text.count("\n") + len(text) // _LETTERS_OF_A_ROW for text in texts)
    return 1 + rows // _ROWS_OF_A_PAGE


async def pdf_of(account_id: int, document: Document, at: datetime) -> bytes:
    """Render a PDF in a thread of its own, in the account's turn: the loop goes on meanwhile."""
    async with rendering_turn(account_id):
        return await asyncio.get_running_loop().run_in_executor(threads, render_pdf, document, at)


async def pages_of(account_id: int, document: Document, *, kind: str = "png") -> list[bytes]:
    """Render the pages' pictures in a thread of its own, in the account's turn."""
    work = partial(render_pages, document, kind=kind)
    async with rendering_turn(account_id):
        return await asyncio.get_running_loop().run_in_executor(threads, work)


def _prepared(document: Document) -> tuple[View, dict[str, bytes], Fonts]:
    """Return what the template is given: texts, pictures, and fonts that can show the texts."""
    view = view_of(document)
    payload = payload_of(document)
    view["has_code"] = payload is not None and view["payment"] is not None
    pictures: dict[str, bytes] = {}
    if payload is not None:
        pictures["code.svg"] = transfer_code(payload)
    if document.seller.logo:
        pictures["logo.svg"] = as_svg(document.seller.logo)
    if document.acceptance and document.acceptance.signature:
        pictures["signature.svg"] = as_svg(document.acceptance.signature)
    fonts, unshown = fonts_for(texts_of(view))
    return (boxed(view, unshown) if unshown else view), pictures, fonts


def _files(view: View, pictures: dict[str, bytes]) -> dict[str, bytes]:
    return {**pictures, "data.json": orjson.dumps(view)}
