"""Values of any JSON: what they may be."""

from __future__ import annotations

import pytest
from graphql import GraphQLError

from backend.core.graphql.scalars import parse_json


@pytest.mark.parametrize("value", [float("inf"), {"width": [float("-inf")]}, float("nan"), 2**70])
def test_a_number_that_json_has_not_is_refused(value: object) -> None:
    with pytest.raises(GraphQLError, match="cannot represent"):
        parse_json(value)


@pytest.mark.parametrize("value", [None, 0.1, "é", {"a": [1, True, {}]}, 2**63 - 1])
def test_what_is_json_is_kept_as_it_is(value: object) -> None:
    assert parse_json(value) == value
