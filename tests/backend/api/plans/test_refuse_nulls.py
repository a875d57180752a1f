"""Null where an object must be is not taken for one, whatever is asked of it."""

from __future__ import annotations

import pytest

from backend.api.plans.leaves import Unusual
from backend.api.plans.objects import checked_classes
from backend.api.schema import carnet_schema


@pytest.mark.parametrize("name", ["ChangeActor", "Contact", "PageInfo"])
def test_null_is_no_object_even_where_nothing_of_it_is_read(name: str):
    known, check = checked_classes(carnet_schema()._schema.type_map[name])  # type: ignore[arg-type]
    with pytest.raises(Unusual):
        check(None)
    assert type(None) not in known
