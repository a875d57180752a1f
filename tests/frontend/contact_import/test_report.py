"""What the report of an import leads to."""

from __future__ import annotations

from typing import Any

from frontend.fragments import wire_model
from frontend.location import Location
from frontend.pages.contact_import.report import result_url
from frontend.pages.contact_import.undoing import UndoPlan
from frontend.pages.contacts_grid.listing import Listing
from tests.frontend.contact_import.columns import columns, target

STARTED = "2026-11-22T10:00:00+00:00"


def done(
    *targets: dict[str, Any], finished: str = STARTED, labels: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return a finished import."""
    return {
        "columns": columns(*targets),
        "options": {"labels": [{"id": each} for each in labels]},
        "jobId": None,
        "startedAt": STARTED,
        "finishedAt": finished,
    }


def listing(found: dict[str, Any]) -> Listing:
    return Listing.parse(Location.parse(result_url(found)).query)


def test_an_import_leads_to_just_those_whom_it_brought() -> None:
    found = {**done(labels=("TGFi",)), "jobId": "Sm9iOjc="}
    assert listing(found).filter() == {"job": "Sm9iOjc="}


def test_one_that_is_forgotten_leads_by_its_label() -> None:
    assert listing(done(labels=("TGFi", "x"))).filter() == {"labels": {"allOf": ["TGFi"]}}


def test_without_a_label_the_day_does() -> None:
    assert Location.parse(result_url(done())).query == {
        "sort": "-created",
        "where": "created.on:2026-11-22",
    }
    assert listing(done()).is_filtered


def test_an_import_over_midnight_has_two_days() -> None:
    late = done(finished="2026-11-23T00:10:00+00:00")
    assert "between:2026-11-22,2026-11-23" in Location.parse(result_url(late)).query["where"]


def test_contacts_that_bring_the_day_of_their_making_are_not_looked_for_by_it() -> None:
    assert not listing(done(target("CREATED"))).is_filtered


def test_an_undo_counts_those_who_go_back_apart_from_those_who_stay() -> None:
    kept = [{"id": "Q29udGFjdDox", "name": "Anna"}]
    said = str(wire_model(UndoPlan({"contactCount": 3, "kept": kept, "keptCount": 1})))
    assert "2 contacts go back" in said
    assert "1 contact was changed" in said
    everybody = str(wire_model(UndoPlan({"contactCount": 1, "kept": kept, "keptCount": 1})))
    assert "goes back" not in everybody
