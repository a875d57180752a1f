"""The panel of client sites, and what the timeline says of them."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactPanel, ContactStory, who
from frontend.pages.contact_sites.panel import SitesPanel

PANELS = (
    ContactPanel(
        "sites",
        lambda: t("Client sites"),
        "globe",
        order=50,
        component=SitesPanel,
        reads=("sites",),
    ),
)
STORIES = (
    ContactStory(
        "SITE",
        lambda: t("Client sites"),
        "globe",
        order=70,
        words={
            "site.linked": lambda entry: t("{who} linked a site", who=who(entry)),
            "site.unlinked": lambda entry: t("{who} unlinked a site", who=who(entry)),
        },
    ),
)
