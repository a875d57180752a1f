"""The daily look at sites: what is found, what is never asked, and when."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from backend.core.change_log import changes_of
from backend.core.errors import Forbidden
from backend.sites.checking.addresses import is_public
from backend.sites.checking.checker import SiteChecker
from backend.sites.checking.outcome import CheckFailed, Outcome, SiteProblem
from backend.sites.checking.requests import Answer
from backend.sites.queries import are_checked, sites_by_id, sites_to_check
from backend.sites.service import (
    SiteChanges,
    SiteDraft,
    check_due_sites,
    create_site,
    turn_checks,
    update_site,
)

LOOPBACK = "127.0.0.1"


async def loopback(host, port):
    if host.startswith("unknown"):
        raise CheckFailed(SiteProblem.UNKNOWN_DOMAIN)
    return [LOOPBACK]


def checker(**options):
    return SiteChecker(**{"allow_private": True, "resolve": loopback, "seconds": 2.0, **options})


@asynccontextmanager
async def server(answer, tls=None):
    """A server that says the same to everybody; yields its port, and what it was asked."""
    asked: list[bytes] = []

    async def serve(reader, writer):
        try:
            asked.append(await reader.readuntil(b"\r\n\r\n"))
            if answer is None:
                await reader.read()
            else:
                writer.write(answer)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            asked.append(b"")
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async with await asyncio.start_server(serve, LOOPBACK, 0, ssl=tls) as running:
        yield running.sockets[0].getsockname()[1], asked


@pytest.fixture
def certificate(tmp_path):
    """Makes a server's TLS and what trusts it, good for some days."""

    def make(days, name="site.example.org"):
        key = ec.generate_private_key(ec.SECP256R1())
        who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        now = datetime.now(UTC)
        made = (
            x509.CertificateBuilder()
            .subject_name(who)
            .issuer_name(who)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=90))
            .not_valid_after(now + timedelta(days=days))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
            .sign(key, hashes.SHA256())
        )
        pem = tmp_path / f"{name}{days}.pem"
        pem.write_bytes(
            made.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        serving.load_cert_chain(pem)
        return serving, ssl.create_default_context(cadata=pem.read_text())

    return make


def said(status, *headers):
    return "\r\n".join([f"HTTP/1.1 {status} X", *headers, "Content-Length: 0", "", ""]).encode()


@pytest.mark.parametrize(
    ("answer", "problem", "status"),
    [
        (said(200), None, 200),
        (said(403), None, 403),
        (said(404), SiteProblem.HTTP_ERROR, 404),
        (said(503), SiteProblem.HTTP_ERROR, 503),
        (b"SSH-2.0-OpenSSH_9\r\n", SiteProblem.BAD_ANSWER, None),
        (b"HTTP/1.1 200 OK\r\n" + b"X: " + b"x" * 100_000, SiteProblem.BAD_ANSWER, None),
        (said(302, "Location: ftp://example.org/"), SiteProblem.BAD_ANSWER, None),
        (said(302, "Location: /again"), SiteProblem.TOO_MANY_REDIRECTS, None),
        (None, SiteProblem.TIMED_OUT, None),
    ],
)
async def test_says_what_a_server_answers(answer, problem, status):
    async with server(answer) as (port, asked):
        found = await checker(seconds=0.4).check(f"http://site.example.org:{port}/a?b=1")
    assert (found.problem, found.http_status) == (problem, status)
    assert asked[0].startswith(b"GET /a?b=1 HTTP/1.1\r\n")
    assert f"Host: site.example.org:{port}".encode() in asked[0]
    assert len(asked) <= 6


async def test_asks_for_what_is_written_with_accents():
    async with server(said(200)) as (port, asked):
        found = await checker().check(f"http://élodie.example.org:{port}/été?a=%20&b=ü")
    assert found.http_status == 200
    assert asked[0].startswith(b"GET /%C3%A9t%C3%A9?a=%20&b=%C3%BC HTTP/1.1\r\n")
    assert f"Host: xn--lodie-9ra.example.org:{port}".encode() in asked[0]


async def test_says_who_is_not_there():
    assert (await checker().check("https://unknown.example.org")).problem == (
        SiteProblem.UNKNOWN_DOMAIN
    )
    async with server(b"") as (port, _):
        pass
    found = await checker().check(f"http://site.example.org:{port}")
    assert found.problem is SiteProblem.UNREACHABLE


@pytest.mark.parametrize(
    ("days", "name", "problem"),
    [
        (90, "site.example.org", None),
        (5, "site.example.org", SiteProblem.CERTIFICATE_EXPIRING),
        (-5, "site.example.org", SiteProblem.CERTIFICATE_EXPIRED),
        (90, "other.example.org", SiteProblem.CERTIFICATE_INVALID),
    ],
)
async def test_reads_the_certificate(certificate, days, name, problem):
    serving, trusting = certificate(days, name)
    async with server(said(200), serving) as (port, _):
        found = await checker(tls=trusting).check(f"https://site.example.org:{port}")
    assert found.problem is problem
    if days > 0 and name.startswith("site"):
        assert found.certificate_until is not None
        assert abs(found.certificate_until - datetime.now(UTC) - timedelta(days=days)) < (
            timedelta(hours=1)
        )


async def test_trusts_no_certificate_of_the_site_s_own(certificate):
    serving, _ = certificate(90)
    async with server(said(200), serving) as (port, _):
        found = await checker().check(f"https://site.example.org:{port}")
    assert found.problem is SiteProblem.CERTIFICATE_INVALID


async def test_never_asks_a_private_address_not_even_by_a_redirect_or_a_name_that_changes():
    answers = {"public.example.org": ["192.0.2.1"], "mixed.example.org": ["8.8.8.8", LOOPBACK]}

    async def resolve(host, port):
        return answers.get(host, [LOOPBACK])

    async with server(said(200)) as (port, asked):
        strict = checker(allow_private=False, resolve=resolve)
        for host in ("inside.example.org", "mixed.example.org", LOOPBACK, "localhost", "[::1]"):
            found = await strict.check(f"http://{host}:{port}")
            assert found.problem is SiteProblem.PRIVATE_ADDRESS, host
        assert asked == []

    first = iter([["127.0.0.2"], [LOOPBACK]])

    async def turning(host, port):
        return next(first)

    monkey = checker(resolve=turning)
    async with server(said(302, "Location: http://elsewhere.example.org:1/")) as (port, asked):
        found = await monkey.check(f"http://public.example.org:{port}")
    assert found.problem is SiteProblem.UNREACHABLE


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1", "172.16.0.1", "192.168.1.1", "127.0.0.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "::", "::1", "fe80::1%eth0",
        "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2002:a00:1::", "not an address",
    ],
)  # fmt: skip
def test_knows_a_private_address_however_it_is_written(address):
    assert not is_public(address)


def test_knows_a_public_address():
    for address in ("8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"):
        assert is_public(address), ip_address(address)


class Looking:
    """Stands for a checker: says what it is told to, and what it was asked."""

    def __init__(self, outcome=None):
        self.outcome = outcome or Outcome(None, 200)
        self.asked = []

    async def check(self, address):
        self.asked.append(address)
        return self.outcome


async def test_looks_once_a_day_and_only_where_the_account_asked_for_it(
    owner, member, stranger, clock
):
    actor = owner.actor
    site = (await create_site(actor, SiteDraft("one.example.org"))).site
    await create_site(stranger.actor, SiteDraft("theirs.example.org"))
    looking = Looking()
    assert await check_due_sites(looking.check) == 0
    with pytest.raises(Forbidden):
        await turn_checks(member.actor, enabled=True)
    for _ in range(2):
        await turn_checks(actor, enabled=True)
    assert await are_checked(actor.account_id)
    for _ in range(2):
        await check_due_sites(looking.check)
    assert looking.asked == ["https://one.example.org"]
    clock.advance(hours=23)
    await check_due_sites(looking.check)
    clock.advance(hours=2)
    looking.outcome = Outcome(SiteProblem.HTTP_ERROR, 500)
    await check_due_sites(looking.check)
    assert len(looking.asked) == 2
    (now,) = (await sites_by_id(actor, (site.pk,))).values()
    assert (now.problem, now.http_status, now.version) == (SiteProblem.HTTP_ERROR, 500, 1)
    assert now.checked_at is not None
    clock.advance(days=2)
    await check_due_sites(looking.check)
    told = await changes_of(owner.account_id, "Site", site.pk, limit=9)
    assert [(each.kind, each.payload.get("problem")) for each in told] == [
        ("site.checked", "http_error"),
        ("site.checked", None),
        ("site.created", None),
    ]
    await update_site(actor, site.pk, 1, SiteChanges(address="https://new.example.org"))
    (now,) = (await sites_by_id(actor, (site.pk,))).values()
    assert (now.problem, now.checked_at) == (None, None)
    await turn_checks(actor, enabled=False)
    assert await check_due_sites(looking.check) == 0


async def test_keeps_nothing_of_a_site_that_moved_meanwhile(owner):
    actor = owner.actor
    site = (await create_site(actor, SiteDraft("one.example.org"))).site
    await turn_checks(actor, enabled=True)

    async def moving(address):
        await update_site(actor, site.pk, 1, SiteChanges(address="two.example.org"))
        return Outcome(SiteProblem.UNREACHABLE)

    await check_due_sites(moving)
    (now,) = (await sites_by_id(actor, (site.pk,))).values()
    assert (now.problem, now.checked_at) == (None, None)


async def test_an_account_with_many_sites_leaves_the_others_their_turn(owner, stranger):
    for number in range(4):
        await create_site(owner.actor, SiteDraft(f"n{number}.example.org"))
    await create_site(stranger.actor, SiteDraft("theirs.example.org"))
    for person in (owner, stranger):
        await turn_checks(person.actor, enabled=True)
    due = await sites_to_check(1, 3)
    assert sorted(address for _, _, address in due) == [
        "https://n0.example.org",
        "https://n1.example.org",
        "https://theirs.example.org",
    ]


@pytest.mark.parametrize("place", ["http://[x", "http://a\0b/", "//[::"])
async def test_a_site_that_leads_to_no_address_ends_its_own_check_only(monkeypatch, place):
    async def lead_astray(*_):
        return Answer(302, place, None)

    monkeypatch.setattr("backend.sites.checking.checker.ask", lead_astray)
    found = await SiteChecker(resolve=public).check("https://one.example.org")
    assert found.problem in {SiteProblem.BAD_ANSWER, SiteProblem.TOO_MANY_REDIRECTS}


async def public(host, port):
    if "\0" in host:
        raise ValueError("embedded null byte")
    return ["8.8.8.8"]
