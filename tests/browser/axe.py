"""What axe finds on a page, and how much of the page it has to look at.

What lies over a page is looked at alone: the page below was looked at before anything lay over it.
"""

from __future__ import annotations

import json

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.async_api import Page

OVERLAY = "dialog:modal, [popover]:popover-open"
"""Whatever lies over the page now: a dialog, a menu, a list to choose from."""

# Only what is violated is described; style sheets need not be fetched again for rules that are off.
OPTIONS = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}
RUN = f"""async (within) => {{
  const {{ violations }} = await axe.run(within ?? document, {json.dumps(OPTIONS)});
  return violations.map(({{ id, nodes }}) =>
    `${{id}}: ${{nodes.map((node) => node.html.slice(0, 160)).join(" | ")}}`);
}}"""


async def violations(page: Page, within: str | None = None) -> list[str]:
    """Return what axe finds on the page, or within some of its elements, as rule and elements.

    Fails when there are no such elements.
    """
    if not await page.evaluate("'axe' in globalThis"):
        await page.evaluate(AXE_SCRIPT)
    found: list[str] = await page.evaluate(RUN, within)
    return found


async def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than the window."""
    width: int = await page.evaluate(
        "Math.max(document.documentElement.scrollWidth, "
        "document.getElementById('page').scrollWidth) - innerWidth"
    )
    return width
