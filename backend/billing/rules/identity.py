"""Numbers that sellers and buyers are known by, checked and in one form.

What no rule is known for is kept as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from stdnum import bic as bics
from stdnum import iban as ibans
from stdnum import numdb
from stdnum.eu import vat as eu_vat
from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidLength, ValidationError
from stdnum.fr import siren, siret
from stdnum.it import codicefiscale, iva
from stdnum.util import get_cc_module

from backend.billing.errors import (
    InvalidBic,
    InvalidFiscalCode,
    InvalidIban,
    InvalidRegistrationNumber,
    InvalidVatNumber,
)
from backend.billing.limits import CODE_LENGTH
from backend.core.text import clean_line

_SIREN_DIGITS = 9
_VAT_PREFIX = {"GR": "EL", "MC": "FR"}
"""Where VAT numbers begin otherwise than the country's code."""
_IN_UNION = frozenset(code.upper() for code in eu_vat.MEMBER_STATES) | {"EL", "XI"}
"""How VAT numbers of the union begin, those of Northern Ireland among them."""

_REASONS = (
    (InvalidLength, "length"),
    (InvalidChecksum, "checksum"),
    (InvalidComponent, "component"),
)


def clean_registration(value: str | None, country: str, path: Sequence[str]) -> str | None:
    """Return a company's number in its register (BT-30): of France, a SIREN or SIRET.

    Raises:
        InvalidRegistrationNumber, TooLong, InvalidCharacters
    """
    text = clean_line(value, path, maximum=CODE_LENGTH)
    if text is None or country != "FR":
        return text
    digits = siret.compact(text)
    try:
        checked = siren.validate(digits) if len(digits) == _SIREN_DIGITS else siret.validate(digits)
    except ValidationError as error:
        raise InvalidRegistrationNumber(path, reason=_reason(error)) from None
    return str(checked)


def clean_vat_number(value: str | None, country: str, path: Sequence[str]) -> str | None:
    """Return a VAT number (BT-31, BT-48) led by its country, which may be left out.

    Raises:
        InvalidVatNumber, TooLong, InvalidCharacters
    """
    text = clean_line(value, path, maximum=CODE_LENGTH)
    if text is None:
        return None
    compact = "".join(char for char in text.upper() if char.isalnum())
    prefix = compact[:2] if compact[:2] in _IN_UNION else _VAT_PREFIX.get(country, country)
    try:
        if prefix in _IN_UNION:
            return str(eu_vat.validate(prefix + compact.removeprefix(prefix)))
        known: Any = get_cc_module(country, "vat") if country else None
        return text if known is None else str(known.validate(text))
    except ValidationError as error:
        raise InvalidVatNumber(path, reason=_reason(error), country=prefix) from None


def clean_fiscal_code(value: str | None, country: str, path: Sequence[str]) -> str | None:
    """Return a tax register's number (BT-32): of Italy, a person's or company's codice fiscale.

    Raises:
        InvalidFiscalCode, TooLong, InvalidCharacters
    """
    text = clean_line(value, path, maximum=CODE_LENGTH)
    if text is None or country != "IT":
        return text
    compact = codicefiscale.compact(text)
    of_company = compact.isdigit()
    try:
        return str(iva.validate(compact) if of_company else codicefiscale.validate(compact))
    except ValidationError as error:
        reason = _reason(error)
        if reason == "component":
            reason = "office" if of_company else "birth"
        raise InvalidFiscalCode(path, reason=reason) from None


def clean_iban(value: str | None, path: Sequence[str]) -> str | None:
    """Return an IBAN (BT-84) without spaces.

    Raises:
        InvalidIban, TooLong, InvalidCharacters
    """
    text = clean_line(value, path, maximum=CODE_LENGTH + 10)
    try:
        return None if text is None else str(ibans.validate(text))
    except ValidationError as error:
        reason, length = _iban_reason(ibans.compact(text or ""), error)
        raise InvalidIban(path, reason=reason, length=length) from None


def _iban_reason(compact: str, error: ValidationError) -> tuple[str, int]:
    """Return what is wrong with an IBAN, said by its country first, then its length: the check
    digits that are looked at first fit by neither.
    """
    known = numdb.get("iban").info(compact)[0][1]
    if not known:
        return "country", 0
    length = 4 + sum(int(part) for part in re.findall(r"(\d+)!", known["bban"]))
    return "length" if len(compact) != length else _reason(error), length


def clean_bic(value: str | None, path: Sequence[str]) -> str | None:
    """Return a BIC (BT-86).

    Raises:
        InvalidBic, TooLong, InvalidCharacters
    """
    text = clean_line(value, path, maximum=CODE_LENGTH)
    try:
        return None if text is None else str(bics.validate(text))
    except ValidationError as error:
        reason = _reason(error)
        raise InvalidBic(path, reason="country" if reason == "component" else reason) from None


def _reason(error: ValidationError) -> str:
    """Return what is wrong with a number, in a word."""
    return next((word for kind, word in _REASONS if isinstance(error, kind)), "format")
