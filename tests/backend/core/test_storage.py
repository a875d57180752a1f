"""Files in a bucket: as they are in the data directory, and what a bucket that fails is told as."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.core import storage
from tests.fixtures.object_storage import LEAST_PART_BYTES, ObjectStorage

LARGE = bytes(range(256)) * (2 * LEAST_PART_BYTES // 256) + b"the end"


async def _read(key: str, start: int, end: int) -> bytes:
    return b"".join([piece async for piece in await storage.open_file(key, start, end)])


async def test_a_bucket_keeps_files_as_a_folder_does(
    object_storage: ObjectStorage, tmp_path: Path
) -> None:
    key = "1/é à+b&c.txt"
    assert await storage.get_file(key) is None
    with pytest.raises(FileNotFoundError):
        await storage.open_file(key, 0, 5)
    await storage.delete_file(key)
    await storage.put_file(key, b"hello")
    assert list(object_storage.objects) == [f"studio/{key}"]
    assert await storage.get_file(key) == b"hello"
    assert await _read(key, 1, 4) == b"ell"
    await storage.put_file(key, b"hello again")
    assert await storage.get_file(key) == b"hello again"
    await storage.delete_file(key)
    assert object_storage.objects == {}
    file = tmp_path / "large"
    file.write_bytes(LARGE)
    await storage.put_path("1/large", file)
    assert object_storage.verbs.count("PUT partNumber uploadId") == 3
    assert object_storage.unfinished == {}
    assert await storage.get_file("1/large") == LARGE
    assert await _read("1/large", 7, len(LARGE)) == LARGE[7:]
    assert await storage.forget_unfinished(0) == 0


@pytest.mark.expects_error_log
async def test_a_bucket_that_refuses_is_said_in_our_words(object_storage: ObjectStorage) -> None:
    await storage.put_file("1/kept", b"hello")
    object_storage.fails = 403
    for asking in (
        storage.put_file("1/more", b"more"),
        storage.get_file("1/kept"),
        storage.delete_file("1/kept"),
        storage.open_file("1/kept", 0, 5),
    ):
        with pytest.raises(storage.StorageUnavailable):
            await asking
    object_storage.fails = None
    assert await storage.get_file("1/kept") == b"hello"
