"""The middle: the tabs, and the open one."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Tab, Tabs
from frontend.hooks import use_store, use_url_state
from frontend.locale import t
from frontend.pages.contact.parts import ContactTab, contact_parts
from frontend.pages.contact.state import TAB, PageState, open_tab
from frontend.pages.contact_card.state import is_deleted
from frontend.pages.contact_parts.places import contact_url


def shown_tabs(deleted: bool) -> list[ContactTab]:
    """Return the tabs that a contact has."""
    return [tab for tab in contact_parts().tabs if tab.when_deleted or not deleted]


@component
def Middle(state: PageState) -> VdomDict | None:
    """The tabs of the contact, and the open one. Only it is drawn."""
    use_url_state(TAB)
    deleted: bool = use_store(state.contact, is_deleted)
    tabs, wanted = shown_tabs(deleted), open_tab(state.session)
    if not tabs:
        return None
    opened = wanted if wanted in tabs else tabs[0]
    return html.section(
        {"className": "contact-middle", "aria-label": opened.label()},
        Tabs(
            [
                Tab(
                    tab.id,
                    tab.label(),
                    contact_url(state.contact_id, None if tab is tabs[0] else tab.id),
                    icon=tab.icon,
                    count=tab.count(state.contact_id) if tab.count else None,
                    keys=str(place),
                )
                for place, tab in enumerate(tabs, 1)
            ],
            selected=opened.id,
            label=t("Parts of the contact"),
        ),
        html.div(
            {"className": "contact-tab", "key": opened.id, "id": f"contact-tab-{opened.id}"},
            html.h2({"className": "visually-hidden"}, opened.label()),
            opened.component(state.contact_id),
        ),
    )
