"""The settings: what is set is kept, and what others change shows by itself."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import expect
from pyotp import TOTP

from backend.accounts.queries.people import get_person
from backend.accounts.queries.team import members
from backend.accounts.service.profile import ProfileChange, update_profile
from backend.accounts.service.tokens import create_token
from backend.core.permissions import Role, Scope
from tests.browser.product import Product
from tests.factories.accounts import (
    PASSWORD,
    Person,
    actor_of,
    new_member,
    new_session,
    signed_in,
)

pytestmark = pytest.mark.sqlite_only

NEW_PASSWORD = "another green notebook"


@pytest.fixture
async def reader(owner: Person) -> Person:
    """The owner, reading English."""
    await update_profile(owner.actor, ProfileChange(locale="en"))
    return owner


async def test_a_new_name_shows_in_every_window(product: Product, reader: Person) -> None:
    first = await product.visit_as(reader, "/settings/profile")
    second = await product.visit_as(reader, "/settings/team")
    await first.page.fill("#field-name", "Olga d'Aosta")
    await first.page.keyboard.press("Enter")
    await expect(first.page.locator(".sidebar-viewer")).to_contain_text("Olga d'Aosta")
    await expect(second.page.locator(".sidebar-viewer")).to_contain_text("Olga d'Aosta")
    await expect(second.page.locator("#members")).to_contain_text("Olga d'Aosta")


async def test_an_empty_name_is_refused_beside_the_field(product: Product, reader: Person) -> None:
    window = await product.visit_as(reader, "/settings/profile")
    await window.page.fill("#field-name", "   ")
    await window.page.keyboard.press("Enter")
    await expect(window.page.locator("#field-name-error")).to_have_text("This is needed.")


async def test_a_theme_is_applied_at_once_and_kept(product: Product, reader: Person) -> None:
    window = await product.visit_as(reader, "/settings/profile", color_scheme="light")
    page = window.page
    await page.get_by_role("radio", name="As the device").focus()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("ArrowRight")
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    async with asyncio.timeout(10):
        while (kept := await get_person(reader.user_id)) is None or kept.theme != "dark":
            await asyncio.sleep(0.05)
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    await expect(page.get_by_role("radio", name="Dark")).to_be_checked()


async def test_a_language_is_applied_at_once(product: Product, reader: Person) -> None:
    window = await product.visit_as(reader, "/settings/profile")
    page = window.page
    await page.select_option("#field-locale", "fr")
    await expect(page.locator("html")).to_have_attribute("lang", "fr")
    await expect(page.get_by_role("heading", name="Langue et heure")).to_be_visible()


async def test_a_time_zone_is_found_and_kept(product: Product, reader: Person) -> None:
    window = await product.visit_as(reader, "/settings/profile")
    page = window.page
    zone = page.locator("#field-timeZone")
    await zone.fill("lisb")
    await expect(page.get_by_role("option", name="Lisbon")).to_be_visible()
    await zone.press("ArrowDown")
    await zone.press("Enter")
    await expect(page.locator(".toast")).to_contain_text("Saved")
    await page.reload()
    await expect(page.locator("#field-timeZone")).to_have_value("Lisbon")


async def test_the_business_is_changed_by_who_may(product: Product, reader: Person) -> None:
    window = await product.visit_as(reader, "/settings/business")
    page = window.page
    await page.fill("#field-name", "Studio Aosta")
    await page.select_option("#field-country", "FR")
    await page.fill("#field-currency", "chf")
    await page.locator(".combobox-option", has_text="Swiss Franc").click()
    await page.get_by_role("button", name="Save").click()
    await expect(page.locator(".brand-name")).to_have_text("Studio Aosta")
    await page.reload()
    await expect(page.locator("#field-country")).to_have_value("FR")
    await expect(page.locator("#field-currency")).to_have_value("Swiss Franc")


async def test_a_viewer_reads_the_business_and_changes_nothing(
    product: Product, owner: Person, viewer: Person
) -> None:
    window = await product.visit_as(viewer, "/settings/business")
    page = window.page
    await expect(page.get_by_text("Studio Rossi").last).to_be_visible()
    await expect(page.locator("form")).to_have_count(0)
    await product.go(window, "/settings/tokens")
    await expect(page.get_by_text("Votre rôle ne fait que lire")).to_be_visible()
    await product.go(window, "/settings/team")
    await expect(page.locator("#members select")).to_have_count(0)


async def test_a_changed_password_ends_the_other_sessions(product: Product, reader: Person) -> None:
    other = await new_session(reader.user_id, reader.account_id)
    window = await product.visit_as(reader, "/settings/security")
    page = window.page
    await expect(page.locator("#sessions li")).to_have_count(2)
    await page.fill("#field-currentPassword", "wrong")
    await page.fill("#field-newPassword", NEW_PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.locator("#field-currentPassword-error")).to_be_visible()
    await page.fill("#field-currentPassword", PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.locator(".toast")).to_contain_text("Password changed")
    await expect(page.locator("#field-newPassword")).to_have_value("")
    await expect(page.locator("#sessions li")).to_have_count(1)
    assert await actor_of(other) is None


async def test_sessions_come_and_go_by_themselves(product: Product, reader: Person) -> None:
    window = await product.visit_as(reader, "/settings/security")
    page = window.page
    await expect(page.locator("#sessions li")).to_have_count(1)
    await new_session(reader.user_id, reader.account_id)
    third = await new_session(reader.user_id, reader.account_id)
    await expect(page.locator("#sessions li")).to_have_count(3)
    await page.locator("#sessions li button").first.click()
    await expect(page.locator("#sessions li")).to_have_count(2)
    await expect(page.locator("#sessions")).to_be_focused()
    await page.get_by_role("button", name="Sign out everywhere else").click()
    await page.get_by_role("dialog").get_by_role("button", name="Sign out").click()
    await expect(page.locator("#sessions li")).to_have_count(1)
    await expect(page.locator("#sessions")).to_contain_text("This browser")
    assert await actor_of(third) is None


async def test_a_revoked_session_leaves_the_page(product: Product, reader: Person) -> None:
    elsewhere = await signed_in(reader.user_id, reader.account_id, reader.name, reader.email)
    first = await product.visit_as(reader, "/settings/security")
    second = await product.visit_as(elsewhere, "/settings/profile")
    await first.page.locator("#sessions li button").first.click()
    await second.page.wait_for_url("**/sign-in?next=%2Fsettings%2Fprofile&ended=1")
    await expect(second.page.locator(".notice")).to_contain_text("Your session ended")


async def test_the_second_factor_is_set_up_and_turned_off(product: Product, reader: Person) -> None:
    window = await product.visit_as(reader, "/settings/security", accept_downloads=True)
    page = window.page
    await page.get_by_role("button", name="Set up").click()
    await expect(page.locator(".qr-code")).to_be_visible()
    secret = (await page.locator("#totp-key").inner_text()).replace(" ", "")
    await page.fill("#field-code", "000000")
    await page.keyboard.press("Enter")
    await expect(page.locator("#field-code-error")).to_be_visible()
    await page.fill("#field-code", TOTP(secret).now())
    await page.keyboard.press("Enter")
    await expect(page.locator(".recovery-codes li")).to_have_count(10)
    async with page.expect_download() as download:
        await page.get_by_role("button", name="Download").click()
    kept = (await (await download.value).path()).read_text().split()
    assert kept == await page.locator(".recovery-codes li").all_inner_texts()
    await page.get_by_role("button", name="I have kept them").click()
    await expect(page.get_by_text("10 recovery codes left")).to_be_visible()
    await page.get_by_role("button", name="Turn off").click()
    await page.fill("#field-password", PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Set up")).to_be_visible()


async def test_an_invitation_is_sent_and_taken_back(product: Product, reader: Person) -> None:
    window = await product.visit_as(reader, "/settings/team")
    other = await product.visit_as(reader, "/settings/team")
    page = window.page
    await page.get_by_role("button", name="Invite").click()
    await expect(page.locator("#field-email")).to_be_focused()
    await page.keyboard.type("not an address")
    await page.keyboard.press("Enter")
    await expect(page.locator("#field-email-error")).to_be_visible()
    await page.fill("#field-email", "new@example.org")
    await page.get_by_role("radio", name="Viewer").check()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(other.page.locator("#invitations")).to_contain_text("new@example.org")
    await expect(other.page.get_by_text("outbox folder").first).to_be_visible()
    assert (await product.letters())[-1]["To"] == "new@example.org"
    await page.get_by_role("button", name="Send the invitation to new@example.org again").click()
    await expect(page.locator(".toast").last).to_contain_text("outbox")
    await page.get_by_role("button", name="Revoke the invitation to new@example.org").click()
    await expect(other.page.locator("#invitations")).to_have_count(0)


async def test_roles_change_and_people_go(product: Product, reader: Person) -> None:
    colleague = await new_member(reader, Role.MEMBER, "Marc Petit")
    window = await product.visit_as(reader, "/settings/team")
    page = window.page
    await page.get_by_label("Role of Marc Petit").select_option("ADMIN")
    await expect(page.locator(".toast").last).to_contain_text("Marc Petit is Admin now")
    roles = {person.name: person.role for person in await members(reader.account_id)}
    assert roles["Marc Petit"] is Role.ADMIN
    await page.get_by_role("button", name="Actions for Marc Petit").click()
    await page.get_by_role("menuitem", name="Remove from the account").click()
    await page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
    await expect(page.locator("#members li")).to_have_count(1)
    assert await actor_of(colleague.cookie) is None


async def test_a_colleagues_new_role_shows_in_their_own_window(
    product: Product, reader: Person
) -> None:
    colleague = await new_member(reader, Role.ADMIN, "Marc Petit")
    theirs = await product.visit_as(colleague, "/settings/team")
    await expect(theirs.page.get_by_role("button", name="Inviter")).to_be_visible()
    window = await product.visit_as(reader, "/settings/team")
    await window.page.get_by_label("Role of Marc Petit").select_option("VIEWER")
    await expect(theirs.page.get_by_role("button", name="Inviter")).to_have_count(0)


async def test_the_account_is_handed_over_with_the_password(
    product: Product, reader: Person
) -> None:
    await new_member(reader, Role.MEMBER, "Marc Petit")
    window = await product.visit_as(reader, "/settings/team")
    page = window.page
    await page.get_by_role("button", name="Actions for Marc Petit").click()
    await page.get_by_role("menuitem", name="Hand the account over").click()
    await page.fill("#field-password", PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.locator(".toast").last).to_contain_text("Marc Petit is owner now")
    roles = {person.name: person.role for person in await members(reader.account_id)}
    assert roles == {"Marc Petit": Role.OWNER, reader.name: Role.ADMIN}


async def test_a_token_is_shown_once_and_revoked(product: Product, reader: Person) -> None:
    window = await product.visit_as(reader, "/settings/tokens")
    page = window.page
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.get_by_role("button", name="New token").click()
    await expect(page.locator("#field-name")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("#field-name-error")).to_be_visible()
    await page.fill("#field-name", "L'agenda")
    await page.select_option("#field-scope", "WRITE")
    await page.select_option("#field-days", "")
    await page.keyboard.press("Enter")
    secret = await page.locator(".secret-text").inner_text()
    await expect(page.locator(".secret-box button")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator(".secret-box .button-label")).to_have_text("Copied")
    assert await page.evaluate("navigator.clipboard.readText()") == secret
    await page.keyboard.press("Escape")
    await expect(page.locator("#tokens")).to_contain_text("Read and write")
    await expect(page.locator("#tokens")).to_contain_text("does not expire")
    await expect(page.locator(".secret-text")).to_have_count(0)
    assert secret not in await page.content()
    await create_token(reader.actor, "Another", [Scope.READ])
    await expect(page.locator("#tokens li")).to_have_count(2)
    await page.get_by_role("button", name="Revoke L'agenda").click()
    await page.get_by_role("dialog").get_by_role("button", name="Revoke").click()
    await expect(page.locator("#tokens li")).to_have_count(1)
