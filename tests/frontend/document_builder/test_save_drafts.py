"""A draft that saves itself: what is sent, what others saved meanwhile, what goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import pytest

from frontend.client import Client, OperationFailed
from frontend.location import Location
from frontend.pages.document_builder import saving
from frontend.pages.document_builder.clash import take_theirs
from frontend.pages.document_builder.desk import Desk
from frontend.pages.document_builder.head import BUYER_FIELDS
from frontend.pages.document_builder.state import OpenDraft
from frontend.session import Session, activate
from frontend.store import Store

pytestmark = pytest.mark.sqlite_only


def item(key: str, name: str) -> dict[str, Any]:
    return {
        "key": key,
        "kind": "ITEM",
        "name": name,
        "description": None,
        "quantity": "1",
        "unit": None,
        "unitPrice": {"minor": 100},
        "discountPercent": "0",
        "taxId": None,
        "productId": None,
    }


def document(version: int, *lines: dict[str, Any], **said: Any) -> dict[str, Any]:
    nothing = ("contactId", "title", "issueDate", "dueDate", "deliveredFrom", "deliveredUntil")
    return {
        **dict.fromkeys((*nothing, "supply", "notes", "legalTerms")),
        "id": "d",
        "kind": "INVOICE",
        "status": "DRAFT",
        "version": version,
        "currency": "EUR",
        "locale": "en",
        "paymentDays": 30,
        "buyer": dict.fromkeys(BUYER_FIELDS),
        "delivery": None,
        "headerFields": [],
        "discountPercent": "0",
        "pdfUrl": "/files/documents/d",
        "updatedAt": "2026-11-23T10:00:00Z",
        "updatedBy": "Somebody",
        "lines": list(lines),
        **said,
    }


class Server:
    """Holds one draft, and refuses what did not see its version."""

    def __init__(self, *lines: dict[str, Any]) -> None:
        self.held = document(1, *lines)
        self.sent: list[Mapping[str, Any]] = []
        self.refusals: list[Any] = []
        self.failures = 0

    async def run(self, operation: Any, variables: Mapping[str, Any]) -> dict[str, Any]:
        if operation.name == "ReckonLines":
            raise OperationFailed("BAD_USER_INPUT", "not asked here")
        if self.failures:
            self.failures -= 1
            raise OperationFailed("UNEXPECTED", "away")
        given = variables["input"]
        self.sent.append(given)
        answer: dict[str, Any] = {"document": None, "conflict": None, "errors": self.refusals}
        if given.get("version", self.held["version"]) != self.held["version"]:
            answer |= {"conflict": self.held, "errors": [{"code": "STALE_VERSION"}]}
        elif not self.refusals:
            self.write(given["content"])
            answer["document"] = self.held
        return {operation.field: answer}

    def write(self, content: Mapping[str, Any]) -> None:
        lines = [
            {**line, "unitPrice": {"minor": line["unitPriceMinor"]}}
            for line in content.get("lines", ())
        ]
        kept = {"lines": lines} if "lines" in content else {}
        self.held = {**self.held, **content, **kept, "version": self.held["version"] + 1}


def opened(server: Server, *, new: bool = False) -> Desk:
    location = Store(Location("/invoices/new" if new else "/invoices/d"))
    session = Session(cast(Client, server), location)
    activate(session)
    draft = OpenDraft(session, "INVOICE", "" if new else "d")
    desk = Desk(draft)
    if new:
        draft.head.set(opened(server).draft.head.value)
        draft.base = draft.content()
        draft.set_order(["n"], [draft.blank_line(key="n")])
    else:
        draft.take(server.held)
    return desk


async def test_what_changed_is_sent_and_nothing_twice() -> None:
    server = Server(item("a", "Alpha"), item("b", "Beta"))
    desk = opened(server)
    desk.draft.set_head("title", "Website ")
    assert await desk.saver.save()
    assert [each["content"] for each in server.sent] == [{"title": "Website"}]
    desk.draft.type_line("b", "quantity", "2,50")
    assert await desk.saver.save()
    assert [line["quantity"] for line in server.sent[-1]["content"]["lines"]] == ["1", "2.5"]
    assert await desk.saver.save()
    assert len(server.sent) == 2


async def test_lines_of_another_window_are_kept_beside_mine() -> None:
    server = Server(item("a", "Alpha"), item("b", "Beta"))
    mine, theirs = opened(server), opened(server)
    theirs.draft.type_line("b", "name", "Theirs")
    theirs.draft.set_head("notes", "Thanks")
    assert await theirs.saver.save()
    mine.draft.type_line("a", "name", "Mine")
    assert await mine.saver.save()
    assert [line["name"] for line in server.held["lines"]] == ["Mine", "Theirs"]
    assert mine.draft.lines["b"].value.generation == 1
    assert mine.draft.lines["a"].value.generation == 0
    assert mine.draft.head.value.notes == "Thanks"
    assert mine.draft.clash.value is None


@pytest.mark.parametrize(("takes_theirs", "title"), [(True, "Theirs"), (False, "Mine")])
async def test_the_same_field_is_asked_about_before_anything_is_saved(
    takes_theirs: bool, title: str
) -> None:
    server = Server(item("a", "Alpha"))
    mine, theirs = opened(server), opened(server)
    theirs.draft.set_head("title", "Theirs")
    theirs.draft.type_line("a", "name", "Their line")
    assert await theirs.saver.save()
    mine.draft.set_head("title", "Mine")
    mine.draft.type_line("a", "name", "My line")
    assert not await mine.saver.save()
    clash = mine.draft.clash.value
    assert clash is not None
    assert (clash.names, clash.keys) == (("title",), ("a",))
    assert server.held["title"] == "Theirs"
    if takes_theirs:
        take_theirs(mine, clash)
    mine.draft.clash.set(None)
    assert await mine.saver.save()
    name = server.held["lines"][0]["name"]
    assert (server.held["title"], name) == (title, "Their line" if takes_theirs else "My line")


async def test_refusals_are_said_by_the_line_that_they_are_about() -> None:
    server = Server(item("a", "Alpha"), item("b", "Beta"))
    desk = opened(server)
    server.refusals = [{"code": "NOT_A_CODE", "path": ["content", "lines", "1", "taxId"]}]
    desk.draft.type_line("b", "tax_id", "gone")
    assert not await desk.saver.save()
    assert list(desk.draft.refused.value) == ["lines.b.taxId"]
    assert desk.saver.state.value.state == "refused"
    server.refusals = []
    desk.draft.type_line("b", "tax_id", "")
    assert desk.draft.refused.value == {}
    assert await desk.saver.save()


@pytest.mark.expects_error_log
async def test_a_server_that_was_away_gets_what_was_typed(monkeypatch: Any) -> None:
    monkeypatch.setattr(saving, "AGAIN_AFTER_SECONDS", (0.0,))
    server = Server(item("a", "Alpha"))
    desk = opened(server)
    server.failures = 2
    desk.draft.set_head("title", "Kept")
    assert not await desk.saver.save()
    assert desk.saver.state.value.state == "failed"
    while desk.saver.state.value.state != "saved":
        assert desk.saver.waiting is not None
        await desk.saver.waiting
    assert server.held["title"] == "Kept"


async def test_a_new_document_is_made_once_somebody_wrote_in_it() -> None:
    server = Server()
    desk = opened(server, new=True)
    assert await desk.saver.save()
    assert server.sent == []
    desk.draft.type_line("n", "name", "Work")
    assert await desk.saver.save()
    (made,) = server.sent
    assert (made["kind"], made["content"]["paymentDays"]) == ("INVOICE", 30)
    assert [line["name"] for line in made["content"]["lines"]] == ["Work"]
    assert desk.draft.session.location.value.path == "/invoices/d"
