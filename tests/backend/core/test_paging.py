"""Keyset cursors and page arguments: garbage is refused with a code and the argument's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.errors import InvalidCursor, InvalidId, InvalidPage
from backend.core.ids import decode_any_id, decode_id, encode_id
from backend.core.paging import PageRequest, decode_key, encode_key


@given(st.text(max_size=200), st.integers(-(2**63), 2**63 - 1))
def test_a_key_reads_back(text, number):
    text = text.encode("utf-8", "ignore").decode()
    assert decode_key(encode_key((text, number)), (str, int)) == (text, number)


@given(st.text(max_size=60))
def test_garbage_is_never_a_cursor_and_never_an_accident(garbage):
    with pytest.raises(InvalidCursor):
        decode_key(garbage, (str, str, str, int))


def test_a_cursor_of_another_sort_is_refused():
    with pytest.raises(InvalidCursor):
        decode_key(encode_key((5, 1)), (str, int))
    with pytest.raises(InvalidCursor):
        decode_key(encode_key(("a", True)), (str, int))


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ({"first": -1}, "first"),
        ({"first": 201}, "first"),
        ({"last": 1000}, "last"),
        ({"first": 1, "last": 1}, "last"),
        ({"offset": -1}, "offset"),
        ({"offset": 1, "after": "x"}, "offset"),
        ({"offset": 1, "last": 1}, "offset"),
    ],
)
def test_page_arguments_out_of_range_name_the_argument(arguments, name):
    with pytest.raises(InvalidPage) as refused:
        PageRequest.of(**arguments)
    assert refused.value.path == (name,)


@given(st.from_regex(r"[A-Z][a-zA-Z]{0,30}", fullmatch=True), st.integers(1, 2**63 - 1))
def test_an_id_reads_back(type_name, key):
    assert decode_any_id(encode_id(type_name, key)) == (type_name, key)


@given(st.text(max_size=60))
def test_garbage_is_never_an_id(garbage):
    with pytest.raises(InvalidId):
        decode_id(garbage, "Contact")


@pytest.mark.parametrize("text", ["Contact:0", "Contact:-1", "Contact:01", "Contact:1.0", ":1"])
def test_an_odd_spelling_of_a_key_is_refused(text):
    from base64 import b64encode

    with pytest.raises(InvalidId):
        decode_any_id(b64encode(text.encode()).decode())


def test_an_id_of_another_type_is_refused():
    with pytest.raises(InvalidId):
        decode_id(encode_id("Label", 1), "Contact")
