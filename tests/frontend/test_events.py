"""What handlers see of events, whatever the browser sends."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontend.events import Detail, GarbledEvent, read_event

ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False)
    | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from(("type", "key", "target", "currentTarget", "values", "detail", "button"))


@given(ANY_JSON | st.dictionaries(FIELDS, ANY_JSON))
def test_an_event_has_every_field_of_its_type_or_is_none(raw: Any) -> None:
    try:
        event = read_event(raw)
    except GarbledEvent:
        return
    assert isinstance(event["key"], str)
    assert isinstance(event["target"]["value"], str)
    assert event["currentTarget"]["checked"] in (True, False)
    assert all(isinstance(value, str) for value in event["target"]["dataset"].values())
    assert all(isinstance(value, str) for value in event["values"].values())
    assert event["button"] + 1 > event["button"] or event["button"] > 2**50


def test_what_the_browser_sends_comes_through() -> None:
    raw = {
        "type": "input",
        "key": "a",
        "ctrlKey": True,
        "target": {"id": "field-name", "value": "Ada", "dataset": {"id": "7"}},
    }
    event = read_event(raw)
    assert (event["key"], event["ctrlKey"], event["altKey"]) == ("a", True, False)
    assert event["target"]["value"] == "Ada"
    assert event["target"]["dataset"] == {"id": "7"}


@given(ANY_JSON)
def test_a_detail_is_read_field_by_field(raw: Any) -> None:
    event = {"detail": orjson.dumps(raw).decode()}
    for read in (
        lambda told: told.text("act"),
        lambda told: told.whole("first"),
        lambda told: told.number("width"),
        lambda told: told.texts("add"),
        lambda told: told.fields(str),
    ):
        try:
            read(Detail(event))
        except GarbledEvent:
            continue


@pytest.mark.parametrize("detail", ["", "{", "null", "[1]", '"text"'])
def test_a_detail_that_is_no_object_is_garbled(detail: str) -> None:
    with pytest.raises(GarbledEvent):
        Detail({"detail": detail})


def test_what_is_left_out_has_its_default() -> None:
    told = Detail({"detail": '{"id": null, "replace": true}'})
    assert told.text("id", "") == ""
    assert told.texts("add", []) == []
    assert told.flag("replace")
    assert not told.flag("anew")
