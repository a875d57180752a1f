"""What a column becomes is a value that is kept as a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.rows import FieldRow
from backend.imports.errors import TargetInvalid
from backend.imports.mapping import plan_columns
from backend.imports.targets import (
    CHOICES,
    KINDS,
    SKIP,
    CustomTarget,
    NewFieldTarget,
    StandardTarget,
    Target,
    kinds_of,
    parse_target,
)
from backend.imports.vocabulary import Field
from tests.backend.imports.headers import CARNET, GOOGLE, ITALIAN_OUTLOOK

NUMBERS = st.integers(1, 9999)
TARGETS = st.one_of(
    st.just(SKIP),
    st.builds(
        StandardTarget,
        st.sampled_from(CHOICES),
        st.none() | st.sampled_from(KINDS),
        NUMBERS,
        NUMBERS,
    ),
    st.builds(CustomTarget, st.integers(1, 10**12)),
    st.builds(
        NewFieldTarget, st.sampled_from(CustomFieldKind), st.text(min_size=1).filter(str.strip)
    ),
)


@given(TARGETS)
def test_the_text_of_a_target_is_read_back(target: Target) -> None:
    assert parse_target(target.key) == target


@pytest.mark.parametrize(
    ("key", "target"),
    [
        ("skip", SKIP),
        ("email", StandardTarget(Field.EMAIL)),
        ("email:work", StandardTarget(Field.EMAIL, "work")),
        ("street::2", StandardTarget(Field.STREET, None, 2)),
        ("extended:home:1:2", StandardTarget(Field.EXTENDED, "home", 1, 2)),
        ("extended:home::2", None),
        ("new:date:Renewal: the next", NewFieldTarget(CustomFieldKind.DATE, "Renewal: the next")),
        ("new:colour:Renewal", None),
        ("new:date: ", None),
        ("custom:x", None),
        ("name", None),
        ("email:nowhere", None),
        ("", None),
    ],
)
def test_texts_are_short_and_others_are_refused(key: str, target: Target | None) -> None:
    if target is None:
        with pytest.raises(TargetInvalid):
            parse_target(key)
    else:
        assert (parse_target(key), target.key) == (target, key)


@pytest.mark.parametrize("header", [CARNET, GOOGLE, ITALIAN_OUTLOOK])
def test_choosing_what_was_guessed_changes_nothing(header: list[str]) -> None:
    guessed = plan_columns(header)
    assert all(column.is_guess for column in guessed.columns)
    keys = [column.target.key for column in guessed.columns]
    chosen = plan_columns(header, {n: parse_target(key) for n, key in enumerate(keys)})
    assert not any(column.is_guess for column in chosen.columns)
    for name in ("single", "emails", "phones", "addresses", "customs", "used"):
        assert getattr(chosen, name) == getattr(guessed, name)


def test_every_kind_of_a_field_can_be_said() -> None:
    assert {kind for field in Field for kind in kinds_of(field)} == set(KINDS)
    assert kinds_of(Field.COMPANY) == ()


def field(key: int, name: str, kind: CustomFieldKind) -> FieldRow:
    return FieldRow(key, name, kind, key, 1, 0, 0)


def test_finds_the_fields_of_our_own_export_by_name_and_type() -> None:
    fields = [
        field(1, "Renewal", CustomFieldKind.DATE),
        field(2, "Budget", CustomFieldKind.TEXT),
        field(3, "Size (number)", CustomFieldKind.NUMBER),
        field(4, "Size", CustomFieldKind.TEXT),
    ]
    header = [
        "Custom field (date): RENEWAL",
        "Custom field (number): Budget",
        "Custom field (number): Size",
        "Custom field (url): Site",
        "budget",
        "Nothing",
    ]
    plan = plan_columns(header, fields=fields)
    assert [column.target.key for column in plan.columns] == [
        "custom:1",
        "new:number:Budget (number)",
        "custom:3",
        "new:url:Site",
        "custom:2",
        "skip",
    ]
    assert [columns.name for columns in plan.new_fields] == ["Budget (number)", "Site"]


def test_a_new_field_is_the_one_that_is_there_by_now_and_a_lost_one_is_guessed_again() -> None:
    fields = [field(1, "Renewal", CustomFieldKind.DATE)]
    choices: dict[int, Target] = {
        0: NewFieldTarget(CustomFieldKind.DATE, "renewal"),
        1: CustomTarget(9),
        7: SKIP,
    }
    plan = plan_columns(["A", "E-mail"], choices, fields)
    assert [(column.target.key, column.is_guess) for column in plan.columns] == [
        ("custom:1", False),
        ("email", True),
    ]
