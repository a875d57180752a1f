"""The story of one client in French: met, written to, answered, and all of it read."""

from __future__ import annotations

from uuid import uuid4

import pytest
from playwright.async_api import FilePayload, Page, expect

from backend.accounts.service.profile import ProfileChange, update_profile
from backend.contacts.drafts import EmailDraft
from backend.contacts.kinds import EmailKind
from backend.core.jobs.worker import run_due_jobs
from backend.inbox.service import reading
from tests.browser.product import Product
from tests.browser.test_contact_messages import new_mailbox
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact
from tests.factories.inbox import new_saved_reply
from tests.fixtures.mail_servers import LetterTaker, Mailboxes

pytestmark = pytest.mark.sqlite_only

ANSWER = """From: Ada <ada@example.org>
To: studio@example.org
Subject: Re: Welcome
Message-ID: <answer@example.org>
In-Reply-To: {parent}
Date: Sun, 22 Nov 2026 09:00:00 +0100

Parfait
"""
TOLD = ("Le client a écrit", "a écrit «", "a résumé une réunion", "un fichier", "une tâche pour le")


async def keep_what_was_said(page: Page) -> None:
    """Add a task and a file, and write a note."""
    await page.get_by_role("textbox", name="Nouvelle tâche").fill("Le devis vendredi prochain")
    await page.keyboard.press("Enter")
    await expect(page.locator(".contact-side")).to_contain_text("ven.")
    pdf = FilePayload(name="Cahier.pdf", mimeType="application/pdf", buffer=b"%PDF-1.4\n%%EOF\n")
    await page.locator(".contact-side input[type=file]").set_input_files([pdf])
    await expect(page.locator(".contact-side")).to_contain_text("à l’instant")
    await page.get_by_role("link", name="Notes").click()
    await page.get_by_role("textbox", name="Nouvelle note").click()
    await page.keyboard.type("Un logo et un catalogue")
    await page.get_by_label("Type de note").select_option(label="Résumé de réunion")
    await page.get_by_role("button", name="Ajouter la note").dblclick()
    await expect(page.locator(".note")).to_contain_text("Résumé de réunion")


async def link_a_site(page: Page) -> None:
    """Add the client's first site."""
    await page.get_by_role("button", name="Associer des sites").click()
    await expect(page.locator("#link-sites")).to_contain_text("Aucun site pour")
    await page.get_by_role("button", name="Nouveau site").click()
    await page.get_by_label("Adresse", exact=True).fill("boutique.example.org")
    await page.keyboard.press("Enter")


async def test_the_story_of_a_client_is_made_and_read_in_french(
    product: Product, owner: Person, letter_taker: LetterTaker, dovecot: Mailboxes
) -> None:
    await update_profile(owner.actor, ProfileChange(locale="fr"))
    user = f"user{uuid4().hex[:8]}"
    mailbox = await new_mailbox(owner, letter_taker, dovecot, user)
    await new_contact(
        owner.actor, given_name="Ada", emails=[EmailDraft("ada@example.org", EmailKind.MAIN)]
    )
    await new_saved_reply(owner.actor)
    page = (await product.visit_as(owner, "/contacts")).page
    await page.locator(".grid-rows > .grid-row").hover()
    await page.get_by_role("link", name="Afficher").click()
    await page.wait_for_url("**/contacts/*")

    await keep_what_was_said(page)
    await page.get_by_role("button", name="Message").first.click()
    await page.get_by_role("button", name="Réponses enregistrées").click()
    await page.locator(".saved-reply-choice").click()
    text = page.get_by_role("textbox", name="Message")
    await expect(text).to_have_text("Hello Ada")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".message")).to_be_visible()
    await run_due_jobs()
    (letter,) = letter_taker.received
    dovecot.deliver(user, ANSWER.format(parent=letter["Message-ID"]).encode())
    await reading.read_mailbox(mailbox, once=True)
    await expect(page.locator(".message[data-direction=in]")).to_contain_text("Parfait")

    await link_a_site(page)
    await page.get_by_role("link", name="Historique").click()
    story = page.locator(".story")
    for words in TOLD:
        await expect(story).to_contain_text(words)
    told = await story.inner_text()
    places = [told.index(words) for words in TOLD]
    assert places == sorted(places), told
