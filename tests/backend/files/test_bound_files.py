"""What the files of an account may take, exactly; a full disk; processes that were killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import timedelta

import obstore
import pytest
from obstore.exceptions import BaseError

from backend.core.clock import frozen, now
from backend.core.data_dir import FILES
from backend.core.settings import settings
from backend.core.uploads.errors import DiskFull
from backend.files import limits
from backend.files import service as files
from backend.files.errors import FilesTakeTooMuch
from backend.files.queries.files import taken_bytes
from tests.backend.files.test_send_and_read_files import PDF, piece_at
from tests.factories.accounts import new_owner
from tests.factories.files import new_upload, read_file

KEEPS_HALF = """
import time, obstore
from backend.core.storage import _current
def half():
    yield bytes(6_000_000)
    time.sleep(60)
obstore.put(_current(), "1/killed", half(), chunk_size=5_000_000)
"""


@pytest.fixture
def thousand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an account's files take a thousand bytes."""
    monkeypatch.setattr("backend.files.service.writing.max_account_bytes", lambda: 1000)


async def test_files_take_their_whole_length_from_their_announcement_on(
    database, owner, stranger, thousand
) -> None:
    await new_upload(owner.actor, b"x" * 400)
    asked = [files.create_upload(owner.actor, "a.txt", 300) for _ in range(3)]
    made = await asyncio.gather(*asked, return_exceptions=True)
    assert sum(isinstance(each, FilesTakeTooMuch) for each in made) == 1
    assert await taken_bytes(owner.account_id) == 1000
    with pytest.raises(FilesTakeTooMuch) as refused:
        await files.keep_bytes(owner.actor, "b.txt", b"y")
    assert refused.value.parameters == {"maximum_mb": 0, "free_mb": 0}
    await files.keep_bytes(stranger.actor, "b.txt", b"y" * 1000)
    (gone, *_) = [each for each in made if not isinstance(each, BaseException)]
    await files.discard_upload(owner.actor, gone.pk)
    await files.keep_bytes(owner.actor, "b.txt", b"y" * 300)
    assert await taken_bytes(owner.account_id) == 1000


async def test_a_full_disk_is_said_and_the_same_again_works(http, monkeypatch) -> None:
    owner = await new_owner()
    made = await files.create_upload(owner.actor, "a.pdf", len(PDF))
    put = obstore.put_async

    async def full(*_: object, **__: object) -> None:
        raise BaseError("Unable to copy data: No space left on device (os error 28)")

    monkeypatch.setattr(obstore, "put_async", full)
    answer = await http.patch(made.upload_url, content=PDF, headers=piece_at(owner, 0))
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (507, DiskFull.code)
    monkeypatch.setattr(obstore, "put_async", put)
    await http.head(made.upload_url, headers=piece_at(owner, 0))
    found = await read_file(owner.actor, made.pk)
    assert found is not None
    assert found.is_ready


@pytest.mark.sqlite_only
async def test_what_a_killed_process_left_half_written_goes_after_a_day(database) -> None:
    environment = {**os.environ, "CARNET_DATA_DIR": str(settings().data_dir)}
    command = (sys.executable, "-c", KEEPS_HALF)
    process = await asyncio.create_subprocess_exec(*command, env=environment)
    folder = settings().data_dir / FILES / "1"
    async with asyncio.timeout(30):
        while not (left := list(folder.glob("killed#*"))):
            assert process.returncode is None
            await asyncio.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    await process.wait()
    await files.forget_unused_files()
    assert left[0].exists()
    with frozen(now() + limits.WAITING + timedelta(hours=1)):
        await files.forget_unused_files()
    assert list(folder.iterdir()) == []
