"""The QR code by which banking apps fill in a transfer (SCT), as European banks agreed on it.

Source: European Payments Council, EPC069-12, version 2.1 and later.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from io import BytesIO

import segno

MAX_BYTES = 331
MAX_NAME, MAX_REMITTANCE = 70, 140
MIN_CENTS, MAX_CENTS = 1, 99_999_999_999
_MAX_VERSION = 13
# fmt: off
_EEA = frozenset((
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
))
_SEPA_BEYOND = frozenset((
    "AD", "AL", "CH", "GB", "GI", "MC", "MD", "ME", "MK", "RS", "SM", "VA",
))
# fmt: on
"""Where a transfer names the bank too."""


def transfer_payload(
    *, name: str, iban: str, amount_cents: int, reference: str | None = None, bic: str | None = None
) -> str | None:
    """Return what the code says; None where a transfer cannot be said so.

    That is: an IBAN that is wrong or not of SEPA, a bank beyond the EEA without its BIC, an amount
    of nothing or of a billion, a payee without a name. Texts that are too long are cut: by
    characters as the guidelines count, then by bytes as the code holds.
    """
    compact, bank = "".join(iban.split()).upper(), "".join((bic or "").split()).upper()
    payee = _line(name)[:MAX_NAME].rstrip()
    if not payee or not _is_iban(compact) or not MIN_CENTS <= amount_cents <= MAX_CENTS:
        return None
    if compact[:2] not in _EEA and (compact[:2] not in _SEPA_BEYOND or not bank):
        return None
    amount = f"EUR{Decimal(amount_cents).scaleb(-2):.2f}"
    told = _line(reference or "")
    structured = told.replace(" ", "").upper() if is_creditor_reference(told) else ""
    free = "" if structured else told[:MAX_REMITTANCE].rstrip()
    head = ["BCD", "002", "1", "SCT", bank, payee, compact, amount, "", structured]
    while _bytes([*head, free]) > MAX_BYTES and free:
        free = free[:-1]
    while _bytes([*head, free]) > MAX_BYTES:
        head[5] = head[5][:-1]
    return "\n".join([*head, free]).rstrip("\n")


@lru_cache(maxsize=256)
def transfer_code(payload: str) -> bytes:
    """Return the code as SVG: error correction M, at most version 13, as the guidelines want."""
    code = segno.make(payload, error="m", encoding="utf-8", micro=False, boost_error=False)
    if int(code.version) > _MAX_VERSION:
        raise ValueError("the payload is longer than the guidelines allow")
    target = BytesIO()
    code.save(target, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None)
    return target.getvalue()


def is_creditor_reference(text: str) -> bool:
    """Whether a text is a structured creditor reference (ISO 11649): RF and two check digits."""
    compact = text.replace(" ", "").upper()
    fits = compact.startswith("RF") and 5 <= len(compact) <= 25
    return fits and _is_alphanumeric(compact) and _remainder(compact) == 1


def _is_iban(compact: str) -> bool:
    return 15 <= len(compact) <= 34 and _is_alphanumeric(compact) and _remainder(compact) == 1


def _is_alphanumeric(text: str) -> bool:
    return text.isascii() and text.isalnum() and text[2:4].isdigit()


def _remainder(compact: str) -> int:
    """Return the remainder of ISO 7064 mod 97-10: 1 for what is right."""
    return int("".join(str(int(char, 36)) for char in compact[4:] + compact[:4])) % 97


def _line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _bytes(parts: list[str]) -> int:
    return len("\n".join(parts).encode())
