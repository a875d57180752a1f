"""What a card holds, and what is set off by its step."""

from __future__ import annotations

from backend.core.ids import encode_id
from backend.core.permissions import Actor
from backend.workflows.detail_rows import CardFileRow
from backend.workflows.queries.holdings import files_of_cards
from backend.workflows.rules.automating import AutomationAction, Parameters
from backend.workflows.service.automations import (
    AutomationDraft,
    create_automation,
    delete_automation,
)
from backend.workflows.service.card_files import add_card_files, delete_card_files
from backend.workflows.service.card_notes import add_card_note, delete_card_note
from backend.workflows.service.checklist import add_item, delete_item
from tests.factories.files import new_upload
from tests.factories.workflows import read_card


async def add_holdings(actor: Actor, card_id: int, mark: str) -> dict[str, str]:
    """Give a card two of everything that it may hold, and its step two automations; one of each is
    deleted. Return their global ids by name.
    """
    items = [(await add_item(actor, card_id, f"{mark} item {n}"))[0] for n in (1, 2)]
    await delete_item(actor, items[1])
    notes = [(await add_card_note(actor, card_id, f"{mark} note {n}")).note for n in (1, 2)]
    await delete_card_note(actor, notes[1].pk)
    files = [await _add_file(actor, card_id, f"{mark} file {n}.txt") for n in (1, 2)]
    await delete_card_files(actor, card_id, (files[1].pk,))
    step = (await read_card(actor, card_id)).step_key
    drafts = [
        AutomationDraft(step, AutomationAction.ADD_TASK, Parameters(title=f"{mark} task {n}"))
        for n in (1, 2)
    ]
    made = [(await create_automation(actor, draft)).automation for draft in drafts]
    await delete_automation(actor, made[1].pk)
    return {
        "checklist_item": encode_id("ChecklistItem", items[0]),
        "deleted_checklist_item": encode_id("ChecklistItem", items[1]),
        "card_note": notes[0].id,
        "deleted_card_note": notes[1].id,
        "card_file": files[0].id,
        "deleted_card_file": files[1].id,
        "automation": made[0].id,
        "deleted_automation": made[1].id,
    }


async def _add_file(actor: Actor, card_id: int, name: str) -> CardFileRow:
    upload = await new_upload(actor, b"text", name)
    await add_card_files(actor, card_id, (encode_id("FileUpload", upload.pk),))
    return (await files_of_cards(actor.account_id, (card_id,)))[card_id][0]
