"""A privacy request as a shared fragment."""

from __future__ import annotations

from collections.abc import Hashable

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Chip
from frontend.fragments import fragment
from frontend.pages.privacy.due import deadline
from frontend.pages.privacy.places import place_of
from frontend.pages.privacy.words import (
    COLORS,
    Request,
    kind_words,
    person_words,
    reach_words,
    state_words,
)


def _version(request: Request) -> Hashable:
    names = tuple(contact["displayName"] for contact in request["contacts"])
    return request["id"], request["version"], names


@fragment(version=_version)
def request_row(request: Request) -> VdomDict:
    """Draw one: whose, what, where it stands, until when."""
    return html.li(
        {"key": request["id"], "className": "privacy-row"},
        html.a(
            {"className": "privacy-link", "href": place_of(request)},
            html.span({"className": "privacy-name", "dir": "auto"}, person_words(request)),
            html.span({"className": "privacy-faint", "dir": "auto"}, reach_words(request)),
        ),
        html.span({"className": "privacy-kind"}, kind_words(request["kind"])),
        html.span(
            {"className": "privacy-state"},
            Chip(state_words(request), color=COLORS[request["state"]]),
        ),
        html.span({"className": "privacy-due"}, deadline(request)),
    )
