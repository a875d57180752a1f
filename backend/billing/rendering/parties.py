"""Who sells and who buys: their lines at the top, and the seller's legal line at every foot."""

from __future__ import annotations

from collections.abc import Iterator

from backend.billing.rendering.document import Party, Seller
from backend.billing.rendering.formats import Formats

_SIREN_DIGITS, _SIRET_DIGITS = 9, 14
_DESTINATION_LENGTHS = (6, 7)
_SHORT = 50


def identifiers(party: Party, formats: Formats) -> tuple[str, ...]:
    """Return a party's numbers with what each is called where it is from."""
    return tuple(_identifiers(party, formats))


def _identifiers(party: Party, formats: Formats) -> Iterator[str]:
    if party.registration_number:
        yield _registration(party, formats)
    if party.vat_number:
        yield formats.word("VAT no. {number}", number=party.vat_number)
    if party.fiscal_code:
        name = "Codice fiscale {number}" if party.country == "IT" else "Tax no. {number}"
        yield formats.word(name, number=party.fiscal_code)
    if party.electronic_address and party.country == "IT":
        yield _destination(party.electronic_address, formats)


def contact_lines(seller: Seller) -> tuple[str, ...]:
    """Return how a seller is reached."""
    return tuple(each for each in (seller.email, seller.phone, seller.website) if each)


def legal_line(seller: Seller, formats: Formats) -> str:
    """Return who the seller is to the law.

    Source: Code de commerce, art. R123-237 and R123-238; Codice civile, art. 2250.
    """
    numbers = list(_identifiers(seller, formats))
    if seller.register_entry:
        numbers.insert(0, seller.register_entry)
    together = [_unbroken(each) for each in numbers]
    who = f"{seller.name}{_form(seller, formats)}"
    return " · ".join(each for each in (who, ", ".join(seller.address), *together) if each)


def _unbroken(text: str) -> str:
    """Return a short text that stays on one line."""
    return text.replace(" ", "\u00a0") if len(text) <= _SHORT else text


def _form(seller: Seller, formats: Formats) -> str:
    if seller.legal_form and seller.share_capital:
        return ", " + formats.word(
            "{form} with a share capital of {capital}",
            form=seller.legal_form,
            capital=seller.share_capital,
        )
    if seller.share_capital:
        return ", " + formats.word("share capital {capital}", capital=seller.share_capital)
    return f", {seller.legal_form}" if seller.legal_form else ""


def _registration(party: Party, formats: Formats) -> str:
    number = party.registration_number or ""
    digits = "".join(number.split())
    if party.country == "FR" and digits.isdigit():
        spaced = f"{digits[:3]} {digits[3:6]} {digits[6:9]}"
        if len(digits) == _SIREN_DIGITS:
            return f"SIREN {spaced}"
        if len(digits) == _SIRET_DIGITS:
            return f"SIRET {spaced} {digits[9:]}"
    return formats.word("Reg. no. {number}", number=number)


def _destination(address: str, formats: Formats) -> str:
    """Return where the Sistema di Interscambio delivers: a code of its own, or certified mail."""
    if "@" in address:
        return f"PEC {address}"
    if len(address) in _DESTINATION_LENGTHS:
        return formats.word("Codice destinatario {code}", code=address)
    return address
