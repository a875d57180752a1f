"""What a contact has at all, as the bits of one number: a list of all who lack something is then a
few stretches of one index.
"""

from __future__ import annotations

from collections.abc import Iterable

from backend.contacts.kinds import ContactPart

BITS = {
    part: 1 << place
    for place, part in enumerate(
        (
            ContactPart.EMAIL,
            ContactPart.PHONE,
            ContactPart.ADDRESS,
            ContactPart.CITY,
            ContactPart.POSTAL_CODE,
            ContactPart.COUNTRY,
            ContactPart.PHOTO,
            ContactPart.OPEN_TASK,
        )
    )
}
"""Stored: a part keeps its bit for ever."""

OUTER = frozenset({ContactPart.OPEN_TASK})
"""Parts that other domains keep, and say so (see ``service.parts``)."""


def bits_of(parts: Iterable[ContactPart]) -> int:
    """Return the number of what a contact has."""
    return sum(BITS[part] for part in set(parts))


def outer_bits(holdings: int) -> int:
    """Return what of the number is of parts that other domains keep."""
    return holdings & bits_of(OUTER)


def photo_bit(photo_key: str | None) -> int:
    """Return what a photo adds to the number."""
    return 0 if photo_key is None else BITS[ContactPart.PHOTO]


def numbers_with(part: ContactPart, *, held: bool) -> list[int]:
    """Return all the numbers that say that a contact has a part, or has it not."""
    return [number for number in range(1 << len(BITS)) if bool(number & BITS[part]) is held]
