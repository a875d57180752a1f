"""What a contact's timeline says of campaigns."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.campaign_parts.words import subject_words
from frontend.pages.contact.parts import ContactStory

STORIES = (
    ContactStory(
        "CAMPAIGN",
        lambda: t("Campaigns"),
        "megaphone",
        order=45,
        words={
            "campaign.mail_sent": lambda _: t("A campaign was sent to this contact"),
            "campaign.opened": lambda _: t("The contact opened a campaign"),
            "campaign.clicked": lambda _: t("The contact opened a link of a campaign"),
            "campaign.bounced": lambda _: t("A campaign came back"),
            "campaign.unsubscribed": lambda _: t("The contact unsubscribed by a campaign"),
        },
        title=subject_words,
    ),
)
