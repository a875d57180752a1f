"""No custom field may be called what the interface calls a standard one, in any language."""

from __future__ import annotations

import pytest

from backend.custom_fields.names import is_reserved
from frontend.locale import LOCALES, in_locale
from frontend.pages.contact_parts.words import field_label
from frontend.pages.contacts_grid.columns import COLUMNS

FIELDS = ("givenName", "familyName", "company", "position", "emails", "phones", "addresses")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_name_of_a_standard_field_is_reserved(locale: str) -> None:
    with in_locale(locale):
        shown = [column.label() for column in COLUMNS]
        shown += [field_label(name) for name in (*FIELDS, "labels", "photo")]
    assert [name for name in shown if not is_reserved(name)] == []
