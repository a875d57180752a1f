"""The panel of client sites."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactPanel
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
