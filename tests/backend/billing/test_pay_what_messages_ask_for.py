"""What a message asks for is paid by bank transfer, from its page."""

from __future__ import annotations

from backend.billing import registrations  # noqa: F401 - tells where money goes
from backend.billing.rules.settings import Bank, SettingsChanges
from backend.billing.service import update_settings
from backend.contacts.drafts import EmailDraft
from backend.core.settings import settings
from backend.inbox.drafts import MessageDraft, PaymentDraft
from backend.inbox.service import cancel_payment_request, send_message
from tests.factories.billing import new_seller
from tests.factories.contacts import new_contact
from tests.factories.inbox import new_message, read_message


async def test_the_page_of_a_payment_request_says_where_the_money_goes(owner, http):
    contact = await new_contact(owner.actor, emails=[EmailDraft("ada@example.org")])
    kept = await new_message(owner.actor, contact.pk, "", amount_minor=123_456)
    assert kept.payment_request is not None
    path = kept.payment_request.url.removeprefix(settings().public_url)
    french = {"accept-language": "fr"}
    assert "virement" not in (await http.get(path, headers=french)).text
    await new_seller(owner.actor)
    page = await http.get(path, headers=french)
    assert "Par virement bancaire" in page.text
    assert "FR76 3000 6000 0112 3456 7890 189" in page.text
    assert "data:image/svg+xml;base64," in page.text
    assert "img-src data:" in page.headers["content-security-policy"]
    asked = MessageDraft("", contact.pk, payment=PaymentDraft(500, "USD", "A deposit"))
    sent = await send_message(owner.actor, asked)
    dollars = await read_message(owner.actor, sent.message_id)
    assert dollars.payment_request is not None
    other = await http.get(dollars.payment_request.url.removeprefix(settings().public_url))
    assert "FR76" in other.text
    assert "data:image" not in other.text
    said = Bank(instructions="<b>Cash</b> only")
    await update_settings(owner.actor, 1, SettingsChanges(bank=said))
    cash = await http.get(path, headers=french)
    assert "&lt;b&gt;Cash&lt;/b&gt; only" in cash.text
    assert "FR76" not in cash.text
    await cancel_payment_request(owner.actor, kept.pk)
    assert "Cash" not in (await http.get(path, headers=french)).text
