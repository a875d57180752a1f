"""What a list asks for, held against what the account has, at the entry of every read of it."""

from __future__ import annotations

from backend.contacts.filters import ContactFilter, check_filter, custom_ranges
from backend.contacts.sorting import ContactSort
from backend.core.errors import NotFound
from backend.core.permissions import Actor
from backend.custom_fields.errors import ValueOfOtherKind
from backend.custom_fields.service import fields_by_id


async def check_list(actor: Actor, chosen: ContactFilter, sort: ContactSort | None = None) -> None:
    """Refuse a filter or a sort that the account cannot mean, or that costs too much.

    Raises:
        NotFound: a custom field that the account has not.
        ValueOfOtherKind: a condition for another type of field.
        FilterTooComplex, TooLong: see ``filters.check_filter``.
        Forbidden
    """
    check_filter(chosen)
    asked = list(custom_ranges(chosen))
    sorted_by = sort.custom_field if sort else None
    wanted = {part.field_id for part in asked} | ({sorted_by} if sorted_by is not None else set())
    if not wanted:
        return
    known = await fields_by_id(actor, wanted)
    if sorted_by is not None and sorted_by not in known:
        raise NotFound(("sort", "customFieldId"))
    for part in asked:
        field = known.get(part.field_id)
        if field is None:
            raise NotFound(("filter", "custom", "fieldId"))
        if part.kind not in (None, field.kind):
            raise ValueOfOtherKind(("filter", "custom", "is"), field=field.name, kind=field.kind)
