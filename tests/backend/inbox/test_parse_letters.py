"""Letters of all sorts, and of those who wish no good: each is kept safe, and something to read."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from backend.inbox.mail.composing import Enclosed, Letter, compose
from backend.inbox.mail.parsing import parse_letter
from backend.inbox.rules.chains import following, ids_in, subject_of_answer
from backend.inbox.rules.decoding import decode
from backend.inbox.rules.kinds import MessageKind
from backend.inbox.rules.plain_text import html_of, text_of
from backend.inbox.rules.quoting import split_html, split_text
from backend.inbox.rules.rich_text import clean_html, clean_letter
from backend.inbox.rules.servers import is_public

HEAD = b"From: Ada <ada@example.org>\r\nMessage-ID: <1@example.org>\r\n"

EVIL = """<html><head><style>body{display:none}</style><base href="//evil.example"></head>
<body onload="x()"><div style="position:fixed;inset:0" class="cover">Hi</div>
<script>alert(1)</script><form action="https://evil.example"><input name="password"></form>
<a href="javascript:alert(1)">one</a><a href="https://example.org/?a=1&b=2">two</a>
<img src="https://track.example.org/p.gif" width="1" height="1"><img src="cid:logo">
<img src="https://example.org/cat.png" onerror="x()" style="width:100vw">
<iframe src="https://evil.example"></iframe><svg onload="x()"><a xlink:href="javascript:x()">s</a>
</svg><meta http-equiv="refresh" content="0;url=https://evil.example"><object data="x"></object>"""


def test_what_a_letter_shows_can_do_nothing():
    clean = clean_letter(EVIL)
    for word in ("script", "style", "class", "onload", "onerror", "form", "iframe", "svg", "evil"):
        assert word not in clean.html
        assert word not in (clean.pictured or "")
    assert "<img" not in clean.html
    assert clean.pictured is not None
    assert clean.pictured.count("<img") == 1
    assert '<img src="https://example.org/cat.png">' in clean.pictured
    assert 'href="https://example.org/?a=1&amp;b=2"' in clean.html
    assert 'rel="noopener noreferrer nofollow"' in clean.html
    assert clean_html(clean.html) == clean.html


def test_text_of_rich_text_and_back():
    html = "<p>One<br>two</p><ul><li>a</li><li>b</li></ul><p>See <a href='https://x.example'>it</a>"
    assert text_of(clean_html(html)) == "One\ntwo\n\n- a\n- b\n\nSee it <https://x.example>"
    assert html_of("a <b>\n\nc") == "<p>a &lt;b&gt;</p><p>c</p>"


@pytest.mark.parametrize(
    ("content", "charset", "text"),
    [
        ("Hélène".encode(), "iso-8859-1", "Hélène"),
        ("Hélène".encode("cp1252"), "utf-8", "Hélène"),
        ("10 €".encode("cp1252"), "iso-8859-1", "10 \x80"),
        ("日本".encode("iso-2022-jp"), "iso-2022-jp", "日本"),
        (b"plain", "no-such-charset", "plain"),
        (b"\x81\xff\x00", None, "\ufffdÿ"),
    ],
)
def test_text_is_read_also_where_its_charset_lies(content, charset, text):
    assert decode(content, charset) == text


def test_reads_an_answer_folds_what_it_repeats_and_keeps_what_is_enclosed():
    letter = EmailMessage()
    letter["From"] = "Élodie <ada@example.org>"
    letter["To"] = "studio@example.org"
    letter["Subject"] = "Re: Été"
    letter["Message-ID"] = "<2@example.org>"
    letter["In-Reply-To"] = "<1@example.org>"
    letter["References"] = "<0@example.org> <1@example.org>"
    letter["Date"] = "Sun, 22 Nov 2026 10:00:00 +0100"
    letter.set_content("Yes.\n\nOn Sunday, Studio wrote:\n> Shall we?\n")
    letter.add_alternative(
        '<p>Yes.</p><div class="gmail_quote">On Sunday<blockquote>Shall we?</blockquote></div>',
        subtype="html",
    )
    letter.add_attachment(
        b"%PDF-1", maintype="application", subtype="pdf", filename="../../etc/passwd"
    )
    found = parse_letter(bytes(letter))
    assert (found.from_name, found.from_address) == ("Élodie", "ada@example.org")
    assert (found.subject, found.kind) == ("Re: Été", MessageKind.LETTER)
    assert (found.in_reply_to, found.reference_ids) == (
        "1@example.org",
        ("0@example.org", "1@example.org"),
    )
    assert (found.body.html, found.body.text) == ("<p>Yes.</p>", "Yes.")
    assert "Shall we?" in (found.body.quoted_html or "")
    assert found.at is not None
    assert found.at.isoformat() == "2026-11-22T09:00:00+00:00"
    (enclosed,) = found.files
    assert "/" not in enclosed.name
    assert enclosed.content == b"%PDF-1"


@pytest.mark.parametrize(
    ("text", "fresh"),
    [
        (
            "Oui.\n\nLe dim. 22 nov. 2026 à 10:00, Studio <s@e.org> a écrit :\n> Bonjour",
            "Oui.",
        ),
        ("Sì.\n\nIl giorno dom 22 nov 2026 alle 10, Studio ha scritto:\n> Ciao", "Sì."),
        ("Yes.\n\n-----Original Message-----\nFrom: Studio\nHello", "Yes."),
        ("Yes.\n\n> Hello\n> you", "Yes."),
        ("> Hello\nYes, below.", "> Hello\nYes, below."),
        ("On we go", "On we go"),
    ],
)
def test_folds_what_plain_text_repeats(text, fresh):
    assert split_text(text)[0] == fresh


def test_a_letter_that_only_repeats_is_shown_whole():
    html = '<div class="gmail_quote">Hello</div>'
    assert split_html(html) == (html, "")


def test_a_letter_without_date_id_or_sender_is_read():
    found = parse_letter(b"Subject: =?utf-8?q?caf=C3=A9?=\r\n\r\nHello\x00 \xe9t\xe9\r\n")
    again = parse_letter(b"Subject: =?utf-8?q?caf=C3=A9?=\r\n\r\nHello\x00 \xe9t\xe9\r\n")
    assert (found.subject, found.at, found.from_address) == ("café", None, "")
    assert found.body.text == "Hello été"
    assert found.rfc_id == again.rfc_id


@pytest.mark.parametrize("date", ["no day", "Sun, 99 Nov 99999 10:00:00 +9999", "\xff"])
def test_a_date_that_is_none_is_no_date(date):
    assert parse_letter(HEAD + f"Date: {date}\r\n\r\nHello".encode("latin-1")).at is None


def test_broken_structures_are_read_as_far_as_they_go():
    cut = HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nHello'
    assert parse_letter(cut).body.text == "Hello"
    wrong = HEAD + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n$$$"
    assert parse_letter(wrong).from_address == "ada@example.org"
    nested = HEAD
    for number in range(400):
        nested += b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (number, number)
    assert parse_letter(nested + b"\r\nHello").from_address == "ada@example.org"


def test_ten_thousand_recipients_and_a_long_text_take_no_time():
    people = ", ".join(f"Person {number} <p{number}@example.org>" for number in range(10_000))
    start = time.process_time()
    found = parse_letter(HEAD + f"To: {people}\r\n\r\n".encode() + b"<a " * 300_000)
    assert len(found.recipients) == 50
    assert time.process_time() - start < 3


def test_tells_what_programs_wrote():
    away = parse_letter(HEAD + b"Auto-Submitted: auto-replied (vacation)\r\n\r\nAway")
    assert away.kind is MessageKind.AUTO_REPLY
    assert parse_letter(HEAD + b"Auto-Submitted: no\r\n\r\nHi").kind is MessageKind.LETTER


BOUNCE = b"""From: MAILER-DAEMON@example.org
Message-ID: <b@example.org>
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b

Your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; ada@example.org
Action: %s
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

Message-ID: <sent@example.org>
Subject: Hello
--b--
"""


def test_tells_what_came_back_for_good():
    found = parse_letter(BOUNCE % b"failed")
    assert found.kind is MessageKind.BOUNCE
    assert found.bounce is not None
    assert found.bounce.addresses == ("ada@example.org",)
    assert found.bounce.rfc_ids == ("sent@example.org",)
    assert parse_letter(BOUNCE % b"delayed").bounce is None


def test_a_chain_keeps_where_it_began_and_stays_short():
    chain = following([str(number) for number in range(40)], "new")
    assert (chain[0], chain[-1], len(chain)) == ("0", "new", 30)
    assert ids_in("<a@x> junk <b@x>\r\n <a@x>") == ["a@x", "b@x"]
    assert subject_of_answer("RE: Aw: réf : Site") == "Re: Site"


def test_a_letter_that_is_written_is_read_the_same():
    long_id = "x" * 200 + "@mail.example.org"
    sent = compose(
        Letter(
            "Studio, Été",
            "studio@example.org",
            "Ada",
            "ada@example.org",
            "Été " * 40,
            "Bonjour",
            "<p>Bonjour</p>",
            "new@example.org",
            datetime(2026, 11, 22, tzinfo=UTC),
            long_id,
            ["first@example.org", long_id],
            None,
            [Enclosed("été.pdf", "application/pdf", b"%PDF-1")],
        )
    )
    found = parse_letter(sent)
    assert max(map(len, sent.splitlines())) < 998
    assert (found.in_reply_to, found.reference_ids) == (long_id, ("first@example.org", long_id))
    assert (found.from_name, found.subject) == ("Studio, Été", ("Été " * 40).strip())
    assert [(each.name, each.content) for each in found.files] == [("été.pdf", b"%PDF-1")]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
     "2002:7f00:1::", "fe80::1%eth0", "0.0.0.0", "224.0.0.1", "100.64.0.1", "fd00::1"],
)  # fmt: skip
def test_an_address_within_a_network_is_not_public(address):
    assert not is_public(address)
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")


HEADS = b"From: Ada <ada@example.org>\r\nTo: b@example.org\r\nSubject: Hi\r\n"
HTML = HEADS + b"Content-Type: text/html; charset=utf-8\r\n\r\n"
NESTED = b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(400)
)


@pytest.mark.parametrize(
    "content",
    [
        HEADS + b"Content-Type: text/plain" + b";" * 2_000_000 + b"\r\n\r\nHello",
        HEADS + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\n\n" * 200_000,
        HEADS + NESTED + b"Content-Type: text/plain\n\n" + b"x\n" * 100_000,
        HTML + b"Hello" + b"<div" * 20_000,
        HTML + b"Hello" + b"<style" * 20_000 + b"<blockquote type=cite>",
        HTML + b"Hello" + b"<" * 100_000 + b"<blockquote type=cite>",
        HTML + b"<p>" + b" " * 100_000 + b"Hello",
        HTML + b"Hello" + b"<div>" * 200_000,
        HTML + b"Hello" + b"&" * 400_000,
        HTML + b"".join(b"<b a='>%d'>" % n for n in range(600)) + b"<p>Hello" * 14_000,
    ],
    ids=[
        "parameters",
        "parts",
        "depth",
        "open",
        "style",
        "less",
        "spaces",
        "tree",
        "signs",
        "reopened",
    ],
)
def test_no_letter_holds_up_those_after_it(content):
    started = time.perf_counter()
    letter = parse_letter(content)
    assert time.perf_counter() - started < 1.5
    assert letter.from_address == "ada@example.org"
    assert letter.subject == "Hi"
    assert "Hello" in letter.body.text or b"Hello" not in content or letter.is_partial


@pytest.mark.parametrize(
    "headers",
    [
        b"From: Ada <ada@example.org>\r\nTo: " + b"(" * 20_000,
        b"From: " + b"(" * 20_000,
        b"From: ada@example.org\r\nMessage-ID: <a\0b@example.org>\r\nReferences: <\0> <\x1b@a>",
    ],
    ids=["recipients", "sender", "ids"],
)
def test_headers_that_nobody_writes_are_read_as_far_as_they_go(headers):
    letter = parse_letter(headers + b"\r\n\r\nHello")
    assert letter.body.text == "Hello"
    assert letter.rfc_id.isprintable()
    assert all(each.isprintable() for each in letter.reference_ids)


def test_words_of_what_cannot_be_read_as_a_tree_are_kept():
    html = "<style>p{}</style>" + "<div>" * 20_000 + "Tom &amp; <b>Ann</b><script>x()</script>"
    assert clean_html(html) == "<p>Tom &amp; Ann</p>"
