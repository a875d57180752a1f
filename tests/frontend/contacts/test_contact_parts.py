"""What page folders bring to the page of a contact fits together, and is in its one operation."""

from __future__ import annotations

from graphql import FieldNode, FragmentDefinitionNode, OperationDefinitionNode, parse

from frontend.operations import load
from frontend.pages.contact.parts import contact_parts

DOCUMENT = parse(load("contacts/contact_page").document)
OPERATION = next(d for d in DOCUMENT.definitions if isinstance(d, OperationDefinitionNode))
VARIABLES = {each.variable.name.value for each in OPERATION.variable_definitions or ()}


def test_every_part_has_a_name_and_a_place_of_its_own() -> None:
    parts = contact_parts()
    for each in (parts.tabs, parts.panels, parts.actions):
        assert len({part.id for part in each}) == len({part.order for part in each}) == len(each)


def test_tabs_that_read_with_the_page_are_read_while_they_are_open_only() -> None:
    assert VARIABLES - {"id"} == {tab.id for tab in contact_parts().tabs if tab.reads}


def test_the_page_reads_for_its_parts_what_they_name_and_nothing_else() -> None:
    added = {
        (field.alias or field.name).value
        for fragment in DOCUMENT.definitions
        if isinstance(fragment, FragmentDefinitionNode)
        and fragment.type_condition.name.value == "Contact"
        and fragment.name.value != "ContactCard"
        for field in fragment.selection_set.selections
        if isinstance(field, FieldNode)
    }
    assert added == contact_parts().reads
