"""Import a file of contacts, batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from backend.contacts.limits import BATCH
from backend.contacts.service.finding import account_country
from backend.core.errors import Refusal
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.service import fields_of
from backend.imports.contact import ImportedContact
from backend.imports.drafting import StatusRule, draft_contact
from backend.imports.events import ImportFinished, ImportStarted
from backend.imports.formats import FileFormat
from backend.imports.parsing import RowParser
from backend.imports.people import identity_of
from backend.imports.reader import RefusedRow, Row
from backend.imports.rejects import RejectsReport, open_report
from backend.imports.service.new_fields import make_fields
from backend.imports.service.options import ImportOptions
from backend.imports.service.refused import Refused, left_out, refused_text, without_bad_emails
from backend.imports.service.report import ImportReport, Progress
from backend.imports.service.trial import TrialWriter
from backend.imports.service.writing import BatchWriter, Entry, Written
from backend.imports.source import Source, open_source
from backend.labels.service import LabelNames


async def import_file(
    actor: Actor, path: Path, options: ImportOptions, progress: Progress | None = None
) -> ImportReport:
    """Bring the contacts of a file into the actor's account.

    Rows are written a thousand to a transaction; memory does not grow with the file. A crash
    leaves whole batches, and importing again finds them there. A row that cannot be imported is
    counted, written to ``options.rejects`` with the reason, and does not hold up the others. Nor
    does an e-mail that is none: it is left out of its row, and written there too.

    Raises:
        FieldNameTaken, FieldNameReserved, TooManyFields: a custom field of the file cannot be
            made; nothing is written.
        FileRefused: the file cannot be read as a list of contacts; nothing is written.
        Refusal: one of ``options.labels`` cannot be a label; nothing is written.
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    fields = await fields_of(actor.account_id)
    country = await account_country(actor.account_id)
    with open_source(path, options.source, fields=fields, country=country) as source:
        source.plan.require_people()
        header, separator = source.plan.header, source.separator or ","
        with open_report(options.rejects, path, header, separator) as rejects:
            run = await _Import.start(actor, path, source, options, rejects, country)
            for batch in _batches(source.rows, BATCH):
                await run.take(batch)
                if progress is not None:
                    progress(run.report)
            await run.finish()
    return run.report


class _Import:
    """One import under way."""

    def __init__(
        self,
        actor: Actor,
        name: str,
        source: Source,
        options: ImportOptions,
        rejects: RejectsReport,
        country: str,
    ) -> None:
        self.report = ImportReport(
            kind=source.kind,
            sheet=source.sheet,
            notices=source.notices,
            format=source.plan.format,
            encoding=source.encoding,
            separator=source.separator,
            bytes_total=source.size_bytes,
        )
        self._actor = actor
        self._name = name
        self._source = source
        self._options = options
        self._rejects = rejects
        self._parser = RowParser(source.plan)
        self._rule = StatusRule(options.subscribed, source.plan.format is FileFormat.CARNET)
        self._country = country
        self._writer: BatchWriter | TrialWriter = TrialWriter(actor, options.existing)
        self._unread = list(source.plan.ignored)

    @staticmethod
    async def start(
        actor: Actor,
        path: Path,
        source: Source,
        options: ImportOptions,
        rejects: RejectsReport,
        country: str,
    ) -> _Import:
        """Prepare what all rows share, and write down that the import begins."""
        run = _Import(actor, path.name, source, options, rejects, country)
        (await LabelNames.read(actor)).check(options.labels)
        if options.dry_run:
            return run
        started = ImportStarted(
            actor.account_id,
            file=path.name,
            subscribed=options.subscribed,
            consent_source=options.consent_source,
        )
        async with unit_of_work(actor) as unit:
            unit.record(started)
            made = await make_fields(unit, source.plan.new_fields)
        plan = source.plan.with_fields(made.ids)
        run._parser = RowParser(plan)
        run._writer = BatchWriter(actor, options.existing, plan.field_ids)
        return run

    async def take(self, batch: Sequence[Row | RefusedRow]) -> None:
        """Import one batch of rows."""
        refused: list[Refused] = []
        parsed: list[tuple[Row, ImportedContact]] = []
        for row in batch:
            if isinstance(row, RefusedRow):
                refused.append(Refused(row, row.refusal))
                continue
            self._note_ignored(row)
            try:
                parsed.append((row, self._parser.parse(row.cells)))
            except Refusal as refusal:
                refused.append(Refused(row, refusal))
        entries = [self._entry(row, contact) for row, contact in parsed]
        written = await self._writer.write(entries)
        rejected = {entry.row.number for entry, _ in written.rejected}
        refused += (
            left_out(entry.row, cell)
            for entry in entries
            if entry.left_out and entry.row.number not in rejected
            for cell in entry.left_out
        )
        self._count(written, refused)

    def _entry(self, row: Row, contact: ImportedContact) -> Entry:
        draft = draft_contact(contact, self._rule, self._options.labels)
        person = identity_of(draft, self._country)
        if len(person.emails) < len(draft.emails):
            contact = without_bad_emails(contact)
            draft = draft_contact(contact, self._rule, self._options.labels)
            person = identity_of(draft, self._country)
        return Entry(row, draft, person, contact.left_out)

    async def finish(self) -> None:
        """Write down that the file was read to its end."""
        if self._rejects.count:
            self.report.rejects = self._options.rejects
        if self._options.dry_run:
            return
        finished = ImportFinished(
            self._actor.account_id,
            file=self._name,
            created=self.report.created,
            updated=self.report.updated,
            duplicates=self.report.duplicates,
            rejected=self.report.rejected,
        )
        async with unit_of_work(self._actor) as unit:
            unit.record(finished)

    def _count(self, written: Written, refused: list[Refused]) -> None:
        self.report.created += written.created
        self.report.updated += written.updated
        self.report.duplicates += written.duplicates
        refused += (
            Refused(entry.row, refusal, refused_text(entry.draft, refusal.path))
            for entry, refusal in written.rejected
        )
        for item in sorted(refused, key=lambda item: item.row.number):
            if item.imported:
                self.report.left_out += 1
            else:
                self.report.reject(item.refusal.code)
            row = item.row
            self._rejects.add(
                *(row.number, row.line, row.cells, item.refusal, item.text), imported=item.imported
            )
        self.report.bytes_read = self._source.bytes_read

    def _note_ignored(self, row: Row) -> None:
        filled = [place for place in self._unread if row.cells[place].strip()]
        for place in filled:
            self._unread.remove(place)
            self.report.ignored.append(self._source.plan.header[place])


def _batches(rows: Iterable[Row | RefusedRow], size: int) -> Iterator[Sequence[Row | RefusedRow]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, size)):
        yield batch
