"""What begins with a letter: forgotten passwords, invitations, another address."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from backend.accounts.service.invitations import invite_member
from backend.core.permissions import Role
from tests.browser.product import Product
from tests.factories.accounts import PASSWORD, Person

pytestmark = pytest.mark.sqlite_only

NEW_PASSWORD = "another green notebook"


async def test_a_forgotten_password_is_chosen_anew(product: Product, owner: Person) -> None:
    window = await product.visit("/sign-in")
    page = window.page
    await page.get_by_role("link", name="Forgotten?").click()
    await page.fill("#field-email", owner.email)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Check your mail")).to_be_visible()
    await expect(page.get_by_text("outbox folder")).to_be_visible()
    await product.letters()
    await product.go(window, await product.link_of_last_letter())
    await page.fill("#field-password", NEW_PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.locator("#sidebar")).to_be_visible()


async def test_a_spent_link_leads_to_another(product: Product) -> None:
    window = await product.visit("/reset-password?token=not-one-of-ours")
    page = window.page
    await page.fill("#field-password", NEW_PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="does not work any more")).to_be_visible()
    await page.get_by_role("link", name="Send another link").click()
    await expect(page.locator("#field-email")).to_be_visible()


async def test_says_the_same_for_an_address_that_nobody_has(product: Product) -> None:
    window = await product.visit("/forgot-password")
    page = window.page
    await page.fill("#field-email", "nobody@example.org")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Check your mail")).to_be_visible()
    assert await product.letters() == []


async def test_a_new_person_joins_by_invitation(product: Product, owner: Person) -> None:
    await invite_member(owner.actor, "new@example.org", Role.MEMBER)
    await product.letters()
    window = await product.visit(await product.link_of_last_letter())
    page = window.page
    await expect(page.get_by_role("heading", name="Join Studio Rossi")).to_be_visible()
    await expect(page.locator("#invited-email")).to_have_value("new@example.org")
    await page.fill("#field-name", "Nina Neu")
    await page.fill("#field-password", NEW_PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.locator(".sidebar-viewer")).to_contain_text("Nina Neu")
    await product.go(window, "/settings/team")
    await expect(page.get_by_text("Owners and admins can invite people")).to_be_visible()
    await expect(page.get_by_role("button", name="Invite")).to_have_count(0)


async def test_a_known_person_joins_by_their_password(
    product: Product, owner: Person, stranger: Person
) -> None:
    await invite_member(owner.actor, stranger.email, Role.ADMIN)
    await product.letters()
    window = await product.visit(await product.link_of_last_letter())
    page = window.page
    await page.fill("#field-password", "not the password")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_be_visible()
    await page.fill("#field-password", PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.locator(".brand-name")).to_have_text("Studio Rossi")


async def test_who_is_signed_in_joins_with_one_click_and_switches_back(
    product: Product, owner: Person, stranger: Person
) -> None:
    await invite_member(owner.actor, stranger.email, Role.ADMIN)
    await product.letters()
    window = await product.visit_as(stranger, await product.link_of_last_letter())
    page = window.page
    await page.locator(".entry-card .button-primary").click()
    await expect(page.locator(".brand-name")).to_have_text("Studio Rossi")
    await page.locator("button.sidebar-viewer").click()
    await page.get_by_role("menuitemcheckbox", name="Elsewhere").click()
    await expect(page.locator(".brand-name")).to_have_text("Elsewhere")


async def test_an_invitation_for_somebody_else_offers_to_sign_out(
    product: Product, owner: Person, stranger: Person
) -> None:
    await invite_member(owner.actor, "new@example.org", Role.MEMBER)
    await product.letters()
    window = await product.visit_as(stranger, await product.link_of_last_letter())
    page = window.page
    await page.locator(".entry-choices .button-primary").click()
    await expect(page.locator("#invited-email")).to_have_value("new@example.org")


async def test_an_invitation_that_opens_nothing_says_so(product: Product) -> None:
    window = await product.visit("/invitation?token=not-one-of-ours")
    await expect(
        window.page.get_by_role("heading", name="This invitation does not work any more")
    ).to_be_visible()


async def test_another_address_is_confirmed_by_its_letter(product: Product, owner: Person) -> None:
    window = await product.visit_as(owner, "/settings/profile")
    page = window.page
    await page.get_by_role("button", name="Modifier").click()
    await page.fill("#field-email", "moved@example.org")
    await page.fill("#field-password", PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("moved@example.org")).to_be_visible()
    await expect(page.locator("#own-email")).to_have_text(owner.email)
    await product.letters()
    await product.go(window, await product.link_of_last_letter())
    await page.get_by_role("button", name="Confirmer").click()
    await expect(page.get_by_role("heading", name="Votre adresse est changée")).to_be_visible()
    await product.go(window, "/settings/profile")
    await expect(page.locator("#own-email")).to_have_text("moved@example.org")
