"""What can be read of, and done to, automations."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Info, Selection, mutation, query
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.workflows.queries.automations import automations_by_id, automations_of
from backend.workflows.queries.filling import fill_cards
from backend.workflows.schema.automation_inputs import (
    CreateAutomationInput,
    CreateAutomationPayload,
    DeleteAutomationInput,
    DeleteAutomationPayload,
    RestoreAutomationInput,
    RestoreAutomationPayload,
    UpdateAutomationInput,
    UpdateAutomationPayload,
    draft_of,
)
from backend.workflows.schema.automation_types import (
    Automation,
    AutomationDryRun,
    AutomationPreview,
)
from backend.workflows.schema.reading import card_wanted
from backend.workflows.schema.types import Card
from backend.workflows.service import automations as service
from backend.workflows.service.automating import preview

_WRITE = Permission.WRITE_CONTACTS
PREVIEWED = 50


@strawberry.type
class AutomationsQuery:
    """What can be read of automations."""

    @query(
        Permission.READ,
        description="The automations of a board, in the order in which they were made.",
    )
    async def automations(
        self,
        info: Info,
        workflow_id: Annotated[strawberry.ID, strawberry.argument(description="Which board.")],
    ) -> list[Automation]:
        key = decode_id(workflow_id, "Workflow", ("workflowId",))
        return cast(list[Automation], await automations_of(info.context.actor, key))

    @query(
        Permission.READ,
        description="What an automation would do for the cards of its step if they came there now, "
        "or for those that have an invoice or a quote. Nothing is done. Null for an unknown "
        "automation.",
    )
    async def automation_dry_run(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which automation.")],
    ) -> AutomationDryRun | None:
        actor, key = info.context.actor, decode_id(id, "Automation", ("id",))
        automation = (await automations_by_id(actor, (key,))).get(key)
        if automation is None:
            return None
        total, found = await preview(actor, automation, PREVIEWED)
        wanted = card_wanted(Selection.of(info).at("previews", "card"))
        await fill_cards(actor, [card for card, _ in found], wanted)
        return AutomationDryRun(
            card_count=total,
            previews=[
                AutomationPreview(card=cast(Card, card), problem=problem) for card, problem in found
            ],
        )


@strawberry.type
class AutomationsMutation:
    """What can be done to automations."""

    @mutation(
        _WRITE,
        description="Let something happen by itself when a card comes to a step, or when an "
        "invoice or a quote that belongs to a card is paid or accepted.",
    )
    async def create_automation(
        self, info: Info, input: CreateAutomationInput
    ) -> CreateAutomationPayload:
        done = await service.create_automation(
            info.context.actor,
            draft_of(input, given(input.workflow_id)),
            idempotency_key=given(input.idempotency_key),
        )
        return CreateAutomationPayload(automation=cast(Automation, done.automation))

    @mutation(_WRITE, description="Change what an automation does, or switch it on or off.")
    async def update_automation(
        self, info: Info, input: UpdateAutomationInput
    ) -> UpdateAutomationPayload:
        actor, key = info.context.actor, decode_id(input.id, "Automation", ("id",))
        draft = draft_of(input)
        try:
            done = await service.update_automation(actor, key, input.version, draft)
        except StaleVersion as stale:
            found = (await automations_by_id(actor, (key,))).get(key)
            return UpdateAutomationPayload(
                conflict=cast(Automation | None, found), errors=user_errors(Refusals([stale]))
            )
        return UpdateAutomationPayload(automation=cast(Automation, done.automation))

    @mutation(_WRITE, description="Delete an automation.")
    async def delete_automation(
        self, info: Info, input: DeleteAutomationInput
    ) -> DeleteAutomationPayload:
        key = decode_id(input.id, "Automation", ("id",))
        await service.delete_automation(info.context.actor, key)
        return DeleteAutomationPayload(deleted_id=input.id)

    @mutation(_WRITE, description="Bring back a deleted automation.")
    async def restore_automation(
        self, info: Info, input: RestoreAutomationInput
    ) -> RestoreAutomationPayload:
        key = decode_id(input.id, "Automation", ("id",))
        done = await service.restore_automation(info.context.actor, key)
        return RestoreAutomationPayload(automation=cast(Automation, done.automation))
