"""Photos: a ticket, an upload, a square; and what lies about itself is refused."""

from __future__ import annotations

import asyncio
import struct
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import httpx2
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat
from starlette.applications import Starlette

from backend.contacts import photos
from backend.contacts.errors import ContactDeleted
from backend.contacts.photos import http, imaging
from backend.contacts.photos.errors import ImageTooLarge, NotAnImage
from backend.contacts.photos.imaging import square_photos
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, remove_contact_photo, set_contact_photo
from backend.core import clock
from backend.core.clock import now
from backend.core.errors import Forbidden, NotFound
from backend.core.jobs import worker
from backend.core.permissions import Actor, Role
from backend.core.uploads.errors import UploadExpired
from tests.factories.contacts import new_contact

ROOT = Path(__file__).parents[3]
OWNER = Actor(account_id=7, role=Role.OWNER, user_id=1)
STRANGER = Actor(account_id=8, role=Role.OWNER, user_id=2)


def picture(kind: str = "PNG", size: tuple[int, int] = (300, 200), **options: object) -> bytes:
    target = BytesIO()
    image = Image.new("RGB", size, "red")
    image.paste("blue", (0, 0, size[0] // 2, size[1]))
    image.save(target, kind, **options)
    return target.getvalue()


@pytest.fixture
async def client(database) -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(Starlette(routes=http.routes))
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


async def send(client: httpx2.AsyncClient, content: bytes, token: str | None = None):
    token = token or photos.upload_ticket(OWNER).token
    return await client.post(f"/uploads/{token}", files={"file": ("photo.png", content)})


async def uploaded_key(client: httpx2.AsyncClient, actor: Actor = OWNER) -> str:
    answer = await send(client, picture())
    assert answer.status_code == 200
    return await photos.claim_upload(actor, answer.json()["uploadId"])


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
async def test_every_usual_kind_becomes_three_squares(kind):
    made = await square_photos(picture(kind))
    assert [Image.open(BytesIO(content)).size for content in made.values()] == [
        (64, 64),
        (128, 128),
        (256, 256),
    ]


async def test_a_photo_taken_sideways_stands_upright_and_loses_its_metadata():
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise to see it upright
    exif[0x010F] = "a camera's maker"
    content = (await square_photos(picture("JPEG", exif=exif)))[256]
    shown = Image.open(BytesIO(content)).convert("RGB")
    top, bottom = (
        shown.crop((128, 20, 129, 21)).tobytes(),
        shown.crop((128, 235, 129, 236)).tobytes(),
    )
    assert top[2] > 200, "what was left is now on top"
    assert bottom[0] > 200
    assert not shown.getexif()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"<svg onload=alert(1)>",
        b"%PDF-1.7",
        picture()[:200],
        b"GIF89a" + b"\0" * 9,
    ],
)
async def test_what_is_no_picture_is_refused(content):
    with pytest.raises(NotAnImage):
        await square_photos(content)


@pytest.mark.parametrize(("kind", "side", "maximum"), [("PNG", 7750, 60), ("WEBP", 5001, 25)])
async def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(
    kind, side, maximum, monkeypatch
):
    target = BytesIO()
    Image.new("1", (side, side)).save(target, kind, method=0)
    monkeypatch.setattr(imaging, "_square_photos", pytest.fail)
    with pytest.raises(ImageTooLarge) as refused:
        await square_photos(target.getvalue())
    assert refused.value.parameters == {"maximum_megapixels": maximum}


@pytest.mark.parametrize("orientation", range(1, 9))
async def test_every_orientation_is_turned_as_pillow_does(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = picture("JPEG", (240, 160), exif=exif)
    expected = ImageOps.exif_transpose(Image.open(BytesIO(content)))
    expected = ImageOps.fit(expected, (64, 64), Image.Resampling.LANCZOS)
    made = Image.open(BytesIO((await square_photos(content))[64])).convert("RGB")
    assert max(ImageStat.Stat(ImageChops.difference(made, expected)).mean) < 6


def camera_metadata(*entries: tuple[int, int, int, bytes]) -> bytes:
    """EXIF of entries: tag, type, how many, and four bytes of value."""
    packed = (struct.pack("<HHI4s", *entry) for entry in entries)
    return b"".join(
        (b"Exif\0\0II*\0\x08\0\0\0", struct.pack("<H", len(entries)), *packed, b"\0\0\0\0")
    )


@pytest.mark.filterwarnings("ignore:(Corrupt EXIF data|Truncated File Read)")
@pytest.mark.parametrize(
    "metadata",
    [
        # A width in letters: it can be read, and not be written again.
        camera_metadata((0x0100, 2, 4, b"abc\0"), (0x0112, 3, 1, b"\6\0\0\0")),
        camera_metadata((0x0112, 2, 4, b"abc\0")),
        camera_metadata((0x0112, 5, 1, b"\xff\xff\xff\xff")),
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0nothing of the kind",
    ],
)
async def test_broken_metadata_does_not_cost_the_picture(metadata):
    made = await square_photos(picture("JPEG", exif=metadata))
    assert Image.open(BytesIO(made[64])).size == (64, 64)


@pytest.mark.parametrize("error", [struct.error, TypeError, KeyError, OverflowError, SyntaxError])
async def test_whatever_a_decoder_stumbles_over_is_no_picture(error, monkeypatch):
    def stumble(*_):
        raise error("made to confuse")

    content = picture()
    monkeypatch.setattr(Image.Image, "convert", stumble)
    with pytest.raises(NotAnImage):
        await square_photos(content)


@pytest.mark.parametrize("size", [(1200, 20), (20, 1200), (1023, 1024), (2049, 1537), (1, 1)])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "LA"])
async def test_the_middle_of_any_shape_fills_the_square(size, mode):
    image = Image.new("RGB", size, "red")
    target = BytesIO()
    image.convert(mode).save(target, "PNG")
    made = Image.open(BytesIO((await square_photos(target.getvalue()))[256])).convert("RGBA")
    expected = colour(image.convert(mode).convert("RGBA"), (0, 0))
    for place in ((0, 0), (255, 0), (0, 255), (255, 255), (128, 128)):
        shown = colour(made, place)
        assert shown[3] == 255
        assert max(abs(one - other) for one, other in zip(shown, expected, strict=True)) < 8


def colour(image: Image.Image, place: tuple[int, int]) -> bytes:
    left, top = place
    return image.crop((left, top, left + 1, top + 1)).tobytes()


async def test_a_photo_with_a_second_one_inside_shows_the_first():
    target = BytesIO()
    first, second = Image.new("RGB", (80, 80), "red"), Image.new("RGB", (80, 80), "blue")
    first.save(target, "MPO", save_all=True, append_images=[second])
    made = Image.open(BytesIO((await square_photos(target.getvalue()))[64])).convert("RGB")
    assert colour(made, (32, 32))[0] > 200


def test_many_large_pictures_at_once_take_the_memory_of_one():
    script = """
import asyncio, resource
from io import BytesIO
from PIL import Image
from backend.contacts.photos.imaging import square_photos
from backend.core.uploads.errors import UploadExpired

async def main():
    target = BytesIO()
    Image.new("L", (5000, 5000)).save(target, "PNG", compress_level=1)
    await asyncio.gather(*(square_photos(target.getvalue()) for _ in range(4)))

before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
asyncio.run(main())
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 80, "one takes 25 MiB, and as much while it is made"


async def test_an_upload_is_shown_at_its_address_in_the_size_asked_for(client):
    key = await uploaded_key(client)
    for asked, kept in ((1, 64), (64, 64), (100, 128), (1000, 256)):
        answer = await client.get(photos.photo_url(7, key, asked))
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "image/webp"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert Image.open(BytesIO(answer.content)).size == (kept, kept)


async def test_an_address_that_we_did_not_make_shows_nothing(client):
    key = await uploaded_key(client)
    url = photos.photo_url(7, key, 64)
    for wrong in (
        url.split("?")[0],
        url.replace("/7/", "/8/"),
        url.replace("64.webp", "65.webp"),
        photos.photo_url(7, "0" * 32, 64),
        "/files/photos/7/..%2f..%2fsecret.key/64.webp?s=x",
        url[:-3] + "%C3%A9",
        url.replace("/7/", "/" + "7" * 5000 + "/"),
        url.replace("64.webp", "6" * 5000 + ".webp"),
    ):
        assert (await client.get(wrong)).status_code == 404


async def test_a_viewer_gets_no_ticket():
    with pytest.raises(Forbidden):
        photos.upload_ticket(Actor(account_id=7, role=Role.VIEWER, user_id=3))


async def test_another_account_cannot_claim_an_upload(client):
    with pytest.raises(UploadExpired):
        await uploaded_key(client, STRANGER)


async def test_a_ticket_ends_after_ten_minutes(client):
    ticket = photos.upload_ticket(OWNER)
    with clock.frozen(now() + timedelta(minutes=11)):
        answer = await send(client, picture(), ticket.token)
    assert answer.status_code == 410
    assert answer.json()["errors"][0]["code"] == "UPLOAD_EXPIRED"


async def test_a_ticket_is_good_for_one_upload(client):
    token = photos.upload_ticket(OWNER).token
    answers = await asyncio.gather(*(send(client, picture(), token) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200, 410, 410, 410, 410]
    [kept] = [answer.json()["uploadId"] for answer in answers if answer.status_code == 200]
    assert await photos.claim_upload(OWNER, kept)
    again = await send(client, picture(), token)
    assert again.json()["errors"][0]["code"] == "UPLOAD_EXPIRED"


async def test_a_refused_picture_has_used_its_ticket(client):
    token = photos.upload_ticket(OWNER).token
    assert (await send(client, b"no picture", token)).status_code == 400
    assert (await send(client, picture(), token)).status_code == 410


async def test_bad_bodies_get_a_coded_answer(client):
    token = photos.upload_ticket(OWNER).token
    for request, status, code in (
        ({"content": b"nothing"}, 400, "UPLOAD_MISSING"),
        ({"data": {"file": "text"}}, 400, "UPLOAD_MISSING"),
        ({"files": {"other": ("a.png", picture())}}, 400, "UPLOAD_MISSING"),
        ({"files": {"file": ("a.png", b"")}}, 400, "UPLOAD_MISSING"),
        ({"files": {"file": ("a.png", b"MZ executable")}}, 400, "NOT_AN_IMAGE"),
        ({"files": {"file": ("a.png", b"\0" * (11 * 1024 * 1024))}}, 413, "UPLOAD_TOO_LARGE"),
        (
            {"content": b"--x\r\n", "headers": {"content-type": "multipart/form-data"}},
            400,
            "UPLOAD_MISSING",
        ),
    ):
        answer = await client.post(f"/uploads/{token}", **request)
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (status, code)


async def test_an_upload_that_nobody_claims_goes_after_two_hours(client):
    key = await uploaded_key(client)
    with clock.frozen(now() + timedelta(hours=3)):
        await worker.run_due_jobs()
    assert (await client.get(photos.photo_url(7, key, 64))).status_code == 404


async def test_an_unknown_contact_is_named_by_the_field_of_the_input(client, owner):
    gone = await new_contact(owner.actor, given_name="Gone")
    await delete_contacts(owner.actor, SelectedIds((gone.pk,)))
    token = photos.upload_ticket(owner.actor).token
    upload = (await send(client, picture(), token)).json()["uploadId"]
    for contact, refusal in ((999_999, NotFound), (gone.pk, ContactDeleted)):
        for writing in (
            set_contact_photo(owner.actor, contact, 1, upload),
            remove_contact_photo(owner.actor, contact, 1),
        ):
            with pytest.raises(refusal) as refused:
                await writing
            assert refused.value.path == ("contactId",)
