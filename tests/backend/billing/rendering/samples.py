"""Documents that show everything a page can show, reckoned by the rules that issue real ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

from PIL import Image, ImageDraw

from backend.billing.rendering.document import (
    Acceptance,
    Document,
    HeaderField,
    Heading,
    Item,
    Kind,
    Line,
    Party,
    Payment,
    Picture,
    Seller,
    Supply,
    TaxTotal,
    Text,
    Totals,
    Watermark,
)
from backend.billing.rules.totals import PricedLine, TaxKey, document_totals, line_total

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
IBAN_FR, IBAN_IT = "FR7630006000011234567890189", "IT60X0542811101000000123456"
STANDARD = TaxKey("S", Decimal(20))
REDUCED = TaxKey("S", Decimal("5.5"))
FRANCHISE = TaxKey("E", Decimal(0))
REASONS = {
    "E": "TVA non applicable, art. 293 B du CGI",
    "AE": "Autoliquidation, art. 283-2 du CGI",
}

STUDIO = Seller(
    name="Atelier Lumen",
    legal_form="SARL",
    share_capital="10 000 €",
    register_entry="RCS Lyon 732 829 320",
    address=("12 rue des Tanneurs", "69001 Lyon", "France"),
    country="FR",
    email="bonjour@example.org",
    phone="+33 4 72 00 00 00",
    website="lumen.example.org",
    registration_number="73282932000074",
    vat_number="FR44732829320",
)
CLIENT = Party(
    name="Maison Delorme & Filles",
    address=("Service comptabilité", "48 quai Perrache", "69002 Lyon", "France"),
    country="FR",
    registration_number="552100554",
    vat_number="FR40552100554",
)
BANK = Payment(
    holder="Atelier Lumen",
    iban=IBAN_FR,
    bic="AGRIFRPP882",
    instructions="Merci de rappeler le numéro de la facture avec votre virement.",
)


def item(
    name: str,
    quantity: str,
    price: int,
    tax: TaxKey | None = STANDARD,
    *,
    discount: str = "0",
    unit: str | None = None,
    description: str | None = None,
) -> Item:
    """Return a line as the rules reckon it."""
    priced = PricedLine(Decimal(quantity), price, tax, Decimal(discount))
    total = line_total(priced)
    return Item(
        name=name,
        description=description,
        quantity=Decimal(quantity),
        unit=unit,
        unit_price_minor=price,
        tax_rate=tax.rate if tax else None,
        discount_percent=Decimal(discount),
        discount_minor=total.discount_minor,
        net_minor=total.net_minor,
    )


def totals(
    lines: Sequence[Line],
    *,
    category: str = "S",
    discount: str = "0",
    paid: int = 0,
    reasons: dict[str, str] | None = None,
) -> Totals:
    """Return what lines add up to; the taxes of lines are told apart by their rate."""
    priced = [
        PricedLine(
            each.quantity,
            each.unit_price_minor,
            None
            if each.tax_rate is None
            else TaxKey(category if not each.tax_rate else "S", each.tax_rate),
            each.discount_percent,
        )
        for each in lines
        if isinstance(each, Item)
    ]
    made = document_totals(priced, Decimal(discount))
    return Totals(
        lines_minor=made.lines_minor,
        discount_percent=Decimal(discount),
        discount_minor=made.discount_minor,
        net_minor=made.net_minor,
        tax_minor=made.tax_minor,
        total_minor=made.total_minor,
        paid_minor=paid,
        taxes=tuple(
            TaxTotal(
                rate=each.tax.rate if each.tax else None,
                category=each.tax.category if each.tax else "O",
                base_minor=each.base_minor,
                tax_minor=each.tax_minor,
                exemption_reason=(reasons or REASONS).get(each.tax.category) if each.tax else None,
            )
            for each in made.taxes
        ),
    )


def logo() -> Picture:
    """Return a drawn logo with a transparent ground."""
    picture = Image.new("RGBA", (900, 300), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((20, 30, 260, 270), fill=(31, 107, 84, 255))
    draw.polygon([(140, 70), (210, 230), (70, 230)], fill=(255, 255, 255, 255))
    draw.rectangle((320, 110, 860, 150), fill=(28, 36, 34, 255))
    draw.rectangle((320, 180, 660, 200), fill=(140, 152, 147, 255))
    target = BytesIO()
    picture.save(target, "PNG")
    return Picture(target.getvalue(), "png", 900, 300)


def french_invoice() -> Document:
    """Two pages: sections, discounts, two rates, a part paid, everything that French law wants."""
    lines: list[Line] = [
        Heading("Conception"),
        item(
            "Atelier de cadrage",
            "2",
            68000,
            unit="jours",
            description="Deux séances sur place, compte rendu et priorités.",
        ),
        item("Maquettes des pages principales", "6.5", 68000, unit="jours", discount="10"),
        Text(
            "Les maquettes comprennent deux allers-retours. Au-delà, chaque séance est facturée "
            "au temps passé."
        ),
        Heading("Réalisation"),
    ]
    for name, quantity, price in (
        ("Intégration du thème", "8", 62000),
        ("Formulaire de réservation", "3", 62000),
        ("Espace client", "5", 62000),
        ("Paiement en ligne", "2.5", 62000),
        ("Reprise des contenus", "4", 45000),
        ("Optimisation des images", "1", 45000),
        ("Accessibilité (RGAA)", "2", 62000),
        ("Traduction anglaise", "1800", 14),
        ("Traduction italienne", "1800", 15),
        ("Mesure d’audience sans cookie", "1", 30000),
    ):
        lines.append(
            item(
                name,
                quantity,
                price,
                unit="mots" if price < 100 else "jours",
                description="Livré en recette puis en production.",
            )
        )
    lines += [
        Heading("Exploitation"),
        item("Hébergement annuel", "1", 24000, unit="an"),
        item("Nom de domaine", "2", 1500, unit="an"),
        item(
            "Maintenance mensuelle",
            "12",
            9000,
            unit="mois",
            description="Mises à jour, sauvegardes,\nune heure d’assistance par mois.",
        ),
        item("Guide imprimé", "25", 1290, REDUCED, unit="ex."),
        item("Livret de la marque, imprimé", "40", 890, REDUCED, unit="ex."),
        item("7 cartes d’accès", "7", 13),
    ]
    return Document(
        kind=Kind.INVOICE,
        locale="fr",
        currency="EUR",
        number="F2026-0042",
        title="Refonte du site et de l’espace client",
        issued_on=date(2026, 11, 22),
        due_on=date(2026, 12, 22),
        delivered_from=date(2026, 9, 1),
        delivered_until=date(2026, 11, 20),
        terms="30 jours",
        seller=replace(STUDIO, logo=logo()),
        buyer=CLIENT,
        header_fields=(HeaderField("Commande", "BC-7781"), HeaderField("Projet", "Delorme 2026")),
        lines=tuple(lines),
        totals=totals(lines, discount="5", paid=1000000),
        payment=BANK,
        notes="Merci de votre confiance. La garantie court jusqu’au 20 février 2027.",
        supply=Supply.MIXED,
        tax_on_debits=True,
    )


def franchise_invoice() -> Document:
    """One page of a French micro-business without VAT."""
    lines = (
        item("Séance photo, demi-journée", "1", 42000, FRANCHISE),
        item("Retouches", "18", 1200, FRANCHISE, unit="photo"),
        item("Déplacement", "64", 52, FRANCHISE, unit="km"),
    )
    return Document(
        kind=Kind.INVOICE,
        locale="fr",
        currency="EUR",
        number="F2026-0007",
        issued_on=date(2026, 11, 22),
        due_on=date(2026, 11, 22),
        delivered_until=date(2026, 11, 18),
        terms="À réception",
        seller=Seller(
            name="Camille Photographie EI",
            legal_form="Entrepreneur individuel",
            address=("3 impasse du Four", "33000 Bordeaux"),
            country="FR",
            email="camille@example.org",
            registration_number="552100554",
        ),
        buyer=replace(CLIENT, registration_number=None, vat_number=None),
        lines=lines,
        totals=totals(lines, category="E"),
        payment=Payment(holder="Camille Photographie", iban=IBAN_FR),
        supply=Supply.SERVICES,
    )


def italian_invoice() -> Document:
    """One page in Italian, of the flat-rate regime, with the stamp."""
    lines = (
        item("Consulenza strategica", "12", 8500, FRANCHISE, unit="ore"),
        item("Redazione testi", "8", 6000, FRANCHISE, unit="pagine", discount="12.5"),
    )
    reasons = {"E": "Operazione senza applicazione dell'IVA, art. 1, commi 54-89, L. 190/2014"}
    return Document(
        kind=Kind.INVOICE,
        locale="it",
        currency="EUR",
        number="12/2026",
        issued_on=date(2026, 11, 22),
        due_on=date(2026, 12, 31),
        terms="Fine mese",
        seller=Seller(
            name="Studio Bianchi",
            address=("Via Garibaldi 9", "20121 Milano MI", "Italia"),
            country="IT",
            email="studio@example.org",
            vat_number="IT00743110157",
            fiscal_code="RSSMRA85T10A562S",
            accent="#8c2f39",
        ),
        buyer=Party(
            name="Officine Verdi S.r.l.",
            address=("Corso Francia 118", "10143 Torino TO", "Italia"),
            country="IT",
            vat_number="IT00743110157",
            electronic_address="M5UXCR1",
        ),
        lines=lines,
        totals=totals(lines, category="E", reasons=reasons),
        payment=Payment(holder="Studio Bianchi", iban=IBAN_IT),
        courtesy_copy=True,
    )


def english_quote() -> Document:
    """A quote to be signed."""
    lines = (
        Heading("Website"),
        item("Design", "5", 72000, unit="days", description="Two rounds of changes are included."),
        item("Build", "9", 68000, unit="days"),
        Text("Hosting is invoiced by the provider."),
    )
    return Document(
        kind=Kind.QUOTE,
        locale="en",
        currency="EUR",
        number="Q2026-0015",
        title="A new website for the gallery",
        issued_on=date(2026, 11, 22),
        valid_until=date(2026, 12, 22),
        terms="Net 30 days",
        seller=replace(STUDIO, logo=logo()),
        buyer=Party(
            name="Harbour Gallery Ltd",
            address=("7 Quay Street", "Bristol BS1 4DB", "United Kingdom"),
            country="GB",
        ),
        lines=lines,
        totals=totals(lines),
        notes="Work starts within two weeks of your agreement.\nA deposit of 30% is due then.",
    )


def accepted_quote() -> Document:
    """The same, accepted by a typed name."""
    moment = datetime.fromisoformat("2026-11-25T16:42:00+01:00")
    return replace(
        english_quote(),
        locale="fr",
        acceptance=Acceptance(name="Jeanne Delorme", at=moment, address="192.0.2.17"),
    )


def credit_note() -> Document:
    """A part given back."""
    lines = (item("Maintenance mensuelle", "3", 9000, unit="mois"),)
    return replace(
        french_invoice(),
        kind=Kind.CREDIT_NOTE,
        number="A2026-0003",
        title="Interruption du service en octobre",
        corrects="F2026-0042",
        corrected_on=date(2026, 11, 22),
        issued_on=date(2026, 12, 1),
        due_on=None,
        terms=None,
        lines=lines,
        totals=totals(lines),
        notes=None,
    )


def draft_invoice() -> Document:
    """A draft: no number, no day, across it what it is."""
    return replace(
        franchise_invoice(), number=None, issued_on=None, due_on=None, watermark=Watermark.DRAFT
    )


SAMPLES = {
    each.__name__: each
    for each in (
        french_invoice,
        franchise_invoice,
        italian_invoice,
        english_quote,
        accepted_quote,
        credit_note,
        draft_invoice,
    )
}
