"""A filter in the URL, for the API and in words."""

from __future__ import annotations

import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontend.locale import LOCALES, in_locale
from frontend.pages.contact_filters.address import Unreadable, read_filter, write_filter
from frontend.pages.contact_filters.argument import argument_of
from frontend.pages.contact_filters.conditions import (
    EVERYBODY,
    Condition,
    Group,
    Match,
    Opaque,
    Part,
    conditions_of,
    tidied,
)
from frontend.pages.contact_filters.fields import LONGEST_TEXT, is_possible
from frontend.pages.contact_filters.names import Names
from frontend.pages.contact_filters.reading import group_of
from frontend.pages.contact_filters.words import sentence, words_of
from tests.frontend.contacts.filters import groups, possible

STUDIO = Condition("company", "contains", ("studio",))
NO_PHONE = Condition("phone", "missing")
NAMES = Names.of(
    labels=[{"id": "a=", "name": "client"}, {"id": "b=", "name": "vip"}],
    fields=[
        {"id": "d=", "name": "Renewal date", "kind": "DATE"},
        {"id": "n=", "name": "Budget", "kind": "NUMBER"},
    ],
    segments=[{"id": "s=", "name": "Our best"}],
)


@given(groups)
def test_a_filter_is_read_back_from_its_address(group: Group) -> None:
    assert read_filter(write_filter(group)) == group


@given(groups)
def test_a_filter_is_read_back_from_what_the_api_was_given(group: Group) -> None:
    sent = argument_of(group)
    read = group_of(sent)
    assert "raw:" not in write_filter(read)
    for seed in range(4):
        assert _chooses(argument_of(read), seed) == _chooses(sent, seed)


@given(possible)
def test_a_condition_is_sent_as_it_was_read(condition: Condition) -> None:
    sent = argument_of(condition)
    assert argument_of(group_of(sent)) == sent


_NEGATIVE = {"noneOf": "anyOf", "isNot": "is"}


def _chooses(filter: Any, seed: int) -> bool:
    """Evaluate a filter of the API in which the truth of a question follows from its words."""
    ((name, value),) = filter.items()
    if name in ("and", "or"):
        return (all if name == "and" else any)(_chooses(part, seed) for part in value)
    if name == "not":
        return not _chooses(value, seed)
    if name == "lacks":
        return not _chooses({"has": value}, seed)
    said, asked = next(iter(value.items())) if isinstance(value, dict) else ("", value)
    if said == "isEmpty" and asked:
        return not _chooses({name: {"isEmpty": False}}, seed)
    if said in _NEGATIVE:
        return not _chooses({name: {_NEGATIVE[said]: asked}}, seed)
    if name == "custom" and value["is"] == {"has": False}:
        return not _chooses({name: {**value, "is": {"has": True}}}, seed)
    return bool(zlib.crc32(repr((name, value)).encode()) >> seed & 1)


@given(groups)
def test_tidying_changes_no_meaning(group: Group) -> None:
    assert tidied(group) == group
    for truth in (0, 1, 2, 5):
        assert _holds(group, truth) == _holds(Group("all", (group,)), truth)
        assert _holds(tidied(Group("none", (Group("all", (group,)),))), truth) != _holds(
            group, truth
        )


def _holds(part: Part, truth: int) -> bool:
    """Evaluate a filter in which a condition's truth follows from its words."""
    if not isinstance(part, Group):
        return bool(len(str(part)) >> truth & 1)
    held = [_holds(inner, truth) for inner in part.parts]
    return {"all": all(held), "any": any(held), "none": not any(held)}[part.match]


def test_simple_filters_have_short_addresses() -> None:
    assert write_filter(EVERYBODY) == ""
    assert write_filter(Group("all", (STUDIO, NO_PHONE))) == "company.contains:studio;phone.missing"
    assert write_filter(Group("any", (STUDIO, NO_PHONE))).startswith("any(company")
    comma = Condition("company", "is", ("a,b;c",))
    assert write_filter(Group("all", (comma,))) == "company.is:a!,b!;c"


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "company",
        "company.",
        "company.contains",
        "company.contains:",
        "company.contains:a,b",
        "company.sings:a",
        "planet.is:a",
        "created.on:yesterday",
        "created.on:2026-02-30",
        "created.last:0d",
        "created.last:99999d",
        "number:Q3V=.least:many",
        "number:Q3V=.least:NaN",
        "number:Q3V=.missing:1",
        "subscription.is:MAYBE",
        "country.is:France",
        "label.any",
        "label.any:a=,a=",
        "any(company.is:a",
        "company.is:a)",
        "company.is:a;",
        "any(" * 40 + "company.is:a" + ")" * 40,
        "company.is:" + "x" * (LONGEST_TEXT + 1),
        "company.is:a;" * 400 + "company.is:a",
    ],
)
def test_garbage_is_no_filter(text: str) -> None:
    with pytest.raises(Unreadable):
        read_filter(text)


@given(st.text(alphabet="any(all).;:!,company.istext:Q=", max_size=60))
def test_any_text_is_a_filter_or_is_refused(text: str) -> None:
    try:
        group = read_filter(text)
    except Unreadable:
        return
    assert all(is_possible(condition) for condition in conditions_of(group))
    assert read_filter(write_filter(group)) == group


@pytest.mark.parametrize(
    ("condition", "argument"),
    [
        (STUDIO, {"company": {"contains": "studio"}}),
        (NO_PHONE, {"phone": {"isEmpty": True}}),
        (Condition("company", "lacks", ("x",)), {"not": {"company": {"contains": "x"}}}),
        (Condition("label", "none", ("a=", "b=")), {"labels": {"noneOf": ["a=", "b="]}}),
        (Condition("created", "last", ("30d",)), {"created": {"inLastDays": 30}}),
        (
            Condition("activity", "until", ("2026-01-31",)),
            {"lastActivity": {"between": {"to": "2026-01-31"}}},
        ),
        (
            Condition("date:d=", "next", ("7d",)),
            {"custom": {"fieldId": "d=", "is": {"inNextDays": 7}}},
        ),
        (
            Condition("number:n=", "between", ("1", "2.5")),
            {"custom": {"fieldId": "n=", "is": {"number": {"from": "1", "to": "2.5"}}}},
        ),
        (
            Condition("url:u=", "differs", ("example.org",)),
            {"not": {"custom": {"fieldId": "u=", "is": {"url": "example.org"}}}},
        ),
        (Condition("country", "differs", ("FR",)), {"country": {"noneOf": ["FR"]}}),
        (Condition("photo", "missing"), {"lacks": "PHOTO"}),
        (Condition("health", "is", ("BOUNCED",)), {"deliverability": ["BOUNCED"]}),
    ],
)
def test_a_condition_is_asked_of_the_api(condition: Condition, argument: dict[str, Any]) -> None:
    assert argument_of(condition) == argument
    assert group_of(argument) == Group("all", (condition,))


def test_what_the_bar_has_no_words_for_is_kept_as_it_is() -> None:
    strange = {"and": [{"company": {"contains": "studio"}}, {"planet": {"is": "Mars"}}]}
    group = group_of(strange)
    assert group.parts == (STUDIO, Opaque('{"planet":{"is":"Mars"}}'))
    assert argument_of(group) == strange
    assert read_filter(write_filter(group)) == group
    assert "planet" in sentence(group, NAMES)


def test_what_has_no_value_takes_the_type_of_its_field() -> None:
    read = group_of({"custom": {"fieldId": "d=", "is": {"has": False}}})
    assert read.parts == (Condition("text:d=", "missing"),)
    assert NAMES.typed(read).parts == (Condition("date:d=", "missing"),)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (STUDIO, "Company contains studio"),
        (NO_PHONE, "Has no phone"),
        (Condition("label", "any", ("a=",)), "Label is client"),
        (Condition("label", "none", ("a=", "b=")), "Label is none of client, vip"),
        (Condition("label", "all", ("gone",)), "Label is a deleted label"),
        (Condition("date:d=", "last", ("30d",)), "Renewal date is in the last 30 days"),
        (Condition("date:d=", "missing"), "Renewal date is empty"),
        (
            Condition("created", "between", ("2026-01-01", "2026-12-31")),
            "Date created is in 2026",
        ),
        (
            Condition("created", "between", ("2026-02-01", "2026-02-28")),
            "Date created is in February 2026",
        ),
        (
            Condition("activity", "between", ("2026-02-01", "2026-02-03")),
            "Last activity is between Feb 1, 2026 and Feb 3, 2026",
        ),
        (Condition("activity", "older", ("90d",)), "Last activity is more than 90 days ago"),
        (Condition("number:n=", "least", ("1250.5",)), "Budget is at least 1,250.5"),
        (Condition("country", "is", ("FR", "IT")), "Country is any of France, Italy"),
        (Condition("subscription", "is", ("SUBSCRIBED",)), "Subscription is Subscribed"),
        (Condition("health", "is", ("BOUNCED", "INACTIVE")), "Bounced or Inactive"),
        (Condition("segment", "is", ("s=",)), "Saved filter Our best"),
    ],
)
def test_a_condition_reads_as_words(condition: Condition, words: str) -> None:
    assert str(words_of(condition, NAMES)) == words


@pytest.mark.parametrize(
    ("match", "words"),
    [
        ("all", "Company contains studio and Has no phone"),
        ("any", "Company contains studio or Has no phone"),
        ("none", "not (Company contains studio or Has no phone)"),
    ],
)
def test_a_group_reads_as_a_sentence(match: Match, words: str) -> None:
    assert sentence(Group(match, (STUDIO, NO_PHONE)), NAMES) == words


def test_groups_within_a_sentence_are_bracketed() -> None:
    group = Group("all", (STUDIO, Group("any", (NO_PHONE, Condition("email", "has")))))
    assert sentence(group, NAMES) == "Company contains studio and (Has no phone or Has an e-mail)"


@pytest.mark.parametrize("locale", LOCALES)
@given(condition=possible)
def test_every_condition_has_words_in_every_language(locale: str, condition: Condition) -> None:
    with in_locale(locale):
        words = str(words_of(condition, NAMES))
    assert words.strip()
    assert "{" not in words.replace("".join(condition.values), "")
