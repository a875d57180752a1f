"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class CampaignNotDraft(Refusal):
    """Only a draft can be edited, scheduled and sent. Parameters: ``state``."""

    code = "CAMPAIGN_NOT_DRAFT"


class CampaignNotUnderWay(Refusal):
    """It is not in a state in which this can be done. Parameters: ``state``."""

    code = "CAMPAIGN_NOT_UNDER_WAY"


class CampaignUnderWay(Refusal):
    """It is being sent; cancel it before it is deleted."""

    code = "CAMPAIGN_UNDER_WAY"


class TooManyCampaigns(Refusal):
    """The account has all the campaigns it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_CAMPAIGNS"


class UnknownCampaignField(Refusal):
    """A text has a place that nothing of a contact fills. Parameters: ``name``, ``number``."""

    code = "UNKNOWN_CAMPAIGN_FIELD"


class InvalidBlock(Refusal):
    """A part of the letter lacks what its kind needs. Parameters: ``number``."""

    code = "INVALID_BLOCK"


class InvalidLink(Refusal):
    """A link that letters cannot lead to: they lead to whole addresses of the web, to ``mailto:``
    and ``tel:``. Parameters: ``number``; ``name``, the link, empty where it leads nowhere.
    """

    code = "INVALID_LINK"


class PlaceInLink(Refusal):
    """A link has a place for a contact's field; links are the same for everybody. Parameters:
    ``number``; ``name``, the link.
    """

    code = "PLACE_IN_LINK"


class EmptyCampaign(Refusal):
    """There is nothing in the letter."""

    code = "EMPTY_CAMPAIGN"


class NoRecipients(Refusal):
    """The filter chooses nobody who can be written to."""

    code = "NO_RECIPIENTS"


class RecipientsChanged(Refusal):
    """The filter chooses another number than was agreed to. Parameters: ``number``."""

    code = "RECIPIENTS_CHANGED"


class NoSendingServer(Refusal):
    """The account's mailbox has no server to send by."""

    code = "NO_SENDING_SERVER"


class TimePassed(Refusal):
    """A time to send at that is over, or more than a year away."""

    code = "TIME_PASSED"


class CampaignImageUnfit(Refusal):
    """No picture, or one that is too large. Parameters: ``maximum_mb``."""

    code = "CAMPAIGN_IMAGE_UNFIT"


class InvalidRate(Refusal):
    """Not a number of letters a minute that can be sent. Parameters: ``maximum``."""

    code = "INVALID_RATE"


class TestNotSent(Refusal):
    """The mail server did not take the letter. Parameters: ``reason``, ``detail``."""

    code = "TEST_NOT_SENT"
    __test__ = False
