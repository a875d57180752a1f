"""A file arrives in pieces of who announced it, and goes out safely to who has a link."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.core import storage
from backend.core.clock import frozen, now
from backend.core.errors import Forbidden, NotFound, Required
from backend.core.jobs.worker import run_due_jobs
from backend.core.permissions import Role
from backend.core.settings import settings
from backend.core.storage import get_file
from backend.core.unit_of_work import unit_of_work
from backend.files import parts
from backend.files import service as files
from backend.files.errors import (
    FileTooLarge,
    FileWithoutContent,
    TooManyUploads,
    UploadUnfinished,
)
from backend.files.links import file_link
from backend.files.service import announce
from tests.factories.accounts import Person, new_member, new_owner
from tests.factories.files import new_upload, read_file

PDF = b"%PDF-1.7 " + b"x" * 300
HALF = len(PDF) // 2


def as_cookie(person: Person, **headers: str) -> dict[str, str]:
    return {"cookie": f"carnet_session={person.cookie}", **headers}


def piece_at(person: Person, offset: int) -> dict[str, str]:
    kind = "application/offset+octet-stream"
    return as_cookie(person, **{"upload-offset": str(offset), "content-type": kind})


async def test_a_file_is_whole_after_its_last_piece_and_claimed_by_its_sender(http) -> None:
    owner = await new_owner()
    made = await files.create_upload(owner.actor, "../Offer.pdf", len(PDF))
    assert made.name == "Offer.pdf"
    answer = await http.patch(made.upload_url, content=PDF[:HALF], headers=piece_at(owner, 0))
    assert (answer.status_code, answer.headers["upload-offset"]) == (204, str(HALF))
    async with unit_of_work(owner.actor) as unit:
        with pytest.raises(UploadUnfinished):
            await files.claim_upload(unit, made.upload_id)
    stranger, colleague = await new_owner(), await new_member(owner, Role.MEMBER)
    for other in (stranger, colleague):
        answer = await http.patch(made.upload_url, content=PDF, headers=piece_at(other, HALF))
        assert answer.status_code == 404
    answer = await http.patch(made.upload_url, content=PDF[HALF:], headers=piece_at(owner, HALF))
    assert answer.status_code == 204
    # Whoever did not hear the last answer asks, and hears that all is here.
    answer = await http.head(made.upload_url, headers=as_cookie(owner))
    assert (answer.status_code, answer.headers["upload-offset"]) == (200, str(len(PDF)))
    answer = await http.patch(made.upload_url, content=b"more", headers=piece_at(owner, 0))
    assert (answer.status_code, answer.headers["upload-offset"]) == (409, str(len(PDF)))
    async with unit_of_work(owner.actor) as unit:
        found = await files.claim_upload(unit, made.upload_id)
    assert (found.media_type, found.kind.value) == ("application/pdf", "pdf")
    assert await files.read_bytes(found) == PDF
    assert not parts.part_file(made.token or "").exists()
    for other in (stranger, colleague):
        async with unit_of_work(other.actor) as unit:
            with pytest.raises(NotFound):
                await files.claim_upload(unit, made.upload_id)


async def test_announcing_is_refused_beyond_the_bounds(database, monkeypatch) -> None:
    owner = await new_owner()
    limit = settings().max_file_mb
    for name, size, refusal in (
        ("  ", 5, Required),
        ("a.pdf", 0, FileWithoutContent),
        ("a.pdf", limit * 1_000_000 + 1, FileTooLarge),
    ):
        with pytest.raises(refusal):
            await files.create_upload(owner.actor, name, size)
    viewer = await new_member(owner, Role.VIEWER)
    with pytest.raises(Forbidden):
        await files.create_upload(viewer.actor, "a.pdf", 5)
    first = await files.create_upload(owner.actor, "a.pdf", 5, idempotency_key="once")
    again = await files.create_upload(owner.actor, "a.pdf", 5, idempotency_key="once")
    assert again.pk == first.pk
    monkeypatch.setattr(announce, "MAX_WAITING", 1)
    with pytest.raises(TooManyUploads):
        await files.create_upload(owner.actor, "b.pdf", 5)
    await files.discard_upload(owner.actor, first.pk)
    await files.create_upload(owner.actor, "b.pdf", 5)


async def test_a_storage_that_fails_is_said_and_the_same_again_works(http, monkeypatch) -> None:
    owner = await new_owner()
    made = await files.create_upload(owner.actor, "a.pdf", len(PDF))

    async def refuse(*_: object) -> None:
        raise storage.StorageUnavailable

    with monkeypatch.context() as patch:
        patch.setattr("backend.files.service.upload.put_path", refuse)
        answer = await http.patch(made.upload_url, content=PDF, headers=piece_at(owner, 0))
    assert answer.status_code == 503
    await http.head(made.upload_url, headers=as_cookie(owner))
    found = await read_file(owner.actor, made.pk)
    assert found is not None
    assert found.is_ready


async def test_a_download_is_an_attachment_that_nothing_runs_in(http) -> None:
    owner = await new_owner()
    page = await new_upload(owner.actor, b"<script>alert(1)</script>", "page.html")
    answer = await http.get(page.download_url, headers=as_cookie(owner))
    assert answer.content == b"<script>alert(1)</script>"
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["x-frame-options"] == "DENY"
    shown = await http.get(page.view_url, headers=as_cookie(owner))
    assert shown.headers["content-type"] == "text/plain; charset=utf-8"
    assert "sandbox" in shown.headers["content-security-policy"]
    program = await new_upload(owner.actor, b"MZ\x90\0", "setup.exe")
    assert program.view_url is None
    forced = file_link(owner.account_id, program.pk, inline=True, name=program.name)
    answer = await http.get(forced, headers=as_cookie(owner))
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["content-type"] == "application/octet-stream"


async def test_parts_are_answered_as_players_ask_for_them(http) -> None:
    owner = await new_owner()
    sound = await new_upload(owner.actor, b"fLaC" + bytes(range(96)), "a.flac")
    for asked, status, place in (
        ("bytes=0-9", 206, "bytes 0-9/100"),
        ("bytes=90-", 206, "bytes 90-99/100"),
        ("bytes=-4", 206, "bytes 96-99/100"),
        ("bytes=50-9999", 206, "bytes 50-99/100"),
        ("bytes=100-", 416, "bytes */100"),
        ("bytes=9-3", 200, None),
        ("bytes=0-1,5-6", 200, None),
        ("lines=1-2", 200, None),
    ):
        answer = await http.get(sound.view_url, headers=as_cookie(owner, range=asked))
        assert (answer.status_code, answer.headers.get("content-range")) == (status, place)
    answer = await http.get(sound.view_url, headers=as_cookie(owner, range="bytes=4-6"))
    assert answer.content == b"\x00\x01\x02"
    other = {"range": "bytes=0-9", "if-range": '"another"'}
    assert (await http.get(sound.view_url, headers=as_cookie(owner, **other))).status_code == 200
    head = await http.head(sound.view_url, headers=as_cookie(owner))
    assert (head.headers["content-length"], head.headers["accept-ranges"]) == ("100", "bytes")


async def test_a_link_is_for_one_account_and_one_hour(http) -> None:
    owner, stranger = await new_owner(), await new_owner()
    found = await new_upload(owner.actor)
    assert (await http.get(found.download_url)).status_code == 401
    answer = await http.get(found.download_url, headers=as_cookie(stranger))
    assert answer.status_code == 410
    assert (await http.get("/files/stored/x.y/a.txt", headers=as_cookie(owner))).status_code == 410
    link = found.download_url
    with frozen(now() + timedelta(minutes=61)):
        answer = await http.get(link, headers=as_cookie(owner))
    assert answer.json()["errors"][0]["code"] == "FILE_LINK_EXPIRED"


async def test_what_nobody_has_goes_after_a_day_with_its_bytes(database) -> None:
    owner = await new_owner()
    sent = await new_upload(owner.actor)
    kept = await files.keep_bytes(owner.actor, "letter\n.txt", b"hello")
    assert kept.name == "letter .txt"
    half = await files.create_upload(owner.actor, "half.txt", 10)
    with frozen(now() + timedelta(hours=23)):
        assert await files.forget_unused_files() == 0
    with frozen(now() + timedelta(hours=25)):
        assert await files.forget_unused_files() == 3
        await run_due_jobs()
    for each in (sent, kept, half):
        assert await read_file(owner.actor, each.pk) is None
        assert await get_file(each.storage_key) is None
