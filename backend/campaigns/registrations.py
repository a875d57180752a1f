"""What other domains may ask about campaigns: personal data, and how letters follow contacts."""

from __future__ import annotations

from backend.campaigns.service.activity import move_letters
from backend.campaigns.service.bounces import hear_report
from backend.campaigns.service.privacy import erase_letters, forget_recipients, gather_letters
from backend.contacts.followers import ContactFollower, contact_followers
from backend.contacts.mentions import MentionedIn, mentions
from backend.core.registry import PersonalData, personal_data
from backend.inbox.hearers import report_hearers

personal_data.register(
    "campaigns",
    PersonalData(
        name="campaigns",
        tables=("campaign_recipient", "campaign_click"),
        gather=gather_letters,
        erase=erase_letters,
    ),
)
contact_followers.register(
    "campaigns",
    ContactFollower("campaigns", move_letters, forget=forget_recipients),
)
mentions.register(
    "campaigns",
    # A server that ended a turn says in ``problem_detail`` of which reader.
    MentionedIn("campaign", ("subject", "preheader", "blocks", "audience", "problem_detail")),
)
report_hearers.register("campaigns", hear_report)
