"""On a phone the three columns are three views, changed by the browser alone (contact.css)."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.locale import t
from frontend.pages.contact.parts import contact_parts
from frontend.pages.contact.state import TAB
from frontend.session import Session


def view_id(view: str) -> str:
    """Return the id of the choice of a view."""
    return f"contact-view-{view}"


def narrow_switch(session: Session) -> VdomDict:
    """Draw the choice among the views; a link to a tab begins with the tabs."""
    views = [("details", t("Details"))]
    if contact_parts().tabs:
        views.append(("activity", t("Activity")))
    views.append(("linked", t("Linked")))
    first = "activity" if session.location.value.query.get(TAB) else "details"
    return html.div(
        {"className": "contact-switch", "role": "radiogroup", "aria-label": t("View")},
        *(
            html.label(
                {"className": "contact-switch-view", "key": view},
                html.input(
                    {
                        "type": "radio",
                        "name": "contact-view",
                        "id": view_id(view),
                        "className": "visually-hidden",
                        "defaultChecked": view == first,
                    }
                ),
                words,
            )
            for view, words in views
        ),
    )
