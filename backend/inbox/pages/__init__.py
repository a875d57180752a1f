"""Pages of the inbox that are plain HTML: shown to people without an account, and in frames."""

from __future__ import annotations

import base64
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from backend.core.clock import from_micros
from backend.core.locale import translate
from backend.inbox.payment_ways import PaymentWay
from backend.inbox.queries.payments import PublicRequest
from backend.inbox.rules.money import amount_text, day_text


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
    )


def payment_page(
    found: PublicRequest | None, locale: str, nonce: str, way: PaymentWay | None = None
) -> str:
    """Return the page that says what is asked, by whom and how to pay it, or that there is nothing
    (any more).
    """
    page = _templates().get_template("payment_request.html")
    if found is None:
        return page.render(
            locale=locale,
            nonce=nonce,
            title=translate(locale, "This payment request does not exist"),
            amount="",
            way=None,
            note=translate(locale, "Check that the link is whole, or ask whoever sent it."),
        )
    payment = found.payment
    day = day_text(from_micros(payment.created_micros), locale)
    note = translate(locale, "To pay, answer the message that brought you here.")
    if way is not None:
        note = translate(locale, "Questions? Answer the message that brought you here.")
    if payment.is_cancelled:
        note = translate(locale, "This request was taken back: nothing is to be paid.")
    return page.render(
        locale=locale,
        nonce=nonce,
        title=translate(locale, "{account} asks you to pay", account=found.account_name),
        amount=amount_text(payment.amount_minor, payment.currency, locale),
        cancelled=payment.is_cancelled,
        text=payment.text,
        way=way,
        code=_data(way.code) if way and way.code else "",
        pay_by=translate(locale, "By bank transfer"),
        scan=translate(locale, "Scan to pay by bank transfer"),
        asked_on=translate(locale, "Asked for on {day}", day=day),
        note=note,
    )


def _data(drawing: bytes) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing).decode()}"


def letter_page(html: str) -> str:
    """Return clean HTML as a page for a frame."""
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
        '<meta name="referrer" content="no-referrer">'
        f'<base target="_blank"></head><body>{html}</body></html>\n'
    )
