"""The sample files hold what the import understands, in every language."""

from __future__ import annotations

import pytest

from backend.imports.reader import Row
from backend.imports.source import open_source
from frontend.assets import STATIC, files
from frontend.locale import LOCALES


@pytest.mark.parametrize("locale", LOCALES)
def test_all_of_a_sample_is_understood_but_the_column_of_ones_own(locale: str) -> None:
    name = f"imports/sample.{locale}.csv"
    assert name in files()
    with open_source(STATIC / name) as source:
        rows = list(source.rows)
        header = source.plan.header
        assert source.separator == ("," if locale == "en" else ";")
        assert source.plan.ignored == (len(header) - 1,)
    assert len(rows) == 3
    assert all(isinstance(row, Row) and len(row.cells) == len(header) for row in rows)
