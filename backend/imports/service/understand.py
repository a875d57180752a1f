"""Finding out what a file is, once for each way of reading it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from backend.contacts.service.finding import account_country
from backend.core.clock import now, to_micros
from backend.core.errors import Refusal
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.rows import FieldRow
from backend.custom_fields.service import fields_of
from backend.imports import files
from backend.imports.choices import Choices
from backend.imports.limits import WAITING_DAYS
from backend.imports.parts import (
    PREVIEW_ROWS,
    SAMPLES,
    SHOWN_NOTICES,
    Column,
    FileSource,
    Problem,
    Sheet,
    SourceNotice,
    Understood,
    dump,
    problem_of,
    shown,
)
from backend.imports.rows import ImportRow
from backend.imports.service.changing import change_import, locked_import
from backend.imports.service.threads import in_reader
from backend.imports.source import Source, SourceOptions, open_source
from backend.imports.states import ImportState
from backend.imports.targets import Target

Finding = Understood | Problem


async def understand(actor: Actor, token: str, choices: Choices) -> Finding:
    """Return what an uploaded file is when it is read by these choices, or why it cannot be."""
    fields = await fields_of(actor.account_id)
    country = await account_country(actor.account_id)
    return await in_reader(actor.account_id, partial(read_file, token, choices, fields, country))


def read_file(token: str, choices: Choices, fields: Sequence[FieldRow], country: str) -> Finding:
    """Return what a file is, or why it cannot be read. Takes as long as the file is large."""
    try:
        with open_source(
            files.source_file(token),
            source_options(choices),
            fields=fields,
            country=country,
            spool=files.tables_folder(token),
        ) as source:
            return _understood(source)
    except Refusal as refusal:
        return problem_of(refusal)


def source_options(choices: Choices, targets: Mapping[int, Target] | None = None) -> SourceOptions:
    """Return how a file is to be read by some choices."""
    return SourceOptions(
        choices.encoding, choices.separator, choices.sheet, choices.has_header, targets
    )


def _understood(source: Source) -> Understood:
    return Understood(
        FileSource(
            source.kind.value,
            source.plan.format.value,
            source.encoding or None,
            source.separator or None,
            [Sheet(name) for name in source.sheets],
            source.sheet or None,
            source.has_header,
            [
                SourceNotice(each.code.value, each.line, shown([each.column])[0] or None)
                for each in source.notices[:SHOWN_NOTICES]
            ],
        ),
        [_column(source, place, name) for place, name in enumerate(source.plan.header)],
        [shown(cells) for cells in source.preview(PREVIEW_ROWS)],
    )


def _column(source: Source, place: int, header: str) -> Column:
    samples, column = source.samples(place, SAMPLES), source.plan.columns[place]
    return Column(
        index=place,
        header=shown([header])[0],
        samples=shown(samples),
        guess=column.target.key,
        guessed_kind=column.value_kind.value,
        is_empty=not samples,
    )


async def finish_upload(actor: Actor, found: ImportRow) -> None:
    """Read a file that is whole; it is ready from then on, also if it cannot be read as it is."""
    finding = await understand(actor, found.token, found.chosen)
    async with unit_of_work(actor) as unit:
        current = await locked_import(unit, found.pk)
        if current.state is not ImportState.UPLOADING:
            return  # another request was told of the last byte too
        await change_import(unit, found.pk, finding_columns(finding), ImportState.READY)


def finding_columns(finding: Finding) -> dict[str, object]:
    """Return the columns of an import whose file was read; it waits for a day from now."""
    is_problem = isinstance(finding, Problem)
    return {
        "understood": None if is_problem else dump(finding),
        "problem": dump(finding) if is_problem else None,
        "expires_at": to_micros(now() + WAITING_DAYS),
    }
