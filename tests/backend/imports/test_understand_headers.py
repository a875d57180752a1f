"""Every header that the programs of our users write is understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.imports.errors import HeaderUnknown
from backend.imports.folding import fold
from backend.imports.formats import FileFormat
from backend.imports.headers import kind_of, understand
from backend.imports.mapping import plan_columns
from backend.imports.targets import SKIP, StandardTarget
from backend.imports.vocabulary import Field
from tests.backend.imports.headers import (
    CARNET,
    FRENCH_OUTLOOK,
    GOOGLE,
    GOOGLE_LEGACY,
    ITALIAN_OUTLOOK,
    OUTLOOK,
    OUTLOOK_BY_GOOGLE,
)


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("First Name", StandardTarget(Field.GIVEN_NAME)),
        ("Prénom", StandardTarget(Field.GIVEN_NAME)),
        ("PRE\u0301NOM", StandardTarget(Field.GIVEN_NAME)),
        ("firstName", StandardTarget(Field.GIVEN_NAME)),
        ("first_name", StandardTarget(Field.GIVEN_NAME)),
        ("Cognome", StandardTarget(Field.FAMILY_NAME)),
        ("Nom de famille", StandardTarget(Field.FAMILY_NAME)),
        ("Nom et prénom", StandardTarget(Field.FULL_NAME)),
        ("Nome e cognome", StandardTarget(Field.FULL_NAME)),
        ("Azienda", StandardTarget(Field.COMPANY)),
        ("Nom de l'entreprise", StandardTarget(Field.COMPANY)),
        ("Ragione sociale", StandardTarget(Field.COMPANY)),
        ("Business name", StandardTarget(Field.COMPANY)),
        ("Fonction", StandardTarget(Field.POSITION)),
        ("Qualifica", StandardTarget(Field.POSITION)),
        ("E-mail", StandardTarget(Field.EMAIL)),
        ("EMAIL", StandardTarget(Field.EMAIL)),
        ("e-mail 2", StandardTarget(Field.EMAIL, ordinal=2)),
        ("E-mail 2 Address", StandardTarget(Field.EMAIL, ordinal=2)),
        ("Email3", StandardTarget(Field.EMAIL, ordinal=3)),
        ("Courriel", StandardTarget(Field.EMAIL)),
        ("Adresse de messagerie 2", StandardTarget(Field.EMAIL, ordinal=2)),
        ("Indirizzo di posta elettronica", StandardTarget(Field.EMAIL)),
        ("E-mail pro", StandardTarget(Field.EMAIL, "work")),
        ("Adresse e-mail principale", StandardTarget(Field.EMAIL, "main")),
        ("Téléphone", StandardTarget(Field.PHONE)),
        ("N° de téléphone", StandardTarget(Field.PHONE)),
        ("Tél. mobile", StandardTarget(Field.PHONE, "mobile")),
        ("Portable", StandardTarget(Field.PHONE, "mobile")),
        ("Cellulare", StandardTarget(Field.PHONE, "mobile")),
        ("Téléphone 2 (bureau)", StandardTarget(Field.PHONE, "work", 2)),
        ("Telefono (ab.)", StandardTarget(Field.PHONE, "home")),
        ("Business Fax", StandardTarget(Field.PHONE, "fax")),
        ("Télécopie (bureau)", StandardTarget(Field.PHONE, "fax")),
        ("Company Main Phone", StandardTarget(Field.PHONE, "work")),
        ("Rue (domicile)", StandardTarget(Field.STREET, "home")),
        ("Via (uff.)", StandardTarget(Field.STREET, "work")),
        ("CAP (uff.)", StandardTarget(Field.POSTAL_CODE, "work")),
        ("Dép/Région (bureau)", StandardTarget(Field.REGION, "work")),
        ("Business Country/Region", StandardTarget(Field.COUNTRY, "work")),
        ("Home Street 2", StandardTarget(Field.EXTENDED, "home", line=2)),
        ("Address Line 2", StandardTarget(Field.EXTENDED, line=2)),
        ("Address 2 - Street", StandardTarget(Field.STREET, ordinal=2)),
        ("Address 1 - State/Region", StandardTarget(Field.REGION)),
        ("Indirizzo di fatturazione", StandardTarget(Field.ADDRESS, "billing")),
        ("Shipping City", StandardTarget(Field.CITY, "shipping")),
        ("Étiquettes", StandardTarget(Field.LABELS)),
        ("Libellés", StandardTarget(Field.LABELS)),
        ("Etichette", StandardTarget(Field.LABELS)),
        ("Categories", StandardTarget(Field.LABELS)),
        ("Statut de l'abonnement", StandardTarget(Field.EMAIL_STATUS)),
        ("Email subscriber status", StandardTarget(Field.EMAIL_STATUS)),
    ],
)
def test_understands(header: str, meaning: StandardTarget) -> None:
    assert understand(header) == meaning


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Work",
        "Home",
        "Notes",
        "Birthday",
        "Photo",
        "Assistant's Phone",
        "Manager's Name",
        "Spouse",
        "Office Location",
        "Personal Web Page",
        "E-mail Display Name",
        "E-mail opt-in",
        "Phonetic First Name",
        "Given Name Yomi",
        "Organization 1 - Department",
        "Website 1 - Value",
        "Custom Field 1 - Value",
        "Import reason",
        "Last Activity",
        "1",
    ],
)
def test_leaves_alone(header: str) -> None:
    assert understand(header) is None


@given(st.text())
def test_any_header_is_understood_or_not(header: str) -> None:
    meaning = understand(header)
    assert meaning is None or meaning.ordinal >= 1


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("* Work", "work"),
        ("Home", "home"),
        ("Mobile", "mobile"),
        ("Work Fax", "fax"),
        ("Main", "main"),
        ("Travail", "work"),
        ("Domicile", "home"),
        ("Ufficio", "work"),
        ("Cellulare", "mobile"),
        ("Autre", "other"),
        ("Maison de campagne", "home"),
        ("Atelier", "other"),
        ("*", None),
        ("", None),
        ("SMTP", None),
    ],
)
def test_reads_kinds(cell: str, kind: str | None) -> None:
    assert kind_of(cell) == kind


@pytest.mark.parametrize(
    ("header", "file_format"),
    [
        (CARNET, FileFormat.CARNET),
        (GOOGLE, FileFormat.GOOGLE),
        (GOOGLE_LEGACY, FileFormat.GOOGLE_LEGACY),
        (OUTLOOK, FileFormat.OUTLOOK),
        (OUTLOOK_BY_GOOGLE, FileFormat.OUTLOOK),
        (FRENCH_OUTLOOK, FileFormat.OTHER),
        (["Nome", "Telefono"], FileFormat.OTHER),
    ],
)
def test_recognises_who_wrote_the_file(header: list[str], file_format: FileFormat) -> None:
    assert plan_columns(header).format is file_format


def used(header: list[str]) -> list[str]:
    plan = plan_columns(header)
    return [header[place] for place in plan.used]


def test_uses_every_column_of_google_that_a_contact_has() -> None:
    assert used(GOOGLE) == [
        "First Name",
        "Middle Name",
        "Last Name",
        "File As",
        "Organization Name",
        "Organization Title",
        "Labels",
        "E-mail 1 - Label",
        "E-mail 1 - Value",
        "Phone 1 - Label",
        "Phone 1 - Value",
        "Address 1 - Label",
        "Address 1 - Formatted",
        "Address 1 - Street",
        "Address 1 - City",
        "Address 1 - PO Box",
        "Address 1 - Region",
        "Address 1 - Postal Code",
        "Address 1 - Country",
        "Address 1 - Extended Address",
    ]


def test_uses_every_column_of_legacy_google_that_a_contact_has() -> None:
    assert used(GOOGLE_LEGACY) == [
        "Name",
        "Given Name",
        "Additional Name",
        "Family Name",
        "Group Membership",
        "E-mail 1 - Type",
        "E-mail 1 - Value",
        "Phone 1 - Type",
        "Phone 1 - Value",
        "Address 1 - Type",
        "Address 1 - Formatted",
        "Address 1 - Street",
        "Address 1 - City",
        "Address 1 - PO Box",
        "Address 1 - Region",
        "Address 1 - Postal Code",
        "Address 1 - Country",
        "Address 1 - Extended Address",
        "Organization 1 - Name",
        "Organization 1 - Title",
    ]


@pytest.mark.parametrize(
    ("header", "emails", "phones", "addresses"),
    [(OUTLOOK, 3, 16, 3), (OUTLOOK_BY_GOOGLE, 3, 17, 3), (FRENCH_OUTLOOK, 2, 6, 3)],
)
def test_uses_every_group_of_outlook(
    header: list[str], emails: int, phones: int, addresses: int
) -> None:
    plan = plan_columns(header)
    assert (len(plan.emails), len(plan.phones), len(plan.addresses)) == (emails, phones, addresses)
    assert [group.kind for group in plan.addresses[:2]] in (["work", "home"], ["home", "work"])
    assert "Job Title" in used(OUTLOOK)
    assert "Title" not in used(OUTLOOK)


def test_italian_outlook_has_the_same_groups_as_english() -> None:
    plan = plan_columns(ITALIAN_OUTLOOK)
    single = {field: ITALIAN_OUTLOOK[places[0]] for field, places in plan.single.items()}
    assert single == {
        Field.GIVEN_NAME: "Nome",
        Field.MIDDLE_NAME: "Secondo nome",
        Field.FAMILY_NAME: "Cognome",
        Field.COMPANY: "Società",
        Field.POSITION: "Posizione",
        Field.LABELS: "Categorie",
    }
    assert {group.kind for group in plan.addresses} == {"work", "home", "other"}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        (["Prénom", "Nom"], Field.FAMILY_NAME),
        (["Cognome", "Nome"], Field.GIVEN_NAME),
        (["Given Name", "Family Name", "Name"], Field.FULL_NAME),
        (["Nom", "Téléphone"], Field.FULL_NAME),
    ],
)
def test_a_name_is_what_the_other_columns_leave(header: list[str], field: Field) -> None:
    place = next(i for i, name in enumerate(header) if name in ("Nom", "Nome", "Name"))
    assert place in plan_columns(header).single[field]


def test_a_title_alone_is_a_position() -> None:
    assert plan_columns(["Name", "Title"]).single[Field.POSITION] == (1,)


@pytest.mark.parametrize(
    ("header", "row", "positions"),
    [
        ("Titre|Prénom|Nom|Service|Titre", "M.|Léa|Roux|Ventes|Acheteuse", (4,)),
        ("Titre|Prénom|Nom|Titre", "|Léa|Roux|Acheteuse", (3,)),
        ("Title|First Name|Last Name", "Dr|Lea|Roux", ()),
        ("Titolo|Nome|Cognome", "Sig.ra|Lea|Rossi", ()),
        ("Title|First Name|Last Name", "Buyer|Lea|Roux", (0,)),
    ],
)
def test_how_one_is_addressed_is_no_position(
    header: str, row: str, positions: tuple[int, ...]
) -> None:
    plan = plan_columns(header.split("|"), rows=[row.split("|")])
    assert plan.single.get(Field.POSITION, ()) == positions


def test_a_column_can_be_chosen_by_hand() -> None:
    plan = plan_columns(["A", "B", "E-mail"], {0: StandardTarget(Field.GIVEN_NAME), 2: SKIP})
    assert (plan.single, plan.emails, plan.ignored) == ({Field.GIVEN_NAME: (0,)}, (), (1, 2))


@pytest.mark.parametrize("header", [["Prix", "Quantité"], ["City", "Country"], ["\x89PNG"]])
def test_refuses_headers_that_name_nobody(header: list[str]) -> None:
    with pytest.raises(HeaderUnknown) as refused:
        plan_columns(header).require_people()
    assert refused.value.parameters == {"columns": len(header)}
