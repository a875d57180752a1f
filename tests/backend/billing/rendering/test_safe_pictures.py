"""Logos and signatures: made small and safe, or refused with the reason."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from struct import pack

import pytest
from PIL import Image
from pypdf import PdfReader

from backend.billing.rendering.document import Picture
from backend.billing.rendering.pictures import SHOWN_PIXELS, PictureRefused, Reason, safe_picture
from backend.billing.rendering.render import render_pdf
from backend.billing.rendering.view import LOGO_MM, view_of
from tests.backend.billing.rendering.samples import AT, franchise_invoice

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">{}</svg>'
SHAPES = (
    '<defs><linearGradient id="a"><stop offset="0" stop-color="#1f6b54"/></linearGradient></defs>'
    '<style>.b{fill:url(#a)}</style><g onclick="x()"><rect class="b" width="90" height="40"/></g>'
    '<metadata>made by a program</metadata><use href="#c"/><path id="c" d="M0 0L9 9"/>'
)

UNREADABLE = b"Exif\0\0II*\0\x08\0\0\0" + pack(
    "<HHHIIHHIfHHIII", 3, 0x112, 3, 1, 6, 0x100, 11, 1, float("nan"), 0x131, 12, 1, 32, 0
)
"""Metadata that says how a picture lies, beside a width that is no number."""


def painted(
    size: tuple[int, int], kind: str = "PNG", mode: str = "RGB", **options: object
) -> bytes:
    """Return a picture's bytes."""
    target = BytesIO()
    Image.new(mode, size, 90 if mode == "L" else None).save(target, kind, **options)
    return target.getvalue()


def reason_of(content: bytes) -> Reason:
    """Return why a picture is refused."""
    with pytest.raises(PictureRefused) as refused:
        safe_picture(content)
    return refused.value.reason


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_large_picture_becomes_a_small_png_of_its_shape(kind: str) -> None:
    made = safe_picture(painted((3000, 1500), kind))
    assert (made.format, made.width, made.height) == ("png", 800, 400)
    with Image.open(BytesIO(made.content)) as picture:
        assert picture.size == (800, 400)
        assert picture.size <= SHOWN_PIXELS


def test_metadata_is_left_behind_and_the_picture_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "taken at home"
    made = safe_picture(painted((60, 20), "JPEG", exif=exif))
    assert (made.width, made.height) == (20, 60)
    assert b"taken at home" not in made.content


def test_prints_of_four_colours_and_bilevel_scans_are_taken() -> None:
    assert safe_picture(painted((50, 50), "JPEG", "CMYK")).format == "png"
    assert safe_picture(painted((50, 50), "PNG", "1")).format == "png"


def test_what_is_no_picture_is_refused() -> None:
    assert reason_of(b"") is Reason.NOT_A_PICTURE
    assert reason_of(b"%PDF-1.7") is Reason.NOT_A_PICTURE
    assert reason_of(painted((40, 40))[:60]) is Reason.NOT_A_PICTURE
    assert reason_of(bytes(40_000_000)) is Reason.TOO_LARGE
    assert reason_of(painted((6000, 5000), mode="1")) is Reason.TOO_MANY_PIXELS
    assert reason_of(painted((2000, 10))) is Reason.TOO_LONG
    assert reason_of(painted((50, 50), "JPEG", exif=UNREADABLE)) is Reason.NOT_A_PICTURE


def test_a_drawing_keeps_its_shapes_alone_and_is_drawn() -> None:
    made = safe_picture(SVG.format(SHAPES).encode())
    assert (made.format, made.width, made.height) == ("svg", 1000, 333)
    assert b"onclick" not in made.content
    assert b"metadata" not in made.content
    invoice = franchise_invoice()
    pdf = render_pdf(replace(invoice, seller=replace(invoice.seller, logo=made)), AT)
    assert len(PdfReader(BytesIO(pdf)).pages) == 1


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<text>Name</text>",
        '<image href="https://example.org/x.png"/>',
        '<use href="https://example.org/x.svg#a"/>',
        "<foreignObject/>",
        "<style>@import url(https://example.org)</style>",
        '<rect style="fill:url(https://example.org)"/>',
        '<rect fill="url(file:///etc/passwd#x)"/>',
        '<path style="stroke-dasharray:0.0001" d="M0 0L9e9 9e9"/>',
        '<path style="stroke-dasharray/**/:0.0001" d="M0 0L9e9 9e9"/>',
        '<path style=\'a:"/*";fill:url(https://example.org);b:"*/"\' d="M0 0"/>',
        '<g id="a"><use href="#a"/></g>',
        "<g>" * 100 + "</g>" * 100,
    ],
)
def test_a_drawing_of_more_than_shapes_is_refused(inside: str) -> None:
    assert reason_of(SVG.format(inside).encode()) is Reason.NOT_SHAPES


def test_a_drawing_that_grows_when_it_is_drawn_is_refused() -> None:
    levels = ['<g id="g0"><rect width="1" height="1"/></g>']
    levels += [f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)]
    assert reason_of(SVG.format("".join(levels)).encode()) is Reason.NOT_SHAPES


@pytest.mark.parametrize(
    "content",
    [
        b"<svg",
        b"<html/>",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;")).encode(),
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'.encode("utf-16"),
        SVG.format("").replace("300", "1e999").encode(),
        SVG.format("").replace("300 100", "1e-320 1e-320").encode(),
        b"<!DOCTYPE" * 50_000,
    ],
)
def test_a_broken_drawing_is_refused(content: bytes) -> None:
    assert reason_of(content) in (Reason.NOT_SHAPES, Reason.NOT_A_PICTURE)


def test_a_declared_type_without_entities_is_what_drawing_programs_write() -> None:
    declared = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">'
    assert safe_picture((declared + SVG.format(SHAPES)).encode()).format == "svg"


@pytest.mark.parametrize("size", [(800, 400), (30, 300), (1240, 50)])
def test_a_logo_fits_its_place_and_keeps_its_shape(size: tuple[int, int]) -> None:
    logo = Picture(b"", "png", *size)
    invoice = franchise_invoice()
    placed = view_of(replace(invoice, seller=replace(invoice.seller, logo=logo)))["logo"]
    assert placed["width"] <= LOGO_MM[0]
    assert placed["height"] <= LOGO_MM[1]
    assert placed["width"] / placed["height"] == pytest.approx(size[0] / size[1], rel=0.01)
