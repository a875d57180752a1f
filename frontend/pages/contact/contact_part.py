"""What the page brings of itself."""

from __future__ import annotations

from reactpy import component
from reactpy.types import Component

from frontend.locale import t
from frontend.pages.contact.parts import ContactPanel
from frontend.pages.contact.state import use_contact_page
from frontend.pages.contact_card.carried_labels import Labels


@component
def LabelsPanel(contact_id: str) -> Component:
    """The labels, put on, made and taken off."""
    return Labels(use_contact_page(), key="labels")


PANELS = (
    ContactPanel(
        "labels",
        lambda: t("Labels"),
        "tags",
        order=10,
        component=LabelsPanel,
        when_deleted=True,
    ),
)
