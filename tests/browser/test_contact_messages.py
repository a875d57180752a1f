"""Messages on a contact's page: written, sent through real servers, answered while one looks."""

from __future__ import annotations

from email.message import EmailMessage
from uuid import uuid4

import pytest
from playwright.async_api import FilePayload, Page, expect

from backend.contacts.drafts import EmailDraft
from backend.contacts.kinds import EmailKind
from backend.core.jobs.worker import run_due_jobs
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.rules.kinds import MailSecurity
from backend.inbox.service import MailboxDraft, ServerDraft, reading, save_mailbox
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact
from tests.factories.inbox import new_saved_reply
from tests.fixtures.mail_servers import PASSWORD, LetterTaker, Mailboxes

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only

PASTED = """
<style>p { position: fixed }</style><p style="position:fixed" onclick="go()">Dear
<span style="font-weight:700">Ada</span>,<img src="https://images.example.org/x.png" onerror="go()">
<a href="javascript:go()">bad</a> <a href="https://example.org/offer">the offer</a></p>
<script>go()</script><form><input name="password"></form>
"""
ANSWER = """From: Ada <ada@example.org>
To: studio@example.org
Subject: Re: The offer
Message-ID: <answer@example.org>
In-Reply-To: {parent}
Date: Sun, 22 Nov 2026 09:00:00 +0100
Content-Type: text/html; charset=utf-8

<p>Yes, <i>gladly</i>.</p><div class="gmail_quote">Studio wrote:<blockquote class="gmail_quote">
<p>Dear Ada</p></blockquote></div>
"""


async def client(reader: Person, *addresses: str) -> str:
    emails = [
        EmailDraft(each, EmailKind.MAIN if not n else EmailKind.WORK)
        for n, each in enumerate(addresses)
    ]
    return (await new_contact(reader.actor, given_name="Ada", emails=emails)).id


async def paste(page: Page, html: str) -> None:
    """Paste markup where the caret is."""
    await page.evaluate(
        """(html) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/html", html);
          const paste = { clipboardData, bubbles: true, cancelable: true };
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", paste));
        }""",
        html,
    )


async def new_mailbox(
    reader: Person, letter_taker: LetterTaker, dovecot: Mailboxes, user: str
) -> int:
    """Let the account send and read through servers on loopback, from now on."""
    smtp = ServerDraft("127.0.0.1", letter_taker.port, MailSecurity.NONE)
    imap = ServerDraft("127.0.0.1", dovecot.port, MailSecurity.NONE, user, PASSWORD)
    draft = MailboxDraft("Studio", "studio@example.org", smtp=smtp, imap=imap)
    await save_mailbox(reader.actor, None, draft)
    mailbox = await mailbox_of(reader.account_id)
    assert mailbox is not None
    await reading.read_mailbox(mailbox.pk, once=True)
    return mailbox.pk


def check_letter(letter: EmailMessage) -> None:
    """Hold a letter to what was meant of what was pasted and typed."""
    html = letter.get_body(("html",))
    assert html is not None
    content = html.get_content()
    assert "<strong>Ada</strong>" in content
    assert "<strong>soon or</strong>" in content
    assert 'href="https://example.org/offer"' in content
    assert not any(each in content for each in ("go()", "<img", "<form", "position"))


async def test_a_letter_is_written_sent_and_answered_while_one_looks(
    product: Product, reader: Person, letter_taker: LetterTaker, dovecot: Mailboxes
) -> None:
    user = f"user{uuid4().hex[:8]}"
    mailbox = await new_mailbox(reader, letter_taker, dovecot, user)
    contact = await client(reader, "ada@example.org")
    page = (await product.visit_as(reader, f"/contacts/{contact}")).page
    text = page.get_by_role("textbox", name="Message")

    await page.keyboard.press("m")
    await expect(text).to_be_focused()
    await paste(page, PASTED)
    await page.keyboard.type(" See you ")
    await page.keyboard.press("Control+b")
    await page.keyboard.type("soon")
    await page.get_by_label("Subject").fill("The offer")
    await text.press("Control+End")
    await page.keyboard.type(" or")
    await page.reload()
    await expect(text).to_contain_text("See you soon or")
    await text.press("Control+Enter")
    await text.press("Control+Enter")
    sent = page.locator(".message")
    await expect(sent).to_contain_text("Waiting to be sent")
    await expect(text).to_have_text("")
    await expect(text).to_be_focused()
    await run_due_jobs()
    await expect(sent.locator(".message-state")).to_have_text("Sent")
    (letter,) = letter_taker.received
    check_letter(letter)

    dovecot.deliver(user, ANSWER.format(parent=letter["Message-ID"]).encode())
    await reading.read_mailbox(mailbox, once=True)
    answer = page.locator(".message[data-direction=in]")
    await expect(answer.locator(".message-text i")).to_have_text("gladly")
    await expect(answer).not_to_contain_text("Dear Ada")
    await answer.get_by_role("button", name="Earlier text").click()
    await expect(answer).to_contain_text("Dear Ada")
    await expect(page.locator(".unread-count")).to_have_count(0)
    assert await violations(page, ".contact-middle") == []


async def test_a_saved_reply_a_file_and_a_payment_go_with_a_message(
    product: Product, reader: Person
) -> None:
    contact = await client(reader, "ada@example.org", "ada.work@example.org")
    await new_saved_reply(reader.actor)
    phone = {"width": 390, "height": 844}
    page = (await product.visit_as(reader, f"/contacts/{contact}", viewport=phone)).page
    await page.get_by_role("button", name="Message").click()
    await expect(page.get_by_role("textbox", name="Message")).to_be_focused()
    await page.set_viewport_size({"width": 1280, "height": 800})
    composer = page.locator("#message-composer")
    await composer.get_by_label("To", exact=True).select_option("ada.work@example.org")
    await composer.get_by_role("button", name="Saved replies").click()
    replies = page.locator("#saved-replies")
    await replies.get_by_role("button", name="Delete Welcome").click()
    await expect(replies.locator(".saved-reply")).to_have_count(0)
    await replies.get_by_role("button", name="Undo").click()
    await replies.locator(".saved-reply-choice").click()
    text = page.get_by_role("textbox", name="Message")
    await expect(text).to_have_text("Hello Ada")
    file = FilePayload(name="offer.txt", mimeType="text/plain", buffer=b"One site")
    await composer.locator("input[type=file]").set_input_files([file])
    await expect(composer.get_by_role("button", name="Leave out offer.txt")).to_be_visible()
    await composer.get_by_role("button", name="Ask for a payment").click()
    await composer.get_by_label("Amount").fill("12.345")
    await composer.get_by_label("For what").fill("A deposit")
    await composer.get_by_role("button", name="Send").click()
    await expect(composer).to_contain_text("This amount cannot be asked for.")
    await expect(composer.get_by_label("Amount")).to_be_focused()
    await composer.get_by_label("Amount").fill("450")
    await composer.get_by_role("button", name="Send").dblclick()
    message = page.locator(".message")
    await expect(message).to_contain_text("450.00")
    await expect(message).to_contain_text("offer.txt")
    await expect(message.get_by_title("to ada.work@example.org")).to_be_visible()
    await message.get_by_role("button", name="offer.txt").click()
    await expect(page.locator("carnet-text-view")).to_have_text("One site")
    await page.keyboard.press("Escape")
    await message.get_by_role("button", name="Cancel request").click()
    await page.locator("#confirm").get_by_role("button", name="Cancel request").click()
    await expect(message.locator("[data-cancelled]")).to_contain_text("Cancelled")
    await expect(page.locator(".composer-payment")).to_have_count(0)
