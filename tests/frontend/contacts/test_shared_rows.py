"""Windows that show the same rows share them, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import copy_context
from typing import Any

import pytest

from frontend.client import Client, Credentials
from frontend.location import Location
from frontend.pages.contacts_grid.columns import ColumnChoice
from frontend.pages.contacts_grid.rows import row_of
from frontend.pages.contacts_grid.segment import Segment
from frontend.pages.contacts_grid.shared_rows import change_by, held_once, rows_element
from frontend.session import Session, activate
from frontend.store import Store
from frontend.viewer import Viewer, ViewerAccount, ViewerUser

SHOWN = ColumnChoice().shown


def contact(number: int, company: str = "Studio") -> dict[str, Any]:
    return {"id": f"c{number}", "version": 1, "displayName": f"Person {number}", "company": company}


def event(number: int, company: str, previous: str | None) -> dict[str, Any]:
    changed = {"contact": contact(number, company), "previousId": previous}
    return {"reset": False, "entered": [], "changed": [changed], "left": []}


def read(count: int = 3) -> Segment:
    rows = tuple(row_of(contact(number), SHOWN, f"at {number}") for number in range(count))
    return held_once(Segment(0, rows, total=count))


def reader(account_id: str, locale: str = "en") -> Session:
    viewer = Viewer(
        ViewerUser("u", "Ada", "ada@example.org", locale, "SYSTEM", "UTC"),
        ViewerAccount(account_id, "Atelier", "FR", locale, "UTC", "EUR"),
        "OWNER",
        frozenset(),
        None,
    )
    client = Client(Credentials(None, "", ""), None, None)  # type: ignore[arg-type]
    session = Session(client, Store(Location.parse("/")), locale=locale)
    session.viewer.set(viewer)
    return session


@pytest.fixture(autouse=True)
def in_account_a() -> Iterator[None]:
    activate(reader("A"))
    yield


def seen_by(session: Session, function: Any, *given: Any) -> Any:
    def run() -> Any:
        activate(session)
        return function(*given)

    return copy_context().run(run)


def test_the_same_rows_are_held_once_and_drawn_once() -> None:
    first, second = read(), read()
    assert first is second
    assert rows_element(first) is rows_element(second)
    assert read(2) is not first
    assert held_once(Segment(1, first.rows, total=3)) is not first


def test_a_change_is_worked_out_once_for_all_who_show_it() -> None:
    segment, told = read(), event(1, "Atelier", "c0")
    changed = change_by(segment, told, SHOWN)
    assert change_by(read(), told, SHOWN) is changed
    wire = changed.segment.rows[1].fragment.wire
    assert wire is not segment.rows[1].fragment.wire
    assert changed.segment.rows[::2] == segment.rows[::2]


def test_the_next_change_and_other_columns_are_worked_out_anew() -> None:
    segment, told = read(), event(1, "Atelier", "c0")
    first = change_by(segment, told, SHOWN)
    second = change_by(segment, event(1, "Bureau", "c0"), SHOWN)
    fewer = change_by(segment, told, ("name",))
    assert len({id(each.segment.rows[1].fragment) for each in (first, second, fewer)}) == 3


def test_nothing_of_one_account_is_shown_in_another() -> None:
    """The same people in two books, and the same event, are drawn for each."""
    ours, told = read(), event(1, "Atelier", "c0")
    changed = change_by(ours, told, SHOWN)
    for other in (reader("B"), reader("A", locale="fr")):
        theirs = seen_by(other, read)
        assert theirs is not ours
        assert rows_element(theirs) is not rows_element(ours)
        moved = seen_by(other, change_by, theirs, told, SHOWN)
        assert moved.segment.rows[1].fragment is not changed.segment.rows[1].fragment


def test_an_empty_list_that_two_accounts_share_takes_each_its_own_in() -> None:
    entered = {"contact": contact(1), "previousId": None}
    told = {"reset": False, "entered": [entered], "changed": [], "left": []}
    empty = held_once(Segment())
    ours = change_by(empty, told, SHOWN)
    theirs = seen_by(reader("B"), change_by, held_once(Segment()), told, SHOWN)
    assert ours.segment.rows[0].fragment is not theirs.segment.rows[0].fragment
