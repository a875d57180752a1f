"""Bytes of letters as text, also where their charset lies."""

from __future__ import annotations

import re

# In these, bytes that look like plain ASCII are not; in all others valid UTF-8 is UTF-8.
_SHIFTING = ("iso-2022", "iso2022", "hz", "utf-7", "utf7", "utf-16", "utf16", "utf-32", "utf32")
_SURROGATES = re.compile("[\ud800-\udfff]")


def decode(content: bytes, charset: str | None) -> str:
    """Return bytes as text: by UTF-8 where they are valid in it, else as they say, else by the
    charset of Windows, which has a letter for nearly every byte.
    """
    said = (charset or "").strip().lower()
    order = [said, "utf-8"] if said.startswith(_SHIFTING) else ["utf-8", said]
    for name in order:
        try:
            return storable(content.decode(name)) if name else _refuse()
        except (LookupError, ValueError):
            continue
    return storable(content.decode("cp1252", errors="replace"))


def _refuse() -> str:
    raise LookupError


def storable(text: str) -> str:
    """Return text without what a database cannot keep."""
    return _SURROGATES.sub("\ufffd", text.replace("\0", "")) if text else text
