"""What a message says as a letter: its own words, and the payment that it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from backend.core.locale import translate
from backend.inbox.queries.payments import payment_of_message
from backend.inbox.queries.sending import Outgoing, account_locale
from backend.inbox.rules.money import amount_text


@dataclass(frozen=True, slots=True)
class Words:
    """The same as plain text and as HTML."""

    text: str
    html: str


async def words_of(message: Outgoing) -> Words:
    """Return what a message says, in the account's language where Carnet adds words."""
    payment = await payment_of_message(message.pk)
    if payment is None:
        return Words(message.text, message.html)
    locale = await account_locale(message.account_id)
    amount = amount_text(payment.amount_minor, payment.currency, locale)
    asked = translate(locale, "Payment request: {amount}", amount=amount)
    more = translate(locale, "See the details")
    text = "\n\n".join(
        part for part in (message.text, asked, payment.text, f"{more}: {payment.url}") if part
    )
    link = f'<a href="{escape(payment.url)}">{escape(more)}</a>'
    lines = "<br>".join(map(escape, payment.text.split("\n")))
    return Words(
        text, f"{message.html}<p><strong>{escape(asked)}</strong></p><p>{lines}</p><p>{link}</p>"
    )
