"""Making campaigns, changing and copying them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeVar

from backend.accounts.errors import EmailInvalid
from backend.campaigns.events import CampaignCreated, CampaignUpdated
from backend.campaigns.queries.campaigns import settings_of
from backend.campaigns.queries.images import images_by_id
from backend.campaigns.rows import CampaignRow
from backend.campaigns.rules.blocks import Block, clean_blocks, kept_blocks
from backend.campaigns.rules.limits import NAME_LENGTH, PREHEADER_LENGTH, SUBJECT_LENGTH
from backend.campaigns.service.standing import own_campaign, own_draft, refuse_one_more
from backend.contacts.emails import normalize_email
from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.inbox.mail.composing import reply_address
from backend.segments.service.drafts import kept_filter

Plain = Mapping[str, Any]
V = TypeVar("V")


class Unset(Enum):
    """What an edit leaves as it is; ``None`` clears it."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET
_SHOWN = {
    "subject": "subject",
    "preheader": "preheader",
    "from_name": "fromName",
    "reply_to": "replyTo",
    "blocks": "blocks",
    "audience": "filter",
    "track_opens": "trackOpens",
    "track_clicks": "trackClicks",
}
"""The schema's names of what can be changed."""


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A part as it was handed in: its picture by the key of the account's own."""

    block: Block
    picture_id: int | None = None


@dataclass(frozen=True, slots=True)
class CampaignChanges:
    """A change of a draft; what is left out stays. ``filter`` is JSON of a ``ContactFilter``."""

    subject: str | Unset = UNSET
    preheader: str | Unset = UNSET
    from_name: str | Unset | None = UNSET
    reply_to: str | Unset | None = UNSET
    blocks: Sequence[DraftBlock] | Unset = UNSET
    filter: Plain | Unset | None = UNSET
    track_opens: bool | Unset = UNSET
    track_clicks: bool | Unset = UNSET


@dataclass(frozen=True, slots=True)
class CampaignWritten:
    """A campaign as it is now, and the account's place in its history."""

    campaign: CampaignRow
    cursor: str


@dataclass(frozen=True, slots=True)
class _Kept:
    subject: str
    preheader: str
    from_name: str | None
    reply_to: str | None
    blocks: str
    audience: str | None
    track_opens: bool
    track_clicks: bool

    @property
    def columns(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in _SHOWN)


async def create_campaign(
    actor: Actor, changes: CampaignChanges, *, idempotency_key: str | None = None
) -> CampaignWritten:
    """Begin a campaign as a draft.

    Raises:
        TooManyCampaigns, NotFound, TooLong, TooMany, InvalidCharacters, EmailInvalid,
        IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    own = await settings_of(actor.account_id)
    empty = _Kept("", "", None, None, "[]", None, own.track_opens, own.track_clicks)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        kept = await _changed(actor, empty, changes)
        mark = fingerprint("create_campaign", dict(zip(_SHOWN, kept.columns, strict=True)))
        key = await earlier_result(unit, idempotency_key, "create_campaign", mark)
        if key is None:
            await refuse_one_more(actor)
            key = await _insert(unit, kept)
            await remember_result(unit, idempotency_key, "create_campaign", mark, key)
        campaign = await own_campaign(actor, key)
    return CampaignWritten(campaign, unit.cursor)


async def duplicate_campaign(actor: Actor, campaign_id: int) -> CampaignWritten:
    """Make a draft of what a campaign says and whom it chose.

    Raises:
        TooManyCampaigns, NotFound, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        await refuse_one_more(actor)
        key = await _insert(unit, _of_row(await own_campaign(actor, campaign_id)))
        campaign = await own_campaign(actor, key)
    return CampaignWritten(campaign, unit.cursor)


async def update_campaign(
    actor: Actor, campaign_id: int, version: int, changes: CampaignChanges
) -> CampaignWritten:
    """Change a draft.

    Raises:
        CampaignNotDraft: it is scheduled, or letters have left.
        StaleVersion: somebody changed it meanwhile.
        NotFound, TooLong, TooMany, InvalidCharacters, EmailInvalid, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        old = _of_row(await own_draft(actor, campaign_id, version))
        new = await _changed(actor, old, changes)
        fields = [
            shown for name, shown in _SHOWN.items() if getattr(new, name) != getattr(old, name)
        ]
        if fields:
            assigned = ", ".join(f"{name} = ?" for name in _SHOWN)
            await unit.execute(
                f"UPDATE campaign SET {assigned}, version = version + 1, updated_at = ?, "  # noqa: S608
                "updated_by = ?, state = 'draft', problem = NULL WHERE id = ?",
                (*new.columns, now_micros(), actor.name, campaign_id),
            )
            unit.record(CampaignUpdated(campaign_id, version + 1, new.subject, fields))
        campaign = await own_campaign(actor, campaign_id)
    return CampaignWritten(campaign, unit.cursor)


async def _insert(unit: UnitOfWork, kept: _Kept) -> int:
    now, name = now_micros(), unit.actor.name
    rows = await unit.fetch(
        f"INSERT INTO campaign (account_id, {', '.join(_SHOWN)}, created_at, created_by, "  # noqa: S608
        "updated_at, updated_by, version, state, freeze_place, tries, recipient_count, "
        "sent_count, failed_count, skipped_count, unknown_count, opened_count, clicked_count, "
        "hard_bounce_count, soft_bounce_count, unsubscribed_count) VALUES "
        f"(?, {', '.join('?' * len(_SHOWN))}, ?, ?, ?, ?, 1, 'draft', "
        "0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) RETURNING id",
        (unit.actor.account_id, *kept.columns, now, name, now, name),
    )
    key = int(rows[0][0])
    unit.record(CampaignCreated(key, 1, kept.subject))
    return key


def _of_row(row: CampaignRow) -> _Kept:
    return _Kept(
        row.subject,
        row.preheader,
        row.from_name,
        row.reply_to,
        row.blocks_text,
        row.audience_text,
        row.track_opens,
        row.track_clicks,
    )


async def _changed(actor: Actor, old: _Kept, changes: CampaignChanges) -> _Kept:
    return _Kept(
        _line(changes.subject, old.subject, "subject", SUBJECT_LENGTH) or "",
        _line(changes.preheader, old.preheader, "preheader", PREHEADER_LENGTH) or "",
        _line(changes.from_name, old.from_name, "fromName", NAME_LENGTH),
        _reply_to(changes.reply_to, old.reply_to),
        await _blocks(actor, changes.blocks, old.blocks),
        await _filter(actor, changes.filter, old.audience),
        _or(changes.track_opens, old.track_opens),
        _or(changes.track_clicks, old.track_clicks),
    )


def _or(value: V | Unset, old: V) -> V:
    return old if isinstance(value, Unset) else value


def _line(value: str | Unset | None, old: str | None, name: str, maximum: int) -> str | None:
    return old if isinstance(value, Unset) else clean_line(value, (name,), maximum=maximum)


def _reply_to(value: str | Unset | None, old: str | None) -> str | None:
    if isinstance(value, Unset) or not (value or "").strip():
        return old if isinstance(value, Unset) else None
    address = (value or "").strip()
    if normalize_email(address) is None or reply_address(address) is None:
        raise EmailInvalid(("replyTo",))
    return address


async def _filter(actor: Actor, value: Plain | Unset | None, old: str | None) -> str | None:
    if isinstance(value, Unset):
        return old
    return None if value is None else await kept_filter(actor, value)


async def _blocks(actor: Actor, value: Sequence[DraftBlock] | Unset, old: str) -> str:
    if isinstance(value, Unset):
        return old
    asked = {each.picture_id for each in value if each.picture_id is not None}
    pictures = await images_by_id(actor, asked)
    blocks = []
    for place, each in enumerate(value):
        if each.picture_id is not None and each.picture_id not in pictures:
            raise NotFound(("blocks", str(place), "imageId"))
        picture = None if each.picture_id is None else pictures[each.picture_id]
        blocks.append(_with_picture(each.block, picture))
    return kept_blocks(clean_blocks(blocks))


def _with_picture(block: Block, picture: Any) -> Block:
    return Block(block.key, block.kind, block.text, block.url, block.alt, block.align, picture)
