"""Messages to contacts: kept at once, sent once through a real server, told apart when not."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from starlette.requests import Request

from backend.accounts.errors import CurrencyUnknown
from backend.contacts.drafts import EmailDraft
from backend.contacts.errors import ContactDeleted
from backend.contacts.kinds import EmailKind, SubscriptionStatus
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.clock import frozen, now
from backend.core.database import read
from backend.core.errors import Forbidden, IdempotencyKeyReused, NotFound, TooLong
from backend.core.jobs.worker import run_due_jobs
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.service import merge_contacts
from backend.duplicates.service.merge import Side
from backend.inbox.drafts import MessageDraft, PaymentDraft
from backend.inbox.errors import (
    EmptyMessage,
    FilesTooLarge,
    InvalidAmount,
    MessageNotFailed,
    NoEmailAddress,
    NotTheirAddress,
)
from backend.inbox.http import inbox_routes
from backend.inbox.rules.kinds import MailProblem, MailSecurity
from backend.inbox.service import (
    MailboxDraft,
    ServerDraft,
    cancel_payment_request,
    deliver,
    save_mailbox,
    send_message,
    send_message_again,
)
from backend.inbox.service.pictures import pictured_path
from tests.factories.accounts import new_owner
from tests.factories.contacts import new_contact, read_contact
from tests.factories.files import new_upload
from tests.factories.inbox import new_message, picture_message, read_message


@pytest.fixture
async def client(owner):
    emails = [EmailDraft("ada@example.org", EmailKind.MAIN, SubscriptionStatus.NEVER_SUBSCRIBED)]
    return await new_contact(owner.actor, given_name="Ada", emails=emails)


@pytest.fixture
async def mailbox(owner, letter_taker):
    server = ServerDraft("127.0.0.1", letter_taker.port, MailSecurity.NONE)
    await save_mailbox(
        owner.actor, None, MailboxDraft("Studio Été", "studio@example.org", smtp=server)
    )


async def test_is_sent_as_a_letter_in_its_thread(owner, client, mailbox, letter_taker):
    first = await new_message(
        owner.actor, client.pk, "<p>Bonjour <b>été</b></p><script>x</script>", subject="Le site"
    )
    assert (first.state, first.html) == ("queued", "<p>Bonjour <b>été</b></p>")
    second = await new_message(owner.actor, client.pk, "<p>Encore</p>", amount_minor=123_456)
    await run_due_jobs()
    one, two = sorted(letter_taker.received, key=lambda each: str(each["Subject"]))
    assert one["Subject"] == "Le site"
    assert two["Subject"] == "Re: Le site"
    assert one["From"] == "Studio Été <studio@example.org>"
    assert one["To"] == "Ada <ada@example.org>"
    assert two["In-Reply-To"] == one["Message-ID"]
    assert two["References"] == one["Message-ID"]
    plain, rich = one.iter_parts()
    assert plain.get_content() == "Bonjour été\r\n"
    assert "<b>été</b>" in rich.get_content()
    asked = next(iter(two.iter_parts())).get_content()
    assert "1.234,56" in asked
    assert second.payment_request is not None
    assert second.payment_request.url in asked
    assert (await read_message(owner.actor, first.pk)).state == "sent"
    assert (await read_contact(owner.actor, client.pk)).last_activity_micros >= first.micros


async def test_files_go_with_it(owner, client, mailbox, letter_taker, monkeypatch):
    upload = await new_upload(owner.actor, b"Prices", "prices.txt")
    draft = MessageDraft("", client.pk, upload_ids=(upload.upload_id,))
    kept = await send_message(owner.actor, draft)
    assert [each.name for each in (await read_message(owner.actor, kept.message_id)).files] == [
        "prices.txt"
    ]
    await run_due_jobs()
    (letter,) = letter_taker.received
    (enclosed,) = letter.iter_attachments()
    assert (enclosed.get_filename(), enclosed.get_content()) == ("prices.txt", "Prices")
    monkeypatch.setattr("backend.inbox.service.write.MAX_FILES_MB", 0)
    with pytest.raises(FilesTooLarge):
        await send_message(owner.actor, draft)


async def test_is_kept_once_however_often_it_is_sent(owner, client):
    draft = MessageDraft("<p>Hello</p>", client.pk)
    first = await send_message(owner.actor, draft, idempotency_key="one")
    again = await send_message(owner.actor, draft, idempotency_key="one")
    assert again.message_id == first.message_id
    with pytest.raises(IdempotencyKeyReused):
        await send_message(
            owner.actor, MessageDraft("<p>Other</p>", client.pk), idempotency_key="one"
        )


async def test_without_a_server_letters_go_to_the_outbox_and_answers_to_their_author(owner, client):
    await new_message(owner.actor, client.pk)
    await run_due_jobs()
    (file,) = (settings().data_dir / "outbox").iterdir()
    assert f"Reply-To: {owner.email}" in file.read_text()


async def test_comes_again_later_when_the_server_asks_for_it(owner, client, mailbox, letter_taker):
    letter_taker.on_recipient = "451 Busy"
    kept = await new_message(owner.actor, client.pk)
    await run_due_jobs()
    waiting = await read_message(owner.actor, kept.pk)
    assert (waiting.state, waiting.failure) == ("queued", MailProblem.TRY_LATER)
    assert waiting.next_try_at is not None
    assert waiting.next_try_at > now()
    letter_taker.on_recipient = "250 OK"
    with frozen(now() + timedelta(minutes=2)):
        await run_due_jobs()
    assert (await read_message(owner.actor, kept.pk)).state == "sent"
    assert len(letter_taker.received) == 1


async def test_gives_up_after_half_a_day(owner, client, mailbox, letter_taker):
    letter_taker.on_recipient = "451 Busy"
    kept = await new_message(owner.actor, client.pk)
    moment = now()
    for _ in range(len(deliver.WAITS) + 1):
        with frozen(moment):
            await run_due_jobs()
        moment += timedelta(hours=9)
    assert (await read_message(owner.actor, kept.pk)).state == "failed"


async def test_says_what_the_server_said_and_is_sent_again(owner, client, mailbox, letter_taker):
    letter_taker.on_recipient = "550 No such user"
    kept = await new_message(owner.actor, client.pk)
    await run_due_jobs()
    failed = await read_message(owner.actor, kept.pk)
    assert (failed.state, failed.failure) == ("failed", MailProblem.RECIPIENT_REFUSED)
    assert failed.failure_detail == "550 No such user"
    letter_taker.on_recipient = "250 OK"
    await send_message_again(owner.actor, kept.pk)
    await run_due_jobs()
    assert (await read_message(owner.actor, kept.pk)).state == "sent"
    with pytest.raises(MessageNotFailed):
        await send_message_again(owner.actor, kept.pk)


async def test_a_letter_whose_fate_is_unknown_is_not_sent_twice(
    owner, client, mailbox, letter_taker
):
    # The server has the letter, and is gone before it says so.
    class Gone:
        def __init__(self) -> None:
            self.letters = 0

        async def __call__(self, reader, writer):
            writer.write(b"220 here\r\n")
            while line := await reader.readline():
                if line.startswith(b"DATA"):
                    writer.write(b"354 go on\r\n")
                    while await reader.readline() != b".\r\n":
                        pass
                    self.letters += 1
                    writer.close()
                    return
                writer.write(b"250 OK\r\n")

    gone = Gone()
    server = await asyncio.start_server(gone, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    named = ServerDraft("127.0.0.1", port, MailSecurity.NONE)
    await save_mailbox(owner.actor, 1, MailboxDraft("Studio", "studio@example.org", smtp=named))
    kept = await new_message(owner.actor, client.pk)
    await run_due_jobs()
    found = await read_message(owner.actor, kept.pk)
    assert (found.state, found.failure) == ("failed", MailProblem.MAYBE_SENT)
    assert gone.letters == 1
    server.close()


@pytest.mark.parametrize(("was_handed_over", "letters"), [(False, 1), (True, 0)])
async def test_after_a_kill_only_what_was_not_handed_over_is_sent(
    owner, client, mailbox, letter_taker, was_handed_over, letters
):
    kept = await new_message(owner.actor, client.pk)
    async with unit_of_work(owner.actor) as unit:
        await unit.execute(
            "UPDATE message SET state = 'sending', attempts = 1, handing_over = ? WHERE id = ?",
            (was_handed_over, kept.pk),
        )
    await deliver.deliver_message(owner.account_id, kept.pk)
    assert len(letter_taker.received) == letters
    found = await read_message(owner.actor, kept.pk)
    assert found.failure == (MailProblem.MAYBE_SENT if was_handed_over else None)


async def test_a_slow_server_keeps_only_its_own_account_waiting(
    owner, client, mailbox, letter_taker
):
    gate = asyncio.Event()

    async def answer_late() -> str:
        await gate.wait()
        return "250 OK"

    letter_taker.on_letter = answer_late
    for number in range(4):
        await new_message(owner.actor, client.pk, f"<p>{number}</p>")
    runs = [asyncio.create_task(run_due_jobs()) for _ in range(4)]
    try:
        async with asyncio.timeout(5):
            while len(letter_taker.received) < 2:
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.2)
        assert len(letter_taker.received) == 2
    finally:
        gate.set()
        await asyncio.gather(*runs)
    with frozen(now() + timedelta(seconds=6)):
        await run_due_jobs()
    assert len(letter_taker.received) == 4


@pytest.mark.parametrize(
    ("address", "state", "taken"),
    [
        ("anna@exämple.org", "sent", "anna@xn--exmple-cua.org"),
        ("änna@example.org", "failed", None),
    ],
)
async def test_an_address_in_other_letters_is_sent_to_or_said_to_be_none(
    owner, mailbox, letter_taker, address, state, taken
):
    emails = [EmailDraft(address, EmailKind.MAIN, SubscriptionStatus.NEVER_SUBSCRIBED)]
    anna = await new_contact(owner.actor, given_name="Anna", emails=emails)
    message = await new_message(owner.actor, anna.pk)
    await run_due_jobs()
    found = await read_message(owner.actor, message.pk)
    assert found.state == state
    assert found.failure == (None if taken else MailProblem.RECIPIENT_REFUSED)
    assert [each["To"].addresses[0].addr_spec for each in letter_taker.received] == (
        [taken] if taken else []
    )


async def test_what_cannot_be_told_a_server_fails_at_once(owner, client, mailbox, monkeypatch):
    def refuse(letter):
        raise UnicodeEncodeError("ascii", "é", 0, 1, "no")

    monkeypatch.setattr(deliver, "compose", refuse)
    message = await new_message(owner.actor, client.pk)
    await run_due_jobs()
    found = await read_message(owner.actor, message.pk)
    assert (found.state, found.failure) == ("failed", MailProblem.UNEXPECTED)


async def test_a_contact_merged_while_a_letter_leaves_shows_that_it_left(
    owner, client, mailbox, letter_taker
):
    other = await new_contact(owner.actor, given_name="Ada")

    async def merge_meanwhile() -> str:
        sides = [await read_contact(owner.actor, each.pk) for each in (other, client)]
        await merge_contacts(
            owner.actor,
            Side(sides[0].pk, sides[0].version, "kept"),
            Side(sides[1].pk, sides[1].version, "other"),
        )
        return "250 OK"

    letter_taker.on_letter = merge_meanwhile
    await new_message(owner.actor, client.pk)
    await run_due_jobs()
    rows = await read.fetch("SELECT contact_id, last_state FROM thread")
    assert [tuple(row) for row in rows] == [(other.pk, "sent")]


async def test_of_two_attempts_at_once_one_sends(owner, client, mailbox, letter_taker):
    kept = await new_message(owner.actor, client.pk)
    begun = await deliver._begin(owner.actor, kept.pk)
    assert begun is not None
    await deliver.deliver_message(owner.account_id, kept.pk)
    with pytest.raises(deliver.Overtaken):
        await deliver._mark(owner.actor, begun)
    assert len(letter_taker.received) == 1


async def test_refuses_what_cannot_be_sent(owner, client, viewer):
    async def refuses(error, **more):
        with pytest.raises(error):
            await send_message(
                owner.actor, MessageDraft(**{"html": "<p>x</p>", "contact_id": client.pk, **more})
            )

    await refuses(EmptyMessage, html="<p> <br></p><script>x</script>")
    await refuses(TooLong, html="x" * 200_001)
    await refuses(NotTheirAddress, to="other@example.org")
    await refuses(NotFound, contact_id=client.pk + 100)
    await refuses(InvalidAmount, payment=PaymentDraft(0, "EUR", "x"))
    await refuses(CurrencyUnknown, payment=PaymentDraft(1, "XYZW", "x"))
    silent = await new_contact(owner.actor, given_name="Silent")
    await refuses(NoEmailAddress, contact_id=silent.pk)
    stranger = await new_owner()
    with pytest.raises(NotFound):
        await send_message(stranger.actor, MessageDraft("<p>x</p>", client.pk))
    with pytest.raises(Forbidden):
        await send_message(viewer.actor, MessageDraft("<p>x</p>", client.pk))
    await delete_contacts(owner.actor, SelectedIds((client.pk,)))
    await refuses(ContactDeleted)


async def test_a_payment_request_is_told_to_whoever_has_its_link(owner, client, http):
    kept = await new_message(owner.actor, client.pk, "", amount_minor=123_456)
    assert kept.payment_request is not None
    path = kept.payment_request.url.removeprefix(settings().public_url)
    page = await http.get(path, headers={"accept-language": "fr"})
    assert page.status_code == 200
    assert "Studio Rossi vous demande de payer" in page.text
    assert "1\u202f234,56\xa0€" in page.text
    assert "Ada" not in page.text
    assert "Par virement" not in page.text
    await cancel_payment_request(owner.actor, kept.pk)
    assert "nothing is to be paid" in (await http.get(path, headers={"accept-language": "en"})).text
    assert (await http.get(path[:-1] + "!")).status_code == 404
    assert (await http.get("/pay/99999999999999999999999-x")).status_code == 404


async def test_images_are_shown_in_a_frame_that_runs_nothing_and_opens_links(owner, client, viewer):
    message = await new_message(owner.actor, client.pk)
    await picture_message(owner.actor, message.pk)
    await picture_message(owner.actor, message.pk)
    path = await pictured_path(viewer.actor, message.pk) or ""

    async def answer(actor):
        async def identify(_):
            return actor

        route = next(each for each in inbox_routes(identify) if each.path.startswith("/files"))
        scope = {"type": "http", "headers": [], "path_params": {"token": path.rpartition("/")[2]}}
        return await route.endpoint(Request(scope))

    shown = await answer(viewer.actor)
    policy = shown.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-popups allow-popups-to-escape-sandbox;" in policy
    for nobody in (None, (await new_owner()).actor):
        assert (await answer(nobody)).status_code == 404
