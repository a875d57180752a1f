"""E-mails, phones, postal addresses and sort keys, each understood as far as it can be."""

from __future__ import annotations

from random import Random

import phonenumbers
import pytest

from backend.contacts.emails import normalize_email
from backend.contacts.phone_plans import understand
from backend.contacts.phones import (
    _understand_slowly,
    calling_codes,
    display_e164,
    parse_phone,
    searched_digits,
)
from backend.contacts.postal import address_fields, address_lines, countries
from backend.contacts.sorting import EMPTY_KEY, KEY_LENGTH, sort_key
from backend.core.folding import fold


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Marie.Dupont@Example.ORG", "marie.dupont@example.org"),
        ("marie+tag@example.org", "marie+tag@example.org"),
        ("o'brien@example.org", "o'brien@example.org"),
        ("élodie@exämple.org", "élodie@exämple.org"),
        ("a@xn--exmple-cua.org", "a@exämple.org"),
        ("x@intranet.local", "x@intranet.local"),
        ("用户@例子.广告", "用户@例子.广告"),
        ("marie@gmail", None),
        ("marie", None),
        ("@example.org", None),
        ("marie@", None),
        ("marie dupont@example.org", None),
        ("marie@example..org", None),
        (".marie@example.org", None),
        ("marie@-example.org", None),
        ("a@" + "b" * 250 + ".org", None),
        ("marie@example.org, paul@example.org", None),
        ("", None),
    ],
)
def test_an_email_is_compared_by_its_normal_form(typed, compared):
    assert normalize_email(typed) == compared


@pytest.mark.parametrize(
    ("typed", "country", "e164", "searched"),
    [
        ("06 12 34 56 78", "FR", "+33612345678", ("33612345678", "0612345678")),
        ("(0)6.12.34.56.78", "FR", "+33612345678", ("33612345678", "0612345678")),
        ("+39 02 1234567", "FR", "+39021234567", ("39021234567",)),
        ("00 39 02 1234567", "FR", "+39021234567", ("39021234567", "0039021234567")),
        ("020 7946 0018", "GB", "+442079460018", ("442079460018", "02079460018")),
        ("(415) 555-2671", "US", "+14155552671", ("14155552671",)),
        ("٠٦١٢٣٤٥٦٧٨", "FR", "+33612345678", ("33612345678", "0612345678")),
        (
            "06 12 34 56 78 ext. 5",
            "FR",
            "+33612345678",
            ("33612345678", "0612345678", "06123456785"),
        ),
        ("12", "FR", None, ("12",)),
        ("+999 123", "FR", None, ("999123",)),
        ("poste 4", "FR", None, ("4",)),
    ],
)
def test_a_phone_is_understood_from_its_country(typed, country, e164, searched):
    parsed = parse_phone(typed, country)
    assert parsed is not None
    assert (parsed.e164, parsed.searched) == (e164, searched)
    assert parsed.digits == (e164 or parsed.digits).lstrip("+")
    assert searched_digits(typed, e164) == searched


def test_a_phone_needs_a_digit_and_nothing_else():
    assert parse_phone("call me", "FR") is None
    assert display_e164("+33612345678") == "+33 6 12 34 56 78"


def test_numbers_are_judged_as_the_library_judges_them():
    random = Random(11)
    regions = sorted(phonenumbers.SUPPORTED_REGIONS)
    judged = 0
    for region in regions:
        for typed in _numbers(region, random):
            for country in (region, random.choice(regions)):
                found = understand(typed, country)
                if found is not None:
                    judged += 1
                    assert found == _understand_slowly(typed, country), (typed, country)
    assert judged > 3000


def _numbers(region: str, random: Random) -> list[str]:
    numbers = ["".join(random.choices("0123456789", k=random.randrange(4, 14)))]
    numbers += [f"+{numbers[0]}", f"0{numbers[0]}"]
    for kind in range(11):
        example = phonenumbers.example_number_for_type(region, kind)
        if example is not None:
            for form in (0, 1, 2):
                written = phonenumbers.format_number(example, form)
                numbers += [written, _with_one_digit_changed(written, random)]
    return numbers


def _with_one_digit_changed(written: str, random: Random) -> str:
    place = random.choice([n for n, c in enumerate(written) if c.isdecimal()])
    return written[:place] + random.choice("0123456789") + written[place + 1 :]


ADDRESS = {
    "street": "12 rue X\nBât B",
    "extended": "chez Y",
    "city": "Lyon",
    "region": "RH",
    "postal_code": "69001",
}


@pytest.mark.parametrize(
    ("country", "lines"),
    [
        ("FR", ["12 rue X", "Bât B", "chez Y", "69001 Lyon", "RH"]),
        ("IT", ["12 rue X", "Bât B", "chez Y", "69001 Lyon RH"]),
        ("US", ["12 rue X", "Bât B", "chez Y", "Lyon, RH 69001"]),
        ("GB", ["12 rue X", "Bât B", "chez Y", "Lyon", "69001", "RH"]),
        ("JP", ["〒69001", "RH", "12 rue X", "Bât B", "chez Y", "Lyon"]),
        (None, ["12 rue X", "Bât B", "chez Y", "69001 Lyon", "RH"]),
        ("ZZ", ["12 rue X", "Bât B", "chez Y", "69001 Lyon", "RH"]),
    ],
)
def test_an_address_is_written_as_its_country_does(country, lines):
    assert address_lines(country, ADDRESS) == lines


def test_nothing_of_an_address_is_lost_in_any_country():
    for country in countries():
        text = "\n".join(address_lines(country, ADDRESS))
        assert all(part in text for value in ADDRESS.values() for part in value.split("\n"))


def test_what_an_address_lacks_leaves_no_trace():
    assert address_lines("US", {"region": "CA", "postal_code": "90210"}) == ["CA 90210"]
    assert address_lines("US", {"city": "Reno", "postal_code": "1"}) == ["Reno 1"]
    assert address_lines("FR", {}) == []


def test_a_form_has_the_country_s_fields_in_its_order():
    japan = address_fields("JP")
    assert [field.name for field in japan] == ["postal_code", "region", "street", "extended"]
    assert (japan[1].label, japan[1].required, japan[3].required) == ("prefecture", True, False)
    assert {field.label for field in address_fields("US")} >= {"zip", "state"}
    for country in countries():
        assert address_fields(country)
    assert set(calling_codes()) <= countries()


def test_keys_sort_as_readers_do():
    names = ["Àlex", "Zoë", "anna", "Øystein", "Ólafur", "élodie", "Œuvrard", "Elena", "O’Brien"]
    assert sorted(names, key=sort_key) == [
        *("Àlex", "anna", "Elena", "élodie", "O’Brien", "Œuvrard", "Ólafur", "Øystein", "Zoë")
    ]
    people = [("rossi", "b"), ("Rossini", "a"), ("Rossi", "a"), ("rossi", None)]
    assert sorted(people, key=lambda person: sort_key(*person)) == [
        *(("rossi", None), ("Rossi", "a"), ("rossi", "b"), ("Rossini", "a"))
    ]


def test_what_is_empty_sorts_after_everything():
    assert sort_key(None, "Anna") > sort_key("\U0010fffe")
    assert sort_key("", "Anna").startswith(EMPTY_KEY)
    assert sort_key("\u200e", "Anna") == sort_key(None, "Anna")
    assert len(sort_key("ﷺ" * 200)) == KEY_LENGTH


def test_folding_twice_is_folding_once():
    for text in ("Élodie", "ŒUVRE", "Straße", "İstanbul", "ﬁn", "ａｂｃ", "ΆΣ", "Ǆ", "한국", "½"):
        assert fold(fold(text)) == fold(text)
