"""Searching: parts of words, accents, digits in any spacing, and whatever people type."""

from __future__ import annotations

import pytest

from backend.contacts.drafts import EmailDraft, PhoneDraft
from backend.contacts.errors import FilterTooComplex
from backend.contacts.filters import And, Not, Search
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.pages import contacts_page
from backend.contacts.queries.places import contact_position
from backend.contacts.search_text import parse_search, search_text, text_matches
from backend.contacts.sorting import ContactSort
from backend.core.errors import TooLong
from backend.core.paging import PageRequest
from tests.factories.contacts import new_contact

FOUND = [
    "Élodie",
    "elodie",
    "ELODIE",
    "lodi",
    "él",
    "E",
    "ferrari elodie",
    "Ferrari  Él",
    "jean-pierre",
    "pierre",
    "pi",
    "o'brien",
    "O’Brien",
    "brien",
    "cœur",
    "coeur",
    "strasse",
    "straße",
    "elodie.ferrari@example.org",
    "die.ferrari@example.org 0612",
    "elodie.ferrari@",
    "Ferrari@Ex",
    "ferrari@example",
    "06 12 34 56 78",
    "0612345678",
    "06.12.34",
    "06-12",
    "12 34 5",
    "+33 6 12",
    "+33 (0)6 12 34",
    "0033 6 12",
    "345678",
    "5 6 7 8",
    "100%",
    "100",
    "elodie 06 12 34 straße",
    "7",
]

NOT_FOUND = [
    "elodia",
    "lo",
    "ferrari marco",
    "06 12 99",
    "99",
    "%",
    "_",
    "%%",
    "elodie_ferrari",
    "' OR 1=1 --",
    '"',
    "*",
    "NOT elodie OR",
    "elodie AND ferrari",
    "NEAR(elodie ferrari)",
    "\\",
    "text:elodie",
    "-elodie",
    "^elodie",
    "élodie\u202eferrari",
    "elodie.ferrari@example.com",
    "elodie.ferrari@.org",
    "ferrari.elodie@example.org",
    "ferrelodie@example.org",
    "elodie.ferrari@example.org@",
]

EVERYBODY = ["", "   ", "\t\n", "\u200e", "\u200b\u0301"]


@pytest.fixture
async def actor(owner):
    await new_contact(
        owner.actor,
        given_name="Élodie Jean-Pierre",
        family_name="Ferrari O'Brien",
        company="Cœur 100% Straße",
        emails=[EmailDraft("Elodie.Ferrari@Example.org")],
        phones=[PhoneDraft("+33 6 12 34 56 78"), PhoneDraft("poste 7")],
    )
    await new_contact(owner.actor, given_name="Marco", family_name="Conti")
    return owner.actor


async def test_finds_what_people_type(actor):
    for query in FOUND:
        assert await count_contacts(actor, Search(query)) == 1, query
        page = await contacts_page(actor, Search(query), ContactSort(), PageRequest.of(9))
        assert [row.company for row in page.rows] == ["Cœur 100% Straße"], query


async def test_finds_nothing_else(actor):
    for query in NOT_FOUND:
        assert await count_contacts(actor, Search(query)) == 0, query
        page = await contacts_page(actor, Search(query), ContactSort(), PageRequest.of(9))
        assert page.rows == [], query


async def test_a_blank_search_shows_everybody(actor):
    for query in EVERYBODY:
        assert await count_contacts(actor, Search(query)) == 2, query
        assert await count_contacts(actor, Not(Search(query))) == 0, query


async def test_a_walk_asks_the_same_question_as_the_index(actor):
    for query in (*FOUND, *NOT_FOUND):
        missed = await count_contacts(actor, Not(Search(query)))
        assert missed == (1 if query in FOUND else 2), query


async def test_names_of_every_script_are_found(owner):
    names = ["王小明", "محمد الأحمد", "Γιώργος", "Наталья", "नीता", "김철수", "ไทย", "Ñandú", "ﬁnn"]
    made = [await new_contact(owner.actor, given_name=name) for name in names]
    for name, row in zip(names, made, strict=True):
        for query in (name, name[:2], name[:1], name.upper(), name.split()[-1][-3:]):
            chosen = Search(query)
            assert await contact_position(owner.actor, row.pk, chosen, ContactSort()) is not None


async def test_refuses_what_is_too_long_or_too_much(owner):
    with pytest.raises(TooLong):
        await count_contacts(owner.actor, Search("a" * 201))
    with pytest.raises(TooLong):
        await count_contacts(owner.actor, Not(And((Search("a" * 10_000_000),))))
    with pytest.raises(FilterTooComplex):
        await count_contacts(owner.actor, And(tuple(Search(str(n)) for n in range(100))))
    assert await count_contacts(owner.actor, Search("a " * 100)) == 0


def test_the_text_holds_starts_of_words_and_forms_of_numbers():
    text = search_text(["Jean-Pierre", None, "d'Amico"], ["marie.dupont@example.org"], ["33612"])
    assert text == "  jean-pierre  pierre  d'amico  amico  marie.dupont@example.org  dupont  33612"


def test_a_query_asks_for_all_words_and_any_form_of_a_number():
    assert parse_search("Él ferrari") == (((" el",),), (("ferrari",),))
    assert parse_search("0033 6") == ((("00336",), ("336",), ("0033", "  6")),)
    assert text_matches("  anna  0612", parse_search("06 1"))
    assert not text_matches("  anna  0612", parse_search("06 2"))
