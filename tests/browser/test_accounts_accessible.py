"""Every account page and dialog: axe finds nothing, nothing is wider than the window."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.async_api import Page, expect

from backend.accounts.service.invitations import invite_member
from backend.accounts.service.tokens import create_token
from backend.core.permissions import Role, Scope
from tests.browser.axe import OVERLAY, overflow, violations
from tests.browser.product import Product
from tests.factories.accounts import Person, new_member

pytestmark = pytest.mark.sqlite_only

ENTRANCES = (
    "/sign-in",
    "/sign-up",
    "/forgot-password",
    "/reset-password?token=x",
    "/invitation?token=x",
    "/confirm-email?token=x",
)
SETTINGS = (
    "/settings/profile",
    "/settings/security",
    "/settings/business",
    "/settings/team",
    "/settings/tokens",
)
OPENERS = {
    "/settings/profile": ".panel-actions button",
    "/settings/security": "section:nth-of-type(2) .panel-actions button",
    "/settings/team": ".page-actions .button-primary",
    "/settings/tokens": ".page-actions .button-primary",
}


VIEWS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1440, "light"), (360, "dark"))


async def check(page: Page, state: str, within: str | None = None) -> None:
    """Hold a page, or what lies over it, against axe: wide and light, narrow and dark."""
    for width, theme in VIEWS:
        await page.set_viewport_size({"width": width, "height": 900})
        await page.emulate_media(color_scheme=theme)
        assert await violations(page, within) == [], (state, width)
        assert await overflow(page) <= 0, (state, width)


async def test_axe_finds_nothing_at_the_door(product: Product) -> None:
    window = await product.visit(ENTRANCES[0], bypass_csp=True, locale="fr-FR")
    window.changed_for_good = True
    for path in ENTRANCES:
        await product.go(window, path)
        await check(window.page, path)


async def test_axe_finds_nothing_in_the_settings(product: Product, owner: Person) -> None:
    await new_member(owner, Role.MEMBER)
    await invite_member(owner.actor, "new@example.org", Role.VIEWER)
    await create_token(owner.actor, "Agenda", [Scope.READ])
    window = await product.visit_as(owner, SETTINGS[0], bypass_csp=True)
    window.changed_for_good = True
    for path in SETTINGS:
        await product.go(window, path)
        await window.page.wait_for_selector(".panel")
        await check(window.page, path)
        if opener := OPENERS.get(path):
            await window.page.locator(opener).first.click()
            await window.page.wait_for_selector("dialog:modal")
            await window.page.wait_for_timeout(200)
            await check(window.page, f"the dialog of {path}", OVERLAY)


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_axe_finds_nothing_in_the_viewers_menu(
    theme: str, product: Product, owner: Person
) -> None:
    window = await product.visit_as(owner, "/settings/profile", color_scheme=theme, bypass_csp=True)
    await window.page.locator("button.sidebar-viewer").click()
    await window.page.wait_for_timeout(200)
    assert await violations(window.page) == []
    sites = window.page.get_by_role("menuitem", name="Sites")
    await expect(sites).to_be_hidden()  # it stands in the sidebar
    await window.page.keyboard.press("Escape")
    await window.page.set_viewport_size({"width": 390, "height": 800})
    await window.page.locator("button.sidebar-viewer").click()
    assert await violations(window.page) == []
    await sites.click()
    await expect(window.page).to_have_url(re.compile("/sites$"))
