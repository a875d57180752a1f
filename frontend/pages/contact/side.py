"""The right column: labels, tasks and what else belongs to the contact."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Icon
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.contact.parts import ContactPanel, contact_parts
from frontend.pages.contact.state import PageState
from frontend.pages.contact_card.state import is_deleted


@component
def Side(state: PageState) -> VdomDict | None:
    """The panels."""
    deleted: bool = use_store(state.contact, is_deleted)
    panels = [panel for panel in contact_parts().panels if panel.when_deleted or not deleted]
    if not panels:
        return None
    return html.aside(
        {"className": "contact-side", "aria-label": t("Belongs to the contact")},
        *(_panel(panel, state) for panel in panels),
    )


def _panel(panel: ContactPanel, state: PageState) -> VdomDict:
    heading = f"contact-panel-{panel.id}-title"
    return html.section(
        {
            "className": "contact-panel",
            "key": panel.id,
            "id": f"contact-panel-{panel.id}",
            "aria-labelledby": heading,
        },
        html.h2(
            {"className": "contact-panel-title", "id": heading},
            Icon(panel.icon),
            html.span(panel.label()),
            html.span({"className": "contact-panel-count"}, panel.count(state.contact_id))
            if panel.count
            else None,
        ),
        panel.component(state.contact_id),
    )
