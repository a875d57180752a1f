"""A link is for one person in one account, for ten minutes; the file comes whole or not at all."""

from __future__ import annotations

import asyncio
import socket
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from backend.accounts.service.team import change_member_role
from backend.contacts.service.fields import delete_field
from backend.core.clock import frozen, now
from backend.core.database import read
from backend.core.permissions import Role, Scope
from backend.core.settings import settings
from backend.exports import http as door
from backend.exports.service import forget_old_exports, write
from backend.exports.spool import CHUNK_BYTES
from tests.backend.exports.files import written
from tests.factories.accounts import new_member, new_owner, new_session
from tests.factories.api import new_token
from tests.factories.contacts import many_contacts, new_contact, new_label
from tests.factories.custom_fields import new_field

EXPORT = """mutation ($input: ExportContactsInput!) { exportContacts(input: $input) {
  url expiresAt filename contactCount cursor errors { code path parameters { name value } } } }"""
ALL: dict[str, Any] = {"filter": {"and": []}}


@pytest.fixture(autouse=True)
def data_dir(database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files lie while they are sent."""
    folder = tmp_path / "data"
    monkeypatch.setattr(settings(), "data_dir", folder)
    return folder


@pytest.fixture
def ask(ask_as):
    async def prepare(person, **values):
        answer = await ask_as(person).data(EXPORT, input={"selection": ALL, **values})
        return answer["exportContacts"]

    return prepare


def cookie(person):
    return {"cookie": f"carnet_session={person.cookie}"}


def code(response):
    return response.json()["errors"][0]["code"]


async def test_downloads_what_was_asked_for(ask, http):
    owner = await new_owner()
    await many_contacts(owner.actor, 30)
    prepared = await ask(owner, separator="COMMA", byteOrderMark=False)
    assert prepared["errors"] == []
    assert prepared["contactCount"] == 30
    assert prepared["filename"] == f"contacts-{now():%Y-%m-%d}.csv"
    response = await http.get(prepared["url"], headers=cookie(owner))
    assert response.status_code == 200
    assert response.content == await written(owner.actor)
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["content-disposition"] == (
        f'attachment; filename="{prepared["filename"]}"'
    )
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in response.headers


async def test_a_selection_a_sort_and_a_format_are_kept(ask, http):
    owner = await new_owner()
    anna = await new_contact(owner.actor, given_name="Anna")
    await new_contact(owner.actor, given_name="Bea")
    carla = await new_contact(owner.actor, given_name="Carla")
    prepared = await ask(
        owner,
        selection={"ids": [anna.id, carla.id]},
        sort={"field": "GIVEN_NAME", "direction": "DESC"},
        format="VCARD",
    )
    assert prepared["contactCount"] == 2
    assert prepared["filename"].endswith(".vcf")
    response = await http.get(prepared["url"], headers=cookie(owner))
    assert response.headers["content-type"] == "text/vcard; charset=utf-8"
    names = [line for line in response.text.splitlines() if line.startswith("FN:")]
    assert names == ["FN:Carla", "FN:Anna"]


async def test_a_french_reader_gets_what_excel_opens_right(ask, http):
    owner = await new_owner()
    label = await new_label(owner.actor)
    await new_contact(owner.actor, given_name="Hélène", label_ids=[label])
    prepared = await ask(
        await new_member(owner, Role.MEMBER), selection={"filter": {"labels": {"anyOf": []}}}
    )
    assert prepared["contactCount"] == 0
    member = await new_member(owner, Role.MEMBER)  # who reads French
    prepared = await ask(member)
    content = (await http.get(prepared["url"], headers=cookie(member))).content
    assert content.startswith(b"\xef\xbb\xbfCarnet ID;Given name;")
    assert "Hélène".encode() in content


async def test_a_token_of_the_same_person_may_fetch_it(ask, http):
    owner = await new_owner()
    prepared = await ask(owner)
    token = await new_token(owner, Scope.READ)
    response = await http.get(prepared["url"], headers={"authorization": f"Bearer {token}"})
    assert response.status_code == 200
    response = await http.get(prepared["url"], headers={"authorization": "Bearer carnet_nothing"})
    assert (response.status_code, code(response)) == (401, "UNAUTHENTICATED")


async def test_refuses_everybody_else(ask, http):
    owner = await new_owner()
    prepared = await ask(owner)
    stranger, colleague = await new_owner(), await new_member(owner, Role.ADMIN)
    for who in (stranger, colleague):
        response = await http.get(prepared["url"], headers=cookie(who))
        assert (response.status_code, code(response)) == (403, "EXPORT_NOT_YOURS")
        assert response.headers["cache-control"] == "no-store"
    response = await http.get(prepared["url"])
    assert (response.status_code, code(response)) == (401, "UNAUTHENTICATED")


async def test_follows_the_role_of_whoever_asked(ask, http):
    owner = await new_owner()
    member = await new_member(owner, Role.MEMBER)
    prepared = await ask(member)
    await change_member_role(owner.actor, member.membership_id, Role.VIEWER)
    response = await http.get(prepared["url"], headers=cookie(member))
    assert (response.status_code, code(response)) == (403, "FORBIDDEN")
    assert (await ask(member))["errors"][0]["code"] == "FORBIDDEN"


async def test_a_viewer_may_not_ask(ask):
    owner = await new_owner()
    refused = await ask(await new_member(owner, Role.VIEWER))
    assert [error["code"] for error in refused["errors"]] == ["FORBIDDEN"]
    assert refused["url"] is None


async def test_refuses_a_link_that_is_over_or_was_changed(ask, http):
    owner = await new_owner()
    url = (await ask(owner))["url"]
    with frozen(now() + timedelta(minutes=11)):
        response = await http.get(url, headers=cookie(owner))
        assert (response.status_code, code(response)) == (410, "EXPORT_EXPIRED")
        await forget_old_exports()
    assert await read.fetch("SELECT id FROM contact_export") == []
    response = await http.get(url, headers=cookie(owner))
    assert (response.status_code, code(response)) == (410, "EXPORT_EXPIRED")
    for broken in (url[:-2] + "xx", url.replace(".", "", 1), "/files/exports/é", url + "x" * 5000):
        response = await http.get(broken, headers=cookie(owner))
        assert (response.status_code, code(response)) == (410, "EXPORT_EXPIRED")


async def test_refuses_ids_that_are_not_the_account_s(ask):
    owner, other = await new_owner(), await new_owner()
    own, foreign = await new_contact(owner.actor), await new_contact(other.actor)
    refused = await ask(owner, selection={"ids": [own.id, foreign.id]})
    assert [(error["code"], error["path"]) for error in refused["errors"]] == [
        ("NOT_FOUND", ["selection", "ids", "1"])
    ]
    assert refused["url"] is None
    assert await read.fetch("SELECT id FROM contact_export") == []


async def test_the_same_key_answers_with_the_same_link(ask):
    owner = await new_owner()
    first = await ask(owner, idempotencyKey="one")
    assert (await ask(owner, idempotencyKey="one"))["expiresAt"] == first["expiresAt"]
    assert len(await read.fetch("SELECT id FROM contact_export")) == 1
    refused = await ask(owner, idempotencyKey="one", format="VCARD")
    assert refused["errors"][0]["code"] == "IDEMPOTENCY_KEY_REUSED"


async def test_the_history_says_who_took_contacts_out(ask):
    owner = await new_owner()
    await new_contact(owner.actor)
    await ask(owner, format="GOOGLE_CSV")
    rows = await read.fetch("SELECT payload, actor_id FROM change WHERE kind = 'contacts.exported'")
    [(payload, actor_id)] = rows
    assert payload == '{"format":"google_csv","contact_count":1}'
    assert actor_id == owner.user_id


async def test_a_head_is_without_the_file(ask, http):
    owner = await new_owner()
    response = await http.head((await ask(owner))["url"], headers=cookie(owner))
    assert response.status_code == 200
    assert "attachment" in response.headers["content-disposition"]


async def test_a_reader_who_goes_away_leaves_nothing_behind(
    ask, api_address, data_dir, monkeypatch
):
    """Neither a task, nor a connection, nor a file, nor a turn that others wait for."""
    owner = await new_owner()
    await many_contacts(owner.actor, 40)
    begun, ended = asyncio.Event(), asyncio.Event()

    async def endless(actor, request, sink):
        async with read.snapshot():
            try:
                while True:
                    sink(b"x" * CHUNK_BYTES)
                    begun.set()
                    await read.fetch("SELECT 1")
                    await asyncio.sleep(0.01)
            finally:
                ended.set()

    monkeypatch.setattr(door, "write_export", endless)
    url = (await ask(owner))["url"]
    before = {task for task in asyncio.all_tasks() if "ExportDownload" in repr(task)}
    assert before == set()
    place = urlsplit(api_address)
    for _ in range(3):
        begun.clear()
        ended.clear()
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        writer.write(
            f"GET {url} HTTP/1.1\r\nHost: {place.netloc}\r\n"
            f"Cookie: carnet_session={owner.cookie}\r\n\r\n".encode()
        )
        assert (await reader.readline()).startswith(b"HTTP/1.1 200")
        await begun.wait()
        assert door._downloads
        writer.transport.abort()
        await asyncio.wait_for(ended.wait(), 5)
        for _ in range(100):
            if not door._downloads:
                break
            await asyncio.sleep(0.01)
        assert not door._downloads
    assert not door._writing.locked()
    assert not [task for task in asyncio.all_tasks() if "ExportDownload" in repr(task)]
    assert list(data_dir.iterdir()) == []


async def test_a_slow_reader_holds_no_database(ask, api_address, monkeypatch):
    """The file is written to its end while nobody reads it."""
    owner = await new_owner()
    await many_contacts(owner.actor, 20)
    whole = asyncio.Event()
    plain = write.write_export

    async def followed(actor, request, sink):
        await plain(actor, request, lambda data: [sink(data) for _ in range(200)])
        whole.set()

    monkeypatch.setattr(door, "write_export", followed)
    url = (await ask(owner))["url"]
    place = urlsplit(api_address)
    with socket.create_connection((place.hostname, place.port)) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        head = f"Host: {place.netloc}\r\nCookie: carnet_session={owner.cookie}"
        request = f"GET {url} HTTP/1.1\r\n{head}\r\n\r\n"
        connection.sendall(request.encode())
        await asyncio.wait_for(whole.wait(), 20)
        assert not door._writing.locked()
        assert door._downloads


async def test_a_person_has_three_downloads_at_once(ask, http, monkeypatch):
    owner = await new_owner()
    url = (await ask(owner))["url"]
    monkeypatch.setitem(door._downloads, (owner.account_id, owner.user_id), door.MOST_OF_A_PERSON)
    response = await http.get(url, headers=cookie(owner))
    assert (response.status_code, code(response)) == (429, "RATE_LIMITED")
    assert response.headers["retry-after"] == "10"


@pytest.mark.expects_error_log
async def test_half_a_file_is_not_taken_for_a_whole_one(ask, http, monkeypatch):
    owner = await new_owner()

    async def breaking(actor, request, sink):
        sink(b"Carnet ID\r\n")
        await asyncio.sleep(0.05)
        raise OSError("no space left")

    monkeypatch.setattr(door, "write_export", breaking)
    url = (await ask(owner))["url"]
    with pytest.raises(Exception, match=r"incomplete|closed|disconnected"):
        await http.get(url, headers=cookie(owner))
    assert not door._downloads


async def test_another_session_of_the_same_person_may_fetch_it(ask, http):
    owner = await new_owner()
    url = (await ask(owner))["url"]
    other = await new_session(owner.user_id, owner.account_id)
    response = await http.get(url, headers={"cookie": f"carnet_session={other}"})
    assert response.status_code == 200


@pytest.mark.sqlite_only
async def test_what_the_order_needs_may_be_gone_by_then(ask, http):
    owner = await new_owner()
    field = await new_field(owner.actor, "Renewal")
    prepared = await ask(owner, sort={"customFieldId": field.id})
    await delete_field(owner.actor, field.pk)
    answer = await http.get(prepared["url"], headers=cookie(owner))
    assert (answer.status_code, code(answer)) == (404, "NOT_FOUND")
