"""The letter that a document goes with: its template filled, and what it is closed with."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from backend.billing.document_rows import DocumentRow
from backend.billing.errors import WrongStage
from backend.billing.queries.deliveries import (
    delivery_settings,
    documents_of_messages,
    links_of,
)
from backend.billing.queries.documents import documents_by_id
from backend.billing.rendering.colours import accent_of, text_on
from backend.billing.rendering.formats import Formats
from backend.billing.rules.kinds import DocumentKind, LetterKind, Stage
from backend.billing.rules.letters import filled, letter_kinds_of
from backend.billing.service.links import link_url
from backend.core.locale import known_locale, translate
from backend.core.permissions import Actor
from backend.inbox.closings import Words

BUTTONS = {
    DocumentKind.QUOTE: "See and accept the quote",
    DocumentKind.INVOICE: "See the invoice",
    DocumentKind.CREDIT_NOTE: "See the credit note",
}
BUTTON_OF_ANSWERED = "See the quote"
SUBJECT_SHOWN = 300


@dataclass(frozen=True, slots=True)
class ProposedLetter:
    """A letter as it would leave; plain text. ``kinds`` are those that the document may go with."""

    kind: LetterKind
    kinds: list[LetterKind]
    to: str | None
    subject: str
    message: str


async def letter_for(
    actor: Actor, document: DocumentRow, kind: LetterKind | None = None
) -> ProposedLetter:
    """Return the letter of a kind that a document goes with, or the likeliest.

    Raises:
        WrongStage: a letter that does not go with this document.
    """
    is_open = document.kind is DocumentKind.INVOICE and document.balance_minor > 0
    kinds = letter_kinds_of(document.kind, is_open=is_open, is_overdue=document.is_overdue)
    if kind is not None and kind not in kinds:
        raise WrongStage(("kind",), stage=document.status.value)
    chosen = kind or kinds[0]
    locale = known_locale(document.content.locale)
    settings = (await delivery_settings(actor)).settings
    template, values = settings.letter_of(locale, chosen), _values(document, locale)
    subject = " ".join(filled(template.subject, values).split())[:SUBJECT_SHOWN]
    return ProposedLetter(
        chosen, kinds, document.content.buyer.email, subject, filled(template.message, values)
    )


def _values(document: DocumentRow, locale: str) -> dict[str, str]:
    content, formats = document.content, Formats(locale, document.currency)
    return {
        "number": document.number or "",
        "title": content.title or "",
        "client": content.buyer.name or "",
        "seller": (content.seller.name if content.seller else None) or "",
        "total": formats.money(document.total_minor),
        "balance": formats.money(document.balance_minor),
        "issue_date": formats.day(document.issue_date) if document.issue_date else "",
        "due_date": formats.day(document.due_date) if document.due_date else "",
    }


async def closing_of(account_id: int, message_id: int) -> Words | None:
    """Return the button that leads to a document's page, for the letter that it went with."""
    actor = Actor.system(account_id)
    document_id = (await documents_of_messages(actor, (message_id,))).get(message_id)
    if document_id is None:
        return None
    document = (await documents_by_id(actor, (document_id,))).get(document_id)
    link = (await links_of(actor, (document_id,))).get(document_id)
    url = link_url(link) if link else None
    if document is None or url is None:
        return None
    label = translate(known_locale(document.content.locale), _button(document))
    accent = accent_of(None)
    style = (
        f"display:inline-block;padding:12px 20px;border-radius:8px;background:{accent};"
        f"color:{text_on(accent)};font-weight:600;text-decoration:none"
    )
    anchor = f'<a href="{escape(url)}" style="{style}">{escape(label)}</a>'
    html = f'<p style="margin:24px 0">{anchor}</p>'
    return Words(f"{label}\n{url}", html)


def _button(document: DocumentRow) -> str:
    if document.kind is DocumentKind.QUOTE and document.stage is not Stage.ISSUED:
        return BUTTON_OF_ANSWERED
    return BUTTONS[document.kind]
