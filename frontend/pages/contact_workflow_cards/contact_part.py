"""The panel of workflow cards."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactPanel
from frontend.pages.contact_workflow_cards.panel import CardsPanel

PANELS = (
    ContactPanel(
        "cards",
        lambda: t("Workflow cards"),
        "square-kanban",
        order=40,
        component=CardsPanel,
        reads=("cards",),
    ),
)
