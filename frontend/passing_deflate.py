"""How the sockets of the API are compressed: as is usual, until others are sent the same.

A frame that was compressed for many at once passes by what remembers a socket's messages. The
client looks back at it from then on, so that what is remembered here is let go: that saves 20 KiB
for each socket that is only sent what others are sent too.
"""

from __future__ import annotations

import zlib
from typing import Any

from websockets.extensions.permessage_deflate import (
    PerMessageDeflate,
    ServerPerMessageDeflateFactory,
)
from websockets.frames import CONT, CTRL_OPCODES, Frame

WINDOW_BITS = 12
"""How far is looked back, both ways; what was compressed for many looks no further."""
COMPRESSION = {"memLevel": 5}
_EMPTY_BLOCK = b"\x00\x00\xff\xff"


class PassingDeflate(PerMessageDeflate):
    """`permessage-deflate` as RFC 7692 has it, with an encoder only when there is need of one."""

    def __init__(self, agreed: PerMessageDeflate) -> None:
        super().__init__(
            agreed.remote_no_context_takeover,
            True,  # no encoder is made ahead
            agreed.remote_max_window_bits,
            agreed.local_max_window_bits,
            agreed.compress_settings,
        )
        self._looks_back = not agreed.local_no_context_takeover
        self._encoder: Any = None

    @property
    def takes_shared(self) -> bool:
        """Whether the client looks back as far as what was compressed for many does."""
        return self.local_max_window_bits >= WINDOW_BITS

    def encode(self, frame: Frame) -> Frame:
        """Compress a message, looking back at those before it since one passed by."""
        if frame.opcode in CTRL_OPCODES:
            return frame
        encoder = self._encoder or zlib.compressobj(
            wbits=-self.local_max_window_bits, **self.compress_settings
        )
        packed: bytes = encoder.compress(frame.data) + encoder.flush(zlib.Z_SYNC_FLUSH)
        if frame.fin:
            packed = packed.removesuffix(_EMPTY_BLOCK)
        self._encoder = encoder if self._looks_back or not frame.fin else None
        is_first = frame.opcode is not CONT
        return Frame(frame.opcode, packed, frame.fin, is_first, frame.rsv2, frame.rsv3)

    def pass_by(self) -> None:
        """Take note that the client is sent what was compressed elsewhere."""
        self._encoder = None


class _Factory(ServerPerMessageDeflateFactory):
    def process_request_params(self, params: Any, accepted_extensions: Any) -> Any:
        """Agree with a client as usual."""
        told, agreed = super().process_request_params(params, accepted_extensions)
        return told, PassingDeflate(agreed)


def passing_deflate_factory() -> Any:
    """Return what agrees with a client on the compression of a socket of the API."""
    return _Factory(
        server_max_window_bits=WINDOW_BITS,
        client_max_window_bits=WINDOW_BITS,
        compress_settings=COMPRESSION,
    )
