"""A book to import into, and files to import."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from backend.contacts.filters import EVERYONE
from backend.contacts.queries.pages import contacts_page
from backend.contacts.rows import EVERYTHING, ContactRow
from backend.contacts.sorting import ContactSort, ContactSortField
from backend.core.paging import PageRequest
from backend.core.permissions import Actor
from backend.custom_fields.service import fields_of
from backend.imports.service import Existing, ImportOptions, ImportReport, import_file
from backend.imports.source import SourceOptions
from backend.imports.targets import Target
from tests.factories.accounts import new_owner
from tests.fixtures.databases import TestDatabase


class Book:
    """An account, imported into and read back."""

    def __init__(self, actor: Actor, folder: Path) -> None:
        self.actor = actor
        self.folder = folder
        self.rejects = folder / "rejected.csv"

    def write(self, text: str, encoding: str = "utf-8") -> Path:
        """Write a file to import."""
        path = self.folder / "people.csv"
        path.write_bytes(text.encode(encoding))
        return path

    async def take(
        self,
        rows: Sequence[dict[str, str]] | str,
        *,
        existing: Existing = Existing.SKIP,
        subscribed: bool = False,
        labels: tuple[str, ...] = (),
        dry_run: bool = False,
        encoding: str = "utf-8",
        choices: Mapping[int, Target] | None = None,
    ) -> ImportReport:
        """Import rows, or the text of a whole file."""
        options = ImportOptions(
            existing=existing,
            subscribed=subscribed,
            consent_source="Fair" if subscribed else "",
            labels=labels,
            rejects=self.rejects,
            dry_run=dry_run,
            source=SourceOptions(choices=choices),
        )
        text = rows if isinstance(rows, str) else table(rows)
        return await import_file(self.actor, self.write(text, encoding), options)

    async def contacts(self) -> list[ContactRow]:
        """Return up to two hundred contacts, in the order in which they were made."""
        page = await contacts_page(
            self.actor,
            EVERYONE,
            ContactSort(ContactSortField.CREATED),
            PageRequest.of(first=200),
            EVERYTHING,
        )
        return sorted(page.rows, key=lambda row: row.pk)

    async def only(self) -> ContactRow:
        """Return the one contact that there is."""
        [contact] = await self.contacts()
        return contact

    async def fields(self) -> list[tuple[str, str, int]]:
        """Return the custom fields: name, type, and how many contacts have a value."""
        found = await fields_of(self.actor.account_id)
        return [(field.name, field.kind, field.contact_count) for field in found]

    async def values(self) -> list[dict[str, str]]:
        """Return what each contact has in the custom fields."""
        return [
            {value.field.name: value.kept for value in contact.values}
            for contact in await self.contacts()
        ]

    def rejected(self) -> list[dict[str, str]]:
        """Return the rows of the report."""
        with self.rejects.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))


def table(rows: Sequence[dict[str, str]]) -> str:
    """Write rows as CSV; their columns are those of any."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@pytest.fixture
async def book(database: TestDatabase, tmp_path: Path) -> Book:
    """The book of an account in Italy, empty."""
    return Book((await new_owner()).actor, tmp_path)
