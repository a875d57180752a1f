"""Kept imports → what the types show, with their labels, custom fields and contacts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import strawberry

from backend.contacts.service.finding import contacts_by_id
from backend.core.clock import from_micros, now
from backend.core.graphql.errors import ErrorParameter, input_path
from backend.core.ids import encode_id
from backend.core.permissions import Actor
from backend.custom_fields.rows import FieldRow
from backend.custom_fields.service import fields_of
from backend.imports import parts
from backend.imports.formats import FileFormat
from backend.imports.notices import NoticeCode
from backend.imports.queries import imports_by_id
from backend.imports.rows import ImportRow
from backend.imports.schema import types
from backend.imports.schema.columns import shown_column
from backend.imports.signatures import SourceKind
from backend.imports.states import FetchSource, ImportState
from backend.labels.rows import LabelRow
from backend.labels.schema import Label
from backend.labels.service import labels_by_id


@dataclass(frozen=True, slots=True)
class _Around:
    """What the imports of an answer speak of."""

    fields: Mapping[int, FieldRow]
    labels: Mapping[int, LabelRow]
    names: Mapping[int, str]
    live: Mapping[int, str]
    user_id: int | None


async def shown_imports(actor: Actor, rows: Sequence[ImportRow]) -> list[types.ContactImport]:
    """Return imports as their type shows them: a few statements, however many there are."""
    label_ids = {key for row in rows for key in row.chosen.label_ids}
    kept_ids = {key for row in rows if row.undone for key in row.undone.kept_ids}
    removed_ids = {key for row in rows if row.fetch for key in row.fetch.removed_ids}
    has_custom = any(row.understood for row in rows)
    fields = await fields_of(actor.account_id) if has_custom else []
    around = _Around(
        {field.pk: field for field in fields},
        await labels_by_id(actor, list(label_ids)),
        await contact_names(actor, kept_ids),
        await _live_names(actor, removed_ids),
        actor.user_id,
    )
    return [cast(types.ContactImport, _shown(row, around)) for row in rows]


async def imports_shown_by_id(actor: Actor, ids: Collection[int]) -> list[types.ContactImport]:
    """Return those of some imports that the account has, as their type shows them."""
    return await shown_imports(actor, list((await imports_by_id(actor, ids)).values()))


async def contact_names(actor: Actor, ids: Sequence[int] | set[int]) -> dict[int, str]:
    """Return what some contacts are called, those in the trash too."""
    found = await contacts_by_id(actor, list(ids))
    return {key: contact.display_name for key, contact in found.items()}


async def _live_names(actor: Actor, ids: set[int]) -> dict[int, str]:
    found = await contacts_by_id(actor, list(ids)) if ids else {}
    return {key: each.display_name for key, each in found.items() if each.deleted_at is None}


def kept_contacts(found: Iterable[tuple[int, str]]) -> list[types.KeptContact]:
    """Return contacts that an undo leaves, of their ids and names."""
    return [
        types.KeptContact(id=strawberry.ID(encode_id("Contact", key)), name=name)
        for key, name in found
    ]


def _shown(row: ImportRow, around: _Around) -> types.ShownImport:
    understood, tally = row.understood, row.tally if row.has_begun else None
    return types.ShownImport(
        id=row.id,
        filename=row.filename,
        size_bytes=row.size_bytes,
        uploaded_bytes=row.uploaded_bytes,
        upload_url=_address(row) if row.state is ImportState.UPLOADING else None,
        state=row.state,
        version=row.version,
        problem=_problem(row.problem),
        source=_source(understood.source) if understood else None,
        columns=[
            shown_column(column, row.targets, around.fields)
            for column in (understood.columns if understood else ())
        ],
        preview=understood.preview if understood else [],
        options=_options(row, around),
        trial=_trial(row.dry_run),
        progress=_progress(row),
        counts=_counts(tally) if tally else None,
        reasons=_reasons(tally) if tally else [],
        ignored=tally.ignored if tally else [],
        rejects_url=_rejects_address(row),
        undo=_undo(row, around),
        job_id=row.act.id if row.act else None,
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        expires_at=row.expires_at,
        started_by=row.created_by,
        fetch=_fetch(row, around),
    )


def _fetch(row: ImportRow, around: _Around) -> types.ImportFetch | None:
    found = row.fetch
    if found is None:
        return None
    until = found.waiting_until
    return types.ImportFetch(
        source=FetchSource(found.source),
        account=found.account if row.user_id == around.user_id else None,
        selection=found.selection,
        only_changes=found.only_changes,
        people=found.people,
        expected=found.expected,
        removed=found.removed,
        removed_contacts=kept_contacts(
            (key, around.live[key]) for key in found.removed_ids if key in around.live
        ),
        left_out=found.left_out,
        is_restarted=found.is_restarted,
        waiting_until=None if until is None else from_micros(until),
    )


def _address(row: ImportRow) -> str:
    return f"/files/imports/{row.token}"


def _rejects_address(row: ImportRow) -> str | None:
    is_there = row.rejects_bytes and row.state is not ImportState.RUNNING
    return f"{_address(row)}/rejected.csv" if is_there else None


def _problem(found: parts.Problem | None) -> types.ImportProblem | None:
    if found is None:
        return None
    return types.ImportProblem(
        code=found.code,
        path=input_path(found.path),
        parameters=_parameters(found.parameters),
        row=found.row,
        column=found.column,
    )


def _parameters(found: Sequence[parts.Parameter]) -> list[ErrorParameter]:
    return [ErrorParameter(name=input_path([each.name])[0], value=each.value) for each in found]


def _source(found: parts.FileSource) -> types.ImportSource:
    return types.ImportSource(
        kind=SourceKind(found.kind),
        format=FileFormat(found.format),
        encoding=found.encoding,
        separator=found.separator,
        sheets=[types.ImportSheet(name=each.name, rows=each.rows) for each in found.sheets],
        sheet=found.sheet,
        has_header=found.has_header,
        notices=[
            types.ImportNotice(code=NoticeCode(each.code), line=each.line, column=each.column)
            for each in found.notices
        ],
    )


def _options(row: ImportRow, around: _Around) -> types.ContactImportOptions:
    chosen = row.chosen
    labels = [around.labels[key] for key in chosen.label_ids if key in around.labels]
    return types.ContactImportOptions(
        encoding=chosen.encoding,
        separator=chosen.separator,
        sheet=chosen.sheet,
        has_header=chosen.has_header,
        existing=chosen.existing,
        subscribed=chosen.subscribed,
        consent_source=chosen.consent_source,
        consent_date=chosen.consent_date,
        labels=cast(list[Label], labels),
        new_labels=list(chosen.new_labels),
    )


def _counts(tally: parts.Tally) -> types.ImportCounts:
    return types.ImportCounts(
        rows=tally.rows,
        created=tally.created,
        updated=tally.updated,
        duplicates=tally.duplicates,
        rejected=tally.rejected,
        left_out=tally.left_out,
    )


def _reasons(tally: parts.Tally) -> list[types.ImportReason]:
    counted = sorted(tally.reasons.items(), key=lambda item: (-item[1], item[0]))
    return [types.ImportReason(code=code, count=count) for code, count in counted]


def _trial(found: parts.Trial | None) -> types.ImportTrial | None:
    if found is None:
        return None
    return types.ImportTrial(
        counts=_counts(found.tally),
        reasons=_reasons(found.tally),
        ignored=found.tally.ignored,
        problems=[
            types.ImportRowProblem(
                row=each.row,
                line=each.line,
                column=each.column,
                code=each.code,
                parameters=_parameters(each.parameters),
                text=each.text,
                cells=each.cells,
                is_imported=each.is_imported,
            )
            for each in found.problems
        ],
        has_more_problems=found.has_more_problems,
    )


def _progress(row: ImportRow) -> types.ImportProgress | None:
    tally, act = row.tally, row.act
    if tally is None:
        return None
    done, total = tally.done_bytes, tally.total_bytes
    if act is not None and row.state in (ImportState.UNDOING, ImportState.UNDONE):
        done, total = act.done, act.total
    return types.ImportProgress(
        rows=tally.rows,
        created=tally.created,
        updated=tally.updated,
        duplicates=tally.duplicates,
        rejected=tally.rejected,
        left_out=tally.left_out,
        done=done,
        total=total,
    )


def _undo(row: ImportRow, around: _Around) -> types.ImportUndo | None:
    act, undone = row.act, row.undone
    if act is None or row.state is ImportState.RUNNING:
        return None
    kept = undone.kept_ids if undone else []
    return types.ImportUndo(
        until=act.undo_until or row.expires_at,
        is_possible=act.undo_until is not None and act.undo_until > now(),
        contact_count=act.changed_count,
        kept=kept_contacts((key, around.names[key]) for key in kept if key in around.names),
        kept_count=act.kept_count,
    )
