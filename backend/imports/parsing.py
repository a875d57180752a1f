"""Turn the cells of a row into a contact, by the plan of its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from backend.core.cells import parse_list, restored
from backend.core.errors import InvalidCharacters, Refusal
from backend.custom_fields.values import FieldValue
from backend.imports.addresses import exact_address, tidy_address
from backend.imports.columns import AddressColumns, CustomColumns, ValueColumns
from backend.imports.contact import (
    ImportedAddress,
    ImportedContact,
    ImportedEmail,
    ImportedPhone,
    LeftOut,
)
from backend.imports.errors import DateInvalid, NothingToImport, UndecodableText
from backend.imports.formats import FileFormat
from backend.imports.headers import kind_of
from backend.imports.mapping import ColumnPlan
from backend.imports.readings import read_value
from backend.imports.values import (
    one_line,
    parse_instant,
    parse_status,
    split_emails,
    split_labels,
    split_phones,
)
from backend.imports.vocabulary import Field

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_UNFIT = re.compile(f"{_SURROGATE.pattern}|{_CONTROL.pattern}")
_NOT_DIALLED = re.compile(r"[^\w+]|_")
_EXCHANGE_ADDRESS = ("/o=", "/O=")


class RowParser:
    """Reads one row after another by the same plan.

    Files of other programs are tidied: several values in one cell, line breaks, kinds by
    name. Our own are taken to the letter, so that they come back as they were.
    """

    def __init__(self, plan: ColumnPlan) -> None:
        self._plan = plan
        self._exact = plan.format is FileFormat.CARNET
        custom = {place for columns in plan.customs for place in columns.places}
        self._texts = [place for place in plan.used if place not in custom]
        self._header = plan.header
        self._customs = [(columns.places, _reader_of(columns)) for columns in plan.customs]
        self._tidy: Callable[[str], str] = str if self._exact else one_line
        self._addresses_at = [
            (columns, [(place, field) for field, group in columns.parts.items() for place in group])
            for columns in plan.addresses
        ]

    def parse(self, cells: Sequence[str]) -> ImportedContact:
        """Return the contact of a row as wide as the header.

        Raises:
            UndecodableText, InvalidCharacters: a cell that is imported holds what is no text;
                the path is its header.
            DateInvalid: a date in our own format that it does not write.
            NothingToImport: the columns that are imported are all empty.
        """
        self._check_characters(cells)
        contact = ImportedContact(
            company=self._single(cells, Field.COMPANY),
            position=self._single(cells, Field.POSITION),
            emails=list(self._emails(cells)),
            phones=list(self._phones(cells)),
            addresses=list(self._addresses(cells)),
            labels=self._labels(cells),
            identity=self._single(cells, Field.IDENTITY),
        )
        self._values(contact, cells)
        contact.label_colors = self._label_colors(cells, contact.labels)
        self._name(contact, cells)
        contact.created_at = self._instant(cells, self._first(Field.CREATED))
        contact.last_activity_at = self._instant(cells, self._first(Field.LAST_ACTIVITY))
        if not _has_content(contact):
            raise NothingToImport
        return contact

    def _check_characters(self, cells: Sequence[str]) -> None:
        if not _UNFIT.search("\n".join(cells)):
            return
        for place in self._texts:
            if _SURROGATE.search(cells[place]):
                raise UndecodableText((self._header[place],))
            if _CONTROL.search(cells[place]):
                raise InvalidCharacters((self._header[place],))

    def _values(self, contact: ImportedContact, cells: Sequence[str]) -> None:
        for places, read in self._customs:
            for place in places:
                if text := restored(cells[place]).strip():
                    self._value(contact, read, place, text)
                    break

    def _value(self, contact: ImportedContact, read: _ValueReader, place: int, text: str) -> None:
        try:
            value = read(text)
        except Refusal as refusal:
            contact.left_out.append(LeftOut(self._header[place], text, refusal))
            return
        if value is not None:
            contact.values.append(value)

    def _single(self, cells: Sequence[str], field: Field) -> str:
        for place in self._plan.single.get(field, ()):
            if cells[place] and (text := self._tidy(restored(cells[place]))):
                return text
        return ""

    def _first(self, field: Field) -> int | None:
        return next(iter(self._plan.single.get(field, ())), None)

    def _name(self, contact: ImportedContact, cells: Sequence[str]) -> None:
        given = self._single(cells, Field.GIVEN_NAME)
        middle = self._single(cells, Field.MIDDLE_NAME)
        contact.given_name = f"{given} {middle}" if given and middle else given or middle
        contact.family_name = self._single(cells, Field.FAMILY_NAME)
        if not contact.given_name and not contact.family_name:
            whole = self._single(cells, Field.FULL_NAME)
            if whole != contact.company:  # Google files companies under their own name
                contact.given_name = whole

    def _instant(self, cells: Sequence[str], place: int | None) -> datetime | None:
        text = "" if place is None else cells[place].strip()
        instant = parse_instant(text) if text else None
        # Other programs write dates in their own ways; only ours are sure to be wrong.
        if place is not None and text and instant is None and self._exact:
            raise DateInvalid((self._header[place],))
        return instant

    def _emails(self, cells: Sequence[str]) -> Iterable[ImportedEmail]:
        seen: set[str] = set()
        for columns in self._plan.emails:
            if not (text := restored(cells[columns.value]).strip()):
                continue
            kind, column = self._kind(cells, columns), self._header[columns.value]
            status = since = None
            if columns.status_column is not None:
                status = parse_status(cells[columns.status_column])
            if columns.since_column is not None:
                since = self._instant(cells, columns.since_column)
            if text.startswith(_EXCHANGE_ADDRESS) and not self._exact:
                continue
            for address in [text] if self._exact else split_emails(text):
                if address.casefold() in seen and not self._exact:
                    continue
                seen.add(address.casefold())
                yield ImportedEmail(address, kind, status, since, column)

    def _phones(self, cells: Sequence[str]) -> Iterable[ImportedPhone]:
        seen: set[str] = set()
        for columns in self._plan.phones:
            if not (text := restored(cells[columns.value]).strip()):
                continue
            kind = self._kind(cells, columns)
            for number in [text] if self._exact else split_phones(text):
                key = _NOT_DIALLED.sub("", number)
                if key not in seen or self._exact:
                    seen.add(key)
                    yield ImportedPhone(number, kind)

    def _kind(self, cells: Sequence[str], columns: ValueColumns | AddressColumns) -> str | None:
        if columns.kind_column is not None and (text := cells[columns.kind_column]):
            return kind_of(text)
        return columns.kind

    def _labels(self, cells: Sequence[str]) -> list[str]:
        names: dict[str, str] = {}
        for place in self._plan.single.get(Field.LABELS, ()):
            if text := restored(cells[place]):
                for name in split_labels(text, self._plan.format):
                    names.setdefault(name.casefold(), name)
        return list(names.values())

    def _label_colors(self, cells: Sequence[str], labels: Sequence[str]) -> dict[str, str]:
        place = self._first(Field.LABEL_COLORS)
        if place is None or not labels or not cells[place]:
            return {}
        return dict(zip(labels, parse_list(restored(cells[place])), strict=False))

    def _addresses(self, cells: Sequence[str]) -> Iterable[ImportedAddress]:
        for columns, places in self._addresses_at:
            texts: dict[Field, list[str]] = {}
            for place, field in places:
                if cells[place] and (text := restored(cells[place])).strip():
                    texts.setdefault(field, []).append(text)
            if texts:
                kind = self._kind(cells, columns)
                yield exact_address(kind, texts) if self._exact else tidy_address(kind, texts)


_ValueReader = Callable[[str], FieldValue | None]


def _reader_of(columns: CustomColumns) -> _ValueReader:
    """Return what reads the cells of a custom field. Most columns say the same few things."""

    @lru_cache(maxsize=2_048)
    def read(text: str) -> FieldValue | None:
        return read_value(columns.field_id or 0, columns.kind, text, columns.habits, columns.name)

    return read


def _has_content(contact: ImportedContact) -> bool:
    return bool(
        contact.given_name
        or contact.family_name
        or contact.company
        or contact.emails
        or contact.phones
        or contact.addresses
    )
