"""``carnet export``, as it is typed, and what ``carnet import`` makes of its file."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from backend.cli.demo import EMAIL, demo
from backend.cli.export_contacts import export_contacts
from backend.cli.import_contacts import import_contacts
from backend.cli.users import user_app
from backend.core.settings import settings

carnet = typer.Typer()
carnet.command()(demo)
carnet.command(name="import")(import_contacts)
carnet.command(name="export")(export_contacts)
carnet.add_typer(user_app, name="user")


@pytest.fixture(autouse=True)
def filled(sqlite_template: Path) -> None:
    """Begin with a migrated database and thirty people in it."""
    shutil.copyfile(sqlite_template, settings().data_dir / "carnet.sqlite3")
    assert run("demo", "--contacts", "30").exit_code == 0


def run(*arguments: str | Path) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(carnet, [str(part) for part in arguments])


def rows_of(file: Path, delimiter: str = ",") -> list[dict[str, str]]:
    text = io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=delimiter))


def test_a_book_moves_by_two_commands(tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    done = run("export", first, "--account", EMAIL)
    assert done.exit_code == 0
    assert done.stdout == f"30 contacts in {first}.\n"
    new = ("--email", "new@example.org", "--name", "New", "--account", "Elsewhere")
    made = run("user", "create", *new)
    assert made.exit_code == 0, made.output
    taken = run("import", first, "--account", "new@example.org")
    assert "Not imported" not in taken.stdout
    assert run("export", second, "--account", "new@example.org").exit_code == 0
    assert second.read_bytes() == first.read_bytes()


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("carnet", b"\xef\xbb\xbfCarnet ID"),
        ("google", b"First Name,Middle Name"),
        ("outlook", b"\xef\xbb\xbfFirst Name"),
        ("vcard", b"BEGIN:VCARD\r\nVERSION:4.0"),
    ],
)
def test_each_format_has_its_name(tmp_path: Path, name: str, starts: bytes) -> None:
    file = tmp_path / "contacts"
    assert run("export", file, "--account", EMAIL, "--format", name).exit_code == 0
    assert file.read_bytes().startswith(starts)


def test_a_table_is_written_as_it_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "contacts.csv"
    options = ("--separator", "semicolon", "--no-bom")
    assert run("export", file, "--account", EMAIL, *options).exit_code == 0
    assert file.read_bytes().startswith(b"Carnet ID;")
    assert len(rows_of(file, ";")) == 30


def test_a_label_or_a_search_chooses(tmp_path: Path) -> None:
    everybody, some, found = (tmp_path / name for name in ("all.csv", "some.csv", "found.csv"))
    run("export", everybody, "--account", EMAIL)
    rows = rows_of(everybody)
    label = next(row["Labels"] for row in rows if row["Labels"] and "," not in row["Labels"])
    run("export", some, "--account", EMAIL, "--label", label.upper())
    assert rows_of(some) == [row for row in rows if label in row["Labels"].split(", ")]
    email = rows[3]["E-mail 1"] or rows[4]["E-mail 1"]
    run("export", found, "--account", EMAIL, "--search", email)
    assert [row["E-mail 1"] for row in rows_of(found)] == [email]


def test_refuses_a_label_that_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "contacts.csv"
    refused = run("export", file, "--account", EMAIL, "--label", "nothing")
    assert refused.exit_code == 1
    assert "there is no label “nothing”" in refused.stderr
    assert not file.exists()


def test_replaces_a_file_only_when_told(tmp_path: Path) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text("mine")
    refused = run("export", file, "--account", EMAIL)
    assert refused.exit_code == 1
    assert "--overwrite" in refused.stderr
    assert file.read_text() == "mine"
    assert run("export", file, "--account", EMAIL, "--overwrite").exit_code == 0
    assert len(rows_of(file)) == 30


def test_leaves_nothing_where_it_cannot_write(tmp_path: Path) -> None:
    refused = run("export", tmp_path / "nowhere" / "contacts.csv", "--account", EMAIL)
    assert refused.exit_code == 1
    assert "cannot be written" in refused.stderr
    assert not list(tmp_path.glob("**/*.part"))
