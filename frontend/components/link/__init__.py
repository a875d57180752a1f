"""Links. Those to our own places move the window without loading a page, by themselves."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Attributes, Child, merged


def Link(
    *children: Child, href: str, outside: bool = False, attributes: Attributes | None = None
) -> VdomDict:
    """Draw a link; `outside` opens another site in a new tab."""
    more = {"target": "_blank", "rel": "noopener noreferrer"} if outside else {}
    return html.a(merged(attributes, className="link", href=href, **more), *children)
