"""What was asked for is kept until the download, whatever filter it has."""

from __future__ import annotations

from typing import get_args

import pytest

from backend.contacts import filters
from backend.contacts.filters import (
    And,
    ChangedBy,
    ContactFilter,
    Countries,
    CustomContains,
    CustomRange,
    CustomText,
    DaySpan,
    Deleted,
    Delivery,
    Holds,
    Ids,
    LabelsAll,
    LabelsAny,
    LabelsNone,
    Not,
    Or,
    Phone,
    RecentDays,
    Saved,
    Search,
    Subscription,
    Text,
    TimeRange,
)
from backend.contacts.kinds import (
    ContactPart,
    Deliverability,
    SubscriptionStatus,
    TextField,
    TextTest,
    TimeField,
)
from backend.contacts.selections import SelectedFilter, SelectedIds
from backend.contacts.sorting import ContactSort, ContactSortField, SortDirection
from backend.custom_fields.kinds import CustomFieldKind
from backend.exports.options import CsvSeparator, ExportFormat, ExportOptions, options_for
from backend.exports.requests import ExportRequest, dump_request, load_request

SORT = ContactSort(ContactSortField.COMPANY, SortDirection.DESC)
OPTIONS = ExportOptions(ExportFormat.GOOGLE_CSV, CsvSeparator.TAB, True)
EVERY_PART = And(
    (
        Or((Search("é; ' \" {}"), Not(LabelsAny(frozenset((3, 1)))))),
        LabelsAll(frozenset((2,))),
        LabelsNone(frozenset()),
        Subscription(frozenset(SubscriptionStatus)),
        Deleted(False),
        Ids(frozenset((9, 10))),
        ChangedBy(5, ("filter", "job")),
        CustomRange(4, CustomFieldKind.DATE, "2026-01-01", None, ("filter", "and", "6")),
        CustomContains(4, "é"),
        CustomText(4, TextTest.CONTAINS, "É"),
        Text(TextField.POSTAL_CODE, TextTest.STARTS_WITH, "75"),
        Phone(TextTest.IS, "06 12 34 56 78"),
        Countries(frozenset(("FR", "IT"))),
        Holds(ContactPart.PHOTO, held=False),
        Delivery(Deliverability.BOUNCED),
        TimeRange(TimeField.CREATED, 0, None),
        DaySpan(TimeField.CREATED, "2026-01-01", None),
        RecentDays(TimeField.LAST_ACTIVITY, -30, 0),
        RecentDays(4, None, -31),
        Saved(7),
    )
)


@pytest.mark.parametrize("selection", [SelectedFilter(EVERY_PART), SelectedIds((3, 1, 2))])
def test_a_request_comes_back_as_it_was(selection) -> None:
    request = ExportRequest(selection, SORT, OPTIONS)
    assert load_request(dump_request(request)) == request


def test_every_part_of_the_language_is_tried_above() -> None:
    tried = {name for name in dir(filters) if f"'part':'{name}'" in _dumped()}
    assert tried == {part.__name__ for part in get_args(ContactFilter)}


def _dumped() -> str:
    return dump_request(ExportRequest(SelectedFilter(EVERY_PART), SORT, OPTIONS)).replace('"', "'")


@pytest.mark.parametrize(
    ("locale", "format", "separator", "mark"),
    [
        ("fr", ExportFormat.CARNET_CSV, CsvSeparator.SEMICOLON, True),
        ("it", ExportFormat.CARNET_CSV, CsvSeparator.SEMICOLON, True),
        ("en", ExportFormat.CARNET_CSV, CsvSeparator.COMMA, True),
        ("fr", ExportFormat.GOOGLE_CSV, CsvSeparator.COMMA, False),
        ("fr", ExportFormat.OUTLOOK_CSV, CsvSeparator.COMMA, True),
        ("fr", ExportFormat.VCARD, CsvSeparator.COMMA, False),
    ],
)
def test_what_is_not_chosen_opens_right(locale, format, separator, mark) -> None:
    assert options_for(format, locale) == ExportOptions(format, separator, mark)
