"""Messages that many windows are sent: known by their content, framed and compressed once.

What changes on a board or in a list is the same message for all windows that show it. The first of
them sends it as its own; from the second on there is one text, with the frame that carries it. The
frame is compressed by itself, without looking back at what a window was sent before, so it fits
every socket (RFC 7692, 7.2.3: looking back is allowed, never required).
"""

from __future__ import annotations

import struct
import zlib

KEPT = 128
LARGEST_BYTES = 16_384
"""Longer messages are pages that open: hardly two are the same."""
_TEXT, _TEXT_COMPRESSED = 0b1000_0001, 0b1100_0001
_ONE_BYTE, _TWO_BYTES = 126, 65_536
_EMPTY_BLOCK = b"\x00\x00\xff\xff"


class SharedText(str):
    """A message's text, with its UTF-8 bytes and the frame of a socket that compresses."""

    __slots__ = ("_frame", "plain")

    plain: bytes
    _frame: bytes

    @classmethod
    def of(cls, content: bytes) -> SharedText:
        """Return the text of some UTF-8 bytes."""
        text = cls(content, "utf-8")
        text.plain = content
        text._frame = b""
        return text

    @property
    def frame(self) -> bytes:
        """A whole frame of text, as a server sends it."""
        if not self._frame:
            self._frame = framed(_packed(self.plain), is_compressed=True)
        return self._frame


def _packed(content: bytes) -> bytes:
    encoder = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = encoder.compress(content) + encoder.flush(zlib.Z_SYNC_FLUSH)
    return packed.removesuffix(_EMPTY_BLOCK)


def framed(content: bytes, *, is_compressed: bool) -> bytes:
    """Return a whole frame of text, as a server sends it."""
    first, size = _TEXT_COMPRESSED if is_compressed else _TEXT, len(content)
    if size < _ONE_BYTE:
        return struct.pack("!BB", first, size) + content
    if size < _TWO_BYTES:
        return struct.pack("!BBH", first, _ONE_BYTE, size) + content
    return struct.pack("!BBQ", first, _ONE_BYTE + 1, size) + content


class SharedTexts:
    """The last messages of this process, by their content; the oldest leave first."""

    def __init__(self) -> None:
        self._seen: dict[bytes, SharedText | None] = {}

    def text_of(self, content: bytes) -> str:
        """Return a message's text, a shared one if another window was just sent the same."""
        if len(content) > LARGEST_BYTES:
            return content.decode()
        if content not in self._seen:
            self._seen[content] = None
            if len(self._seen) > KEPT:
                del self._seen[next(iter(self._seen))]
            return content.decode()
        shared = self._seen[content]
        if shared is None:
            shared = self._seen[content] = SharedText.of(content)
        return shared


shared_texts = SharedTexts()
