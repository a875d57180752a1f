"""A site's links, and what its last check found; for fragments and components alike."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Icon
from frontend.components.time import Time
from frontend.locale import t
from frontend.pages.site_parts.words import Site, problem_words


def site_link(site: Site) -> VdomDict:
    """Draw a site's name, which opens it, and its host."""
    return html.span(
        {"className": "site-who"},
        html.a(
            {
                "className": "site-name",
                "href": site["address"],
                "target": "_blank",
                "rel": "noopener noreferrer",
                "title": site["address"],
            },
            html.bdi(site["name"]),
        ),
        html.bdi({"className": "site-host"}, site["host"])
        if site["host"] != site["name"]
        else None,
    )


def site_doors(site: Site) -> VdomDict:
    """Draw the links to a site's dashboard and editor, those that there are."""
    name = site["name"]
    return html.span(
        {"className": "site-doors"},
        _door(
            site["dashboardUrl"], "layout-dashboard", t("Open the dashboard of {name}", name=name)
        ),
        _door(site["editorUrl"], "panels-top-left", t("Open the editor of {name}", name=name)),
    )


def site_state(site: Site) -> VdomDict | None:
    """Draw what the last check found and when; nothing before the first."""
    if site["checkedAt"] is None:
        return None
    words = problem_words(site)
    return html.span(
        {"className": f"site-state site-state-{'bad' if words else 'good'}"},
        Icon("triangle-alert" if words else "circle-check", size=14),
        html.span(words or t("All well")),
        Time(site["checkedAt"]),
    )


def _door(href: str | None, icon: str, label: str) -> VdomDict | None:
    if href is None:
        return None
    return html.a(
        {
            "className": "icon-button icon-button-small",
            "href": href,
            "target": "_blank",
            "rel": "noopener noreferrer",
            "title": label,
            "aria-label": label,
        },
        Icon(icon, size=14),
    )
