"""Signing up, in and out, by keyboard, with every refusal beside its field."""

from __future__ import annotations

import pytest
from playwright.async_api import expect
from pyotp import TOTP

from backend.accounts.service.second_factor import begin_totp, confirm_totp
from tests.browser.product import Product
from tests.factories.accounts import PASSWORD, Person

pytestmark = pytest.mark.sqlite_only


async def test_signs_up_with_the_browsers_own_country_and_clock(product: Product) -> None:
    window = await product.visit("/sign-up?next=/settings/business", timezone_id="Europe/Rome")
    page = window.page
    await expect(page.locator("#field-country")).to_have_value("IT")
    await expect(page.locator("#field-timeZone")).to_have_value("Rome")
    await page.keyboard.type("Ada Rossi")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Studio Rossi")
    await page.keyboard.press("Tab")
    await page.keyboard.type("ada@example.org")
    await page.keyboard.press("Tab")
    await page.keyboard.type("a green notebook")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/settings/business")
    await expect(page.locator("#field-name")).to_have_value("Studio Rossi")
    await expect(page.locator("#field-country")).to_have_value("IT")
    await expect(page.locator("#field-timeZone")).to_have_value("Rome")


async def test_says_what_is_wrong_beside_the_field_and_goes_there(
    product: Product, owner: Person
) -> None:
    window = await product.visit("/sign-up")
    page = window.page
    for secret in ("#field-email", "#field-password"):  # a browser may check spelling elsewhere
        assert await page.locator(secret).evaluate("field => field.spellcheck") is False
    # Sent before its script is there, a form would put the password into the address.
    assert await page.evaluate("[...document.forms].map(form => form.method)") == ["dialog"]
    await page.fill("#field-name", "Ada")
    await page.fill("#field-accountName", "Studio")
    await page.fill("#field-email", owner.email)
    await page.fill("#field-password", "short")
    await page.keyboard.press("Enter")
    password = page.locator("#field-password")
    await expect(password).to_have_attribute("aria-invalid", "true")
    await expect(password).to_be_focused()
    await expect(page.locator("#field-password-error")).to_contain_text("At least 10 characters")
    await page.keyboard.type(" and then some more")
    await expect(page.locator("#field-password-error")).to_have_count(0)
    await page.keyboard.press("Enter")
    await expect(page.locator("#field-email-error")).to_contain_text("already signs in")


async def test_takes_what_a_password_manager_filled_in_silence(
    product: Product, owner: Person
) -> None:
    window = await product.visit("/sign-in?next=/settings/profile")
    page = window.page
    await page.evaluate(
        """([email, password]) => {
            document.getElementById("field-email").value = email;
            document.getElementById("field-password").value = password;
        }""",
        [owner.email, PASSWORD],
    )
    await page.locator("#field-email").press("Tab")
    await expect(page.locator("#field-password")).to_be_focused()
    await page.get_by_role("button", name="Sign in").click()
    await page.wait_for_url("**/settings/profile")
    assert PASSWORD not in "".join(window.frames_sent[:-1])


async def test_never_sends_a_password_before_the_submit(product: Product) -> None:
    window = await product.visit("/sign-in")
    await window.page.fill("#field-password", "not for your eyes")
    await window.page.locator("#field-email").press("Tab")
    assert "not for your eyes" not in "".join(window.frames_sent)


async def test_refuses_a_wrong_password_without_saying_which_was_wrong(
    product: Product, owner: Person
) -> None:
    window = await product.visit("/sign-in")
    page = window.page
    await page.fill("#field-email", owner.email)
    await page.fill("#field-password", "something else")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("do not go together")
    await expect(page.locator("#field-email")).to_have_value(owner.email)


async def test_says_until_when_too_many_tries_are_refused(product: Product, owner: Person) -> None:
    window = await product.visit("/sign-in", timezone_id="Europe/Paris")
    page = window.page
    await page.fill("#field-email", owner.email)
    await page.fill("#field-password", "something else")
    alert = page.get_by_role("alert")
    for _ in range(40):
        await page.keyboard.press("Enter")
        await expect(page.locator("carnet-submit-form[data-sending]")).to_have_count(0)
        if "Too many tries" in (await alert.inner_text()):
            break
    await expect(alert).to_contain_text(r"Try again in")
    assert ", at " in await alert.inner_text()


async def test_asks_for_the_code_of_the_second_factor(product: Product, owner: Person) -> None:
    secret = (await begin_totp(owner.actor)).secret
    recovery = await confirm_totp(owner.actor, TOTP(secret).now())
    window = await product.visit("/sign-in?next=/settings/security")
    page = window.page
    await page.fill("#field-email", owner.email)
    await page.fill("#field-password", PASSWORD)
    await page.keyboard.press("Enter")
    code = page.locator("#field-code")
    await expect(code).to_be_focused()
    await expect(code).to_have_attribute("autocomplete", "one-time-code")
    await page.keyboard.type("000000")
    await page.keyboard.press("Enter")
    await expect(page.locator("#field-code-error")).to_be_visible()
    await page.get_by_role("button", name="Use a recovery code").click()
    await expect(code).to_be_focused()
    await page.keyboard.type(recovery[0])
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/settings/security")
    await expect(page.get_by_text(f"{len(recovery) - 1} codes de secours restants")).to_be_visible()


async def test_shows_and_hides_the_password(product: Product) -> None:
    window = await product.visit("/sign-up")
    page = window.page
    password, reveal = page.locator("#field-password"), page.locator(".password-reveal")
    await password.fill("aaaaaaaaaaaa")
    await expect(page.locator(".password-verdict")).to_have_text("Too easy to guess")
    await reveal.click()
    await expect(password).to_have_attribute("type", "text")
    await expect(reveal).to_have_attribute("aria-pressed", "true")
    await password.fill("an old green notebook")
    await expect(page.locator(".password-verdict")).to_have_text("Strong")
    await reveal.click()
    await expect(password).to_have_attribute("type", "password")


async def test_signs_out_and_comes_back_to_where_it_was(product: Product, owner: Person) -> None:
    window = await product.visit_as(owner, "/settings/team")
    page = window.page
    await page.locator("button.sidebar-viewer").click()
    await page.get_by_role("menuitem", name="Se déconnecter").click()
    await page.wait_for_url("**/sign-in")
    await product.go(window, "/settings/team")
    assert page.url.endswith("/sign-in?next=%2Fsettings%2Fteam")


async def test_leads_nobody_to_another_site(product: Product, owner: Person) -> None:
    window = await product.visit("/sign-in?next=//elsewhere.example.org/")
    page = window.page
    await page.fill("#field-email", owner.email)
    await page.fill("#field-password", PASSWORD)
    await page.keyboard.press("Enter")
    await page.wait_for_url(f"{product.url}/**")
    await expect(page.locator("#sidebar")).to_be_visible()
    assert page.url.startswith(product.url)


async def test_speaks_the_language_that_one_picks(product: Product) -> None:
    window = await product.visit("/sign-in")
    page = window.page
    await page.get_by_role("button", name="Italiano").click()
    await expect(page.get_by_role("heading", name="Accedi")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", "it")


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up"])
async def test_who_is_signed_in_goes_on_to_the_first_section(
    path: str, product: Product, owner: Person
) -> None:
    window = await product.visit_as(owner, path)
    await window.page.wait_for_url("**/contacts")
    await expect(window.page.locator("#contacts-search")).to_be_visible()
