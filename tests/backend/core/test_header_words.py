"""Headers say what people typed: nothing that only looks encoded is decoded on the way."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from backend.accounts.errors import EmailInvalid
from backend.accounts.rules.text import parse_email
from backend.campaigns.mime import Heading, Target, letter_bytes
from backend.campaigns.rules.template import Filled
from backend.core import mail
from backend.core.header_words import header_words
from backend.core.settings import settings
from backend.inbox.mail import composing
from backend.inbox.mail.trouble import MailTrouble

NAMES = (
    "=?utf-8?q?a=0D=0ABcc:_eve@example.org?=",
    "é =?UTF-8?B?DQpCY2M6IGV2ZUBleGFtcGxlLm9yZw==?= é",
    "=?utf-8?q?=ff?=é",
    "é=?unknown-8bit?q?=e9?=",
)
AT = datetime(2026, 7, 1, tzinfo=UTC)


def made_by_all(words: str) -> list[bytes]:
    filled, me = Filled(words, "<p>", "x"), "me@example.org"
    target = Target(words, "ada@example.org", "1@x", None)
    file = composing.Enclosed(words, "text/plain", b"x")
    letter = composing.Letter(
        words, me, words, "ada@example.org", words, "x", "x", "1@x", AT, files=[file]
    )
    return [
        letter_bytes(Heading(words, me, None, "1"), target, filled, AT),
        composing.compose(letter),
        bytes(mail.compose(mail.Letter("ada@example.org", words, ["x"]), settings())),
    ]


@pytest.mark.sqlite_only
@pytest.mark.parametrize("words", NAMES)
def test_nobody_writes_headers_by_what_they_are_called(words):
    for content in made_by_all(words):
        read = message_from_bytes(content, policy=policy.default)
        assert "Bcc" not in read
        assert b"\nBcc" not in content
        assert "MIME-Version" in read
        assert str(read["Subject"]).replace(" ", "") == words.replace(" ", "")


@pytest.mark.sqlite_only
def test_what_is_not_encoded_stays_as_it_is():
    for words in ("2+2=? Why? Quoi?", "=?", "a=?b", "=?a?x?b?="):
        assert header_words(words) == words


@pytest.mark.sqlite_only
def test_addresses_are_none_that_would_be_decoded_and_answers_find_every_domain():
    trap = "=?utf-8?q?a=0d=0aBcc=3Aeve?=@example.org"
    with pytest.raises(MailTrouble):
        composing.ascii_address(trap)
    with pytest.raises(EmailInvalid):
        parse_email(trap)
    for given, said in (
        ("ada@bücher.example.org", "ada@xn--bcher-kva.example.org"),
        ("ada@straße.example.org", "ada@xn--strae-oqa.example.org"),
        ("ada@" + "é" * 80 + ".example.org", None),
        ("zoé@example.org", None),
        (trap, None),
    ):
        assert composing.reply_address(given) == said
    letter = mail.Letter("ada@bücher.example.org", "x", ["x"])
    assert mail.compose(letter, settings())["To"] == "ada@xn--bcher-kva.example.org"
