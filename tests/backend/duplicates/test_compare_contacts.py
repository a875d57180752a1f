"""Why two contacts may be one, and how likely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contacts.names import are_close, name_closeness, name_words
from backend.contacts.service.finding import Identity, PlaceIdentity
from backend.duplicates.keys import blocking_keys, reaches
from backend.duplicates.profiles import company_words, profile_of
from backend.duplicates.rules import LEAST, MOST, Reason, compare

STUDIO = "Studio Ferrari"
STREET = PlaceIdentity("12 rue de la Paix", None, "Lyon", "69002")


def person(given_name=None, family_name=None, company=None, **lists):
    return Identity(1, given_name, family_name, company, **lists)


def likeness(one, other):
    return compare(profile_of(one), profile_of(other))


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("Élodie Ferrari", "elodie ferrari", True),
        ("Élodie Ferrari", "Ferrari Élodie", True),
        ("Élodie Ferrari", "Elodie Ferari", True),
        ("Élodie Ferrari", "E. Ferrari", True),
        ("Anne Marie Dupont", "Annemarie Dupont", True),
        ("Sean O’Brien", "Sean O'Brien", True),
        ("Maria Elena Rossi", "Maria Rossi", True),
        ("Øyvind Œuvrard", "Oyvind Oeuvrard", True),
        ("安娜", "安娜", True),
        ("Marie Dupont", "Marie Durand", False),
        ("Marie Dupont", "Jeanne Dupont", False),
        ("Jean Martin", "Jeanne Martin", False),
        ("Ann Lee", "Ana Lea", False),
        ("M D", "M D L", False),
        ("Ferrari", "Élodie Ferrari", False),
        ("", "", False),
    ],
)
def test_names_are_close_whatever_accents_order_and_typing(one, other, close):
    assert are_close(name_words(one), name_words(other)) is close


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Studio Ferrari S.r.l.", ("studio", "ferrari")),
        ("SARL Menuiserie Weber", ("menuiserie", "weber")),
        ("Weber & Co", ("weber",)),
        ("S.A.", ("sa",)),
        ("No. 12", ("no", "12")),
    ],
)
def test_companies_are_the_same_whatever_their_legal_form(written, words):
    assert company_words(written) == words


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        (
            person("Anna", "Rossi", emails=["a@example.org"]),
            person("Anna", "Rossi", emails=["a@example.org"]),
            Reason.EMAIL,
        ),
        (
            person(emails=["a@example.org"]),
            person("Anna", "Rossi", emails=["a@example.org"]),
            Reason.EMAIL,
        ),
        (
            person("Marco", "Bianchi", emails=["info@example.org"]),
            person("Anna", "Rossi", emails=["info@example.org"]),
            Reason.EMAIL,
        ),
        (
            person("Anna", "Rossi", phones=["+393471234567"]),
            person("Rossi", "Anna", phones=["+393471234567"]),
            Reason.PHONE,
        ),
        # Colleagues share a switchboard.
        (
            person("Anna", "Rossi", phones=["+393471234567"]),
            person("Marco", "Bianchi", phones=["+393471234567"]),
            None,
        ),
        (
            person("Anna", "Rossi", STUDIO),
            person("Ana", "Rossi", "STUDIO FERRARI srl"),
            Reason.COMPANY,
        ),
        (person(company=STUDIO), person(company="Studio Ferrari S.r.l."), Reason.COMPANY),
        (person("Anna", "Rossi", STUDIO), person("Marco", "Bianchi", STUDIO), None),
        (person("Anna", "Rossi", STUDIO), person(company=STUDIO), None),
        (
            person("Anna", "Rossi", emails=["anna@studio.example.org"]),
            person("Anna", "Rosi", emails=["a.rossi@studio.example.org"]),
            Reason.DOMAIN,
        ),
        (
            person("Anna", "Rossi", emails=["anna@gmail.com"]),
            person("Anna", "Rossi", emails=["a.rossi@gmail.com"]),
            None,
        ),
        (person("Anna", "Rossi"), person("Anna", "Rossi"), None),
        (
            person("Anna", "Rossi", places=[STREET]),
            person("Anna", "Rossi", places=[PlaceIdentity("12, r. de la paix", "", "LYON", None)]),
            Reason.ADDRESS,
        ),
        (
            person("Anna", "Rossi", places=[STREET]),
            person(None, "Rossi", places=[STREET]),
            Reason.ADDRESS,
        ),
        (
            person("Anna", "Rossi", places=[STREET]),
            person("Anna", "Rossi", places=[PlaceIdentity("8 cours Gambetta", None, "Nice", None)]),
            None,
        ),
    ],
)
def test_says_why(one, other, reasons):
    found = likeness(one, other)
    assert (found and found.reasons) == reasons


def test_more_reasons_are_likelier_and_nothing_is_certain():
    same = {"emails": ["a@studio.example.org"], "phones": ["+393471234567"], "places": [STREET]}
    weak = likeness(person("Anna", "Rossi", STUDIO), person("Anna", "Rossi", STUDIO))
    strong = likeness(
        person("Anna", "Rossi", STUDIO, **same), person("Anna", "Rossi", STUDIO, **same)
    )
    assert LEAST <= weak.score < strong.score == MOST
    assert strong.reasons == ~Reason(0)
    other_names = likeness(
        person("Al", "Bo", emails=["a@b.fr"]), person("Cy", "Di", emails=["a@b.fr"])
    )
    assert other_names.score < weak.score


def test_keys_say_whether_they_reach_and_whose_they_are():
    profile = profile_of(person("Anna", "Rossi", STUDIO, emails=["a@b.fr"], phones=["+3312"]))
    keys = blocking_keys(1, profile)
    assert sum(map(reaches, keys)) == 2
    assert len(keys) > 4
    assert keys.isdisjoint(blocking_keys(2, profile))
    assert blocking_keys(1, profile_of(person("Anna", "Rossi"))) == frozenset()


WORDS = st.sampled_from(["Anna", "Ana", "Rossi", "Rosi", "de", "A", "Élodie", "O'Brien", "x"])
NAMES = st.lists(WORDS, max_size=3).map(" ".join)
PLACES = st.builds(
    PlaceIdentity,
    st.sampled_from([None, "12 rue de la Paix", "rue de la paix 12", "via Po"]),
    st.none(),
    st.sampled_from([None, "Lyon", "Lyonn"]),
    st.sampled_from([None, "69002", "69003"]),
)
IDENTITIES = st.builds(
    Identity,
    st.just(1),
    NAMES,
    NAMES,
    st.sampled_from([None, STUDIO, "Studio Ferrari srl"]),
    st.lists(st.sampled_from(["a@x.fr", "b@x.fr", "a@gmail.com"]), max_size=2),
    st.lists(st.sampled_from(["+331", "+332"]), max_size=2),
    st.lists(PLACES, max_size=2),
)


@given(IDENTITIES, IDENTITIES)
def test_a_pair_is_the_same_both_ways_round(one, other):
    assert likeness(one, other) == likeness(other, one)
    found = likeness(one, other)
    if found is not None:
        assert LEAST <= found.score <= MOST
        assert found.reasons


@given(NAMES, NAMES)
def test_closeness_is_symmetric_and_bounded(one, other):
    words = name_words(one), name_words(other)
    assert 0 <= name_closeness(*words) <= 1
    assert name_closeness(*words) == name_closeness(*reversed(words))
