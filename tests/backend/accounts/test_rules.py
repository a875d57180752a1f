"""Names, addresses, passwords, codes: what is let through and what is refused."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.accounts.rules.codes import (
    matching_step,
    new_api_token,
    new_recovery_codes,
    recovery_code_hash,
    token_prefix,
)
from backend.accounts.rules.passwords import check_password
from backend.accounts.rules.places import (
    check_country,
    check_currency,
    check_time_zone,
    currency_of,
)
from backend.accounts.rules.roles import leaves_no_owner, may_touch
from backend.accounts.rules.text import clean_name, parse_email
from backend.core.errors import Refusal
from backend.core.permissions import Role

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Élodie  D'Amico ", "Élodie D'Amico"),
        ("E\u0301lodie", "Élodie"),
        ("مريم", "مريم"),
        ("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
        ("👩🏽‍💻 & co", "👩🏽‍💻 & co"),
    ],
)
def test_names_of_all_the_world_are_kept(typed: str, kept: str) -> None:
    assert clean_name(typed, ("name",)) == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "REQUIRED"),
        (" \u00a0 ", "REQUIRED"),
        ("a\x00", "INVALID_CHARACTERS"),
        ("a\nb", "INVALID_CHARACTERS"),
        ("a\u2028b", "INVALID_CHARACTERS"),
        ("\ud800", "INVALID_CHARACTERS"),
        ("x" * 101, "TOO_LONG"),
        ("x" * 10_000_000, "TOO_LONG"),
    ],
)
def test_other_names_are_refused_at_their_field(typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        clean_name(typed, ("people", "0", "name"))
    assert (refused.value.code, refused.value.path) == (code, ("people", "0", "name"))


@given(st.text())
def test_a_kept_name_is_kept_the_same_again(text: str) -> None:
    try:
        kept = clean_name(text, ("name",))
    except Refusal:
        return
    assert clean_name(kept, ("name",)) == kept


@pytest.mark.parametrize(
    ("typed", "address", "key"),
    [
        (" Ada@Example.ORG ", "Ada@example.org", "ada@example.org"),
        ("o'neill+tag@example.org", "o'neill+tag@example.org", "o'neill+tag@example.org"),
        ("ada@BÜCHER.example.org", "ada@bücher.example.org", "ada@bücher.example.org"),
        ("ada@xn--bcher-kva.example.org", "ada@bücher.example.org", "ada@bücher.example.org"),
    ],
)
def test_addresses_are_the_same_whatever_their_case(typed: str, address: str, key: str) -> None:
    parsed = parse_email(typed)
    assert (parsed.address, parsed.key) == (address, key)


@pytest.mark.parametrize(
    "typed",
    [
        "ada",
        "ada@",
        "@example.org",
        "a b@example.org",
        "ada@example",
        "ada@example.org,eve@example.org",
        "Ada <ada@example.org>",
        "ada@example.org\r\nBcc: eve@example.org",
        "ada@[127.0.0.1]",
        "x" * 250 + "@example.org",
        "x" * 10_000_000,
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_email(typed)
    assert refused.value.code in {"EMAIL_INVALID", "INVALID_CHARACTERS", "TOO_LONG"}
    assert refused.value.path == ("email",)


@given(st.text(max_size=300))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        parsed = parse_email(text)
    except Refusal:
        return
    assert parse_email(parsed.address) == parsed


@pytest.mark.parametrize(
    "password", ["correct horse", "p4ssphrase d'été", "密码密码密码很长的密码", "x" * 100 + "y"]
)
def test_long_passwords_of_any_characters_pass(password: str) -> None:
    assert check_password(password, email="ada@example.org")


@given(st.text(string.digits, max_size=8))
def test_no_guess_matches_but_the_code_itself(guess: str) -> None:
    step = matching_step(SECRET, guess, 1_700_000_000, after_step=0)
    assert step is None or len(guess) == 6


def test_codes_up_to_the_last_accepted_step_no_longer_count() -> None:
    from pyotp import TOTP

    at = 1_700_000_000
    code = TOTP(SECRET).at(at)
    step = at // 30
    assert matching_step(SECRET, code, at, after_step=step - 1) == step
    assert matching_step(SECRET, code, at, after_step=step) is None
    assert matching_step(SECRET, f" {code[:3]} {code[3:]} ", at, after_step=0) == step


def test_recovery_codes_are_hashed_for_one_person_under_a_key() -> None:
    [code, *_] = new_recovery_codes()
    mark = recovery_code_hash(b"key", 1, code)
    assert mark == recovery_code_hash(b"key", 1, code.upper().replace("-", ""))
    assert (
        len({mark, recovery_code_hash(b"key", 2, code), recovery_code_hash(b"other", 1, code)}) == 3
    )
    assert recovery_code_hash(b"key", 1, code[:-1]) is None


def test_a_tokens_prefix_is_found_in_tokens_only() -> None:
    made = new_api_token()
    assert token_prefix(made.token) == made.prefix
    assert made.prefix not in made.token[len(made.prefix) :]
    for other in (made.prefix, "carnet_", "Bearer x", made.token.upper(), made.token * 2, "é" * 50):
        assert token_prefix(other) is None


def test_places_exist() -> None:
    assert (check_country("fr"), check_currency("eur")) == ("FR", "EUR")
    assert check_time_zone("Europe/Rome") == "Europe/Rome"
    assert [currency_of(code) for code in ("FR", "CH", "US", "GB")] == ["EUR", "CHF", "USD", "GBP"]


def test_who_may_touch_whom() -> None:
    touched = {(actor, target) for actor in Role for target in Role if may_touch(actor, target)}
    assert touched == {(Role.OWNER, role) for role in Role} | {
        (Role.ADMIN, role) for role in (Role.ADMIN, Role.MEMBER, Role.VIEWER)
    }


def test_an_account_keeps_an_owner() -> None:
    assert leaves_no_owner(owners=1, before=Role.OWNER, after=None)
    assert leaves_no_owner(owners=1, before=Role.OWNER, after=Role.ADMIN)
    assert not leaves_no_owner(owners=2, before=Role.OWNER, after=None)
    assert not leaves_no_owner(owners=1, before=Role.OWNER, after=Role.OWNER)
    assert not leaves_no_owner(owners=1, before=Role.ADMIN, after=None)
