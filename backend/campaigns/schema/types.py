"""Object types of campaigns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import strawberry

import backend.campaigns.schema.enums  # noqa: F401 - describes the enums below
from backend.campaigns.queries.campaigns import SettingsRow, campaigns_by_id
from backend.campaigns.queries.recipients import recipients_by_id
from backend.campaigns.rows import CampaignRow, Excluded, RecipientRow
from backend.campaigns.rules.blocks import Alignment, Block, Picture
from backend.campaigns.rules.kinds import (
    BlockKind,
    BounceKind,
    CampaignProblem,
    CampaignState,
    ExclusionReason,
    RecipientState,
)
from backend.campaigns.schema.figures import (
    CampaignFigures,
    CampaignFiguresAt,
    CampaignLink,
    figures,
    links,
    over_time,
)
from backend.campaigns.service.faults import campaign_faults
from backend.core.errors import Refusals
from backend.core.graphql import JSON, Info, Node, Selection, UserError, row_type
from backend.core.graphql.errors import user_errors
from backend.core.graphql.nodes import node_readers


@row_type(Picture, name="CampaignImage")
class CampaignImage:
    """A picture for letters."""

    id: strawberry.ID = strawberry.field(description="What `imageId` of a part takes.")
    path: str = strawberry.field(
        description="Its path under the server's address; unguessable, and readable by anybody."
    )
    width: int = strawberry.field(description="In pixels.")
    height: int = strawberry.field(description="In pixels.")


@row_type(Block, name="CampaignBlock")
class CampaignBlock:
    """A part of a letter."""

    key: str = strawberry.field(
        description="The client's name for it, which stays when parts are moved."
    )
    kind: BlockKind = strawberry.field(description="What it is.")
    text: str = strawberry.field(
        description="Its words: clean HTML in a block of text, one plain line in others. May have "
        "places such as `{{given_name|there}}`."
    )
    url: str = strawberry.field(description="Where it leads; empty for nowhere.")
    alt: str = strawberry.field(description="The words for whoever does not see the picture.")
    align: Alignment = strawberry.field(description="Where its words stand.")
    image: CampaignImage | None = strawberry.field(description="Its picture, if it is one.")


@row_type(Excluded, name="CampaignExclusion")
class CampaignExclusion:
    """How many chosen contacts get no letter for one reason."""

    reason: ExclusionReason = strawberry.field(description="Why.")
    count: int = strawberry.field(description="How many.")


@row_type(CampaignRow)
class Campaign(Node):
    """One letter to many contacts."""

    subject: str = strawberry.field(description="Its subject; may have places. Empty at first.")
    preheader: str = strawberry.field(
        description="What readers' lists show beside the subject; may have places."
    )
    from_name: str | None = strawberry.field(
        description="The sender's name; the mailbox's when null."
    )
    reply_to: str | None = strawberry.field(
        description="Where answers go; to the mailbox when null."
    )
    blocks: list[CampaignBlock] = strawberry.field(description="What the letter is made of.")
    filter: JSON | None = strawberry.field(
        description="Which contacts, in the shape of a `ContactFilter`; null until it is chosen."
    )
    track_opens: bool = strawberry.field(description="Whether opened letters are counted.")
    track_clicks: bool = strawberry.field(description="Whether opened links are counted.")
    state: CampaignState = strawberry.field(description="Where it stands.")
    problem: CampaignProblem | None = strawberry.field(
        description="Why it does not go on by itself, if it does not."
    )
    problem_detail: str | None = strawberry.field(description="What the mail server said.")
    problems: list[UserError] = strawberry.field(
        description="What keeps its letter from being sent; the paths are those of an input. "
        "Empty when all is well."
    )
    scheduled_at: datetime | None = strawberry.field(description="When it begins by itself.")
    started_at: datetime | None = strawberry.field(description="When it began.")
    frozen_at: datetime | None = strawberry.field(description="When its recipients were fixed.")
    ended_at: datetime | None = strawberry.field(description="When its last letter left.")
    next_try_at: datetime | None = strawberry.field(
        description="When a mail server that did not answer is tried again."
    )
    excluded: list[CampaignExclusion] = strawberry.field(
        description="How many of those chosen got no letter, once its recipients are fixed."
    )
    recipient_count: int = strawberry.field(description="How many it goes to.")
    sent_count: int = strawberry.field(description="How many letters the mail server took.")
    failed_count: int = strawberry.field(description="How many letters it refused.")
    skipped_count: int = strawberry.field(
        description="How many did not leave, as who they were for unsubscribed or was deleted "
        "meanwhile."
    )
    unknown_count: int = strawberry.field(
        description="Of how many nobody knows whether they were sent."
    )
    left_count: int = strawberry.field(description="How many have not left yet.")
    opened_count: int = strawberry.field(description="How many were opened, each once.")
    clicked_count: int = strawberry.field(
        description="How many had a link opened, each letter once."
    )
    hard_bounce_count: int = strawberry.field(description="How many came back for good.")
    soft_bounce_count: int = strawberry.field(description="How many came back for a while.")
    unsubscribed_count: int = strawberry.field(description="How many readers unsubscribed by it.")
    figures: CampaignFigures = strawberry.field(
        resolver=figures, description="What became of its letters, in all."
    )
    figures_over_time: list[CampaignFiguresAt] = strawberry.field(
        resolver=over_time,
        description="What became of its letters step by step, the oldest first; steps in which "
        "nothing happened are left out, and so are those after the first thousand.",
    )
    links: list[CampaignLink] = strawberry.field(
        resolver=links, description="The links that were opened, the most opened first: a hundred."
    )
    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )
    created_at: datetime = strawberry.field(description="When it was begun.")
    updated_at: datetime = strawberry.field(description="When somebody changed it last.")
    updated_by: str = strawberry.field(description="Who changed it last, by the name of that time.")


@row_type(RecipientRow)
class CampaignRecipient(Node):
    """One address that a campaign goes to, once."""

    contact_id: strawberry.ID | None = strawberry.field(
        description="Whose address it is; null once they are erased."
    )
    contact_name: str | None = strawberry.field(description="What the contact is called.")
    address: str = strawberry.field(description="The address; empty once its owner is erased.")
    state: RecipientState = strawberry.field(description="Where the letter stands.")
    reason: ExclusionReason | None = strawberry.field(description="Why it was skipped.")
    problem: CampaignProblem | None = strawberry.field(description="Why it was not sent.")
    problem_detail: str | None = strawberry.field(description="What the mail server said.")
    sent_at: datetime | None = strawberry.field(description="When the mail server took it.")
    opened_at: datetime | None = strawberry.field(description="When it was first opened.")
    clicked_at: datetime | None = strawberry.field(
        description="When a link in it was first opened."
    )
    open_count: int = strawberry.field(
        description="How often it was looked at; what happens within a minute is one look."
    )
    click_count: int = strawberry.field(description="How often links in it were opened.")
    bounce: BounceKind | None = strawberry.field(description="How it came back, if it did.")
    bounced_at: datetime | None = strawberry.field(description="When it came back.")
    unsubscribed_at: datetime | None = strawberry.field(
        description="When its reader unsubscribed by it."
    )


@row_type(SettingsRow)
class CampaignSettings:
    """How the account sends campaigns."""

    rate_per_minute: int = strawberry.field(
        description="How many letters leave in a minute, at most."
    )
    footer: str = strawberry.field(
        description="Who writes and where they are, at the end of every letter."
    )
    track_opens: bool = strawberry.field(description="Whether new campaigns count opened letters.")
    track_clicks: bool = strawberry.field(description="Whether new campaigns count opened links.")
    version: int = strawberry.field(description="0 before anybody said anything.")


@strawberry.type
class ExcludedContact:
    """A chosen contact who gets no letter."""

    contact_id: strawberry.ID = strawberry.field(description="Who.")
    name: str = strawberry.field(description="What they are called.")


@strawberry.type
class CampaignAudienceExclusion:
    """Chosen contacts who get no letter for one reason."""

    reason: ExclusionReason = strawberry.field(description="Why.")
    count: int = strawberry.field(description="How many.")
    contacts: list[ExcludedContact] = strawberry.field(
        description="The first 100 of them, the oldest first."
    )


@strawberry.type
class CampaignAudience:
    """Whom a filter chooses."""

    recipient_count: int = strawberry.field(description="How many get the letter.")
    excluded: list[CampaignAudienceExclusion] = strawberry.field(
        description="Those who do not, by reason; only reasons that there are."
    )


async def complete(info: Info, rows: Sequence[CampaignRow], selection: Selection) -> None:
    """Give campaigns what a selection asks of them beside their rows."""
    if "problems" in selection:
        for row in rows:
            faults = await campaign_faults(info.context.actor, row)
            row.problems = user_errors(Refusals(faults))


async def _campaigns(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    found = await campaigns_by_id(info.context.actor, keys)
    await complete(info, list(found.values()), Selection.of(info).on("Campaign"))
    return found


async def _recipients(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await recipients_by_id(info.context.actor, keys)


node_readers.register("Campaign", _campaigns)
node_readers.register("CampaignRecipient", _recipients)
