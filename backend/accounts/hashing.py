"""argon2id in threads of its own, a few at a time."""

from __future__ import annotations

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from backend.accounts.rules.passwords import is_possible_password, normalise_password

CONCURRENCY = 2
"""Each hash takes 64 MiB and some 50 ms of a core; argon2 releases the interpreter's lock."""

_password_hash = PasswordHash((Argon2Hasher(),))
_threads = ThreadPoolExecutor(CONCURRENCY, thread_name_prefix="argon2")


@lru_cache(maxsize=4)
def _nobodys_hash(password_hash: PasswordHash) -> str:
    return password_hash.hash(secrets.token_urlsafe())


async def hash_password(password: str) -> str:
    """Return the argon2id hash of a checked password."""
    text = normalise_password(password)
    return await asyncio.get_running_loop().run_in_executor(_threads, _password_hash.hash, text)


async def verify_password(password: str, known_hash: str | None) -> tuple[bool, str | None]:
    """Return whether a password is right, and a fresh hash when the kept one is outdated.

    ``None`` for somebody who does not exist: it takes as long, and is never right.
    """
    if not is_possible_password(password):
        return False, None
    text = normalise_password(password)
    return await asyncio.get_running_loop().run_in_executor(_threads, _verify, text, known_hash)


def _verify(password: str, known_hash: str | None) -> tuple[bool, str | None]:
    if known_hash is None:
        _password_hash.verify(password, _nobodys_hash(_password_hash))
        return False, None
    return _password_hash.verify_and_update(password, known_hash)
