"""Cards as RFC 6350 has them: folded, escaped, one for each contact."""

from __future__ import annotations

import re
from uuid import UUID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from backend.contacts.rows import AddressRow, ContactRow, EmailRow, PhoneRow
from backend.exports.formats.vcard import LINE_BYTES, VCards, fold_line
from backend.labels.rows import LabelRow
from tests.backend.exports.rows import CONTACTS

LINE = re.compile(r"(?P<name>[A-Z]+)(?P<parameters>(?:;[A-Z]+=[^:;]+)*):(?P<value>.*)", re.DOTALL)


def unfolded(file: bytes) -> list[str]:
    assert file.endswith(b"\r\n")
    return file.decode().replace("\r\n ", "").split("\r\n")[:-1]


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def read_card(lines: list[str]) -> list[tuple[str, str, str]]:
    found = [LINE.fullmatch(line) for line in lines]
    assert all(found)
    return [(each["name"], each["parameters"], each["value"]) for each in found if each]


@settings(max_examples=60, deadline=None)
@given(st.lists(CONTACTS, min_size=1, max_size=3))
def test_any_contacts_are_cards_that_say_who_they_are(chosen: list[ContactRow]) -> None:
    file = VCards().body(chosen)
    for line in file.split(b"\r\n"):
        assert len(line) <= LINE_BYTES
        line.decode()  # no letter is cut in two
    assert b"\n" not in file.replace(b"\r\n", b"")
    lines = unfolded(file)
    starts = [place for place, line in enumerate(lines) if line == "BEGIN:VCARD"]
    assert len(starts) == len(chosen)
    for contact, start, end in zip(chosen, starts, [*starts[1:], None], strict=True):
        card = read_card(lines[start:end])
        assert card[0] == ("BEGIN", "", "VCARD")
        assert card[1] == ("VERSION", "", "4.0")
        assert card[-1] == ("END", "", "VCARD")
        values = {name: value for name, _, value in card}
        assert unescaped(values["FN"]) == contact.display_name
        assert unescaped(values.get("TITLE", "")) == (contact.position or "")
        emails = [unescaped(value) for name, _, value in card if name == "EMAIL"]
        assert emails == [each.address for each in contact.emails]
        phones = [unescaped(value) for name, _, value in card if name == "TEL"]
        assert phones == [each.number for each in contact.phones]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_folding_is_undone_by_unfolding(line: str) -> None:
    folded = fold_line(line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(part.encode()) <= LINE_BYTES for part in folded.split("\r\n"))


def test_a_card_in_full() -> None:
    anna = ContactRow(
        7, 1, 1, "Anna; Rossi", "Anna", "Rossi, jr", "Studio\\Uno", "Owner", None, 3_000_000,
        1_000_000, 2_000_000, "Anna", None, None,
        emails=[
            EmailRow(1, "a@example.org", "work", "subscribed", None),
            EmailRow(2, "b@example.org", "main", "subscribed", None),
        ],
        phones=[PhoneRow(1, "+39 347 123 4567", "+393471234567", "mobile")],
        addresses=[AddressRow(1, "billing", "1 Via Po\nInt. 2", "c/o Bea", "Torino", "TO", "10121",
                              "IT")],
        labels=[LabelRow(1, "a, b", "teal", 1, 1, 1), LabelRow(2, "VIP", "teal", 1, 1, 1)],
    )  # fmt: skip
    uid = uuid5(UUID("9f0c8a52-7a55-4d0f-9d0b-6f5e4f1c2a77"), f"{anna.lasting_id}/1000000")
    assert unfolded(VCards().body([anna])) == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//Carnet//Carnet//EN",
        f"UID:urn:uuid:{uid}",
        r"FN:Anna\; Rossi",
        r"N:Rossi\, jr;Anna;;;",
        r"ORG:Studio\\Uno",
        "TITLE:Owner",
        "EMAIL;TYPE=work:a@example.org",
        "EMAIL;PREF=1:b@example.org",
        "TEL;TYPE=cell;PREF=1:+39 347 123 4567",
        "ADR;TYPE=billing;CC=IT:;;1 Via Po,Int. 2,c/o Bea;Torino;TO;10121;Italy",
        r"CATEGORIES:a\, b,VIP",
        "CREATED:19700101T000001Z",
        "REV:19700101T000002Z",
        "END:VCARD",
    ]


def test_a_business_is_one() -> None:
    studio = ContactRow(1, 1, 1, "Studio", None, None, "Studio", None, None, 1, 1, 1, "", None, 9)
    lines = unfolded(VCards().body([studio]))
    assert "KIND:org" in lines
    assert "N:;;;;" in lines
