"""Read vCards, of every version and dialect, one card at a time.

Sources: vCard 2.1 (versit, 1996), RFC 2426 (3.0), RFC 6350 (4.0). Lines that are none are passed
over, an END that is missing is thought to be there: address books of old telephones have both.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from backend.imports.decoding import is_text_encoding
from backend.imports.lines import MAX_ROW_CHARACTERS, Lines

_LINE = re.compile(
    r"(?:(?P<group>[\w.-]+)\.)?(?P<name>[A-Za-z][\w-]*)"
    r'(?P<parameters>(?:;(?:"[^"]*"|[^";:]|"(?=[^"]*$))*)*):(?P<value>.*)',
    re.DOTALL,
)
_PARAMETER = re.compile(r';((?:"[^"]*"|[^";])*)')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = re.compile(r"(\\.)", re.DOTALL)
_UNREAD = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
"""Pictures and the like, which are long and not imported."""
_MOST_PROPERTIES = 2_000
_LABEL = re.compile(r"_\$!<(.*)>!\$_")


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card. ``types`` are folded words: home, work, cell, pref ..."""

    name: str
    value: str
    types: frozenset[str] = frozenset()
    country: str = ""

    def text(self) -> str:
        """Return the value as one text."""
        return unescaped(self.value).strip()

    def parts(self) -> list[str]:
        """Return the components of a structured value; lines within one are kept apart by line
        breaks."""
        return ["\n".join(filter(None, self._list(part))) for part in _split(self.value, ";")]

    def items(self) -> list[str]:
        """Return the texts of a list."""
        return [item for item in self._list(self.value) if item]

    @staticmethod
    def _list(value: str) -> list[str]:
        return [unescaped(item).strip() for item in _split(value, ",")]


@dataclass(slots=True)
class Card:
    """The properties of one card that are not blank, by name, in their order."""

    properties: dict[str, list[Property]] = field(default_factory=dict)

    def add(self, each: Property) -> None:
        """Add a property, unless it is blank."""
        if each.value.strip(" ;,"):
            self.properties.setdefault(each.name, []).append(each)

    def all(self, name: str) -> list[Property]:
        """Return those of one name."""
        return self.properties.get(name, [])

    def first(self, name: str) -> Property | None:
        """Return the first of one name, if any."""
        return next(iter(self.all(name)), None)


def read_cards(lines: Lines) -> Iterator[Card]:
    """Yield the cards of a text; a card inside of another, an assistant's, is passed over."""
    found: list[tuple[str, Property]] = []
    depth, before = 0, ""
    for group, each in _properties(lines):
        marker = each.name if each.value.strip().upper() == "VCARD" else ""
        if marker == "BEGIN" and before == "AGENT":
            depth += 1
        elif marker in ("BEGIN", "END") and depth < 2:
            if found:
                yield _card(found)
            found, depth = [], int(marker == "BEGIN")
        elif marker == "END":
            depth -= 1
        elif depth == 1 and len(found) < _MOST_PROPERTIES:
            found.append((group, each))
        before = each.name
    if found:
        yield _card(found)


def unescaped(text: str) -> str:
    r"""Return a text without the backslashes that keep its commas, semicolons and line breaks."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def _card(found: list[tuple[str, Property]]) -> Card:
    """Return a card; what Apple says beside a property, by its group, becomes part of it."""
    labels = {group: each.text() for group, each in found if group and each.name == "X-ABLABEL"}
    countries = {group: each.text() for group, each in found if group and each.name == "X-ABADR"}
    card = Card()
    for group, each in found:
        if not group:
            card.add(each)
            continue
        words = frozenset(_words(_LABEL.sub(r"\1", labels.get(group, ""))))
        country = each.country or countries.get(group, "")
        card.add(Property(each.name, each.value, each.types | words, country))
    return card


def _words(label: str) -> list[str]:
    """Return the words of a label of Apple's: ``HomeFAX``, ``iPhone``."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)
    return re.findall(r"[a-z]+", f"{label} {split}".lower())


def _properties(lines: Lines) -> Iterator[tuple[str, Property]]:
    """Yield the properties of a text with their groups, their lines put together again."""
    line = lines.read()
    while line:
        whole, line = _unfolded(lines, line)
        if not whole and not line.strip():
            lines.skip_blank("\t")
        found = _LINE.fullmatch(whole)
        name = found["name"].upper() if found else ""
        if found and name not in _UNREAD:
            yield (found["group"] or "").lower(), _property(name, found)


def _unfolded(lines: Lines, line: str) -> tuple[str, str]:
    """Return a whole property, and the line after it. What is too long is not kept."""
    pieces, size = [line.rstrip("\r\n")], len(line)
    quoted = "QUOTED-PRINTABLE" in line.partition(":")[0].upper()
    following = lines.read()
    while following:
        if quoted and pieces[-1].endswith("="):
            pieces[-1] = pieces[-1][:-1]
            piece = following.rstrip("\r\n")
        elif following[0] in " \t" and following.strip():
            piece = following[1:].rstrip("\r\n")
        else:
            break
        size += len(piece)
        if size > MAX_ROW_CHARACTERS:  # a picture: only where it ends matters
            pieces = [piece[-1:]]
        else:
            pieces.append(piece)
        following = lines.read()
    return "" if size > MAX_ROW_CHARACTERS else "".join(pieces), following


def _property(name: str, found: re.Match[str]) -> Property:
    types: set[str] = set()
    encoding = charset = country = ""
    for raw in _PARAMETER.findall(found["parameters"]):
        key, equals, value = raw.partition("=")
        key, value = key.strip().upper(), value.strip().strip('"')
        if not equals:  # version 2.1 says "TEL;HOME"
            key, value = ("ENCODING" if key in ("QUOTED-PRINTABLE", "BASE64") else "TYPE"), key
        if key == "TYPE":
            types.update(value.lower().replace('"', "").split(","))
        elif key == "PREF":
            types.add("pref")
        elif key == "ENCODING":
            encoding = value.upper()
        elif key == "CHARSET":
            charset = value
        elif key == "CC":
            country = value
    value = found["value"]
    if encoding == "QUOTED-PRINTABLE":
        value = _decoded(value, charset)
    elif encoding in ("B", "BASE64"):
        value = ""
    return Property(name, value, frozenset(types), country)


def _decoded(value: str, charset: str) -> str:
    data = quopri.decodestring(value.encode("utf-8", "surrogateescape"))
    for encoding in (charset if is_text_encoding(charset) else "utf-8", "utf-8", "cp1252"):
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except UnicodeError:
            continue
    return data.decode("latin-1")


def _split(value: str, mark: str) -> list[str]:
    """Return the parts between marks that no backslash keeps."""
    if "\\" not in value:
        return value.split(mark)
    parts = [""]
    for piece in _ESCAPED.split(value):
        first, *others = [piece] if piece[:1] == "\\" else piece.split(mark)
        parts[-1] += first
        parts += others
    return parts
