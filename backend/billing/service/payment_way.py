"""Where money goes that a message asks for: by bank transfer, as with invoices."""

from __future__ import annotations

from backend.billing.queries.settings import billing_settings
from backend.billing.rendering.epc import transfer_code, transfer_payload
from backend.billing.rendering.formats import iban_in_groups
from backend.core.locale import known_locale, translate
from backend.core.permissions import Actor
from backend.inbox.payment_ways import Asked, PaymentWay


async def bank_transfer(asked: Asked) -> PaymentWay | None:
    """Return the account's bank details, and the code of the transfer for amounts in euros; None
    where it has said nothing of them.
    """
    said = (await billing_settings(Actor.system(asked.account_id))).settings
    bank, locale = said.bank, known_locale(asked.locale)
    if not bank.iban and not bank.instructions:
        return None
    holder = bank.holder or said.seller.name or ""
    reference = next(iter(asked.text.strip().splitlines()), "").strip()
    rows: tuple[tuple[str, str | None], ...] = ()
    payload = None
    if bank.iban:
        rows = (
            (translate(locale, "Account holder"), holder),
            ("IBAN", iban_in_groups(bank.iban)),
            ("BIC", bank.bic),
            (translate(locale, "Reference"), reference),
        )
        if asked.currency == "EUR":
            payload = transfer_payload(
                name=holder,
                iban=bank.iban,
                bic=bank.bic,
                amount_cents=asked.amount_minor,
                reference=reference,
            )
    return PaymentWay(
        tuple((name, value) for name, value in rows if value),
        bank.instructions or "",
        None if payload is None else transfer_code(payload),
    )
