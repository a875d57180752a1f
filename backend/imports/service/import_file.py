"""Import a file of contacts, batch by batch, as the command does."""

from __future__ import annotations

from pathlib import Path

from backend.contacts.limits import BATCH
from backend.contacts.service.finding import account_country
from backend.contacts.service.preparing import rules_of
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.service import fields_of
from backend.imports.batches import Batch, Common
from backend.imports.events import ImportFinished, ImportStarted
from backend.imports.mapping import ColumnPlan
from backend.imports.reading import FileRequest
from backend.imports.rejects import RejectsReport, open_report
from backend.imports.service.faults import faults
from backend.imports.service.new_fields import make_fields
from backend.imports.service.open_files import OpenFile
from backend.imports.service.options import ImportOptions
from backend.imports.service.report import ImportReport, Progress
from backend.imports.service.trial import TrialWriter
from backend.imports.service.writing import BatchWriter, Written
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
    file = await OpenFile.open(FileRequest(path, options.source, tuple(fields), country))
    try:
        plan = file.opened.plan
        plan.require_people()
        with open_report(
            options.rejects, path, plan.header, file.opened.separator or ","
        ) as rejects:
            run = await _Import.start(actor, path.name, file, options, rejects, country)
            while await run.take():
                if progress is not None:
                    progress(run.report)
            await run.finish()
    finally:
        await file.close()
    return run.report


class _Import:
    """One import under way."""

    def __init__(
        self,
        actor: Actor,
        name: str,
        options: ImportOptions,
        *,
        file: OpenFile,
        writer: BatchWriter | TrialWriter,
        rejects: RejectsReport,
        report: ImportReport,
    ) -> None:
        self.report = report
        self._actor = actor
        self._name = name
        self._options = options
        self._file = file
        self._writer = writer
        self._rejects = rejects

    @staticmethod
    async def start(
        actor: Actor,
        name: str,
        file: OpenFile,
        options: ImportOptions,
        rejects: RejectsReport,
        country: str,
    ) -> _Import:
        """Prepare what all rows share, and write down that the import begins."""
        (await LabelNames.read(actor)).check(options.labels)
        common = Common(country, options.subscribed, options.labels)
        opened, plan = file.opened, file.opened.plan
        writer: BatchWriter | TrialWriter = TrialWriter(actor, options.existing)
        if not options.dry_run:
            plan = await _begin(actor, name, plan, options)
            writer = BatchWriter(
                actor,
                options.existing,
                plan.field_ids,
                bulk=opened.is_large,
                consent=options.consent_source if options.subscribed else "",
            )
        # A dry run writes nothing: judging is then the half that is left to this process.
        rules = None if options.dry_run else await rules_of(actor.account_id)
        await file.begin(plan, common, rules)
        report = ImportReport(
            kind=opened.kind,
            sheet=opened.sheet,
            notices=opened.notices,
            format=plan.format,
            encoding=opened.encoding,
            separator=opened.separator,
            bytes_total=opened.size_bytes,
        )
        return _Import(
            actor, name, options, file=file, writer=writer, rejects=rejects, report=report
        )

    async def take(self) -> bool:
        """Import the next rows; False when there are none."""
        batch = await self._file.read(BATCH)
        if batch is None:
            return False
        self._file.read_ahead(BATCH)
        self._count(batch, await self._writer.write(batch))
        return True

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

    def _count(self, batch: Batch, written: Written) -> None:
        self.report.created += written.created
        self.report.updated += written.updated
        self.report.duplicates += written.duplicates
        self.report.ignored += batch.ignored
        self.report.bytes_read = batch.bytes_read
        for fault in faults(batch, written):
            if fault.imported:
                self.report.left_out += 1
            else:
                self.report.reject(fault.refusal.code)
            row = fault.row
            self._rejects.add(
                *(row.number, row.line, row.cells, fault.refusal, fault.text),
                imported=fault.imported,
            )


async def _begin(actor: Actor, name: str, plan: ColumnPlan, options: ImportOptions) -> ColumnPlan:
    """Record that an import begins, and return its plan with the fields that are made for it."""
    started = ImportStarted(
        actor.account_id,
        file=name,
        subscribed=options.subscribed,
        consent_source=options.consent_source,
    )
    async with unit_of_work(actor) as unit:
        unit.record(started)
        made = await make_fields(unit, plan.new_fields)
    return plan.with_fields(made.ids)
