"""How the sockets of windows are compressed: looking far back, and remembering little.

A window is sent a page, then small changes of it: 32 KiB of what was sent are looked back at, which
a card and what came before it fit in, so that a card that opens after another takes a third. zlib
keeps that in 144 KiB for each socket, most of which finds what is alike in those 32. Few windows
say something at a time, so that is let go after a moment and made again from what was sent. It is
let go as well when a frame passes by that was compressed elsewhere, for all windows at once.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Callable
from typing import Any

from websockets.extensions.permessage_deflate import (
    PerMessageDeflate,
    ServerPerMessageDeflateFactory,
)
from websockets.frames import CONT, CTRL_OPCODES, Frame

HISTORY_BITS = 15
QUESTION_BITS = 12
"""Of what the browser sends, which are small events."""
COMPRESSION = {"memLevel": 5}
HISTORY_BYTES = 1 << HISTORY_BITS
MOST_PARTS = 64
QUIET_SECONDS = 2.0
_EMPTY_BLOCK = b"\x00\x00\xff\xff"


class WindowDeflate(PerMessageDeflate):
    """`permessage-deflate` as RFC 7692 has it, towards a browser that looks back 32 KiB."""

    def __init__(
        self,
        agreed: PerMessageDeflate,
        loop_of: Callable[[], Any] = asyncio.get_running_loop,
    ) -> None:
        super().__init__(
            agreed.remote_no_context_takeover,
            True,  # no encoder is made ahead: it is made when something is to be sent
            agreed.remote_max_window_bits,
            agreed.local_max_window_bits,
            agreed.compress_settings,
        )
        self._loop_of = loop_of
        self._encoder: Any = None
        self._used_at = 0.0
        self._resting: asyncio.TimerHandle | None = None
        self._sent: list[bytes] = []
        self._sent_bytes = 0

    def encode(self, frame: Frame) -> Frame:
        """Compress a message, looking back at those before it."""
        if frame.opcode in CTRL_OPCODES:
            return frame
        data = bytes(frame.data)
        encoder = self._awake()
        packed: bytes = encoder.compress(data) + encoder.flush(zlib.Z_SYNC_FLUSH)
        self._remember(data)
        if frame.fin:
            packed = packed.removesuffix(_EMPTY_BLOCK)
        is_first = frame.opcode is not CONT
        return Frame(frame.opcode, packed, frame.fin, is_first, frame.rsv2, frame.rsv3)

    def pass_by(self, plain: bytes) -> None:
        """Take note of a message that was sent without this: the browser looks back at it too."""
        self._encoder = None
        self._remember(plain)

    def _awake(self) -> Any:
        loop = self._loop_of()
        self._used_at = loop.time()
        if self._encoder is None:
            history = b"".join(self._sent)[-HISTORY_BYTES:]
            settings = {**self.compress_settings, "zdict": history}
            self._encoder = zlib.compressobj(wbits=-HISTORY_BITS, **settings)
        if self._resting is None:
            self._resting = loop.call_later(QUIET_SECONDS, self._rest)
        return self._encoder

    def _rest(self) -> None:
        loop = self._loop_of()
        self._resting = None
        quiet = loop.time() - self._used_at
        if quiet >= QUIET_SECONDS:
            self._encoder = None
            self._join()
        elif self._encoder is not None:
            self._resting = loop.call_later(QUIET_SECONDS - quiet, self._rest)

    def _remember(self, data: bytes) -> None:
        self._sent.append(data[-HISTORY_BYTES:])
        self._sent_bytes += len(self._sent[-1])
        while self._sent_bytes - len(self._sent[0]) >= HISTORY_BYTES:
            self._sent_bytes -= len(self._sent.pop(0))
        if len(self._sent) > MOST_PARTS:
            self._join()

    def _join(self) -> None:
        self._sent = [b"".join(self._sent)[-HISTORY_BYTES:]]
        self._sent_bytes = len(self._sent[0])


class _Factory(ServerPerMessageDeflateFactory):
    def process_request_params(self, params: Any, accepted_extensions: Any) -> Any:
        """Agree with a browser on how far is looked back, by itself on how to do it."""
        told, agreed = super().process_request_params(params, accepted_extensions)
        looks_far = agreed.local_max_window_bits == HISTORY_BITS
        if looks_far and not agreed.local_no_context_takeover:
            return told, WindowDeflate(agreed)
        return told, agreed


def window_deflate_factory() -> Any:
    """Return what agrees with a browser on the compression of a window's socket."""
    return _Factory(
        server_max_window_bits=HISTORY_BITS,
        client_max_window_bits=QUESTION_BITS,
        compress_settings=COMPRESSION,
    )
