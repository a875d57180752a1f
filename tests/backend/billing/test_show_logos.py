"""Logos: sent in, made safe, shown on what is issued from then on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import BytesIO

import httpx2
import pytest
from PIL import Image
from starlette.applications import Starlette

from backend.billing import logos
from backend.billing.errors import InvalidColour
from backend.billing.logo_http import logo_routes
from backend.billing.queries.documents import documents_by_id
from backend.billing.queries.settings import billing_settings
from backend.billing.rendering.pictures import safe_picture
from backend.billing.rows import SettingsRow
from backend.billing.rules.look import Logo
from backend.billing.rules.settings import SettingsChanges
from backend.billing.service import (
    document_pdf,
    keep_pdf,
    pdfs,
    remove_logo,
    set_logo,
    update_settings,
    verify_ledger,
)
from backend.billing.service.corrections import as_draft
from backend.core.errors import Forbidden
from backend.core.permissions import Actor
from backend.core.secrets import verify
from backend.core.uploads.errors import UploadExpired
from tests.factories.billing import new_document, new_issued, new_seller


def picture(colour: str = "navy") -> bytes:
    target = BytesIO()
    Image.new("RGB", (60, 20), colour).save(target, "PNG")
    return target.getvalue()


def picture_kept(content: bytes) -> bytes:
    return safe_picture(content).content


@pytest.fixture
async def client(database) -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(Starlette(routes=logo_routes))
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


async def sent(client, ticket, content):
    return await client.post(f"/uploads/logos/{ticket}", files={"file": ("logo.png", content)})


async def uploaded(client, actor, colour="navy"):
    answer = await sent(client, logos.logo_ticket(actor), picture(colour))
    return answer.json()["uploadId"]


async def shown_logo(actor: Actor, upload: str | None) -> tuple[SettingsRow, Logo]:
    """Set a logo, and return it with the settings."""
    assert upload is not None
    row = (await set_logo(actor, upload)).row
    assert row.settings.look.logo is not None
    return row, row.settings.look.logo


async def test_a_logo_is_shown_on_what_is_issued_from_then_on(owner, stranger, client):
    tax = await new_seller(owner.actor)
    plain = await new_issued(owner.actor, tax)
    row, navy = await shown_logo(owner.actor, await uploaded(client, owner.actor))
    assert (navy.format, navy.width, navy.height) == ("png", 60, 20)
    await update_settings(owner.actor, row.version, SettingsChanges(accent="#1D4F8F"))
    issued = await new_issued(owner.actor, tax)
    draft = await new_document(owner.actor, tax)
    await set_logo(owner.actor, await uploaded(client, owner.actor, "red"))

    shown = {}
    for key in (plain.pk, issued.pk, draft.pk):
        document = (await documents_by_id(owner.actor, (key,)))[key]
        seller = (await pdfs._printed(owner.actor, document)).seller
        shown[key] = (seller.logo and seller.logo.content, seller.accent)
    old, new = picture_kept(picture()), picture_kept(picture("red"))
    assert shown == {
        plain.pk: (None, None),
        issued.pk: (old, "#1d4f8f"),
        draft.pk: (new, "#1d4f8f"),
    }
    assert (await keep_pdf(owner.actor, issued.pk)).startswith(b"%PDF-")
    assert b"/Image" in (await document_pdf(owner.actor, draft.pk))[1]
    assert (await verify_ledger(owner.actor)).findings == []
    found = (await documents_by_id(owner.actor, (issued.pk,)))[issued.pk]
    assert as_draft(found.content).look is None

    url = logos.logo_url(owner.account_id, navy)
    answer = await client.get(url)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert "sandbox" in answer.headers["content-security-policy"]
    other = url.replace(f"/{owner.account_id}/", f"/{stranger.account_id}/")
    for wrong in (url[:-1], other, url.replace(".png", ".svg"), url.replace(navy.key, "x")):
        assert (await client.get(wrong)).status_code == 404


async def test_a_logo_taken_away_can_be_brought_back(owner, member, client):
    with pytest.raises(Forbidden):
        logos.logo_ticket(member.actor)
    await set_logo(owner.actor, await uploaded(client, owner.actor))
    removed = await remove_logo(owner.actor)
    assert removed.row.settings.look.logo is None
    with pytest.raises(Forbidden):
        await set_logo(member.actor, removed.upload_id or "")
    _, back = await shown_logo(owner.actor, removed.upload_id)
    assert await logos.read_logo(owner.account_id, back) is not None
    await remove_logo(owner.actor)
    assert (await remove_logo(owner.actor)).upload_id is None


async def test_an_upload_is_ones_own_and_goes_unless_it_is_taken(owner, stranger, client):
    ticket = logos.logo_ticket(owner.actor)
    upload = (await sent(client, ticket, picture())).json()["uploadId"]
    assert (await sent(client, ticket, picture())).status_code == 410
    with pytest.raises(UploadExpired):
        await set_logo(stranger.actor, upload)
    with pytest.raises(UploadExpired):
        await set_logo(owner.actor, upload + "x")
    left = await uploaded(client, owner.actor)
    _, taken = await shown_logo(owner.actor, upload)
    for key in (taken.key, (verify("logo-upload", left) or {})["key"]):
        await logos.forget_upload({"account_id": owner.account_id, "key": key})
    assert await logos.read_logo(owner.account_id, taken) is not None
    with pytest.raises(UploadExpired):
        await set_logo(owner.actor, left)


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("content", "status", "code", "reason"),
    [
        (b"x" * 6_000_000, 413, "UPLOAD_TOO_LARGE", None),
        (b"", 400, "UPLOAD_MISSING", None),
        (b"no picture", 400, "LOGO_UNFIT", "not_a_picture"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><text/></svg>', 400, "LOGO_UNFIT", "not_shapes"),
    ],
)
async def test_what_is_no_logo_is_refused_with_its_reason(
    owner, client, content, status, code, reason
):
    answer = await sent(client, logos.logo_ticket(owner.actor), content)
    [error] = answer.json()["errors"]
    told = {each["name"]: each["value"] for each in error["parameters"]}
    assert (answer.status_code, error["code"], told.get("reason")) == (status, code, reason)
    assert (await billing_settings(owner.actor)).settings.look.logo is None


@pytest.mark.sqlite_only
async def test_a_colour_is_one_or_none(owner):
    row = (await update_settings(owner.actor, 0, SettingsChanges(accent="#ABCDEF"))).row
    assert row.settings.look.accent == "#abcdef"
    with pytest.raises(InvalidColour):
        await update_settings(owner.actor, 1, SettingsChanges(accent="red"))
    assert (
        await update_settings(owner.actor, 1, SettingsChanges(accent=""))
    ).row.settings.look.accent is None
