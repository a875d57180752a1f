"""The lists of documents: what the URL asks for, the usual periods, what states are called."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from frontend.pages.documents.chart import main_currency
from frontend.pages.documents.filters import DocumentFilter
from frontend.pages.documents.periods import period_words, usual_periods
from frontend.pages.documents.state import DocumentList, Shown
from frontend.pages.documents.words import name_of, status_color, status_words
from frontend.pages.recurring.words import outcome_words


def filter_of(of_quotes=False, **query):
    return DocumentFilter.of(query, of_quotes=of_quotes)


def test_the_url_says_what_is_asked_and_nonsense_is_left_out():
    shown = DocumentFilter.of(
        {"q": " studio ", "state": "overdue", "from": "2026-11-01", "to": "31 February"},
        of_quotes=False,
    )
    assert shown.argument() == {
        "kinds": ["INVOICE", "CREDIT_NOTE"],
        "overdue": True,
        "search": "studio",
        "issuedFrom": "2026-11-01",
    }
    assert filter_of(state="credit").argument() == {"kinds": ["CREDIT_NOTE"]}
    assert filter_of(state="expired").is_empty  # no invoice ever is
    quotes = filter_of(of_quotes=True, state="expired", client="a")
    assert quotes.argument() == {
        "kinds": ["QUOTE"], "statuses": ["EXPIRED"], "contactId": "a",
    }  # fmt: skip
    assert DocumentFilter(of_all_kinds=True, client="a").argument() == {"contactId": "a"}


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (
            date(2026, 1, 31),
            {
                "month": ("2026-01-01", "2026-01-31"),
                "last-month": ("2025-12-01", "2025-12-31"),
                "quarter": ("2026-01-01", "2026-03-31"),
                "last-quarter": ("2025-10-01", "2025-12-31"),
                "year": ("2026-01-01", "2026-12-31"),
                "last-year": ("2025-01-01", "2025-12-31"),
            },
        ),
        (
            date(2028, 5, 31),
            {
                "month": ("2028-05-01", "2028-05-31"),
                "last-month": ("2028-04-01", "2028-04-30"),
                "quarter": ("2028-04-01", "2028-06-30"),
                "last-quarter": ("2028-01-01", "2028-03-31"),
                "year": ("2028-01-01", "2028-12-31"),
                "last-year": ("2027-01-01", "2027-12-31"),
            },
        ),
    ],
)
def test_usual_periods_are_whole_months_quarters_and_years(today, expected):
    found = {
        each.id: (each.first.isoformat(), each.last.isoformat()) for each in usual_periods(today)
    }
    assert found == expected
    assert period_words("2026-02-01", "2026-02-28", date(2026, 2, 9)) == "February 2026"
    assert period_words("", "2026-02-28", today) == "to Feb 28, 2026"
    assert period_words("", "", today) == ""


def document(**values):
    said = {
        "id": "1", "version": 1, "kind": "INVOICE", "status": "ISSUED", "isOverdue": False,
        "number": "F1", "total": {"minor": 100}, "credited": {"minor": 0},
    }  # fmt: skip
    return {**said, **values}


def test_states_are_called_by_what_is_to_be_done():
    assert status_words(document()) == "To pay"
    assert status_words(document(kind="QUOTE")) == "Waiting"
    late = document(status="PARTLY_PAID", isOverdue=True)
    assert (status_words(late), status_color(late)) == ("Overdue", "RED")
    assert status_words(document(status="PAID", credited={"minor": 100})) == "Credited"
    assert status_words(document(status="PAID", credited={"minor": 40})) == "Paid"
    assert name_of(document()) == "Invoice F1"
    assert name_of(document(number=None, kind="QUOTE")) == "Draft of a quote"


def test_the_chart_is_of_the_currency_with_the_most_money():
    def month(currency, invoiced, paid):
        return {"currency": currency, "invoiced": {"minor": invoiced}, "paid": {"minor": paid}}

    assert main_currency([month("USD", 100, 0), month("EUR", 10, 900)]) == "EUR"


async def test_a_change_of_a_shown_document_needs_no_reading():
    asked = []

    async def run(operation, variables):
        asked.append(variables)
        edges = [{"node": document(id="1")}, {"node": document(id="2")}]
        page = {"edges": edges, "totalCount": 2, "pageInfo": {"hasNextPage": False}}
        return {"viewer": {"cursor": "c"}, "billingDocuments": page}

    session = SimpleNamespace(client=SimpleNamespace(run=run))
    documents = DocumentList(session, DocumentFilter())  # type: ignore[arg-type]
    await documents.read()
    paid = document(id="2", status="PAID")
    await documents.follow({"reset": False, "changed": [paid], "gone": ["9"], "cursor": "d"})
    shown = documents.shown.value
    assert isinstance(shown, Shown)
    assert [each["status"] for each in shown.documents] == ["ISSUED", "PAID"]
    assert len(asked) == 1
    await documents.follow({"reset": False, "changed": [], "gone": ["2"], "cursor": "e"})
    assert len(asked) == 2
    assert documents.news.value == 2


@pytest.mark.parametrize(
    "problem", ["REQUIRED", "SELLER_INCOMPLETE", "BUYER_INCOMPLETE", "EMPTY_DOCUMENT"]
)
def test_a_day_of_a_recurring_invoice_says_what_was_missing(problem: str) -> None:
    assert problem not in outcome_words({"outcome": "HELD", "problem": problem})
