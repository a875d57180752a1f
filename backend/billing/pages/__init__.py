"""The page that a client sees of a document: plain HTML, no cookie, a few lines of script."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from backend.billing.delivery_rows import AnswerRow
from backend.billing.document_rows import DocumentRow
from backend.billing.pages.states import amount_minor, state_of
from backend.billing.rendering import document as printed
from backend.billing.rendering import plain
from backend.billing.rendering.epc import transfer_code
from backend.billing.rendering.formats import Formats
from backend.billing.rendering.glyphs import mapped
from backend.billing.rendering.view import payload_of, view_of
from backend.billing.rules.kinds import DocumentKind, DocumentStatus, Stage
from backend.core.locale import known_locale, translate


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with an answer or a payment: where it is said, and in which words."""

    about: str
    message: str
    parameters: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClientPage:
    """A document as a client gets it. ``path`` is where it was opened; ``pay_path`` where it is
    paid online, if it can be; ``is_confirming``: the client paid, and Stripe has not said so yet.
    """

    document: DocumentRow
    shown: printed.Document
    answer: AnswerRow | None
    path: str
    is_seller: bool = False
    pay_path: str | None = None
    is_confirming: bool = False
    problem: Problem | None = None
    typed: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
    )


def document_page(page: ClientPage, nonce: str) -> str:
    """Return the page of a document."""
    document = page.document
    shown = _settled(document, page.shown)
    formats, view = Formats(shown.locale, shown.currency), mapped(view_of(shown), _unbroken)
    payload = payload_of(shown)
    logo, accepted = shown.seller.logo, shown.acceptance
    amount = formats.money(amount_minor(document))
    is_open = document.kind is DocumentKind.QUOTE and document.status is DocumentStatus.ISSUED
    problem = page.problem
    return (
        _templates()
        .get_template("document.html")
        .render(
            locale=formats.language,
            word=partial(translate, formats.language),
            nonce=nonce,
            title=f"{view['document_title']} – {shown.seller.name}",
            view=view,
            logo=_data(logo) if logo else "",
            amount=amount,
            state=state_of(document, page.answer, formats),
            answerable=is_open and not page.is_seller,
            is_seller=page.is_seller,
            counted=not page.is_seller,
            path=page.path,
            pay_path=page.pay_path,
            is_confirming=page.is_confirming,
            code=_data_of(transfer_code(payload), "svg") if payload and view["payment"] else "",
            signed=accepted is not None,
            signature=_data(accepted.signature) if accepted and accepted.signature else "",
            today=formats.day(document.today),
            typed={"name": "", "reason": "", **page.typed},
            problem=problem
            and {
                "about": problem.about,
                "text": translate(formats.language, problem.message, **problem.parameters),
            },
        )
    )


def gone_page(language: str, nonce: str) -> str:
    """Return the page of a link that leads to nothing, or nothing any more."""
    locale = known_locale(language)
    return (
        _templates()
        .get_template("gone.html")
        .render(
            locale=locale,
            nonce=nonce,
            title=translate(locale, "This link leads nowhere (any more)"),
            more=translate(locale, "Check that it is whole, or ask whoever sent it for a new one."),
        )
    )


def _settled(document: DocumentRow, shown: printed.Document) -> printed.Document:
    """Return a document as it stands today: what was paid and credited, and whether it is void."""
    totals = replace(
        shown.totals, paid_minor=document.paid_minor, credited_minor=document.credited_minor
    )
    is_void = document.stage is Stage.VOID
    return replace(shown, totals=totals, watermark=printed.Watermark.VOID if is_void else None)


def _unbroken(text: str) -> str:
    """Return a text without the places where print may break it: they would be copied along."""
    return text.replace(plain.BREAK, "")


def _data(picture: printed.Picture) -> str:
    return _data_of(picture.content, picture.format)


def _data_of(content: bytes, kind: str) -> str:
    media_type = "image/svg+xml" if kind == "svg" else "image/png"
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"
