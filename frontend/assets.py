"""The files a browser loads: our client, islands and styles, and Preact, under a URL that changes
with their content.
"""

from __future__ import annotations

import gzip
from functools import cache
from hashlib import blake2b
from pathlib import Path

import reactpy
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from frontend.bundles import bundle
from frontend.components.icon import icon_styles

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
PREACT = Path(reactpy.__file__).parent / "static"

PREFIX = "/static/"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".csv": "text/csv; charset=utf-8",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
}
CLIENT = "client/bundle.js"
"""What draws the window: everything that boot.js needs but Preact."""
ISLANDS = "islands/bundle.js"
"""Every custom element."""
LAYERS = "@layer tokens, base, components, frame, pages;\n"


@cache
def files() -> dict[str, bytes]:
    """Return every file by its path below the prefix, among them `carnet.css` (all styles) and the
    bundles.
    """
    found = {
        path.relative_to(STATIC).as_posix(): path.read_bytes()
        for path in sorted(STATIC.rglob("*"))
        if path.suffix in TYPES
    }
    found["carnet.css"] = stylesheet().encode()
    scripts = {name: text.decode() for name, text in found.items() if name.endswith(".js")}
    islands = [name for name in scripts if name.startswith("islands/")]
    found[CLIENT] = bundle(scripts, ["client/boot.js"], CLIENT).encode()
    found[ISLANDS] = bundle(scripts, islands, ISLANDS).encode()
    found |= {f"preact/{name}": (PREACT / name).read_bytes() for name in preact_modules()}
    return found


@cache
def compressed(name: str) -> bytes:
    """Return a file compressed by gzip, the same bytes every time."""
    return gzip.compress(files()[name], mtime=0)


@cache
def digest() -> str:
    """Return a short hash of all files: a part of their URLs, so that browsers may keep them for
    ever.
    """
    total = blake2b(digest_size=8)
    for name, content in sorted(files().items()):
        total.update(name.encode() + b"\0" + content)
    return total.hexdigest()


def url(name: str) -> str:
    """Return the URL of a file, e.g. `url("carnet.css")`. Raises KeyError when there is none."""
    if name not in files():
        raise KeyError(name)
    return f"{PREFIX}{digest()}/{name}"


def stylesheet() -> str:
    """Join all styles in their layers: tokens, the base, components, the frame, pages and their
    parts.
    """
    parts = [LAYERS]
    parts.append(_layer("tokens", [STATIC / "tokens.css"]))
    parts.append(_layer("base", sorted((STATIC / "base").glob("*.css"))))
    parts.append(_layer("components", sorted((FOLDER / "components").rglob("*.css"))))
    parts.append(f"@layer components {{\n{icon_styles()}}}\n")
    parts.append(_layer("frame", sorted((FOLDER / "frame").glob("*.css"))))
    parts.append(_layer("pages", sorted((FOLDER / "pages").rglob("*.css"))))
    return "".join(parts)


def _layer(name: str, paths: list[Path]) -> str:
    styles = "\n".join(path.read_text(encoding="utf-8").strip() for path in paths)
    return f"@layer {name} {{\n{styles}\n}}\n"


@cache
def preact_modules() -> tuple[str, ...]:
    """Return Preact's own file and the chunk it is made of, out of those that ReactPy carries."""
    source = (PREACT / "preact.js").read_text(encoding="utf-8")
    chunk = source.split('from"./', 1)[1].split('"', 1)[0]
    return ("preact.js", chunk)


def serve(request: Request) -> Response:
    """Answer a request for a file. A URL of an older version gets the present file, but is not
    kept.
    """
    name = request.path_params["name"]
    content = files().get(name)
    if content is None:
        return PlainTextResponse("Not found", status_code=404)
    current = request.path_params["digest"] == digest()
    headers = {
        "cache-control": "public, max-age=31536000, immutable" if current else "no-cache",
        "vary": "accept-encoding",
        "x-content-type-options": "nosniff",
    }
    if "gzip" in request.headers.get("accept-encoding", ""):
        content, headers["content-encoding"] = compressed(name), "gzip"
    return Response(content, media_type=TYPES[Path(name).suffix], headers=headers)


def forget() -> None:
    """Read the files again at the next request; for development and tests that add their own."""
    files.cache_clear()
    digest.cache_clear()
    compressed.cache_clear()
