"""What can be done to campaigns."""

from __future__ import annotations

from typing import cast

import strawberry

from backend.campaigns import service
from backend.campaigns.queries.campaigns import campaigns_by_id
from backend.campaigns.rows import CampaignRow
from backend.campaigns.schema.inputs import (
    CampaignInput,
    CampaignPayload,
    CreateCampaignInput,
    DeleteCampaignPayload,
    UpdateCampaignInput,
    UpdateCampaignPayload,
    UpdateCampaignSettingsInput,
    UpdateCampaignSettingsPayload,
)
from backend.campaigns.schema.types import Campaign, CampaignSettings, complete
from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Info, Selection, mutation
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission

_SEND = Permission.SEND_MESSAGES


@strawberry.type
class CampaignsMutation:
    """What can be done to campaigns."""

    @mutation(_SEND, description="Begin a campaign, as a draft.")
    async def create_campaign(self, info: Info, input: CreateCampaignInput) -> CampaignPayload:
        written = await service.create_campaign(
            info.context.actor, input.to_changes(), idempotency_key=given(input.idempotency_key)
        )
        return await answered(info, written)

    @mutation(
        _SEND,
        description="Change a draft, from the version that was seen. If somebody saved a newer "
        "one, nothing is written, and the answer brings it.",
    )
    async def update_campaign(
        self, info: Info, input: UpdateCampaignInput
    ) -> UpdateCampaignPayload:
        actor, key = info.context.actor, decode_id(input.id, "Campaign", ("id",))
        try:
            written = await service.update_campaign(actor, key, input.version, input.to_changes())
        except StaleVersion as stale:
            rows = list((await campaigns_by_id(actor, (key,))).values())
            await complete(info, rows, Selection.of(info).at("conflict"))
            return UpdateCampaignPayload(
                conflict=cast(Campaign | None, rows[0] if rows else None),
                errors=user_errors(Refusals([stale])),
            )
        return UpdateCampaignPayload(
            campaign=await shown(info, written.campaign), cursor=written.cursor or None
        )

    @mutation(_SEND, description="Make a draft of what a campaign says, and whom it chose.")
    async def duplicate_campaign(self, info: Info, input: CampaignInput) -> CampaignPayload:
        key = decode_id(input.id, "Campaign", ("id",))
        return await answered(info, await service.duplicate_campaign(info.context.actor, key))

    @mutation(
        _SEND,
        description="Delete a campaign; one that is being sent has to be cancelled before. It can "
        "be restored for 30 days.",
    )
    async def delete_campaign(self, info: Info, input: CampaignInput) -> DeleteCampaignPayload:
        key = decode_id(input.id, "Campaign", ("id",))
        written = await service.delete_campaign(info.context.actor, key)
        return DeleteCampaignPayload(deleted_id=input.id, cursor=written.cursor or None)

    @mutation(_SEND, description="Bring back a deleted campaign.")
    async def restore_campaign(self, info: Info, input: CampaignInput) -> CampaignPayload:
        key = decode_id(input.id, "Campaign", ("id",))
        return await answered(info, await service.restore_campaign(info.context.actor, key))

    @mutation(Permission.MANAGE_ACCOUNT, description="Change how the account sends campaigns.")
    async def update_campaign_settings(
        self, info: Info, input: UpdateCampaignSettingsInput
    ) -> UpdateCampaignSettingsPayload:
        written = await service.update_settings(
            info.context.actor, input.version, input.to_changes()
        )
        return UpdateCampaignSettingsPayload(
            settings=cast(CampaignSettings, written.settings), cursor=written.cursor or None
        )


async def answered(info: Info, written: service.CampaignWritten) -> CampaignPayload:
    """Return a payload of what was written."""
    return CampaignPayload(
        campaign=await shown(info, written.campaign), cursor=written.cursor or None
    )


async def shown(info: Info, row: CampaignRow) -> Campaign:
    """Return a campaign with what is asked of it."""
    await complete(info, (row,), Selection.of(info).at("campaign"))
    return cast(Campaign, row)
