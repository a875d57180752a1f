"""A contact's story in words, and the entries as a window keeps them."""

from __future__ import annotations

from typing import Any

import pytest

from frontend.client import Client, Result
from frontend.locale import in_locale
from frontend.location import Location
from frontend.pages.contact.parts import contact_parts
from frontend.pages.contact_timeline.entry import said
from frontend.pages.contact_timeline.field_changes import lines_of
from frontend.pages.contact_timeline.timeline import Timeline
from frontend.session import Session
from frontend.store import Store
from tests.frontend.answering import Api


def change(field: str, before: list[str], after: list[str], **more: Any) -> dict[str, Any]:
    return {"field": field, "name": None, "type": None, "before": before, "after": after, **more}


def entry(kind: str, *changes: dict[str, Any], number: int = 1, **payload: Any) -> dict[str, Any]:
    return {
        "cursor": f"c{number}",
        "at": f"2026-11-{22 - number // 10}T10:00:00+00:00",
        "kind": kind,
        "topic": "CONTACT",
        "actor": {"kind": "user", "name": "Ada"},
        "title": None,
        "excerpt": None,
        "changes": list(changes),
        "payload": payload,
    }


def told(locale: str, kind: str, *changes: dict[str, Any], **payload: Any) -> str:
    with in_locale(locale):
        return said(entry(kind, *changes, **payload), contact_parts().story_of("CONTACT"))


COMPANY = change("company", ["Looms"], ["Engines"])


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "Ada changed the company from “Looms” to “Engines”"),
        (
            "fr",
            "Ada a changé l’entreprise\u00a0: «\u00a0Looms\u00a0» est devenu «\u00a0Engines\u00a0»",
        ),
        ("it", "Ada ha cambiato l’azienda: da «Looms» a «Engines»"),
    ],
)
def test_a_change_says_who_what_from_what_to_what(locale: str, words: str) -> None:
    assert told(locale, "contact.updated", COMPANY) == words


def test_an_address_that_bounces_is_no_change_of_the_address() -> None:
    came_back = entry("contact.updated", change("emails", [], []))
    came_back["actor"] = {"kind": "system", "name": "Carnet"}
    with in_locale("en"):
        words = said(came_back, contact_parts().story_of("CONTACT"))
    assert words == "E-mails to an address of this contact come back"


def test_every_way_a_field_changes_has_its_sentence() -> None:
    def updated(*changes: dict[str, Any]) -> str:
        return told("en", "contact.updated", *changes)

    assert updated(change("phones", [], ["06 12"])) == "Ada added the phone “06 12”"
    assert updated(change("position", ["Owner"], [])) == "Ada removed the position “Owner”"
    assert updated(change("photo", [], [])) == "Ada changed the photo"
    status = change("emailStatus", ["subscribed"], ["unsubscribed"], name="a@example.org")
    assert updated(status) == (
        "Ada changed the subscription of a@example.org from “Subscribed” to “Unsubscribed”"
    )
    born = change("customValue", [], ["1815-12-10"], name="Birthday", type="DATE")
    assert updated(born) == "Ada added “Birthday” “Dec 10, 1815”"
    odd = change("customValue", [], ["many…"], name="Rooms", type="NUMBER")
    assert "many…" in updated(odd)
    labels = change("labels", [], ["client", "vip"])
    assert told("en", "contact.labelled", labels) == "Ada put on the labels client, vip"
    assert updated() == "Ada changed the contact"
    assert told("en", "contact.merged", name="A. Byron") == "Ada merged A. Byron into this contact"
    assert "contact.sung" in told("en", "contact.sung")


def test_several_changes_have_a_line_each() -> None:
    with in_locale("fr"):
        lines = lines_of([COMPANY, change("customValue", [], ["3.5"], name="Taux", type="NUMBER")])
    assert lines == [("Entreprise", "Looms", "Engines"), ("Taux", "", "3,5")]
    assert lines_of([COMPANY]) == []


async def test_older_entries_come_behind_and_news_before_each_once_under_its_day() -> None:
    api = Api()
    numbers = list(range(1, 25))

    def answer(variables: dict[str, Any]) -> Result:
        start = int(variables["after"][1:]) if variables["after"] else 0
        page = [n for n in numbers if n > start][:12]
        edges = [{"node": entry("contact.updated", number=n)} for n in page]
        info = {"hasNextPage": page[-1] < numbers[-1], "endCursor": f"c{page[-1]}"}
        found = {"pageInfo": info, "edges": edges}
        return {"data": {"viewer": {"cursor": "now"}, "contactTimeline": found}}

    api.answers["ListTimeline"] = answer
    session = Session(Client({}, api.execute, api.subscribe), Store(Location()))  # type: ignore[arg-type]
    timeline = Timeline(session, "k1", "")
    await timeline.begin()
    await timeline.read_older()
    await timeline.read_older()
    assert len(api.asked) == 2
    news = [entry("contact.updated", number=0), entry("contact.updated", number=1)]
    await timeline.follow({"reset": False, "entries": news})
    shown = timeline.shown.value
    assert shown is not None
    assert [row.cursor for row in shown.rows] == [f"c{n}" for n in range(25)]
    keys = [each.key for each in shown.fragments()]
    assert [key for key in keys if key and key.startswith("day")] == [
        "day-2026-11-22",
        "day-2026-11-21",
        "day-2026-11-20",
    ]
    assert len(set(keys)) == len(keys)
