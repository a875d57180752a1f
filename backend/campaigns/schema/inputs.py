"""What mutations of campaigns take, and answer."""

from __future__ import annotations

from datetime import datetime

import strawberry

from backend.campaigns.rules.blocks import Alignment, Block
from backend.campaigns.rules.kinds import BlockKind, RecipientState
from backend.campaigns.rules.limits import MAX_BLOCKS
from backend.campaigns.schema.types import Campaign, CampaignSettings
from backend.campaigns.service import UNSET, CampaignChanges, SettingsChanges
from backend.campaigns.service.write import DraftBlock
from backend.contacts.schema.filters import ContactFilter
from backend.core.errors import TooMany
from backend.core.graphql import Payload
from backend.core.graphql.optional import given
from backend.core.graphql.plain import plain
from backend.core.ids import decode_id


@strawberry.input
class CampaignBlockInput:
    """A part of a letter. A draft's may be unfinished."""

    key: str = strawberry.field(
        description="The client's name for it, at most 32 characters; it stays when parts move."
    )
    kind: BlockKind = strawberry.field(description="What it is.")
    text: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Its words: HTML of at most 20,000 characters in a block of text, a line of "
        "300 in others. May have places such as `{{given_name|there}}`, `{{field:Sector}}` of a "
        "custom field.",
    )
    url: str | None = strawberry.field(
        default=strawberry.UNSET, description="Where it leads: http, https, mailto or tel."
    )
    alt: str | None = strawberry.field(
        default=strawberry.UNSET, description="The words for whoever does not see the picture."
    )
    align: Alignment = strawberry.field(
        default=Alignment.LEFT, description="Where its words stand."
    )
    image_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="Its picture, by the `uploadId` that its upload answered.",
    )

    def to_draft(self, place: int) -> DraftBlock:
        """Return the domain's part."""
        image = given(self.image_id)
        at = ("blocks", str(place), "imageId")
        return DraftBlock(
            Block(
                self.key,
                self.kind,
                given(self.text) or "",
                given(self.url) or "",
                given(self.alt) or "",
                self.align,
            ),
            None if image is None else decode_id(image, "CampaignImage", at),
        )


@strawberry.input
class CreateCampaignInput:
    """A new draft; all of it can be said later."""

    subject: str | None = strawberry.field(
        default=strawberry.UNSET, description="At most 200 characters; may have places."
    )
    preheader: str | None = strawberry.field(
        default=strawberry.UNSET, description="At most 200 characters; may have places."
    )
    from_name: str | None = strawberry.field(
        default=strawberry.UNSET, description="The sender's name; the mailbox's when left out."
    )
    reply_to: str | None = strawberry.field(
        default=strawberry.UNSET, description="Where answers go; to the mailbox when left out."
    )
    blocks: list[CampaignBlockInput] | None = strawberry.field(
        default=strawberry.UNSET, description="What the letter is made of; 100 parts at most."
    )
    filter: ContactFilter | None = strawberry.field(
        default=strawberry.UNSET, description="Which contacts."
    )
    track_opens: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Whether opened letters are counted."
    )
    track_clicks: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Whether opened links are counted."
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first campaign. Not blank, at "
        "most 200 characters.",
    )

    def to_changes(self) -> CampaignChanges:
        """Return the domain's changes."""
        return _changes(self)


@strawberry.input
class UpdateCampaignInput:
    """A change of a draft; what is left out stays."""

    id: strawberry.ID = strawberry.field(description="Which campaign.")
    version: int = strawberry.field(description="The version that the change started from.")
    subject: str | None = strawberry.field(
        default=strawberry.UNSET, description="At most 200 characters; may have places."
    )
    preheader: str | None = strawberry.field(
        default=strawberry.UNSET, description="At most 200 characters; may have places."
    )
    from_name: str | None = strawberry.field(
        default=strawberry.UNSET, description="The sender's name; the mailbox's when null."
    )
    reply_to: str | None = strawberry.field(
        default=strawberry.UNSET, description="Where answers go; to the mailbox when null."
    )
    blocks: list[CampaignBlockInput] | None = strawberry.field(
        default=strawberry.UNSET, description="What the letter is made of; 100 parts at most."
    )
    filter: ContactFilter | None = strawberry.field(
        default=strawberry.UNSET, description="Which contacts; null for none chosen yet."
    )
    track_opens: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Whether opened letters are counted."
    )
    track_clicks: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Whether opened links are counted."
    )

    def to_changes(self) -> CampaignChanges:
        """Return the domain's changes."""
        return _changes(self)


def _changes(asked: CreateCampaignInput | UpdateCampaignInput) -> CampaignChanges:
    """Return changes. A null that cannot be kept leaves as it is."""
    chosen, blocks = asked.filter, given(asked.blocks)
    opens, clicks = given(asked.track_opens), given(asked.track_clicks)
    if blocks is not None and len(blocks) > MAX_BLOCKS:
        raise TooMany(("blocks",), maximum=MAX_BLOCKS)
    return CampaignChanges(
        UNSET if asked.subject is strawberry.UNSET else asked.subject or "",
        UNSET if asked.preheader is strawberry.UNSET else asked.preheader or "",
        UNSET if asked.from_name is strawberry.UNSET else asked.from_name,
        UNSET if asked.reply_to is strawberry.UNSET else asked.reply_to,
        UNSET if blocks is None else [block.to_draft(place) for place, block in enumerate(blocks)],
        UNSET if chosen is strawberry.UNSET else None if chosen is None else plain(chosen),
        UNSET if opens is None else opens,
        UNSET if clicks is None else clicks,
    )


@strawberry.input
class CampaignInput:
    """Which campaign."""

    id: strawberry.ID = strawberry.field(description="Its id.")


@strawberry.input
class SendCampaignInput:
    """A draft to send now."""

    id: strawberry.ID = strawberry.field(description="Which campaign.")
    version: int = strawberry.field(description="The version that was seen.")
    recipients: int | None = strawberry.field(
        default=strawberry.UNSET,
        description="To how many it was agreed to send it; refused when it would go to another "
        "number.",
    )


@strawberry.input
class ScheduleCampaignInput:
    """A draft to send at a time, or a scheduled one to send at another."""

    id: strawberry.ID = strawberry.field(description="Which campaign.")
    version: int = strawberry.field(description="The version that was seen.")
    at: datetime = strawberry.field(description="When; within a year.")
    recipients: int | None = strawberry.field(
        default=strawberry.UNSET,
        description="To how many it was agreed to send it; refused when it would go to another "
        "number now.",
    )


@strawberry.input
class RetryCampaignInput:
    """Letters of a campaign that is over, to send again."""

    id: strawberry.ID = strawberry.field(description="Which campaign.")
    states: list[RecipientState] = strawberry.field(
        description="`FAILED`, `UNKNOWN` or both. Of the unknown some may get it twice."
    )


@strawberry.input
class TestCampaignInput:
    """A letter to oneself."""

    id: strawberry.ID = strawberry.field(description="Which campaign.")
    contact_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="The contact whose data fill its places; what stands for nobody's when left "
        "out.",
    )


@strawberry.input
class UpdateCampaignSettingsInput:
    """A change of how the account sends campaigns; what is left out stays."""

    version: int = strawberry.field(description="The version that the change started from.")
    rate_per_minute: int | None = strawberry.field(
        default=strawberry.UNSET, description="Letters in a minute: 1 to 30,000."
    )
    footer: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Who writes and where they are; at most 500 characters, lines allowed.",
    )
    track_opens: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Whether new campaigns count opened letters."
    )
    track_clicks: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Whether new campaigns count opened links."
    )

    def to_changes(self) -> SettingsChanges:
        """Return the domain's changes."""
        return SettingsChanges(
            given(self.rate_per_minute),
            given(self.footer),
            given(self.track_opens),
            given(self.track_clicks),
        )


@strawberry.type
class CampaignPayload(Payload):
    """What a mutation of a campaign answers."""

    campaign: Campaign | None = strawberry.field(default=None, description="As it is now.")


@strawberry.type
class UpdateCampaignPayload(Payload):
    """What changing a campaign answers."""

    campaign: Campaign | None = strawberry.field(default=None, description="As it is now.")
    conflict: Campaign | None = strawberry.field(
        default=None, description="As somebody else saved it meanwhile; nothing was written."
    )


@strawberry.type
class DeleteCampaignPayload(Payload):
    """What deleting a campaign answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The one that is gone; `restoreCampaign` takes it back."
    )


@strawberry.type
class UpdateCampaignSettingsPayload(Payload):
    """What changing the settings answers."""

    settings: CampaignSettings | None = strawberry.field(
        default=None, description="As they are now."
    )


@strawberry.type
class TestCampaignPayload(Payload):
    """What a letter to oneself answers."""

    address: str | None = strawberry.field(default=None, description="Where it went.")


@strawberry.type
class CampaignImageUploadPayload(Payload):
    """Leave to upload a picture."""

    url: str | None = strawberry.field(
        default=None,
        description="The path that takes one multipart POST with the field `file`, of at most 10 "
        "MB, within ten minutes, and answers JSON: `uploadId`, which is the `imageId` of a part, "
        "`path`, `width` and `height`; or `errors`.",
    )
