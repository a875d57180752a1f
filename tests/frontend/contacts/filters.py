"""Filters of any shape, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from frontend.pages.contact_filters.conditions import Condition, Group, Part, tidied
from frontend.pages.contact_filters.fields import (
    CUSTOM_KINDS,
    HEALTH,
    KINDS,
    STATUSES,
    Shape,
    is_possible,
    kind_of,
    operators_of,
)

ids = st.sampled_from(["TGFiZWw6MQ==", "TGFiZWw6MTI=", "Q3VzdG9tRmllbGQ6Mw=="])
texts = st.text(min_size=1, max_size=12) | st.sampled_from(["a,b", "a;b", "all(x)", "!", "a.b:c"])
days = st.dates().map(str)
numbers = st.decimals(-(10**14), 10**14, places=2).map(str)
spans = st.integers(1, 36_500).map(lambda count: f"{count}d")
own_fields = st.builds("{}:{}".format, st.sampled_from(CUSTOM_KINDS), ids)
fields = st.sampled_from(sorted(KINDS)) | own_fields

_CHOICES = {
    "statuses": st.sampled_from(STATUSES),
    "health": st.sampled_from(HEALTH),
    "country": st.sampled_from(["FR", "IT", "AQ"]),
}
_VALUES: dict[Shape, st.SearchStrategy[str]] = {
    "text": texts,
    "number": numbers,
    "numbers": numbers,
    "day": days,
    "days": days,
    "span": spans,
}


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    """Return anything that can be asked of any field."""
    field = draw(fields)
    operator, shape = draw(st.sampled_from(sorted(operators_of(field).items())))
    count = {"nothing": 0, "numbers": 2, "days": 2}.get(shape, 1)
    if shape in ("choices", "choice"):
        offered = _CHOICES.get(kind_of(field) or "", ids)
        most = 1 if shape == "choice" else 3
        values = draw(st.lists(offered, min_size=1, max_size=most, unique=True))
    else:
        values = [draw(_VALUES[shape]) for _ in range(count)]
    return Condition(field, operator, tuple(values))


def _groups(parts: st.SearchStrategy[Part]) -> st.SearchStrategy[Part]:
    return st.builds(
        Group, st.sampled_from(["all", "any", "none"]), st.lists(parts, max_size=3).map(tuple)
    )


possible = conditions().filter(is_possible)
parts: st.SearchStrategy[Part] = st.recursive(possible, _groups, max_leaves=8)
groups = st.builds(
    Group, st.sampled_from(["all", "any"]), st.lists(parts, max_size=4).map(tuple)
).map(tidied)
"""Filters as the bar holds them."""
