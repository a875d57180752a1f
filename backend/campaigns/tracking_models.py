"""The tables of what readers do with letters. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.campaigns.rules.limits import CODE_LENGTH, URL_LENGTH
from backend.core.fields import InstantField

DIGEST_LENGTH = 64


class CampaignLink(Model):
    """An address that somebody opened from a campaign. ``digest`` is the SHA-256 of ``url``.

    ``clicks`` counts all, ``readers`` each letter once.
    """

    id = fields.BigIntField(primary_key=True)
    campaign: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "campaigns.Campaign", on_delete=fields.CASCADE
    )
    url = fields.CharField(URL_LENGTH)
    digest = fields.CharField(DIGEST_LENGTH)
    clicks = fields.IntField(default=0)
    readers = fields.IntField(default=0)

    class Meta:
        table = "campaign_link"
        unique_together = (("campaign", "digest"),)


class CampaignClick(Model):
    """That a link was opened from one letter, how often, and when last."""

    id = fields.BigIntField(primary_key=True)
    recipient: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "campaigns.CampaignRecipient", on_delete=fields.CASCADE
    )
    link: fields.ForeignKeyRelation[CampaignLink] = fields.ForeignKeyField(
        "campaigns.CampaignLink", on_delete=fields.CASCADE
    )
    count = fields.IntField(default=1)
    first_at = InstantField()
    last_at = InstantField()

    class Meta:
        table = "campaign_click"
        unique_together = (("recipient", "link"),)
        indexes = (Index(fields=("link_id",)),)


class CampaignTally(Model):
    """How often something happened with a campaign's letters in one hour since 1970 (UTC)."""

    id = fields.BigIntField(primary_key=True)
    campaign: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "campaigns.Campaign", on_delete=fields.CASCADE
    )
    hour = fields.IntField()
    kind = fields.CharField(CODE_LENGTH)
    count = fields.IntField(default=0)

    class Meta:
        table = "campaign_tally"
        unique_together = (("campaign", "hour", "kind"),)
