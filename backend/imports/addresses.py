"""Put the cells of one postal address together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from backend.imports.contact import ImportedAddress
from backend.imports.countries import country_code
from backend.imports.values import lines_of, one_line
from backend.imports.vocabulary import Field

Texts = Mapping[Field, Sequence[str]]
"""The cells of one address that are not empty, by what they hold."""


def exact_address(kind: str | None, texts: Texts) -> ImportedAddress:
    """Return an address of our own format, to the letter."""

    def part(field: Field) -> str:
        return texts[field][0] if field in texts else ""

    return ImportedAddress(
        kind=kind,
        street=part(Field.STREET),
        extended=part(Field.EXTENDED),
        city=part(Field.CITY),
        region=part(Field.REGION),
        postal_code=part(Field.POSTAL_CODE),
        country_code=part(Field.COUNTRY),
    )


def tidy_address(kind: str | None, texts: Texts) -> ImportedAddress:
    """Return an address of another program's file.

    The first line is the street, the others are beside it. Nothing is dropped: a country
    that has no code stays as text at the end.
    """

    def part(field: Field) -> str:
        return one_line(" ".join(texts[field])) if field in texts else ""

    lines = [line for cell in texts.get(Field.STREET, ()) for line in lines_of(cell)]
    extended = [line for cell in texts.get(Field.EXTENDED, ()) for line in lines_of(cell)]
    whole = [line for cell in texts.get(Field.ADDRESS, ()) for line in lines_of(cell)]
    if not lines:
        lines = _not_repeated(whole, texts)
    street, *more = lines or [""]
    if number := part(Field.HOUSE_NUMBER):
        street = f"{street} {number}".strip()
    if box := part(Field.PO_BOX):
        more.append(f"PO Box {box}" if box.isdigit() else box)
    country = part(Field.COUNTRY)
    code = country_code(country) if country else None
    if country and code is None:
        extended.append(country)
    return ImportedAddress(
        kind=kind,
        street=street,
        extended=", ".join([*more, *extended]),
        city=part(Field.CITY),
        region=part(Field.REGION),
        postal_code=part(Field.POSTAL_CODE),
        country_code=code or "",
    )


def _not_repeated(whole: list[str], texts: Texts) -> list[str]:
    """Return the lines of a formatted address that its other columns do not say again."""
    fields = (Field.CITY, Field.POSTAL_CODE, Field.COUNTRY)
    said = [text.strip() for field in fields for text in texts.get(field, ())]
    return whole[:1] + [line for line in whole[1:] if not any(text in line for text in said)]
