"""What happened to campaigns and their letters, as the log and contacts' stories keep it.

``title`` is the subject of the letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.contacts.events import AboutContact
from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class CampaignFact(Fact):
    """A fact of a campaign as a whole."""

    subject_type: ClassVar[str] = "Campaign"

    version: int
    title: str


@dataclass(frozen=True, slots=True)
class CampaignCreated(CampaignFact):
    kind: ClassVar[str] = "campaign.created"


@dataclass(frozen=True, slots=True)
class CampaignUpdated(CampaignFact):
    """``fields`` are the schema's names of what changed."""

    kind: ClassVar[str] = "campaign.updated"

    fields: list[str]


@dataclass(frozen=True, slots=True)
class CampaignDeleted(CampaignFact):
    kind: ClassVar[str] = "campaign.deleted"


@dataclass(frozen=True, slots=True)
class CampaignRestored(CampaignFact):
    kind: ClassVar[str] = "campaign.restored"


@dataclass(frozen=True, slots=True)
class CampaignScheduled(CampaignFact):
    """``at`` is the instant, ISO 8601 in UTC."""

    kind: ClassVar[str] = "campaign.scheduled"

    at: str


@dataclass(frozen=True, slots=True)
class CampaignUnscheduled(CampaignFact):
    """It is a draft again."""

    kind: ClassVar[str] = "campaign.unscheduled"


@dataclass(frozen=True, slots=True)
class CampaignStarted(CampaignFact):
    """It began to be sent."""

    kind: ClassVar[str] = "campaign.started"


@dataclass(frozen=True, slots=True)
class CampaignFrozen(CampaignFact):
    """Its recipients are fixed."""

    kind: ClassVar[str] = "campaign.frozen"

    recipients: int


@dataclass(frozen=True, slots=True)
class CampaignPaused(CampaignFact):
    """Somebody stopped it for a while, or ``problem`` did."""

    kind: ClassVar[str] = "campaign.paused"

    problem: str | None


@dataclass(frozen=True, slots=True)
class CampaignResumed(CampaignFact):
    kind: ClassVar[str] = "campaign.resumed"


@dataclass(frozen=True, slots=True)
class CampaignCancelled(CampaignFact):
    """The letters that had not left do not leave any more."""

    kind: ClassVar[str] = "campaign.cancelled"


@dataclass(frozen=True, slots=True)
class CampaignTroubled(CampaignFact):
    """Its mail server does not answer, and is tried again; or answers again, then None."""

    kind: ClassVar[str] = "campaign.troubled"

    problem: str | None


@dataclass(frozen=True, slots=True)
class CampaignFailed(CampaignFact):
    """It could not begin."""

    kind: ClassVar[str] = "campaign.failed"

    problem: str


@dataclass(frozen=True, slots=True)
class CampaignSent(CampaignFact):
    """Every letter that could leave has left."""

    kind: ClassVar[str] = "campaign.sent"

    sent: int


@dataclass(frozen=True, slots=True)
class CampaignLetterFailed(Fact):
    """Letters could not be sent, are skipped, or nobody knows; ``count`` of them."""

    kind: ClassVar[str] = "campaign.letters_failed"
    subject_type: ClassVar[str] = "Campaign"

    count: int


@dataclass(frozen=True, slots=True)
class OfLetter(AboutContact):
    """A fact of one letter of a campaign, in the story of the contact that it was sent to."""

    subject_type: ClassVar[str] = "Campaign"

    recipient_id: int
    title: str


@dataclass(frozen=True, slots=True)
class CampaignMailSent(OfLetter):
    kind: ClassVar[str] = "campaign.mail_sent"


@dataclass(frozen=True, slots=True)
class CampaignOpened(OfLetter):
    kind: ClassVar[str] = "campaign.opened"


@dataclass(frozen=True, slots=True)
class CampaignClicked(OfLetter):
    """``excerpt`` is the address that was opened, shortened."""

    kind: ClassVar[str] = "campaign.clicked"

    excerpt: str


@dataclass(frozen=True, slots=True)
class CampaignBounced(OfLetter):
    """``bounce`` is hard or soft, ``excerpt`` what the server said."""

    kind: ClassVar[str] = "campaign.bounced"

    bounce: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class CampaignUnsubscribed(OfLetter):
    kind: ClassVar[str] = "campaign.unsubscribed"


@dataclass(frozen=True, slots=True)
class CampaignSettingsUpdated(Fact):
    """How the account sends campaigns was changed; the subject is the account."""

    kind: ClassVar[str] = "account.campaign_settings_updated"
    subject_type: ClassVar[str] = "Account"

    version: int
