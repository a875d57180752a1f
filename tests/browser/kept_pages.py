"""Pages of the browser that outlive a test: a new one is a new process of the browser's.

Starting it and reading the product's scripts again takes as long as all the rest of opening a
window. So a page is emptied (cookies, permissions, storage, routes, history, mouse and size) and
handed on to the next test that wants one of its kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.async_api import Browser, BrowserContext, CDPSession, Dialog, Error, Page

from tests.browser.windows import Window

KEPT = 4
"""How many wait for a test, each with a process of its own."""
USES = 40
"""After how many tests a page is closed, whatever may have gathered in it."""


@dataclass
class KeptPage:
    """A page, the only one of its visitor."""

    page: Page
    context: BrowserContext
    session: CDPSession
    options: dict[str, Any]
    uses: int = 0

    async def empty(self) -> None:
        """Leave the page as a new one is."""
        self.page.on("dialog", _leave)
        await self.page.unroute_all(behavior="ignoreErrors")
        await self.page.evaluate("localStorage.clear(), sessionStorage.clear()")
        # By the page itself: for the browser's own way there it would begin a new process.
        await self.page.evaluate("location.replace('about:blank')")
        await self.page.wait_for_url("about:blank", timeout=5000)
        self.page.remove_listener("dialog", _leave)
        await self.page.mouse.move(-1, -1)
        await self.page.set_viewport_size(self.options["viewport"])
        await self.context.clear_cookies()
        await self.context.clear_permissions()
        await self.session.send("Page.resetNavigationHistory")


async def _leave(dialog: Dialog) -> None:
    await dialog.accept()


class KeptPages:
    """Takes pages back, emptied, for whoever wants one of the same options."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._waiting: list[KeptPage] = []

    async def take(self, options: dict[str, Any]) -> KeptPage:
        """Return a page in a context with these options, with nothing in it."""
        for kept in self._waiting:
            if kept.options == options:
                self._waiting.remove(kept)
                return kept
        context = await self._browser.new_context(**options)
        page = await context.new_page()
        return KeptPage(page, context, await context.new_cdp_session(page), options)

    async def give_back(self, kept: KeptPage, window: Window) -> None:
        """Keep a page that a test has done with, or close it."""
        window.unwatch()
        kept.uses += 1
        if window.changed_for_good or not await self._emptied(kept):
            await kept.context.close()
            return
        self._waiting.append(kept)
        if len(self._waiting) > KEPT:
            await self._waiting.pop(0).context.close()

    async def _emptied(self, kept: KeptPage) -> bool:
        if kept.page.is_closed() or len(kept.context.pages) > 1 or kept.uses == USES:
            return False
        if not kept.options.get("java_script_enabled", True):
            return False
        try:
            await kept.empty()
        except Error:
            return False
        return True

    async def close(self) -> None:
        """Close what is kept."""
        for kept in self._waiting:
            await kept.context.close()
