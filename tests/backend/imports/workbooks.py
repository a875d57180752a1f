"""Excel workbooks, as small as they can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

Cell = str | int | float | bool | datetime | None
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
moment = datetime.fromisoformat
"""Makes an instant as workbooks have them: of no time zone."""
_FIRST_DAY = moment("1899-12-30")
_STYLES = (
    f'<styleSheet xmlns="{NAMESPACE}"><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells; ``first`` is the number of the first of them."""

    rows: Sequence[Sequence[Cell]]
    first: int = 1
    is_hidden: bool = False


def write_workbook(
    path: Path, sheets: Mapping[str, Sheet], replaced: Mapping[str, bytes] | None = None
) -> Path:
    """Write sheets by their names; ``replaced`` are parts of the archive instead of those."""
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
            f'ContentType="{_TYPE}.worksheet+xml"/>'
            for n in numbers
        )
        + "</Types>",
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{NAMESPACE}" xmlns:r="{_OFFICE}"><sheets>'
        + "".join(
            f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"'
            f"{' state=' + chr(34) + 'hidden' + chr(34) if sheet.is_hidden else ''}/>"
            for n, (name, sheet) in enumerate(sheets.items(), 1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(
            {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in numbers}
            | {"rId99": ("styles", "styles.xml")}
        ),
        "xl/styles.xml": _STYLES,
        **{
            f"xl/worksheets/sheet{n}.xml": _sheet(sheet)
            for n, sheet in enumerate(sheets.values(), 1)
        },
    }
    whole = {name: text.encode() for name, text in parts.items()} | dict(replaced or {})
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in whole.items():
            archive.writestr(name, data)
    return path


def _relations(parts: Mapping[str, tuple[str, str]]) -> str:
    lines = (
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in parts.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _sheet(sheet: Sheet) -> str:
    rows = (
        f'<row r="{number}">{"".join(_cell(c, n, number) for n, c in enumerate(row))}</row>'
        for number, row in enumerate(sheet.rows, sheet.first)
    )
    return f'<worksheet xmlns="{NAMESPACE}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _cell(cell: Cell, place: int, row: int) -> str:
    where = f'r="{chr(ord("A") + place)}{row}"'
    match cell:
        case None:
            return ""
        case bool():
            return f'<c {where} t="b"><v>{int(cell)}</v></c>'
        case datetime():
            days = (cell - _FIRST_DAY).total_seconds() / 86_400
            return f'<c {where} s="1"><v>{days!r}</v></c>'
        case int() | float():
            return f"<c {where}><v>{cell!r}</v></c>"
    text = escape(cell)
    return f'<c {where} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
