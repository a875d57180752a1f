"""Edits know what they started from: nobody is overwritten unawares."""

from __future__ import annotations

from typing import Any

from frontend.pages.contact_form.values import (
    blank_item,
    create_input,
    edits_of,
    errors_by_row,
    values_for_new,
    values_of,
)
from frontend.pages.contact_parts.address_edit import AddressEdit
from frontend.pages.contact_parts.edits import ItemEdit, LabelsEdit, ListEdit, TextEdit, items_of
from frontend.pages.contact_parts.saving import EditConflict


def contact(**changes: Any) -> dict[str, Any]:
    email = {"id": "e1", "address": "ada@example.org", "kind": "MAIN", "status": "SUBSCRIBED"}
    phone = {"id": "p1", "number": "06 12", "e164": None, "display": "06 12", "kind": "MOBILE"}
    return {
        "id": "c1",
        "version": 3,
        "displayName": "Ada Byron",
        "givenName": "Ada",
        "familyName": "Byron",
        "company": None,
        "position": None,
        "emails": [{**email, "statusChangedAt": None}],
        "phones": [phone],
        "addresses": [],
        "labels": [{"id": "l1", "name": "client", "color": "TEAL"}],
        **changes,
    }


def test_a_text_is_free_until_somebody_else_changed_it() -> None:
    edit = TextEdit("company", "", "Engines")
    assert edit.is_free(contact())
    assert edit.is_free(contact(company="Engines"))
    assert not edit.is_free(contact(company="Looms"))
    assert edit.rebased(contact(company="Looms")).is_free(contact(company="Looms"))
    assert edit.theirs(contact(company="Looms")) == "Looms"


def test_an_emptied_text_is_cleared() -> None:
    assert TextEdit("company", "Looms", "").input(contact()) is None


def test_an_item_is_changed_in_the_list_as_it_is_now() -> None:
    edit = ItemEdit("emails", "e1", "address", "ada@example.org", "lovelace@example.org")
    second = {"id": "e2", "address": "b@example.org", "kind": "WORK", "status": "NEVER_SUBSCRIBED"}
    grown = contact(emails=[*contact()["emails"], second])
    assert edit.is_free(grown)
    assert [item["address"] for item in edit.input(grown)] == [
        "lovelace@example.org",
        "b@example.org",
    ]
    assert edit.input(grown)[0]["id"] == "e1"


def test_an_emptied_item_goes_away_and_one_that_is_gone_is_disputed() -> None:
    edit = ItemEdit("phones", "p1", "number", "06 12", "")
    assert edit.input(contact()) == []
    assert not ItemEdit("phones", "p1", "number", "06 12", "07").is_free(contact(phones=[]))


def test_a_first_item_is_added_behind_what_came_meanwhile() -> None:
    edit = ItemEdit("phones", None, "number", "", "07 99", (("kind", "MAIN"),))
    assert edit.input(contact())[-1] == {"kind": "MAIN", "number": "07 99"}
    assert edit.is_free(contact())


def test_a_whole_list_is_disputed_when_it_changed() -> None:
    before = tuple(items_of(contact(), "emails"))
    edit = ListEdit("emails", before, ())
    assert edit.is_free(contact())
    assert not edit.is_free(contact(emails=[]))
    mine = ListEdit("emails", before, before)
    assert "id" not in mine.input(contact(emails=[]))[0]


def test_labels_of_two_people_are_joined() -> None:
    edit = LabelsEdit(frozenset({"l2"}), frozenset({"l1"}))
    theirs = contact(labels=[{"id": "l1"}, {"id": "l3"}])
    assert edit.input(theirs) == ["l2", "l3"]


def test_a_conflict_saves_what_is_free_and_what_is_kept() -> None:
    free = TextEdit("position", "", "Countess")
    lost = TextEdit("company", "", "Engines")
    kept = TextEdit("givenName", "Ada", "Augusta")
    current = contact(company="Looms", givenName="A.")
    conflict = EditConflict((free, lost, kept), current, "Ann")
    assert conflict.disputed == (lost, kept)
    settled = conflict.settled(frozenset({1}))
    assert settled == (free, kept.rebased(current))
    assert all(edit.is_free(current) for edit in settled)


def test_an_untouched_form_has_nothing_to_save() -> None:
    assert edits_of(values_of(contact()), ()) == []


def test_a_form_saves_only_what_it_changed() -> None:
    values = values_of(contact())
    values["company"] = " Engines "
    values["emails"].append({**blank_item("emails"), "address": "two@example.org"})
    values["labelIds"] = ["l1", "l2"]
    edits = {edit.field: edit for edit in edits_of(values, ())}
    assert set(edits) == {"company", "emails", "labelIds"}
    assert edits["company"].input(contact()) == "Engines"
    assert [item.get("id") for item in edits["emails"].input(contact())] == ["e1", None]
    assert edits["labelIds"].input(contact()) == ["l1", "l2"]


def test_empty_rows_are_not_told_to_the_api() -> None:
    values = values_for_new()
    values["givenName"] = " Ada "
    given = create_input(values, ())
    assert given["givenName"] == "Ada"
    assert given["emails"] == given["phones"] == given["addresses"] == []
    assert given["idempotencyKey"] == values["idempotencyKey"]


def test_a_refusal_finds_its_row_though_empty_ones_were_left_out() -> None:
    values = values_for_new()
    values["emails"] = [blank_item("emails"), {**blank_item("emails"), "address": "nope"}]
    error = {"code": "EMAIL_INVALID", "path": ["emails", "0", "address"], "parameters": []}
    elsewhere = {"code": "CONTACT_EMPTY", "path": [], "parameters": []}
    assert [e["path"] for e in errors_by_row([error, elsewhere], values)] == [  # type: ignore[list-item]
        ["emails", "1", "address"],
        [],
    ]


HOME = {
    "id": "a1",
    "kind": "HOME",
    "street": "1 Loom Street",
    "extended": None,
    "city": "London",
    "region": None,
    "postalCode": None,
    "countryCode": "GB",
}


def test_an_address_is_changed_removed_and_added_among_the_others() -> None:
    other = {**HOME, "id": "a2", "street": None}
    there = contact(addresses=[HOME, other])
    moved = AddressEdit(HOME, {**HOME, "street": "2 Loom Street"})
    assert moved.input(there) == [{**HOME, "street": "2 Loom Street"}, other]
    assert AddressEdit(HOME, None).input(there) == [other]
    added = AddressEdit(None, HOME).input(contact())
    assert added == [{name: HOME[name] for name in HOME if name != "id"}]


def test_an_address_that_somebody_else_changed_is_disputed() -> None:
    edit = AddressEdit(HOME, {**HOME, "city": "Bath"})
    theirs = contact(addresses=[{**HOME, "city": "York"}])
    assert edit.is_free(contact(addresses=[HOME]))
    assert not edit.is_free(theirs)
    assert "York" in edit.theirs(theirs)
    assert edit.rebased(theirs).is_free(theirs)
    gone = edit.rebased(contact())
    assert "id" not in gone.input(contact())[0]


def test_a_choice_is_said_in_words() -> None:
    edit = ItemEdit("emails", "e1", "status", "SUBSCRIBED", "UNSUBSCRIBED")
    assert edit.words() == ("E-mails", "Unsubscribed")
    assert edit.theirs(contact()) == "Subscribed"
