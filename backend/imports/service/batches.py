"""The rows of an open file, batch by batch, as what they would make. Knows no database.

Reading and understanding rows is the longer half of an import's work, and can be done in a thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from backend.core.errors import Refusal
from backend.imports.drafting import StatusRule, draft_contact
from backend.imports.formats import FileFormat
from backend.imports.mapping import ColumnPlan
from backend.imports.parsing import RowParser
from backend.imports.people import identity_of
from backend.imports.reader import RefusedRow, Row
from backend.imports.service.refused import Refused, left_out, refused_text, without_bad_emails
from backend.imports.service.writing import Entry, Written
from backend.imports.source import Source


@dataclass(frozen=True, slots=True)
class Common:
    """What all rows of an import share: labels for everybody, and the account's country."""

    country: str
    subscribed: bool = False
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows. ``start`` and ``end`` are how many records of the file lie before and up to it.

    ``ignored`` are headers of columns that are not imported and turned out to hold something.
    """

    start: int
    end: int
    entries: list[Entry]
    refused: list[Refused]
    ignored: list[str]
    bytes_read: int


class BatchReader:
    """Reads a file in batches, once. ``plan`` is the source's, its new fields made or not."""

    def __init__(self, source: Source, plan: ColumnPlan, common: Common) -> None:
        self.place = 0
        self._source = source
        self._rows = source.rows
        self._parser = RowParser(plan)
        self._rule = StatusRule(common.subscribed, plan.format is FileFormat.CARNET)
        self._common = common
        self._unread = list(plan.ignored)

    def skip(self, records: int) -> None:
        """Pass over records that were dealt with before."""
        self.place += sum(1 for _ in islice(self._rows, records))

    def read(self, size: int) -> Batch | None:
        """Return the next batch of up to ``size`` records, None at the end of the file."""
        rows = list(islice(self._rows, size))
        if not rows:
            return None
        start, self.place = self.place, self.place + len(rows)
        entries: list[Entry] = []
        refused: list[Refused] = []
        ignored: list[str] = []
        for row in rows:
            if isinstance(row, RefusedRow):
                refused.append(Refused(row, row.refusal))
                continue
            ignored += self._newly_filled(row)
            try:
                entries.append(self._entry(row))
            except Refusal as refusal:
                refused.append(Refused(row, refusal))
        return Batch(start, self.place, entries, refused, ignored, self._source.bytes_read)

    def _entry(self, row: Row) -> Entry:
        contact = self._parser.parse(row.cells)
        draft = draft_contact(contact, self._rule, self._common.labels)
        person = identity_of(draft, self._common.country)
        if len(person.emails) < len(draft.emails):
            contact = without_bad_emails(contact)
            draft = draft_contact(contact, self._rule, self._common.labels)
            person = identity_of(draft, self._common.country)
        return Entry(row, draft, person, contact.left_out)

    def _newly_filled(self, row: Row) -> list[str]:
        filled = [place for place in self._unread if row.cells[place].strip()]
        for place in filled:
            self._unread.remove(place)
        return [self._source.plan.header[place] for place in filled]


def faults(batch: Batch, written: Written) -> Sequence[Refused]:
    """Return the rows of a batch that stay out, or came in without a cell, in their order."""
    rejected = {entry.row.number for entry, _ in written.rejected}
    found = [
        *batch.refused,
        *(
            Refused(entry.row, refusal, refused_text(entry.draft, refusal.path))
            for entry, refusal in written.rejected
        ),
        *(
            left_out(entry.row, cell)
            for entry in batch.entries
            if entry.left_out and entry.row.number not in rejected
            for cell in entry.left_out
        ),
    ]
    return sorted(found, key=lambda fault: fault.row.number)
