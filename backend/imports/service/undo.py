"""Taking back what an import brought."""

from __future__ import annotations

from dataclasses import dataclass

from backend.contacts.acts import ActKind, ActRow, ActState
from backend.contacts.service import undo_act
from backend.contacts.service.finding import count_changed_since, get_act, kept_contacts
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork
from backend.custom_fields.service import trash_unused_field
from backend.imports.errors import ImportNotStarted, UndoExpired
from backend.imports.parts import Undone, dump
from backend.imports.queries import import_of_act, labels_of_undone_imports
from backend.imports.rows import ImportRow
from backend.imports.service.changing import change_import, locked_import, own_import
from backend.imports.service.ending import end_import
from backend.imports.states import ImportState
from backend.labels.service import delete_unused_label

SHOWN_KEPT = 50


@dataclass(frozen=True, slots=True)
class UndoPreview:
    """What an undo would take back, and the first contacts that it would leave: id and name."""

    contact_count: int
    kept: list[tuple[int, str]]
    kept_count: int


async def preview_undo(actor: Actor, import_id: int) -> UndoPreview:
    """Say what an undo would leave alone, as somebody changed it since the import.

    Raises:
        ImportNotStarted, UndoExpired, NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    act = await get_act(actor, _act_of(await own_import(actor, import_id)))
    if act is None:
        raise UndoExpired(("id",))
    return UndoPreview(
        act.changed_count,
        await kept_contacts(actor, act, SHOWN_KEPT),
        await count_changed_since(actor, act),
    )


async def undo_import(actor: Actor, import_id: int) -> str:
    """Put everything back as it was before an import, but for what was changed since.

    Contacts that it made go into the trash; labels and custom fields that it made go once nothing
    uses them. A thousand contacts at once, more by a job. Return the account's place in its
    history.

    Raises:
        ImportNotStarted: it brought nothing.
        JobActive: it still runs.
        JobFinal, UndoExpired: its time is over.
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    act_id = _act_of(await own_import(actor, import_id))
    try:
        done = await undo_act(actor, act_id)
    except NotFound:
        raise UndoExpired(("id",)) from None
    return done.cursor


def _act_of(found: ImportRow) -> int:
    if found.act_id is None:
        raise ImportNotStarted(("id",))
    return found.act_id


async def settle_undone(unit: UnitOfWork, act: ActRow) -> None:
    """Bring the import of an act that was just undone to its end: what it made goes, if nothing
    uses it.
    """
    if act.kind != ActKind.IMPORT:
        return
    found = await import_of_act(act.account_id, act.pk)
    if found is None:
        return
    current = await locked_import(unit, found.pk)
    if current.state is ImportState.RUNNING:  # stopped a moment ago: its job has not looked yet
        await end_import(unit, current, ActState.CANCELLED)
    for label_id in current.made.label_ids:
        await delete_unused_label(unit, label_id)
    # Undone before this one, which had used their labels too and kept them from going.
    for label_id in await labels_of_undone_imports(act.account_id):
        await delete_unused_label(unit, label_id, unless_changed=True)
    for field_id in current.made.field_ids:
        await trash_unused_field(unit, field_id)
    kept = [key for key, _ in await kept_contacts(unit.actor, act, SHOWN_KEPT)]
    undone = Undone(
        done=act.restored_count,
        total=act.restored_count + act.kept_count,
        kept_count=act.kept_count,
        kept_ids=kept,
    )
    await change_import(unit, found.pk, {"undone": dump(undone)}, ImportState.UNDONE)
