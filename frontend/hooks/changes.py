"""Knowing when something of the account changed: one subscription for all that a window shows."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

from reactpy import use_ref

from frontend.errors import report
from frontend.hooks.effect import use_effect
from frontend.hooks.live import OnEvent, use_live
from frontend.operations import load
from frontend.session import current_session
from frontend.viewer import Viewer

FOLLOWED = (
    "ACCOUNT",
    "API_TOKEN",
    "AUTOMATION",
    "CUSTOM_FIELD",
    "DUPLICATE_PAIR",
    "GOOGLE_ACCOUNT",
    "INVITATION",
    "JOB",
    "LABEL",
    "MAILBOX",
    "MEMBER",
    "PRODUCT",
    "RECURRING_INVOICE",
    "SEGMENT",
    "SESSION",
    "TASK",
    "TAX",
    "SITE",
    "USER",
    "WORKFLOW",
)
"""What changes seldom. Contacts and imports are followed by what shows them."""


def use_account_feed(viewer: Viewer | None) -> None:
    """Follow the account for the whole window; the frame does this once."""
    session = current_session()

    async def tell(event: dict[str, Any]) -> None:
        for follower in tuple(session.followers.get(event["subjectType"], ())):
            try:
                outcome = follower(event)
                if inspect.isawaitable(outcome):
                    await outcome
            except Exception as error:
                report(error, session)

    use_live(
        load("accounts/follow_changes"),
        {"subjects": list(FOLLOWED)},
        tell,
        after=viewer.cursor if viewer else None,
        skip=viewer is None,
    )


def use_changes(subjects: Sequence[str], on_change: OnEvent) -> None:
    """Call `on_change` for each change of something of these kinds, by another window, a colleague
    or a program, from before the component's own first reading on.

    Args:
        subjects: kinds out of `FOLLOWED`.
        on_change: takes the event: its `kind`, `subjectType`, `subjectId` and `cursor`.
    """
    session = current_session()
    newest = use_ref(on_change)
    newest.current = on_change

    @use_effect(dependencies=subjects)
    def follow() -> Callable[[], None]:
        def tell(event: dict[str, Any]) -> Any:
            return newest.current(event)

        lists = [session.followers.setdefault(subject, []) for subject in subjects]
        for followers in lists:
            followers.append(tell)

        def leave() -> None:
            for followers in lists:
                followers.remove(tell)

        return leave
