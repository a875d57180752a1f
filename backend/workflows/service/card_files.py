"""Files of cards: uploads given to them, deleted and restored."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.sql import values_in
from backend.core.clock import now_micros
from backend.core.errors import NotFound, TooMany
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.files.service import claim_upload
from backend.workflows.detail_events import CardFileAdded, CardFileDeleted, CardFileRestored
from backend.workflows.limits import MAX_FILES
from backend.workflows.queries.holdings import files_by_id, files_of_cards
from backend.workflows.service.detailing import (
    DetailWritten,
    mark_changed,
    open_card,
)


async def add_card_files(actor: Actor, card_id: int, upload_ids: Sequence[str]) -> DetailWritten:
    """Give uploaded files to a card; an upload that it has already stays what it is.

    Raises:
        NotFound: no card of the account, or no upload of the actor's.
        CardArchived, UploadUnfinished, TooMany, InvalidId, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        card = await open_card(unit, card_id, ("cardId",))
        known = (await files_of_cards(actor.account_id, (card_id,)))[card_id]
        there = {file.file_key for file in known}
        if len(known) + len(upload_ids) > MAX_FILES:
            raise TooMany(("uploadIds",), maximum=MAX_FILES)
        for place, upload in enumerate(upload_ids):
            file = await claim_upload(unit, upload, ("uploadIds", str(place)))
            if file.pk in there:
                continue
            there.add(file.pk)
            await unit.execute(
                "INSERT INTO card_file (account_id, card_id, file_id, name, created_at, "
                "created_by) VALUES (?, ?, ?, ?, ?, ?)",
                (actor.account_id, card_id, file.pk, file.name, now_micros(), actor.name),
            )
            card = await mark_changed(unit, card)
            unit.record(card.detail(CardFileAdded, file.name))
    return DetailWritten(card_id, unit.cursor)


async def delete_card_files(actor: Actor, card_id: int, file_ids: Sequence[int]) -> DetailWritten:
    """Delete files of a card; they can be restored for CARNET_DELETED_CONTACT_DAYS.

    Raises:
        NotFound: one of them is none of the card's.
        CardArchived, TooMany, Forbidden
    """
    return await _turn(actor, card_id, file_ids, deleted=True)


async def restore_card_files(actor: Actor, card_id: int, file_ids: Sequence[int]) -> DetailWritten:
    """Bring back deleted files of a card; those that are there stay as they are.

    Raises:
        NotFound: one of them is none of the card's, or gone for good.
        CardArchived, TooMany, Forbidden
    """
    return await _turn(actor, card_id, file_ids, deleted=False)


async def _turn(
    actor: Actor, card_id: int, file_ids: Sequence[int], *, deleted: bool
) -> DetailWritten:
    actor.require(Permission.WRITE_CONTACTS)
    if len(file_ids) > MAX_FILES:
        raise TooMany(("ids",), maximum=MAX_FILES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        card = await open_card(unit, card_id, ("cardId",))
        turned = await files_by_id(actor, file_ids, deleted=not deleted)
        settled = {} if deleted else await files_by_id(actor, file_ids)
        for place, key in enumerate(file_ids):
            file = turned.get(key) or settled.get(key)
            if file is None or file.card_key != card_id:
                raise NotFound(("ids", str(place)))
        if turned:
            chosen = values_in("id", sorted(turned), unit.dialect)
            await unit.execute(
                f"UPDATE card_file SET deleted_at = ? WHERE {chosen.text}",  # noqa: S608
                (now_micros() if deleted else None, *chosen.params),
            )
            kind = CardFileDeleted if deleted else CardFileRestored
            for key in sorted(turned):
                card = await mark_changed(unit, card)
                unit.record(card.detail(kind, turned[key].name))
    return DetailWritten(card_id, unit.cursor)
