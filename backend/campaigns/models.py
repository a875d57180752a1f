"""The tables of campaigns. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.campaigns.rules.limits import (
    ADDRESS_LENGTH,
    CODE_LENGTH,
    DETAIL_LENGTH,
    FOOTER_LENGTH,
    KEY_LENGTH,
    NAME_LENGTH,
    PREHEADER_LENGTH,
    SUBJECT_LENGTH,
)
from backend.campaigns.tracking_models import CampaignClick, CampaignLink, CampaignTally
from backend.contacts.columns import RowKeyField
from backend.core.fields import InstantField

__all__ = [
    "Campaign",
    "CampaignClick",
    "CampaignImage",
    "CampaignLink",
    "CampaignPace",
    "CampaignRecipient",
    "CampaignSettings",
    "CampaignTally",
]


class Campaign(Model):
    """A letter to many. ``blocks`` and ``audience`` are JSON, the latter a filter, None until
    one is chosen.

    ``launched_by`` is whose saved filters it may name once it runs. ``frozen_at`` is when its
    recipients were fixed, ``freeze_place`` the last contact looked at until then; ``excluded`` is
    JSON of how many got no letter, by reason. ``runner`` is the run that sends it; one that
    finds another there has been replaced. ``next_try_at`` is, with a runner, until when that is
    believed to live; without, when a mail server that did not answer, ``tries`` times, is tried
    again. The counters are kept by whoever writes the recipients. ``purged_at`` is when the time of
    a deleted one was over: what it said is gone, and whom it was sent to stays, for the links in
    the letters.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    version = fields.IntField(default=1)
    subject = fields.CharField(SUBJECT_LENGTH, default="")
    preheader = fields.CharField(PREHEADER_LENGTH, default="")
    from_name = fields.CharField(NAME_LENGTH, null=True)
    reply_to = fields.CharField(ADDRESS_LENGTH, null=True)
    blocks = fields.TextField()
    audience = fields.TextField(null=True)
    track_opens = fields.BooleanField(default=True)
    track_clicks = fields.BooleanField(default=True)
    state = fields.CharField(CODE_LENGTH, default="draft")
    problem = fields.CharField(CODE_LENGTH, null=True)
    problem_detail = fields.CharField(DETAIL_LENGTH, null=True)
    scheduled_at = InstantField(null=True)
    started_at = InstantField(null=True)
    frozen_at = InstantField(null=True)
    ended_at = InstantField(null=True)
    launched_by = fields.BigIntField(null=True)
    freeze_place = fields.BigIntField(default=0)
    excluded = fields.TextField(null=True)
    runner = fields.CharField(KEY_LENGTH, null=True)
    next_try_at = InstantField(null=True)
    tries = fields.SmallIntField(default=0)
    recipient_count = fields.IntField(default=0)
    sent_count = fields.IntField(default=0)
    failed_count = fields.IntField(default=0)
    skipped_count = fields.IntField(default=0)
    unknown_count = fields.IntField(default=0)
    opened_count = fields.IntField(default=0)
    clicked_count = fields.IntField(default=0)
    hard_bounce_count = fields.IntField(default=0)
    soft_bounce_count = fields.IntField(default=0)
    unsubscribed_count = fields.IntField(default=0)
    created_at = InstantField()
    created_by = fields.CharField(200)
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    deleted_at = InstantField(null=True)
    purged_at = InstantField(null=True)

    class Meta:
        table = "campaign"
        indexes = (
            Index(fields=("account_id", "id")),
            Index(fields=("account_id", "started_at", "id")),
            Index(fields=("deleted_at",)),
        )


class CampaignRecipient(Model):
    """One address that a campaign goes to. ``address`` is as typed, ``normalized`` what it is
    compared by; when the contact is erased the address is blank and ``normalized`` its own key.

    ``runner`` is the run that gave it to a server. ``reason`` is why it was skipped, ``problem``
    why it failed. ``bounce`` is hard or soft.
    """

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "campaigns.Campaign", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.SET_NULL, null=True
    )
    address = fields.CharField(ADDRESS_LENGTH)
    normalized = fields.CharField(ADDRESS_LENGTH)
    state = fields.CharField(CODE_LENGTH, default="queued")
    reason = fields.CharField(CODE_LENGTH, null=True)
    problem = fields.CharField(CODE_LENGTH, null=True)
    problem_detail = fields.CharField(DETAIL_LENGTH, null=True)
    runner = fields.CharField(KEY_LENGTH, null=True)
    tries = fields.SmallIntField(default=0)
    next_try_at = InstantField(null=True)
    sent_at = InstantField(null=True)
    opened_at = InstantField(null=True)
    clicked_at = InstantField(null=True)
    open_count = fields.IntField(default=0, db_default=0)
    last_opened_at = InstantField(null=True)
    click_count = fields.IntField(default=0)
    bounce = fields.CharField(CODE_LENGTH, null=True)
    bounced_at = InstantField(null=True)
    unsubscribed_at = InstantField(null=True)

    class Meta:
        table = "campaign_recipient"
        unique_together = (("campaign", "normalized"),)
        indexes = (
            Index(fields=("campaign_id", "state", "id")),
            Index(fields=("campaign_id", "id")),
            Index(fields=("contact_id", "id")),
            Index(fields=("account_id", "normalized")),
        )


class CampaignImage(Model):
    """A picture for letters, kept under an unguessable ``key`` for as long as the account is there:
    letters that were sent go on showing it.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    key = fields.CharField(KEY_LENGTH, unique=True)
    format = fields.CharField(8)
    width = fields.IntField()
    height = fields.IntField()
    size = fields.IntField()
    created_at = InstantField()
    created_by = fields.CharField(200)

    class Meta:
        table = "campaign_image"
        indexes = (Index(fields=("account_id", "id")),)


class CampaignPace(Model):
    """When the next letter of an account may leave, whichever process sends it."""

    account_id = RowKeyField(primary_key=True, generated=False)
    next_at = InstantField()

    class Meta:
        table = "campaign_pace"


class CampaignSettings(Model):
    """How an account sends campaigns. ``footer`` says who writes and where they are."""

    account_id = RowKeyField(primary_key=True, generated=False)
    version = fields.IntField(default=1)
    rate_per_minute = fields.IntField()
    footer = fields.CharField(FOOTER_LENGTH, default="")
    track_opens = fields.BooleanField(default=True)
    track_clicks = fields.BooleanField(default=True)
    updated_at = InstantField()
    updated_by = fields.CharField(200)

    class Meta:
        table = "campaign_settings"
