"""Which columns of a row make one value of a contact together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from backend.custom_fields.kinds import CustomFieldKind
from backend.imports.readings import ISO, Habits
from backend.imports.targets import StandardTarget
from backend.imports.vocabulary import ADDRESS_FIELDS, Field

Meanings = Sequence[StandardTarget | None]
"""What each column is of the standard fields, if it is one."""


@dataclass(frozen=True, slots=True)
class ValueColumns:
    """The columns of one e-mail or one phone, by their place in the row."""

    value: int
    kind: str | None = None
    kind_column: int | None = None
    status_column: int | None = None
    since_column: int | None = None


@dataclass(frozen=True, slots=True)
class AddressColumns:
    """The columns of one postal address; several of one field are its lines, in order."""

    kind: str | None
    kind_column: int | None
    parts: Mapping[Field, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class CustomColumns:
    """The columns of one custom field: the first that is not empty counts.

    ``field_id`` is None while the field is still to be made. ``habits`` are of whoever wrote it.
    """

    name: str
    kind: CustomFieldKind
    places: tuple[int, ...]
    field_id: int | None = None
    habits: Habits = ISO


_SINGLE = frozenset(
    {
        Field.IDENTITY,
        Field.GIVEN_NAME,
        Field.MIDDLE_NAME,
        Field.FAMILY_NAME,
        Field.FULL_NAME,
        Field.COMPANY,
        Field.POSITION,
        Field.LABELS,
        Field.LABEL_COLORS,
        Field.CREATED,
        Field.LAST_ACTIVITY,
    }
)


def single_columns(meanings: Meanings) -> dict[Field, tuple[int, ...]]:
    """Return the columns of each field that has one value."""
    columns: dict[Field, tuple[int, ...]] = {}
    for place, meaning in enumerate(meanings):
        if meaning and meaning.field in _SINGLE:
            columns[meaning.field] = (*columns.get(meaning.field, ()), place)
    return columns


def email_columns(meanings: Meanings) -> tuple[ValueColumns, ...]:
    """Return the columns of each e-mail."""
    beside = _Beside(meanings)
    return tuple(
        ValueColumns(
            place,
            meaning.kind,
            beside.take(Field.EMAIL_KIND, meaning),
            beside.take(Field.EMAIL_STATUS, meaning),
            beside.take(Field.EMAIL_STATUS_SINCE, meaning),
        )
        for place, meaning in enumerate(meanings)
        if meaning and meaning.field is Field.EMAIL
    )


def phone_columns(meanings: Meanings) -> tuple[ValueColumns, ...]:
    """Return the columns of each phone."""
    beside = _Beside(meanings)
    return tuple(
        ValueColumns(place, meaning.kind, beside.take(Field.PHONE_KIND, meaning))
        for place, meaning in enumerate(meanings)
        if meaning and meaning.field is Field.PHONE
    )


class _Beside:
    """The columns that say more about the n-th value of another field, each used once."""

    def __init__(self, meanings: Meanings) -> None:
        self._places: dict[tuple[Field, int], int] = {}
        for place, meaning in enumerate(meanings):
            if meaning:
                self._places.setdefault((meaning.field, meaning.ordinal), place)

    def take(self, field: Field, value: StandardTarget) -> int | None:
        # Only "E-mail 2" has an "E-mail 2 type"; "Work e-mail" says its own kind.
        return None if value.kind else self._places.pop((field, value.ordinal), None)


def share_status(meanings: Meanings, emails: tuple[ValueColumns, ...]) -> tuple[ValueColumns, ...]:
    """Let a single status column, as other programs have it, speak for every e-mail."""
    places = [
        place
        for place, meaning in enumerate(meanings)
        if meaning and meaning.field is Field.EMAIL_STATUS
    ]
    if len(places) != 1:
        return emails
    return tuple(replace(columns, status_column=places[0]) for columns in emails)


def address_columns(meanings: Meanings) -> tuple[AddressColumns, ...]:
    """Return the columns of each postal address."""
    parts: dict[tuple[str | None, int], dict[Field, list[tuple[int, int]]]] = {}
    kinds: dict[int, int] = {}
    for place, meaning in enumerate(meanings):
        if meaning is None:
            continue
        if meaning.field in ADDRESS_FIELDS:
            of_address = parts.setdefault((meaning.kind, meaning.ordinal), {})
            of_address.setdefault(meaning.field, []).append((meaning.line, place))
        elif meaning.field is Field.ADDRESS_KIND:
            kinds.setdefault(meaning.ordinal, place)
    return tuple(
        AddressColumns(
            kind,
            kinds.get(ordinal) if kind is None else None,
            {
                name: tuple(place for _, place in sorted(places))
                for name, places in of_address.items()
            },
        )
        for (kind, ordinal), of_address in parts.items()
    )


def used_places(
    single: Mapping[Field, tuple[int, ...]],
    emails: Sequence[ValueColumns],
    phones: Sequence[ValueColumns],
    addresses: Sequence[AddressColumns],
    customs: Sequence[CustomColumns],
) -> set[int]:
    """Return the places of all columns that are imported."""
    places = {place for group in single.values() for place in group}
    places.update(place for columns in customs for place in columns.places)
    beside: list[int | None] = []
    for columns in (*emails, *phones):
        places.add(columns.value)
        beside += [columns.kind_column, columns.status_column, columns.since_column]
    for address in addresses:
        places.update(place for group in address.parts.values() for place in group)
        beside.append(address.kind_column)
    return places | {place for place in beside if place is not None}
