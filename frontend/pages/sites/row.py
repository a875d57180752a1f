"""A site as a shared fragment."""

from __future__ import annotations

from collections.abc import Hashable

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Icon
from frontend.fragments import fragment, target
from frontend.locale import t, tn
from frontend.pages.site_parts.marks import site_doors, site_link, site_state
from frontend.pages.site_parts.words import Site

EDIT, DELETE = "sites:edit", "sites:delete"


def _version(site: Site, can_write: bool) -> Hashable:
    found = site["contactCount"], site["checkedAt"], site["problem"], site["httpStatus"]
    return site["id"], site["version"], *found, can_write


@fragment(version=_version)
def site_row(site: Site, can_write: bool) -> VdomDict:
    """Draw a site; `can_write` is whether it can be changed here."""
    return html.li(
        {"key": site["id"], "className": "site-row"},
        site_link(site),
        html.span({"className": "site-row-state"}, site_state(site)),
        html.span(
            {"className": "site-row-count"},
            tn("{count} contact", "{count} contacts", site["contactCount"]),
        ),
        html.span(
            {"className": "site-row-acts"},
            site_doors(site),
            _act(site, EDIT, "pencil", t("Edit {name}", name=site["name"])) if can_write else None,
            _act(site, DELETE, "trash-2", t("Delete {name}", name=site["name"]))
            if can_write
            else None,
        ),
    )


def _act(site: Site, name: str, icon: str, label: str) -> VdomDict:
    return html.button(
        {
            "type": "button",
            "className": "icon-button icon-button-small",
            "data-id": site["id"],
            "title": label,
            "aria-label": label,
            "onClick": target(name),
        },
        Icon(icon, size=14),
    )
