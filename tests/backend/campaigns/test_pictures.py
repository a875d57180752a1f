"""Pictures of letters: made small, kept once, and what letters show stays as it was."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from backend.campaigns.errors import CampaignImageUnfit
from backend.campaigns.images import image_ticket, keep_image
from backend.core.database import read
from backend.core.storage import StorageUnavailable
from backend.core.uploads.errors import UploadExpired


def drawn(colour: str, side: int = 20) -> bytes:
    target = BytesIO()
    Image.new("RGB", (side, side), colour).save(target, "PNG")
    return target.getvalue()


@pytest.mark.sqlite_only
async def test_a_ticket_that_was_used_changes_no_picture(owner, http):
    ticket = image_ticket(owner.actor)
    kept = await keep_image(ticket, drawn("red"))
    shown = (await http.get(kept.path)).content
    with pytest.raises(UploadExpired):
        await keep_image(ticket, drawn("blue", 900))
    again = await http.get(kept.path)
    assert (again.status_code, again.content) == (200, shown)
    with pytest.raises(CampaignImageUnfit):
        await keep_image(image_ticket(owner.actor), b"GIF89a" + b"\x00" * 50)
    assert await read.fetch_value("SELECT COUNT(*) FROM campaign_image") == 1


@pytest.mark.sqlite_only
async def test_a_picture_that_cannot_be_kept_is_none(owner, monkeypatch):
    async def full(*_: object) -> None:
        raise StorageUnavailable

    monkeypatch.setattr("backend.campaigns.images.put_file", full)
    with pytest.raises(StorageUnavailable):
        await keep_image(image_ticket(owner.actor), drawn("red"))
    assert await read.fetch_value("SELECT COUNT(*) FROM campaign_image") == 0


@pytest.mark.sqlite_only
async def test_thirty_megabytes_are_refused_by_their_field_and_limit(owner, http):
    place = f"/uploads/campaign-images/{image_ticket(owner.actor)}"
    large = drawn("red") + b"\0" * 30_000_000
    refused = await http.post(place, files={"file": ("poster.png", large, "image/png")})
    assert refused.status_code == 413
    (error,) = refused.json()["errors"]
    assert (error["code"], error["path"]) == ("UPLOAD_TOO_LARGE", ["file"])
    assert error["parameters"] == [{"name": "maximumMb", "value": "10"}]
    assert await read.fetch_value("SELECT COUNT(*) FROM campaign_image") == 0
    smaller = await http.post(place, files={"file": ("poster.png", drawn("red"), "image/png")})
    assert smaller.json()["width"] == 20
