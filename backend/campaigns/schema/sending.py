"""Sending campaigns, and stopping them."""

from __future__ import annotations

import strawberry

from backend.campaigns import service
from backend.campaigns.images import image_ticket
from backend.campaigns.schema.inputs import (
    CampaignImageUploadPayload,
    CampaignInput,
    CampaignPayload,
    RetryCampaignInput,
    ScheduleCampaignInput,
    SendCampaignInput,
    TestCampaignInput,
    TestCampaignPayload,
)
from backend.campaigns.schema.mutation import answered
from backend.core.graphql import Info, mutation
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission

_SEND = Permission.SEND_MESSAGES


@strawberry.type
class CampaignSendingMutation:
    """What lets campaigns leave."""

    @mutation(
        _SEND,
        description="Send a draft now, to everybody chosen who is subscribed and whose address "
        "works. Refused when it was sent already: two of these never send twice.",
    )
    async def send_campaign(self, info: Info, input: SendCampaignInput) -> CampaignPayload:
        key = decode_id(input.id, "Campaign", ("id",))
        actor, agreed = info.context.actor, given(input.recipients)
        return await answered(info, await service.send_campaign(actor, key, input.version, agreed))

    @mutation(
        _SEND,
        description="Send a draft at a time, or a scheduled one at another. Who gets it is fixed "
        "when it begins.",
    )
    async def schedule_campaign(self, info: Info, input: ScheduleCampaignInput) -> CampaignPayload:
        key = decode_id(input.id, "Campaign", ("id",))
        actor, agreed = info.context.actor, given(input.recipients)
        written = await service.schedule_campaign(actor, key, input.version, input.at, agreed)
        return await answered(info, written)

    @mutation(_SEND, description="Stop a campaign that is being sent; it can go on later.")
    async def pause_campaign(self, info: Info, input: CampaignInput) -> CampaignPayload:
        key = decode_id(input.id, "Campaign", ("id",))
        return await answered(info, await service.pause_campaign(info.context.actor, key))

    @mutation(_SEND, description="Let a campaign that was stopped go on.")
    async def resume_campaign(self, info: Info, input: CampaignInput) -> CampaignPayload:
        key = decode_id(input.id, "Campaign", ("id",))
        return await answered(info, await service.resume_campaign(info.context.actor, key))

    @mutation(
        _SEND,
        description="Stop a campaign for good; what has left has left. One that is only scheduled "
        "is a draft again.",
    )
    async def cancel_campaign(self, info: Info, input: CampaignInput) -> CampaignPayload:
        key = decode_id(input.id, "Campaign", ("id",))
        return await answered(info, await service.cancel_campaign(info.context.actor, key))

    @mutation(
        _SEND, description="Send again letters of a campaign that failed, or that nobody knows of."
    )
    async def retry_campaign(self, info: Info, input: RetryCampaignInput) -> CampaignPayload:
        key = decode_id(input.id, "Campaign", ("id",))
        written = await service.retry_campaign(info.context.actor, key, frozenset(input.states))
        return await answered(info, written)

    @mutation(_SEND, description="Send a letter to oneself, as a contact would get it.")
    async def test_campaign(self, info: Info, input: TestCampaignInput) -> TestCampaignPayload:
        key, contact = decode_id(input.id, "Campaign", ("id",)), given(input.contact_id)
        reader = None if contact is None else decode_id(contact, "Contact", ("contactId",))
        address = await service.send_test(info.context.actor, key, reader)
        return TestCampaignPayload(address=address)

    @mutation(_SEND, description="Get leave to upload a picture for letters.")
    async def create_campaign_image_upload(self, info: Info) -> CampaignImageUploadPayload:
        ticket = image_ticket(info.context.actor)
        return CampaignImageUploadPayload(url=f"/uploads/campaign-images/{ticket}")
