"""What pages declare of themselves, taken together."""

from __future__ import annotations

from frontend.routes import registry


def test_every_command_and_section_has_a_name_of_its_own() -> None:
    declared = registry()
    for entries in (declared.commands, declared.sections):
        names = [entry.id for entry in entries]
        assert names
        assert len(names) == len(set(names)), names
