"""Campaigns and their recipients as reads return them: light objects, one per row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson

from backend.campaigns.rules.blocks import Block, read_blocks
from backend.campaigns.rules.kinds import (
    BounceKind,
    CampaignProblem,
    CampaignState,
    ExclusionReason,
    RecipientState,
)
from backend.core.clock import from_micros
from backend.core.ids import encode_id

_CAMPAIGN = (
    "id version subject preheader from_name reply_to blocks audience track_opens track_clicks "
    "state problem problem_detail scheduled_at started_at frozen_at ended_at launched_by "
    "freeze_place excluded runner next_try_at tries recipient_count sent_count failed_count "
    "skipped_count unknown_count opened_count clicked_count hard_bounce_count soft_bounce_count "
    "unsubscribed_count created_at updated_at updated_by"
)
CAMPAIGN_COLUMNS = ", ".join(f"campaign.{name}" for name in _CAMPAIGN.split())
_RECIPIENT = (
    "id campaign_id contact_id address state reason problem problem_detail sent_at opened_at "
    "clicked_at open_count click_count bounce bounced_at unsubscribed_at"
)
RECIPIENT_COLUMNS = (
    ", ".join(f"campaign_recipient.{name}" for name in _RECIPIENT.split())
    + ", contact.display_name"
)


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


@dataclass(frozen=True, slots=True)
class Excluded:
    """How many chosen contacts get no letter for one reason."""

    reason: ExclusionReason
    count: int


@dataclass(slots=True)
class CampaignRow:
    """A campaign, its first fields in the order of :data:`CAMPAIGN_COLUMNS`.

    ``problems`` are what keeps its letter from being sent, only where that was wanted.
    """

    pk: int
    version: int
    subject: str
    preheader: str
    from_name: str | None
    reply_to: str | None
    blocks_text: str
    audience_text: str | None
    opens_tracked: int
    clicks_tracked: int
    state_name: str
    problem_name: str | None
    problem_detail: str | None
    scheduled_micros: int | None
    started_micros: int | None
    frozen_micros: int | None
    ended_micros: int | None
    launched_by: int | None
    freeze_place: int
    excluded_text: str | None
    runner: str | None
    next_try_micros: int | None
    tries: int
    recipient_count: int
    sent_count: int
    failed_count: int
    skipped_count: int
    unknown_count: int
    opened_count: int
    clicked_count: int
    hard_bounce_count: int
    soft_bounce_count: int
    unsubscribed_count: int
    created_micros: int
    updated_micros: int
    updated_by: str
    problems: Sequence[Any] = field(default=())

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("Campaign", self.pk)

    @property
    def state(self) -> CampaignState:
        """Where it stands."""
        return CampaignState(self.state_name)

    @property
    def problem(self) -> CampaignProblem | None:
        """Why it does not go on by itself."""
        return None if self.problem_name is None else CampaignProblem(self.problem_name)

    @property
    def track_opens(self) -> bool:
        """Whether opened letters are counted."""
        return bool(self.opens_tracked)

    @property
    def track_clicks(self) -> bool:
        """Whether opened links are counted."""
        return bool(self.clicks_tracked)

    @property
    def blocks(self) -> list[Block]:
        """What the letter is made of."""
        return read_blocks(self.blocks_text)

    @property
    def filter(self) -> Any:
        """Which contacts, in JSON of the shape of the schema's input; None until it is chosen."""
        return None if self.audience_text is None else orjson.loads(self.audience_text)

    @property
    def excluded(self) -> list[Excluded]:
        """How many of those chosen got no letter, once that is known."""
        if self.excluded_text is None:
            return []
        found: dict[str, int] = orjson.loads(self.excluded_text)
        return [Excluded(ExclusionReason(name), count) for name, count in found.items() if count]

    @property
    def scheduled_at(self) -> datetime | None:
        """When it is to begin."""
        return _instant(self.scheduled_micros)

    @property
    def started_at(self) -> datetime | None:
        """When it began."""
        return _instant(self.started_micros)

    @property
    def frozen_at(self) -> datetime | None:
        """When its recipients were fixed."""
        return _instant(self.frozen_micros)

    @property
    def ended_at(self) -> datetime | None:
        """When it ended, one way or another."""
        return _instant(self.ended_micros)

    @property
    def next_try_at(self) -> datetime | None:
        """When a mail server that did not answer is tried again."""
        return None if self.runner is not None else _instant(self.next_try_micros)

    @property
    def created_at(self) -> datetime:
        """When it was begun."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When somebody changed it last."""
        return from_micros(self.updated_micros)

    @property
    def left_count(self) -> int:
        """How many letters have not left yet."""
        done = self.sent_count + self.failed_count + self.skipped_count + self.unknown_count
        return max(0, self.recipient_count - done)


@dataclass(slots=True)
class RecipientRow:
    """A recipient, in the order of :data:`RECIPIENT_COLUMNS`."""

    pk: int
    campaign_pk: int
    contact_pk: int | None
    address: str
    state_name: str
    reason_name: str | None
    problem_name: str | None
    problem_detail: str | None
    sent_micros: int | None
    opened_micros: int | None
    clicked_micros: int | None
    open_count: int
    click_count: int
    bounce_name: str | None
    bounced_micros: int | None
    unsubscribed_micros: int | None
    contact_name: str | None

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("CampaignRecipient", self.pk)

    @property
    def contact_id(self) -> str | None:
        """Whose address it is; None once they are erased."""
        return None if self.contact_pk is None else encode_id("Contact", self.contact_pk)

    @property
    def state(self) -> RecipientState:
        """Where the letter stands."""
        return RecipientState(self.state_name)

    @property
    def reason(self) -> ExclusionReason | None:
        """Why it was skipped."""
        return None if self.reason_name is None else ExclusionReason(self.reason_name)

    @property
    def problem(self) -> CampaignProblem | None:
        """Why it failed."""
        return None if self.problem_name is None else CampaignProblem(self.problem_name)

    @property
    def sent_at(self) -> datetime | None:
        """When the server took it."""
        return _instant(self.sent_micros)

    @property
    def opened_at(self) -> datetime | None:
        """When it was first opened."""
        return _instant(self.opened_micros)

    @property
    def clicked_at(self) -> datetime | None:
        """When a link of it was first opened."""
        return _instant(self.clicked_micros)

    @property
    def bounce(self) -> BounceKind | None:
        """How it came back."""
        return None if self.bounce_name is None else BounceKind(self.bounce_name)

    @property
    def bounced_at(self) -> datetime | None:
        """When it came back."""
        return _instant(self.bounced_micros)

    @property
    def unsubscribed_at(self) -> datetime | None:
        """When they unsubscribed by it."""
        return _instant(self.unsubscribed_micros)
