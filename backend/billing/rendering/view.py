"""A document → what the template lays out: strings only, each in the document's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backend.billing.rendering import plain
from backend.billing.rendering.colours import accent_of, text_in, text_on
from backend.billing.rendering.document import Document, Kind, Party, Picture, Watermark
from backend.billing.rendering.epc import transfer_payload
from backend.billing.rendering.facts import BUYERS, TITLES, facts
from backend.billing.rendering.formats import Formats, iban_in_groups
from backend.billing.rendering.mentions import mentions
from backend.billing.rendering.parties import contact_lines, identifiers, legal_line
from backend.billing.rendering.table import table_of, totals_of

View = dict[str, Any]

FOOT_LETTERS = 105
"""As many of the foot's letters stand in a line at least, unless all are capitals."""
LOGO_MM, SIGNATURE_MM = (62.0, 20.0), (70.0, 18.0)
WATERMARKS = {Watermark.DRAFT: "Draft", Watermark.VOID: "Void"}


def view_of(document: Document) -> View:
    """Return everything that the template needs except pictures, as JSON can hold it."""
    formats = Formats(document.locale, document.currency)
    word, seller = formats.word, document.seller
    accent = accent_of(seller.accent)
    foot = plain.line(legal_line(seller, formats))
    number = plain.line(document.number or "")
    title = word(TITLES[document.kind])
    return {
        "language": formats.language,
        "accent": accent,
        "on_accent": text_on(accent),
        "accent_text": text_in(accent),
        "document_title": f"{title} {number.replace(plain.BREAK, '')}".strip(),
        "author": plain.line(seller.name).replace(plain.BREAK, ""),
        "title": title,
        "number": number,
        "subject": plain.line(document.title or ""),
        "watermark": word(WATERMARKS[document.watermark]) if document.watermark else "",
        "logo": _placed(seller.logo, LOGO_MM, word("Logo of {name}", name=plain.line(seller.name))),
        "seller": _party(seller, contact_lines(seller)),
        "buyer_label": word(BUYERS[document.kind]),
        "buyer": _party(document.buyer, identifiers(document.buyer, formats)),
        "facts": [
            {"name": plain.line(name), "value": plain.line(value)}
            for name, value in facts(document, formats)
        ],
        "table": table_of(document, formats),
        "totals": totals_of(document, formats),
        "payment": _payment(document, formats),
        "signing": _signing(document, formats),
        "notes": _paragraphs(document.notes),
        "notes_label": word("Notes"),
        "legal_terms": _paragraphs(document.legal_terms),
        "mentions": [
            {"text": plain.line(each.text), "strong": each.strong}
            for each in mentions(document, formats)
        ],
        "legal_line": foot,
        "foot_lines": max(2, -(-len(foot) // FOOT_LETTERS)),
        "page": word("Page {page} of {pages}"),
        "carried": word("Carried forward"),
        "brought": word("Brought forward"),
    }


def payload_of(document: Document) -> str | None:
    """Return what the payment code of an invoice says; None where there is nothing to pay by it."""
    payment = document.payment
    if document.kind is not Kind.INVOICE or document.watermark or document.currency != "EUR":
        return None
    return transfer_payload(
        name=payment.holder or document.seller.name,
        iban=payment.iban or "",
        bic=payment.bic,
        amount_cents=document.totals.due_minor,
        reference=payment.reference or document.number,
    )


def _party(party: Party, more: Iterable[str]) -> View:
    return {
        "name": plain.line(party.name),
        "lines": [plain.line(each) for each in party.address],
        "more": [plain.line(each) for each in more],
    }


def _payment(document: Document, formats: Formats) -> View | None:
    """Return how to pay; nothing on a credit note, nor when all is paid."""
    payment = document.payment
    if document.kind is not Kind.INVOICE or document.totals.due_minor <= 0:
        return None
    rows = [
        (formats.word("Account holder"), payment.holder),
        ("IBAN", iban_in_groups(payment.iban) if payment.iban else None),
        ("BIC", payment.bic),
        (formats.word("Reference"), payment.reference or document.number),
    ]
    if not payment.iban:
        rows = []
    instructions = _paragraphs(payment.instructions)
    if not rows and not instructions:
        return None
    return {
        "label": formats.word("Payment"),
        "rows": [{"name": name, "value": plain.line(value)} for name, value in rows if value],
        "instructions": instructions,
        "code_caption": formats.word("Scan to pay by bank transfer"),
        "code_alt": formats.word("QR code of the bank transfer"),
    }


def _signing(document: Document, formats: Formats) -> View | None:
    """Return a quote's place to sign, or how it was signed."""
    if document.kind is not Kind.QUOTE:
        return None
    word, accepted = formats.word, document.acceptance
    if accepted is None:
        return {
            "label": word("Agreed and accepted"),
            "hint": word("Date, name and signature of the client"),
            "accepted": False,
        }
    lines = [
        word("Accepted by {name}", name=plain.line(accepted.name)),
        formats.moment(accepted.at),
    ]
    if accepted.address:
        lines.append(word("From the address {address}", address=plain.line(accepted.address)))
    return {
        "label": word("Agreed and accepted"),
        "accepted": True,
        "name": plain.line(accepted.name),
        "lines": lines,
        "picture": _placed(
            accepted.signature,
            SIGNATURE_MM,
            word("Signature of {name}", name=plain.line(accepted.name)),
        ),
    }


def _paragraphs(text: str | None) -> list[str]:
    return plain.lines(text) if text and text.strip() else []


def _placed(picture: Picture | None, room: tuple[float, float], alt: str) -> View | None:
    """Return how large a picture is shown, in millimetres: as the room allows, its shape kept."""
    if picture is None:
        return None
    scale = min(room[0] / picture.width, room[1] / picture.height)
    width, height = picture.width * scale, picture.height * scale
    return {"width": round(width, 2), "height": round(height, 2), "alt": alt}
