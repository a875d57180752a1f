"""The enums of campaigns, as the schema shows them."""

from __future__ import annotations

from backend.campaigns.queries.recipients import RecipientFate
from backend.campaigns.rules.blocks import Alignment
from backend.campaigns.rules.kinds import (
    BlockKind,
    BounceKind,
    CampaignProblem,
    CampaignState,
    ExclusionReason,
    RecipientState,
)
from backend.core.graphql.enums import describe_enum

describe_enum(
    CampaignState,
    "Where a campaign stands.",
    {
        "DRAFT": "It is being written.",
        "SCHEDULED": "It begins by itself at `scheduledAt`.",
        "SENDING": "Its letters are leaving.",
        "PAUSED": "Some of its letters may have left; the others wait for `resumeCampaign`.",
        "SENT": "Every letter that could leave has left.",
        "CANCELLED": "Somebody stopped it for good; what had left has left.",
        "FAILED": "It could not begin; `problem` says why.",
    },
)
describe_enum(
    RecipientState,
    "Where one letter of a campaign stands.",
    {
        "QUEUED": "It has not left yet.",
        "SENDING": "The mail server is being given it.",
        "SENT": "The mail server took it.",
        "FAILED": "The mail server refused it; `problem` says why.",
        "SKIPPED": "It did not leave; `reason` says why.",
        "UNKNOWN": "The connection or the server ended while it was given: it may have been sent, "
        "and is not sent again unless somebody asks for it.",
    },
    name="CampaignRecipientState",
)
describe_enum(
    RecipientFate,
    "What became of a letter, to choose recipients by.",
    {
        "QUEUED": "It has not left yet.",
        "SENT": "The mail server took it.",
        "FAILED": "The mail server refused it.",
        "SKIPPED": "It did not leave.",
        "UNKNOWN": "Nobody knows whether it was sent.",
        "OPENED": "It was opened.",
        "NOT_OPENED": "It was sent, and not opened as far as is known.",
        "CLICKED": "A link in it was opened.",
        "BOUNCED": "It came back.",
        "UNSUBSCRIBED": "Its reader unsubscribed by it.",
    },
    name="CampaignRecipientFate",
)
describe_enum(
    BlockKind,
    "What a part of a letter is.",
    {
        "HEADING": "A line in large letters.",
        "TEXT": "Paragraphs: rich text.",
        "BUTTON": "A link that looks like a button.",
        "IMAGE": "A picture, which may be a link.",
        "DIVIDER": "A line across.",
    },
    name="CampaignBlockKind",
)
describe_enum(
    Alignment,
    "Where the words of a part stand.",
    {"LEFT": "Where lines begin.", "CENTER": "In the middle."},
    name="CampaignBlockAlignment",
)
describe_enum(
    ExclusionReason,
    "Why a chosen contact gets no letter.",
    {
        "NO_EMAIL": "They have no e-mail address.",
        "NEVER_SUBSCRIBED": "They have not agreed to it.",
        "UNSUBSCRIBED": "They do not want it any more.",
        "BOUNCED": "Letters to their address came back.",
        "DUPLICATE": "Another chosen contact has the same address.",
        "GONE": "They were deleted, or their address was, after the recipients were fixed.",
    },
    name="CampaignExclusionReason",
)
describe_enum(
    BounceKind,
    "How a letter came back.",
    {"HARD": "For good: there is no such address.", "SOFT": "For a while: such as a full mailbox."},
)
describe_enum(
    CampaignProblem,
    "Why a campaign does not go on by itself, or a letter was not sent.",
    {
        "NO_SENDING_SERVER": "The account's mailbox has no server to send by.",
        "NO_RECIPIENTS": "The filter chose nobody who can be written to.",
        "FILTER_BROKEN": "The filter names what is not there any more.",
        "HOST_UNKNOWN": "The mail server's name leads nowhere.",
        "HOST_REFUSED": "The mail server is not on the internet.",
        "UNREACHABLE": "The mail server does not answer.",
        "TIMED_OUT": "The mail server took too long.",
        "TLS_FAILED": "The connection to the mail server cannot be protected.",
        "SIGN_IN_FAILED": "The mail server does not know the name or password.",
        "SENDER_REFUSED": "The mail server does not take letters from this address.",
        "RECIPIENT_REFUSED": "The mail server does not take letters to this address.",
        "MESSAGE_REFUSED": "The mail server does not take this letter.",
        "TRY_LATER": "The mail server asked to try again later.",
        "MAYBE_SENT": "The connection ended while the letter was given.",
        "UNEXPECTED": "Something else; the detail says what.",
    },
)
