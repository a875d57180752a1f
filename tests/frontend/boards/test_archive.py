"""The archive of a board is read in windows, and again as far as somebody looked."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from frontend.pages.board_archive import state
from frontend.pages.board_archive.state import Archive
from frontend.session import Session

pytestmark = pytest.mark.sqlite_only


class Answers:
    """A client that has so many archived cards in one step."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[Any] = []

    async def run(self, operation: Any, variables: dict[str, Any]) -> dict[str, Any]:
        self.asked.append((operation.name, variables["first"], variables["filter"]))
        begin = int(variables.get("after") or 0)
        end = min(self.count, begin + variables["first"])
        cards = {
            "totalCount": self.count,
            "pageInfo": {"endCursor": str(end), "hasNextPage": end < self.count},
            "edges": [{"node": {"id": str(place)}} for place in range(begin, end)],
        }
        if operation.name == "ListArchivedCards":
            return {"node": {"cards": cards}}
        step = {"id": "1", "name": "Lead", "color": "BLUE", "cards": cards}
        empty = {**step, "id": "2", "cards": {**cards, "totalCount": 0}}
        return {"workflow": {"name": "Sales", "cardCount": self.count, "steps": [step, empty]}}


def archive_of(client: Answers) -> Archive:
    return Archive(cast(Session, SimpleNamespace(client=client)), "w")


def loaded(archive: Archive) -> list[str]:
    shown = archive.shown.value
    assert shown is not None
    (step,) = shown.steps
    return [card["id"] for card in step.cards]


async def test_windows_follow_on_each_other_to_the_end() -> None:
    archive = archive_of(Answers(70))
    await archive.search("")
    assert len(loaded(archive)) == state.WINDOW
    for _ in range(4):
        await archive.more("1")
    assert loaded(archive) == [str(place) for place in range(70)]


async def test_what_was_loaded_is_read_again_after_a_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(state, "MOST_AT_ONCE", 40)
    client = Answers(500)
    archive = archive_of(client)
    await archive.search("site")
    for _ in range(2):
        await archive.more("1")
    client.asked.clear()
    await archive.read()
    wanted = {"archived": True, "text": "site"}
    assert client.asked == [
        ("ListArchive", 40, wanted),
        ("ListArchivedCards", 40, wanted),
        ("ListArchivedCards", 40, wanted),
    ]
    assert loaded(archive) == [str(place) for place in range(120)]
