"""Drafts: what is kept of them, what is refused, and what letters are made of hostile ones."""

from __future__ import annotations

from email import message_from_bytes, policy
from io import BytesIO

import pytest
from PIL import Image

from backend.campaigns.errors import CampaignImageUnfit, CampaignNotDraft, CampaignUnderWay
from backend.campaigns.images import image_ticket, keep_image, read_image
from backend.campaigns.mime import Heading, Target, letter_bytes
from backend.campaigns.queries.campaigns import campaigns_by_id
from backend.campaigns.rules.blocks import Block, Picture, clean_block, faults_of
from backend.campaigns.rules.kinds import BlockKind
from backend.campaigns.rules.letter import Sheet, Words, template_of
from backend.campaigns.rules.template import Addresses, as_they_are, fill
from backend.campaigns.service import (
    CampaignChanges,
    delete_campaign,
    duplicate_campaign,
    restore_campaign,
    send_campaign,
    update_campaign,
)
from backend.campaigns.service.faults import campaign_faults
from backend.campaigns.service.write import DraftBlock
from backend.core.clock import now
from backend.core.errors import InvalidCharacters, NotFound, StaleVersion, TooLong
from backend.core.uploads.errors import UploadExpired
from tests.factories.campaigns import new_campaign


def text_block(text, kind=BlockKind.TEXT, url=""):
    return DraftBlock(Block("a", kind, text, url))


async def test_an_edit_names_the_version_it_started_from_and_ends_with_the_draft(
    owner, mailbox, readers
):
    actor = owner.actor
    draft = await new_campaign(actor)
    changed = (await update_campaign(actor, draft.pk, 1, CampaignChanges(subject="Two"))).campaign
    assert (changed.subject, changed.version) == ("Two", 2)
    with pytest.raises(StaleVersion):
        await update_campaign(actor, draft.pk, 1, CampaignChanges(subject="Three"))
    await send_campaign(actor, draft.pk, 2)
    with pytest.raises(CampaignNotDraft):
        await update_campaign(actor, draft.pk, 3, CampaignChanges(subject="Four"))
    with pytest.raises(CampaignUnderWay):
        await delete_campaign(actor, draft.pk)
    copy = (await duplicate_campaign(actor, draft.pk)).campaign
    assert (copy.state, copy.subject, copy.filter) == ("draft", "Two", {"and": []})
    await delete_campaign(actor, copy.pk)
    assert copy.pk not in await campaigns_by_id(actor, (copy.pk,))
    await restore_campaign(actor, copy.pk)
    assert copy.pk in await campaigns_by_id(actor, (copy.pk,))


async def test_what_no_letter_may_hold_is_refused_or_taken_out(owner):
    actor = owner.actor
    draft = await new_campaign(actor)
    unknown = DraftBlock(Block("a", BlockKind.IMAGE), picture_id=10**6)
    for refusal, changes in (
        (InvalidCharacters, CampaignChanges(subject="Hello\r\nBcc: all@example.org")),
        (TooLong, CampaignChanges(blocks=[text_block("x" * 100_000)])),
        (NotFound, CampaignChanges(blocks=[unknown])),
    ):
        with pytest.raises(refusal):
            await update_campaign(actor, draft.pk, 1, changes)
    hostile = text_block('<p onclick="x()">Hi<script>x()</script><img src=x onerror=x()></p>')
    leads = text_block("Go", BlockKind.BUTTON, "javascript:alert(1)")
    changes = CampaignChanges(blocks=[hostile, leads])
    kept = (await update_campaign(actor, draft.pk, 1, changes)).campaign
    assert kept.blocks[0].text == "<p>Hi</p>"
    (fault,) = await campaign_faults(actor, kept)
    assert (fault.code, fault.path) == ("INVALID_LINK", ("blocks", "1", "url"))


ODD_LINKS = (
    "//host.example.org/x", "/path", "#part", "", "https:host.example.org", "https:///path",
    "https://", "https://.", "https://a..example.org", "https://me@example.org",
    "https://example.org:x/", "https://example.org\\@evil.example.org", "https://ex%2eample.org",
    "mailto:", "javascript:alert(1)", "example.org",
)  # fmt: skip


@pytest.mark.sqlite_only
@pytest.mark.parametrize("kind", [BlockKind.TEXT, BlockKind.BUTTON, BlockKind.IMAGE])
def test_a_link_that_is_none_is_refused_and_its_part_named(kind):
    """Kept as they were typed in a text; what cleaning takes away leads nowhere."""
    picture = Picture(1, "k", "png", 9, 9)

    def faults(url: str) -> list[tuple[str, tuple[str, ...], object]]:
        text = f'<p><a href="{url}">go</a></p>' if kind is BlockKind.TEXT else "go"
        block = Block("b", kind, text, "" if kind is BlockKind.TEXT else url, picture=picture)
        blocks = [Block("a", BlockKind.DIVIDER), clean_block(block, 1)]
        return [
            (each.code, each.path, each.parameters.get("number"))
            for each in faults_of("News", "", blocks, frozenset())
        ]

    at = ("blocks", "1", "text" if kind is BlockKind.TEXT else "url")
    for url in ODD_LINKS if kind is BlockKind.TEXT else filter(None, ODD_LINKS):
        assert faults(url) == [("INVALID_LINK", at, 2)], url
    assert faults("https://example.org/?m={{email}}") == [("PLACE_IN_LINK", at, 2)]
    for url in ("https://example.org", "HTTP://été.example.org:8080/a?b=c&d#e", "tel:+39011",
                "mailto:me@example.org?subject=Hi", "https://[2001:db8::1]/"):  # fmt: skip
        assert faults(url) == [], url


@pytest.mark.sqlite_only
def test_what_is_known_of_a_reader_stays_text():
    sheet = Sheet(
        "For {{full_name}}",
        "",
        (
            Block("a", BlockKind.HEADING, "Hi {{given_name|l'ami}}"),
            Block("b", BlockKind.TEXT, "<p>{{company|you &amp; yours}}</p>"),
            Block("c", BlockKind.BUTTON, "Go", 'https://example.org/?a=1&b="'),
        ),
        "Studio",
        Words("fr", "Why", "Leave"),
        "https://carnet.example.org",
    )
    asked: list[str] = []

    def click(url: str) -> str:
        asked.append(url)
        return "https://carnet.example.org/click"

    values = {"full_name": "Eve\r\nBcc: all@example.org", "company": "<b>&</b>"}
    filled = fill(template_of(sheet), values, Addresses("https://out", "https://pixel", click))
    assert filled.subject == "For Eve Bcc: all@example.org"
    assert "Hi l&#x27;ami" in filled.html or "Hi l'ami" in filled.html
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in filled.html
    assert asked == ['https://example.org/?a=1&b="']
    assert filled.html.count('src="https://pixel"') == 1
    assert 'role="presentation"' in filled.html
    assert "Leave\u00a0: https://out" in filled.text  # as French is typeset
    again = fill(template_of(sheet), {}, Addresses("u", None, as_they_are))
    assert "you &amp; yours" in again.html
    heading = Heading("Studio\r\nBcc: x@example.org", "studio@example.org", None, "1:1:campaign:c")
    target = Target("Eve <eve@example.org>", "eve@example.org", "campaign.1-x@e.org", "https://o")
    letter = message_from_bytes(letter_bytes(heading, target, filled, now()), policy=policy.default)
    assert letter["Bcc"] is None
    assert letter["To"].addresses[0].addr_spec == "eve@example.org"


async def test_a_picture_is_made_small_and_safe_once_for_each_ticket(owner):
    content = BytesIO()
    Image.new("RGB", (2400, 600), "teal").save(content, "JPEG")
    ticket = image_ticket(owner.actor)
    kept = await keep_image(ticket, content.getvalue() + b"<script>x</script>")
    assert (kept.width, kept.height, kept.format) == (1200, 300, "jpg")
    stored = await read_image(owner.account_id, kept.key, "jpg")
    assert stored is not None
    assert b"<script>" not in stored
    with pytest.raises(UploadExpired):
        await keep_image(ticket, content.getvalue())
    bomb = BytesIO()
    Image.new("1", (20_000, 20_000)).save(bomb, "PNG")
    for unfit in (b"<svg onload=x()>", bomb.getvalue()):
        with pytest.raises(CampaignImageUnfit):
            await keep_image(image_ticket(owner.actor), unfit)
