"""A message of which all but the beginning is the same for many sockets: packed once for all.

Clients choose the ids of their subscriptions, so the frames of one event differ in their first
bytes. In a compressed frame these are a block of their own that is stored as it is (RFC 1951,
3.2.4); the blocks after it are the same bytes for every socket, compressed without looking back at
what a socket was sent before, or at its id.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cached_property

WINDOW_BITS = 12
"""How far back the packed bytes look: no further than any socket that agreed on so much."""
_EMPTY_BLOCK = b"\x00\x00\xff\xff"


@dataclass
class SharedTail:
    """What a message ends with, and how many have been sent it."""

    plain: bytes
    uses: int = 0

    @cached_property
    def packed(self) -> bytes:
        """The blocks that a compressed frame ends with (RFC 7692, 7.2.1)."""
        encoder = zlib.compressobj(wbits=-WINDOW_BITS)
        packed = encoder.compress(self.plain) + encoder.flush(zlib.Z_SYNC_FLUSH)
        return packed.removesuffix(_EMPTY_BLOCK)


@dataclass(frozen=True, slots=True)
class SharedMessage:
    """A whole message, for servers that know how to frame it; others send its text."""

    head: bytes
    """Less than 64 KB."""
    tail: SharedTail

    @property
    def plain(self) -> bytes:
        """The message as UTF-8."""
        return self.head + self.tail.plain

    @property
    def packed(self) -> bytes:
        """The message as a compressed frame carries it."""
        size = len(self.head)
        stored = b"\x00" + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little")
        return stored + self.head + self.tail.packed
