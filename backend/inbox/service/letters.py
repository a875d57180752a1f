"""What a message says as a letter: its own words, the payment that it asks for, and what other
domains close it with.
"""

from __future__ import annotations

from html import escape

from backend.core.locale import translate
from backend.inbox.closings import Words, letter_closings
from backend.inbox.queries.payments import payment_of_message
from backend.inbox.queries.sending import Outgoing, account_locale
from backend.inbox.rules.money import amount_text


async def words_of(message: Outgoing) -> Words:
    """Return what a message says, in the account's language where Carnet adds words."""
    said = await _own_words(message)
    for closing in letter_closings.entries.values():
        added = await closing(message.account_id, message.pk)
        if added is not None:
            text = "\n\n".join(part for part in (said.text, added.text) if part)
            said = Words(text, said.html + added.html)
    return said


async def _own_words(message: Outgoing) -> Words:
    payment = await payment_of_message(message.pk)
    if payment is None:
        return Words(message.text, message.html)
    locale = await account_locale(message.account_id)
    amount = amount_text(payment.amount_minor, payment.currency, locale)
    asked = translate(locale, "Payment request: {amount}", amount=amount)
    if payment.invoice_key is not None:  # the letter is closed with the way to the invoice
        parts = [part for part in (message.text, asked, payment.text) if part]
        ask = f"<p><strong>{escape(asked)}</strong><br>{escape(payment.text)}</p>"
        return Words("\n\n".join(parts), message.html + ask)
    more = translate(locale, "See the details")
    text = "\n\n".join(
        part for part in (message.text, asked, payment.text, f"{more}\n{payment.url}") if part
    )
    link = f'<a href="{escape(payment.url)}">{escape(more)}</a>'
    lines = "<br>".join(map(escape, payment.text.split("\n")))
    return Words(
        text, f"{message.html}<p><strong>{escape(asked)}</strong></p><p>{lines}</p><p>{link}</p>"
    )
