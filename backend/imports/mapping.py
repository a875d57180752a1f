"""Decide from the headers of a file what each of its columns becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.rows import FieldRow
from backend.imports.columns import (
    AddressColumns,
    CustomColumns,
    ValueColumns,
    address_columns,
    email_columns,
    phone_columns,
    share_status,
    single_columns,
    used_places,
)
from backend.imports.contents import value_kind
from backend.imports.customs import AccountFields, custom_columns
from backend.imports.errors import HeaderUnknown
from backend.imports.formats import FileFormat, recognise_format
from backend.imports.guessing import guess_by_content
from backend.imports.headers import understand
from backend.imports.readings import ISO, Habits, judge
from backend.imports.targets import (
    SKIP,
    StandardTarget,
    Target,
    field_of,
)
from backend.imports.titles import resolve_titles
from backend.imports.vocabulary import Field


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """One column: its header, what it becomes, and whether that was guessed rather than chosen."""

    header: str
    target: Target
    is_guess: bool
    value_kind: CustomFieldKind = CustomFieldKind.TEXT
    """The type that a custom field made of it should have."""


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """What each column becomes. ``single`` are fields with one value: the first that is not
    empty counts. ``ignored`` are the places of columns that are not imported."""

    columns: tuple[PlannedColumn, ...]
    format: FileFormat
    single: Mapping[Field, tuple[int, ...]]
    emails: tuple[ValueColumns, ...]
    phones: tuple[ValueColumns, ...]
    addresses: tuple[AddressColumns, ...]
    customs: tuple[CustomColumns, ...]
    ignored: tuple[int, ...]
    used: tuple[int, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple([column.header for column in self.columns])

    @property
    def new_fields(self) -> tuple[CustomColumns, ...]:
        """The custom fields that are still to be made."""
        return tuple(columns for columns in self.customs if columns.field_id is None)

    @property
    def field_ids(self) -> frozenset[int]:
        """The custom fields of the account that columns become."""
        return frozenset(each.field_id for each in self.customs if each.field_id is not None)

    def with_fields(self, ids: Sequence[int]) -> ColumnPlan:
        """Return the plan once its new fields are made, ``ids`` being theirs."""
        made = iter(ids)
        customs = tuple(
            replace(columns, field_id=next(made)) if columns.field_id is None else columns
            for columns in self.customs
        )
        return replace(self, customs=customs)

    def require_people(self) -> None:
        """Refuse a plan by which nobody would get a name, an e-mail, a phone or a company.

        Raises:
            HeaderUnknown
        """
        naming = (Field.GIVEN_NAME, Field.FAMILY_NAME, Field.FULL_NAME, Field.COMPANY)
        if not (self.emails or self.phones or any(name in self.single for name in naming)):
            raise HeaderUnknown(columns=len(self.columns))


def plan_columns(
    header: Sequence[str],
    choices: Mapping[int, Target] | None = None,
    fields: Sequence[FieldRow] = (),
    *,
    rows: Sequence[Sequence[str]] = (),
    usual: Habits = ISO,
    file_format: FileFormat | None = None,
    labelled: int = 0,
) -> ColumnPlan:
    """Understand a whole header row; ``choices`` override the guess for some columns.

    ``fields`` are the custom fields of the account. A column that was chosen for one that is there
    no more is guessed again. ``rows`` are the first of the file; where they leave open how numbers
    and days are written, it is as ``usual``. ``file_format`` is known of what is no table. The last
    columns, ``labelled`` many, are custom fields where the file comes from.
    """
    own = AccountFields(fields)
    chosen = {
        place: own.settled(choice)
        for place, choice in (choices or {}).items()
        if own.has(choice) and place < len(header)
    }
    others = len(header) - labelled
    guesses: list[Target] = [_guess(name, own) for name in header[:others]]
    for place, name in enumerate(header[others:], others):
        guesses.append(own.kept(name, value_kind([row[place] for row in rows])))
    targets = [chosen.get(place) or guess for place, guess in enumerate(guesses)]
    file_format = file_format or recognise_format(header)
    if file_format is FileFormat.OTHER:
        targets = guess_by_content(header, targets, rows, frozenset(chosen))
    targets = _resolve_names(resolve_titles(targets, rows))
    meanings = [each if isinstance(each, StandardTarget) else None for each in targets]
    single = single_columns(meanings)
    emails = email_columns(meanings)
    phones = phone_columns(meanings)
    if file_format is not FileFormat.CARNET:
        emails = share_status(meanings, emails)
    addresses = address_columns(meanings)
    if file_format is FileFormat.CARNET:
        usual = ISO
    customs = custom_columns(targets, own)
    customs = tuple(_judged(columns, rows, usual) for columns in customs)
    used = used_places(single, emails, phones, addresses, customs)
    return ColumnPlan(
        columns=tuple(
            PlannedColumn(
                name, target, place not in chosen, value_kind([row[place] for row in rows])
            )
            for place, (name, target) in enumerate(zip(header, targets, strict=True))
        ),
        format=file_format,
        single=single,
        emails=emails,
        phones=phones,
        addresses=addresses,
        customs=customs,
        ignored=tuple(place for place in range(len(header)) if place not in used),
        used=tuple(sorted(used)),
    )


def _guess(name: str, own: AccountFields) -> Target:
    return own.exported(name) or understand(name) or own.named(name) or SKIP


def _judged(columns: CustomColumns, rows: Sequence[Sequence[str]], usual: Habits) -> CustomColumns:
    cells = [row[place] for row in rows for place in columns.places]
    return replace(columns, habits=judge(cells, usual))


def _resolve_names(targets: list[Target]) -> list[Target]:
    """Decide what "Name", "Nom" and "Nome" stand for beside the other columns.

    French files have "Nom" beside "Prénom" for the family name, Italian ones "Nome" beside
    "Cognome" for the given name. Alone it is the whole name, which is never split.
    """
    fields = set(map(field_of, targets))
    given, family = Field.GIVEN_NAME in fields, Field.FAMILY_NAME in fields
    if given and not family:
        name = Field.FAMILY_NAME
    elif family and not given:
        name = Field.GIVEN_NAME
    else:
        name = Field.FULL_NAME
    return [
        replace(target, field=name)
        if isinstance(target, StandardTarget) and target.field is Field.NAME
        else target
        for target in targets
    ]
