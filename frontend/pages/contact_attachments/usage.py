"""How much the files of the account take, in words."""

from __future__ import annotations

from collections.abc import Mapping

from frontend.locale import format_number, t

NEARLY_FULL = 0.8
"""The part from which on the panel of files says it too."""


def usage_words(usage: Mapping[str, int]) -> str:
    """Say what they take, and what they may."""
    return t(
        "The account’s files take {used} of {maximum} MB.",
        used=format_number(usage["usedMb"]),
        maximum=format_number(usage["maximumMb"]),
    )
