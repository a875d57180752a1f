"""A file arrives piece by piece, of whoever announced it, and is there after any crash."""

from __future__ import annotations

import asyncio
import os
import stat

import pytest

from backend.accounts.service.team import change_member_role
from backend.core.data_dir import IMPORTS
from backend.core.errors import Forbidden, Required
from backend.core.permissions import Actor, Role, Scope
from backend.core.settings import settings
from backend.core.uploads import disk, tus
from backend.imports import files
from backend.imports.errors import FileEmpty, ImportQuota, ImportTooLarge
from backend.imports.limits import MAX_FILE_BYTES, MAX_WAITING_FILES
from backend.imports.service import upload
from backend.imports.service.create import create_import
from backend.imports.service.discard import discard_import
from backend.imports.states import ImportState
from tests.factories.accounts import Person, new_member, new_owner
from tests.factories.api import new_token
from tests.factories.imports import PEOPLE, new_import, pieces, read_import

CONTENT = PEOPLE.encode()
HALF = len(CONTENT) // 2


def as_cookie(person: Person) -> dict[str, str]:
    return {"cookie": f"carnet_session={person.cookie}"}


def piece_at(offset: int, **headers: str) -> dict[str, str]:
    return {
        "upload-offset": str(offset),
        "content-type": "application/offset+octet-stream",
        "tus-resumable": "1.0.0",
        **headers,
    }


async def announced(actor: Actor, size: int = len(CONTENT)):
    made = await create_import(actor, "people.csv", size)
    return await read_import(actor, made.import_id)


def code(response):
    return response.json()["errors"][0]["code"]


async def test_a_file_arrives_in_pieces_and_is_understood_with_the_last(http) -> None:
    owner = await new_owner()
    found = await announced(owner.actor)
    address, cookie = f"/files/imports/{found.token}", as_cookie(owner)
    answer = await http.head(address, headers=cookie)
    assert (answer.status_code, answer.headers["upload-offset"]) == (200, "0")
    assert answer.headers["upload-length"] == str(len(CONTENT))
    answer = await http.patch(address, content=CONTENT[:HALF], headers=cookie | piece_at(0))
    assert (answer.status_code, answer.headers["upload-offset"]) == (204, str(HALF))
    # Doubled, out of order, beyond the end: refused with the place where to go on.
    for offset in (0, HALF + 1):
        answer = await http.patch(
            address, content=CONTENT[HALF:], headers=cookie | piece_at(offset)
        )
        assert (answer.status_code, code(answer)) == (409, "UPLOAD_MISPLACED")
        assert answer.headers["upload-offset"] == str(HALF)
    answer = await http.patch(
        address, content=CONTENT[HALF:] + b"x", headers=cookie | piece_at(HALF)
    )
    assert (answer.status_code, code(answer)) == (413, "UPLOAD_OVERFLOW")
    assert (await http.head(address, headers=cookie)).headers["upload-offset"] == str(HALF)
    answer = await http.patch(address, content=CONTENT[HALF:], headers=cookie | piece_at(HALF))
    assert (answer.status_code, answer.headers["upload-offset"]) == (204, str(len(CONTENT)))
    ready = await read_import(owner.actor, found.pk)
    assert ready.state is ImportState.READY
    assert ready.understood is not None
    assert [column.guess for column in ready.understood.columns] == [
        "given_name",
        "family_name",
        "email",
    ]
    assert ready.understood.preview[0] == ["Anna", "Bianchi", "anna@example.org"]
    path = files.source_file(found.token)
    assert path.read_bytes() == CONTENT
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    answer = await http.patch(address, content=b"more", headers=cookie | piece_at(len(CONTENT)))
    assert (answer.status_code, code(answer)) == (410, "UPLOAD_OVER")


async def test_nobody_else_may_send_or_ask(http) -> None:
    owner = await new_owner()
    found = await announced(owner.actor)
    address = f"/files/imports/{found.token}"
    colleague, stranger = await new_member(owner, Role.MEMBER), await new_owner()
    for person in (colleague, stranger):
        answer = await http.patch(address, content=CONTENT, headers=as_cookie(person) | piece_at(0))
        assert (answer.status_code, code(answer)) == (404, "NOT_FOUND")
        assert (await http.head(address, headers=as_cookie(person))).status_code == 404
    assert (await http.patch(address, content=CONTENT, headers=piece_at(0))).status_code == 401
    elsewhere = as_cookie(owner) | piece_at(0, origin="https://elsewhere.example.org")
    assert (await http.patch(address, content=CONTENT, headers=elsewhere)).status_code == 403
    reading = {"authorization": f"Bearer {await new_token(owner, Scope.READ)}"}
    answer = await http.patch(address, content=CONTENT, headers=reading | piece_at(0))
    assert (answer.status_code, code(answer)) == (403, "FORBIDDEN")
    assert disk.size_of(files.source_file(found.token)) == 0
    writing = {"authorization": f"Bearer {await new_token(owner)}"}
    answer = await http.patch(address, content=CONTENT, headers=writing | piece_at(0))
    assert answer.status_code == 204


async def test_who_became_a_viewer_sends_no_more(http) -> None:
    owner = await new_owner()
    member = await new_member(owner, Role.MEMBER)
    found = await announced(member.actor)
    await change_member_role(owner.actor, member.membership_id, Role.VIEWER)
    answer = await http.patch(
        f"/files/imports/{found.token}", content=CONTENT, headers=as_cookie(member) | piece_at(0)
    )
    assert (answer.status_code, code(answer)) == (403, "FORBIDDEN")


async def test_other_requests_are_refused_with_words_of_the_protocol(http) -> None:
    owner = await new_owner()
    found = await announced(owner.actor)
    address, cookie = f"/files/imports/{found.token}", as_cookie(owner)
    wrong = cookie | piece_at(0) | {"content-type": "text/csv"}
    assert (await http.patch(address, content=CONTENT, headers=wrong)).status_code == 415
    for offset in ("", "-1", "1" * 30, "zero"):
        headers = cookie | piece_at(0) | {"upload-offset": offset}
        assert (await http.patch(address, content=CONTENT, headers=headers)).status_code == 409
    answer = await http.options(address)
    assert (answer.status_code, answer.headers["tus-version"]) == (204, "1.0.0")
    assert (await http.get(f"{address}/rejected.csv", headers=cookie)).status_code == 404
    assert (await http.get(address, headers=cookie)).status_code == 405


async def test_what_was_said_to_be_safe_is_what_is_there(database, http) -> None:
    """Bytes of a write that nobody was told of go; bytes that were lost are asked for again."""
    owner = await new_owner()
    found = await announced(owner.actor)
    await upload.append_piece(owner.actor, found, 0, pieces(CONTENT[:HALF]))
    path = files.source_file(found.token)
    with path.open("ab") as file:
        file.write(b"half a write, then the power went")
    found = await read_import(owner.actor, found.pk)
    assert upload.uploaded_bytes(found) == HALF
    os.truncate(path, 10)
    assert upload.uploaded_bytes(found) == 10
    address, cookie = f"/files/imports/{found.token}", as_cookie(owner)
    answer = await http.patch(address, content=CONTENT[10:], headers=cookie | piece_at(10))
    assert answer.status_code == 204
    assert path.read_bytes() == CONTENT


async def test_a_crash_after_the_last_byte_is_mended_by_asking(http) -> None:
    owner = await new_owner()
    found = await announced(owner.actor)
    await upload.append_piece(owner.actor, found, 0, pieces(CONTENT))
    assert (await read_import(owner.actor, found.pk)).state is ImportState.UPLOADING
    await http.head(f"/files/imports/{found.token}", headers=as_cookie(owner))
    assert (await read_import(owner.actor, found.pk)).state is ImportState.READY


async def test_two_at_once_write_one_after_the_other(http) -> None:
    owner = await new_owner()
    found = await announced(owner.actor)
    address, headers = f"/files/imports/{found.token}", as_cookie(owner) | piece_at(0)
    with disk.opened_at(files.source_file(found.token), 0):
        answer = await http.patch(address, content=CONTENT, headers=headers)
    assert (answer.status_code, code(answer)) == (423, "UPLOAD_BUSY")
    answers = await asyncio.gather(
        *(http.patch(address, content=CONTENT, headers=headers) for _ in range(3))
    )
    assert min(each.status_code for each in answers) == 204
    assert {each.status_code for each in answers} <= {204, 409, 410, 423}
    assert files.source_file(found.token).read_bytes() == CONTENT


async def test_a_full_disk_is_said_and_nothing_counts(
    http, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = await new_owner()
    found = await announced(owner.actor)
    address, headers = f"/files/imports/{found.token}", as_cookie(owner) | piece_at(0)

    def full(descriptor: int, data: bytes) -> None:
        os.write(descriptor, data[:5])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write_all", full)
        answer = await http.patch(address, content=CONTENT, headers=headers)
    assert (answer.status_code, code(answer)) == (507, "DISK_FULL")
    left = [each for each in (settings().data_dir / IMPORTS).rglob("*") if each.is_file()]
    assert [each.stat().st_size for each in left] == [0]
    answer = await http.head(address, headers=as_cookie(owner))
    assert answer.headers["upload-offset"] == "0"
    assert (await http.patch(address, content=CONTENT, headers=headers)).status_code == 204


async def test_a_person_sends_a_few_files_at_once(http, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = await new_owner()
    found = await announced(owner.actor)
    monkeypatch.setattr(tus, "MOST_OF_A_PERSON", 0)
    answer = await http.patch(
        f"/files/imports/{found.token}", content=CONTENT, headers=as_cookie(owner) | piece_at(0)
    )
    assert (answer.status_code, code(answer)) == (429, "RATE_LIMITED")


async def test_announcing_is_refused_beyond_the_bounds(database) -> None:
    owner = await new_owner()
    viewer = await new_member(owner, Role.VIEWER)
    for name, size, refusal in (
        ("  ", 5, Required),
        ("people.csv", 0, FileEmpty),
        ("people.csv", MAX_FILE_BYTES + 1, ImportTooLarge),
    ):
        with pytest.raises(refusal):
            await create_import(owner.actor, name, size)
    with pytest.raises(Forbidden):
        await create_import(viewer.actor, "people.csv", 5)
    keys = [
        (await create_import(owner.actor, r"C:\Users\x\people.csv", 5)).import_id
        for _ in range(MAX_WAITING_FILES)
    ]
    with pytest.raises(ImportQuota):
        await create_import(owner.actor, "people.csv", 5)
    assert (await read_import(owner.actor, keys[0])).filename == "people.csv"
    await discard_import(owner.actor, keys[0])
    await create_import(owner.actor, "people.csv", 5)


async def test_announcing_again_with_the_same_key_is_one_import(database) -> None:
    owner = await new_owner()
    first = await create_import(owner.actor, "people.csv", 5, idempotency_key="once")
    again = await create_import(owner.actor, "people.csv", 5, idempotency_key="once")
    assert again.import_id == first.import_id


async def test_a_discarded_file_is_gone(database) -> None:
    owner = await new_owner()
    found = await new_import(owner.actor)
    assert files.source_file(found.token).exists()
    await discard_import(owner.actor, found.pk)
    assert not files.source_file(found.token).parent.exists()
