"""Decide from the headers of a file what each of its columns becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from backend.imports.errors import HeaderUnknown
from backend.imports.formats import FileFormat, recognise_format
from backend.imports.headers import Meaning, understand
from backend.imports.vocabulary import ADDRESS_FIELDS, Field


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
class ColumnPlan:
    """What each column becomes. ``single`` are fields with one value: the first that is not
    empty counts. ``ignored`` are the places of columns that are not imported."""

    header: tuple[str, ...]
    format: FileFormat
    single: Mapping[Field, tuple[int, ...]]
    emails: tuple[ValueColumns, ...]
    phones: tuple[ValueColumns, ...]
    addresses: tuple[AddressColumns, ...]
    ignored: tuple[int, ...]
    used: tuple[int, ...]


def plan_columns(
    header: Sequence[str], choices: Mapping[int, Meaning | None] | None = None
) -> ColumnPlan:
    """Understand a whole header row; ``choices`` override the guess for some columns.

    Raises:
        HeaderUnknown: no column would give a contact a name, an e-mail, a phone or a company.
    """
    guesses = [understand(name) for name in header]
    for place, choice in (choices or {}).items():
        guesses[place] = choice
    file_format = recognise_format(header)
    meanings = _resolve_names(_resolve_titles(guesses))
    single = _single_columns(meanings)
    emails = _email_columns(meanings)
    phones = _phone_columns(meanings)
    naming = (Field.GIVEN_NAME, Field.FAMILY_NAME, Field.FULL_NAME, Field.COMPANY)
    if not emails and not phones and not any(name in single for name in naming):
        raise HeaderUnknown(columns=len(header))
    if file_format is not FileFormat.CARNET:
        emails = _share_status(meanings, emails)
    addresses = _address_columns(meanings)
    used = _used(single, emails, phones, addresses)
    return ColumnPlan(
        header=tuple(header),
        format=file_format,
        single=single,
        emails=emails,
        phones=phones,
        addresses=addresses,
        ignored=tuple(place for place in range(len(header)) if place not in used),
        used=tuple(sorted(used)),
    )


def _resolve_titles(meanings: list[Meaning | None]) -> list[Meaning | None]:
    """Take "Title" for a position only where nothing else is one."""
    named = any(meaning and meaning.field is Field.POSITION for meaning in meanings)
    return [
        (None if named else replace(meaning, field=Field.POSITION))
        if meaning and meaning.field is Field.TITLE
        else meaning
        for meaning in meanings
    ]


def _resolve_names(meanings: list[Meaning | None]) -> list[Meaning | None]:
    """Decide what "Name", "Nom" and "Nome" stand for beside the other columns.

    French files have "Nom" beside "Prénom" for the family name, Italian ones "Nome" beside
    "Cognome" for the given name. Alone it is the whole name, which is never split.
    """
    fields = {meaning.field for meaning in meanings if meaning}
    given, family = Field.GIVEN_NAME in fields, Field.FAMILY_NAME in fields
    if given and not family:
        name = Field.FAMILY_NAME
    elif family and not given:
        name = Field.GIVEN_NAME
    else:
        name = Field.FULL_NAME
    return [
        replace(meaning, field=name) if meaning and meaning.field is Field.NAME else meaning
        for meaning in meanings
    ]


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


def _single_columns(meanings: Sequence[Meaning | None]) -> dict[Field, tuple[int, ...]]:
    columns: dict[Field, tuple[int, ...]] = {}
    for place, meaning in enumerate(meanings):
        if meaning and meaning.field in _SINGLE:
            columns[meaning.field] = (*columns.get(meaning.field, ()), place)
    return columns


def _email_columns(meanings: Sequence[Meaning | None]) -> tuple[ValueColumns, ...]:
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


def _phone_columns(meanings: Sequence[Meaning | None]) -> tuple[ValueColumns, ...]:
    beside = _Beside(meanings)
    return tuple(
        ValueColumns(place, meaning.kind, beside.take(Field.PHONE_KIND, meaning))
        for place, meaning in enumerate(meanings)
        if meaning and meaning.field is Field.PHONE
    )


class _Beside:
    """The columns that say more about the n-th value of another field, each used once."""

    def __init__(self, meanings: Sequence[Meaning | None]) -> None:
        self._places: dict[tuple[Field, int], int] = {}
        for place, meaning in enumerate(meanings):
            if meaning:
                self._places.setdefault((meaning.field, meaning.ordinal), place)

    def take(self, field: Field, value: Meaning) -> int | None:
        # Only "E-mail 2" has an "E-mail 2 type"; "Work e-mail" says its own kind.
        return None if value.kind else self._places.pop((field, value.ordinal), None)


def _share_status(
    meanings: Sequence[Meaning | None], emails: tuple[ValueColumns, ...]
) -> tuple[ValueColumns, ...]:
    """Let a single status column, as other programs have it, speak for every e-mail."""
    places = [
        place
        for place, meaning in enumerate(meanings)
        if meaning and meaning.field is Field.EMAIL_STATUS
    ]
    if len(places) != 1:
        return emails
    return tuple(replace(columns, status_column=places[0]) for columns in emails)


def _address_columns(meanings: Sequence[Meaning | None]) -> tuple[AddressColumns, ...]:
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


def _used(
    single: Mapping[Field, tuple[int, ...]],
    emails: Sequence[ValueColumns],
    phones: Sequence[ValueColumns],
    addresses: Sequence[AddressColumns],
) -> set[int]:
    places = {place for group in single.values() for place in group}
    beside: list[int | None] = []
    for columns in (*emails, *phones):
        places.add(columns.value)
        beside += [columns.kind_column, columns.status_column, columns.since_column]
    for address in addresses:
        places.update(place for group in address.parts.values() for place in group)
        beside.append(address.kind_column)
    return places | {place for place in beside if place is not None}
