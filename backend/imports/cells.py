"""Make text harmless in a spreadsheet, and take it back unchanged.

A cell that starts with ``=``, ``+``, ``-``, ``@`` or a control character may run as a formula.
An apostrophe before it makes it text. Apostrophes that already lead such a text get one more,
so that ``restored(harmless(text)) == text`` for every text.
"""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"'*[=+\-@\x00-\x1f\x7f\uff0b\uff0d\uff1d\uff20]")
_QUOTED = re.compile(r"'+[=+\-@\x00-\x1f\x7f\uff0b\uff0d\uff1d\uff20]")


def harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def restored(text: str) -> str:
    """Return the text that ``harmless`` was given."""
    return text[1:] if text.startswith("'") and _QUOTED.match(text) else text
