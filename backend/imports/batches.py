"""The rows of an open file, batch by batch, as what they would make. Knows no database.

Reading and understanding rows is the longer half of an import's work: ``reading`` has it done in a
process of its own, which loads nothing but what is imported here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import islice

from backend.contacts.drafts import ContactDraft
from backend.contacts.judging import Judged, Rules, judged
from backend.core.errors import Refusal
from backend.imports.contact import LeftOut
from backend.imports.drafting import StatusRule, draft_contact
from backend.imports.formats import FileFormat
from backend.imports.mapping import ColumnPlan
from backend.imports.parsing import RowParser
from backend.imports.people import Identity, identity_of
from backend.imports.reader import RefusedRow, Row
from backend.imports.refused import Refused, without_bad_emails
from backend.imports.source import Source


@dataclass(frozen=True, slots=True)
class Common:
    """What all rows of an import share: labels for everybody, the account's country, and the day
    on which they agreed to campaigns.
    """

    country: str
    subscribed: bool = False
    labels: tuple[str, ...] = ()
    consent_date: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that could be read, what it would make, and the cells left out of that.

    ``judged`` is the draft as the contacts domain takes it, by the rules of its batch.
    """

    row: Row
    draft: ContactDraft
    person: Identity
    left_out: Sequence[LeftOut] = ()
    judged: Judged | None = None


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
    rules: Rules | None = None


class BatchReader:
    """Reads a file in batches, once. ``plan`` is the source's, its new fields made or not.

    With ``rules`` the drafts are judged by them: most of what is left to do but for writing.
    """

    def __init__(
        self, source: Source, plan: ColumnPlan, common: Common, rules: Rules | None = None
    ) -> None:
        self.place = 0
        self._source = source
        self._rows = source.rows
        self._parser = RowParser(plan)
        self._rule = _rule_of(common, plan.format)
        self._common = common
        self._rules = rules
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
        bytes_read = self._source.bytes_read
        return Batch(start, self.place, entries, refused, ignored, bytes_read, self._rules)

    def _entry(self, row: Row) -> Entry:
        contact = self._parser.parse(row.cells)
        draft = draft_contact(contact, self._rule, self._common.labels)
        person = identity_of(draft, self._common.country)
        if len(person.emails) < len(draft.emails):
            contact = without_bad_emails(contact)
            draft = draft_contact(contact, self._rule, self._common.labels)
            person = identity_of(draft, self._common.country)
        found = None if self._rules is None else judged(draft, self._rules)
        return Entry(row, draft, person, contact.left_out, found)

    def _newly_filled(self, row: Row) -> list[str]:
        filled = [place for place in self._unread if row.cells[place].strip()]
        for place in filled:
            self._unread.remove(place)
        return [self._source.plan.header[place] for place in filled]


def _rule_of(common: Common, format: FileFormat) -> StatusRule:
    day = common.consent_date
    since = None if day is None else datetime.combine(day, time(), UTC)
    return StatusRule(common.subscribed, format is FileFormat.CARNET, since)
