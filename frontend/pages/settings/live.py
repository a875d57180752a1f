"""Reading again when something changed: in another window of the person, or by a colleague."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from frontend.hooks import use_live
from frontend.operations import load


def use_refetch(
    data: Mapping[str, Any] | None, subjects: Sequence[str], refetch: Callable[[], None]
) -> None:
    """Call `refetch` whenever one of these kinds of things changes in the account.

    `data` is the answer of the query; its `viewer.cursor` says up to where it is true.
    """
    viewer = (data or {}).get("viewer")
    use_live(
        load("accounts/follow_changes"),
        {"subjects": list(subjects)},
        lambda event: refetch(),
        after=viewer["cursor"] if viewer else None,
        skip=viewer is None,
    )
