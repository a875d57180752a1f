"""All that can happen to a contact has words of its own, also where old facts say less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import UTC, datetime
from itertools import combinations, product
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from backend.api.schema import carnet_schema
from backend.core.change_log import Change, Fact
from backend.core.graphql.enums import constant_name
from backend.timeline.rows import Called, EntryRow
from backend.timeline.topics import told_facts, topics
from frontend.locale import LOCALES, in_locale
from frontend.pages.contact.parts import contact_parts
from frontend.pages.contact_timeline.entry import said

assert callable(carnet_schema), "importing it loads every domain, and with it every fact"
TOLD = {kind: topic for topic, kinds in topics().items() for kind in kinds}
FACTS: dict[str, type[Fact]] = {fact.kind: fact for fact in told_facts()}
_APART = {"contact_id", "subject_id"}
_EDITS: dict[str, list[dict[str, Any]]] = {
    "title": [{"title": "Call"}, {"title": "Call Anna"}],
    "due": [{"due": None}, {"due": "2026-11-27"}],
    "remindAt": [{"remindAt": None}, {"remindAt": "2026-11-27T09:00:00+00:00"}],
    "assignee": [{"assignee": "Ada"}, {"assignee": None}],
}
_CHANGES = {
    "attachment.renamed": [{"field": "name", "before": ["a.pdf"], "after": ["b.pdf"]}],
    "project.status_changed": [{"field": "status", "before": ["new"], "after": ["won"]}],
}
_ONE_CHANGE = [{"field": "company", "before": ["Looms"], "after": ["Engines"]}]


@pytest.mark.parametrize("kind", sorted(TOLD))
def test_every_kind_has_words_of_its_own(kind: str) -> None:
    story = contact_parts().story_of(constant_name(TOLD[kind]))
    assert story is not None
    assert kind in story.words


def test_words_are_of_kinds_that_there_are_and_everything_can_be_chosen() -> None:
    stories = contact_parts().stories
    assert {kind for story in stories for kind in story.words} == set(TOLD)
    chosen = [topic for story in stories for topic in story.topics]
    assert sorted(chosen) == sorted(constant_name(topic) for topic in topics())


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", sorted(FACTS))
def test_facts_that_say_less_still_read_well(kind: str, locale: str) -> None:
    sentences = set()
    with in_locale(locale):
        for payload in _payloads(FACTS[kind]):
            story = contact_parts().story_of(constant_name(TOLD[kind]))
            sentences.add(said(_entry(kind, payload), story))
    for sentence in sentences:
        assert sentence == sentence.strip() != ""
        assert not [odd for odd in ("None", "{", "}", "  ", kind, "“”", "«»") if odd in sentence]


def _entry(kind: str, payload: dict[str, Any]) -> dict[str, Any]:
    """Return what the API says of a fact."""
    at = datetime(2026, 11, 22, 10, tzinfo=UTC)
    change = Change(1, 2, at, "user", 3, "Ada", kind, TOLD[kind], 4, payload, "request")
    row = EntryRow(change, Called())
    shown = {name: getattr(row, name) for name in ("kind", "title", "excerpt", "payload")}
    changes, topic = [asdict(each) for each in row.changes], constant_name(row.topic)
    return {**shown, "topic": topic, "actor": {"kind": "user", "name": "Ada"}, "changes": changes}


def _payloads(fact: type[Fact]) -> Iterator[dict[str, Any]]:
    """Yield payloads of a kind with fields left out, empty or filled, any two in every way."""
    hints = get_type_hints(fact)
    names = [field.name for field in fields(fact) if field.name not in _APART]
    choices = [list(_values(fact.kind, name, hints[name])) for name in names]
    for values in _combined(choices):
        yield {name: value[0] for name, value in zip(names, values, strict=True) if value}
    for field, (before, after) in _EDITS.items() if fact.kind == "task.updated" else ():
        for one, other in ((before, after), (after, before)):
            yield {"title": "Call", "fields": [field], "before": one, "after": other}


def _combined(choices: list[list[tuple[Any, ...]]]) -> Iterator[tuple[tuple[Any, ...], ...]]:
    """Yield one value of each choice: all pairs among only filled and only absent others.

    Every combination would be tens of thousands for a fact of ten fields.
    """
    for others in ([values[-1] for values in choices], [values[0] for values in choices]):
        yield tuple(others)
        for first, second in combinations(range(len(choices)), 2):
            for pair in product(choices[first], choices[second]):
                combined = list(others)
                combined[first], combined[second] = pair
                yield tuple(combined)


def _values(kind: str, name: str, hint: Any) -> Iterator[tuple[Any, ...]]:
    """Yield what a field may hold in tuples of one, and an empty tuple for its absence."""
    yield ()
    options = get_args(hint) if type(None) in get_args(hint) else (hint,)
    for option in options:
        plain = get_origin(option) or option
        if option is type(None):
            yield (None,)
        elif plain is str:
            yield from (("",), (_TEXTS.get(name, "words"),))
        elif name == "changes":
            yield from (([],), (_CHANGES.get(kind, _ONE_CHANGE),))
        elif plain is list:
            yield from (([],), (["company"],))
        elif plain is dict:
            yield ({},)
        else:
            yield (plain(7),)


_TEXTS = {
    "currency": "EUR",
    "day": "2026-11-27",
    "due": "2026-11-27",
    "message_kind": "bounce",
    "next_date": "2026-11-27",
    "note_kind": "call",
}
