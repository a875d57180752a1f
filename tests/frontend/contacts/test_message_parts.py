"""How far messages are, who they go to, what is typed and what a window holds of them."""

from __future__ import annotations

from typing import Any, cast

import pytest

from frontend.pages.message_parts.conversation import with_days
from frontend.pages.message_parts.delivery import delivery_of
from frontend.pages.message_parts.message import sender_name
from frontend.pages.message_parts.placeholders import filled_for_nobody
from frontend.pages.message_parts.recipient import recipient_of
from frontend.pages.message_parts.sending import input_of, minor_of, nothing_typed
from frontend.pages.message_parts.state import ConversationState, Shown
from frontend.session import Session

NO_SESSION = cast(Session, None)


def message(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "id": f"m{number}",
        "threadId": "t1",
        "direction": "OUT",
        "state": "SENT",
        "subject": "Offer",
        "sender": {"address": "studio@example.org", "name": "Studio"},
        "failure": None,
        "failureDetail": None,
        "nextTryAt": None,
        "bouncedAt": None,
        "isRead": True,
        "at": f"2026-11-2{number}T09:00:00+00:00",
        **changes,
    }


def page(*messages: dict[str, Any], more: bool = False) -> dict[str, Any]:
    return {
        "edges": [{"node": each} for each in messages],
        "pageInfo": {"hasNextPage": more, "endCursor": "older" if more else None},
    }


@pytest.mark.parametrize(
    ("changes", "state", "words"),
    [
        ({"state": "QUEUED"}, "waiting", "Waiting to be sent"),
        ({"state": "SENDING"}, "waiting", "Sending…"),
        ({}, "sent", "Sent"),
        ({"bouncedAt": "2026-11-22T09:00:00Z"}, "failed", "Came back: it was not delivered"),
        ({"state": "FAILED", "failure": "RECIPIENT_REFUSED"}, "failed", "Not sent"),
        ({"state": "HELD"}, "failed", "Held: the contact was in the trash"),
        ({"state": "DISCARDED"}, "waiting", "Discarded, never sent"),
        (
            {"state": "QUEUED", "failure": "TRY_LATER", "nextTryAt": "2026-11-21T09:05:00+00:00"},
            "waiting",
            "Not sent yet; next try at 9:05\u202fAM",
        ),
    ],
)
def test_says_how_far_a_message_is(changes: dict[str, Any], state: str, words: str) -> None:
    delivery = delivery_of(message(1, **changes))
    assert delivery is not None
    assert (delivery.state, delivery.words) == (state, words)
    assert bool(delivery.reason) == ("failure" in changes)


def test_says_nothing_of_what_came_in() -> None:
    assert delivery_of(message(1, direction="IN", state="RECEIVED")) is None


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("450", "EUR", 45_000),
        ("1,250.50", "EUR", 125_050),
        ("500", "JPY", 500),
        ("1.5", "JPY", None),
        ("12.345", "EUR", None),
        ("-3", "EUR", None),
        ("0", "EUR", None),
        ("", "EUR", None),
        ("9e9", "EUR", None),
        ("99999999999", "EUR", None),
    ],
)
def test_an_amount_is_taken_to_the_cent(typed: str, currency: str, minor: int | None) -> None:
    assert minor_of(typed, currency) == minor


def test_writes_to_the_address_that_they_wrote_from_last() -> None:
    emails = [{"address": f"{kind}@example.org", "kind": kind.upper()} for kind in ("work", "main")]
    recipient = recipient_of({"emails": emails})
    assert recipient.preferred(None) == "main@example.org"
    answer = message(1, direction="IN", sender={"address": "work@example.org", "name": ""})
    assert recipient.preferred(Shown((answer, message(2)), None)) == "work@example.org"
    assert recipient_of(None).addresses == ()


def test_sends_what_was_typed_and_asks_for_money_only_where_it_is_asked_for() -> None:
    state = ConversationState(NO_SESSION, "c1")
    typed = {**nothing_typed("EUR"), "html": "<p>Hi</p>", "files": [{"id": "u1"}]}
    given, problems = input_of(state, typed, "a@example.org")
    assert (given["contactId"], given["uploadIds"], problems) == ("c1", ["u1"], [])
    assert "paymentRequest" not in given
    _, problems = input_of(state, {**typed, "asks": True}, "")
    assert [problem["path"] for problem in problems] == [["paymentRequest", "amountMinor"]]
    assert "threadId" in input_of(ConversationState(NO_SESSION, thread_id="t1"), typed, "")[0]


def test_a_saved_reply_for_nobody_says_what_stands_in() -> None:
    reply = {"subject": "{{company}} and us", "html": "<p>Hi {{given_name|there}},{{my_name}}</p>"}
    filled = filled_for_nobody(reply, None)
    assert filled == {"subject": " and us", "html": "<p>Hi there,</p>"}


def test_a_window_holds_messages_in_order_and_leaves_older_ones_to_their_page() -> None:
    state = ConversationState(NO_SESSION, "c1")
    unread = message(5, direction="IN", state="RECEIVED", isRead=False)
    state.begin(page(unread, message(4), more=True), "cursor")
    assert (state.unread.value, state.thread_id) == (1, "t1")
    state.take([message(4, state="FAILED"), message(6), message(1)])
    shown = state.shown.value
    assert shown is not None
    assert [each["id"] for each in shown.messages] == ["m4", "m5", "m6"]
    assert shown.messages[0]["state"] == "FAILED"


def test_a_subject_is_said_where_it_changes() -> None:
    shown = Shown((message(1), message(2, subject="Re: Offer"), message(3, subject="Else")), None)
    said = [titled for each, titled in with_days(shown) if isinstance(each, dict)]
    assert said == [True, False, True]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Anna Rossi"),
        ({"sender": {"address": "anna@example.org", "name": "Annina"}}, "Annina"),
        ({"kind": "BOUNCE"}, "anna@example.org"),
        ({"direction": "OUT", "authorName": "Studio"}, "Studio"),
    ],
)
def test_names_the_contact_where_the_letter_has_no_name(
    changes: dict[str, Any], words: str
) -> None:
    nameless = {"address": "anna@example.org", "name": ""}
    told = {"direction": "IN", "kind": "LETTER", "sender": nameless, "authorName": None}
    assert sender_name(message(1, **{**told, **changes}), "Anna Rossi") == words


def test_a_stranger_is_named_by_the_address() -> None:
    nameless = {"address": "anna@example.org", "name": None}
    told = message(1, direction="IN", kind="LETTER", sender=nameless)
    assert sender_name(told, "") == "anna@example.org"
