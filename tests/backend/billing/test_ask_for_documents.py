"""Documents through the API: a quote that becomes an invoice, and what is refused on the way."""

from __future__ import annotations

from backend.billing.rules.settings import Party
from backend.billing.service import DraftChanges, create_credit_note, update_document
from backend.billing.service.standing import own_document
from tests.factories.billing import line, new_document, new_issued, new_seller
from tests.factories.contacts import new_contact

DOCUMENT = """id version status number
  lines { kind name quantity unitPrice { minor } total { formatted(locale: "fr") } taxName taxRate }
  totals { net { minor } taxes { rate names amount { minor } } total { minor currency } }
  payments { amount { minor } method paidOn } balance { minor } buyer { name } seller { name }"""


def verb(name, type_name):
    return f"""mutation ($input: {type_name}!) {{ {name}(input: $input) {{
      document {{ {DOCUMENT} }} conflict {{ version content: title }}
      errors {{ code path parameters {{ name value }} }} }} }}"""


async def test_a_quote_becomes_an_invoice_that_is_paid(owner, ask_as):
    await new_seller(owner.actor)
    ask = ask_as(owner)

    async def do(name, type_name, **values):
        return (await ask.data(verb(name, type_name), input=values))[name]

    tax = (await ask.data("{ taxes { id } }"))["taxes"][0]["id"]
    lines = [
        {"kind": "HEADING", "name": "Phase 1"},
        {"name": "Work", "quantity": "7", "unitPriceMinor": 13, "taxId": tax},
    ]
    buyer = {"name": "Example Client", "street": "2 Street", "city": "Torino", "country": "IT"}
    content = {"buyer": buyer, "lines": lines, "title": "Site"}
    made = await do(
        "createBillingDocument", "CreateBillingDocumentInput", kind="QUOTE", content=content
    )
    quote = made["document"]
    assert quote["totals"] == {
        "net": {"minor": 91},
        "taxes": [{"rate": "20", "names": ["TVA 20 %"], "amount": {"minor": 18}}],
        "total": {"minor": 109, "currency": "EUR"},
    }
    assert [line["total"]["formatted"] for line in quote["lines"]] == ["0,00\xa0€", "0,91\xa0€"]
    place = {"id": quote["id"], "version": quote["version"]}
    edit = {**place, "content": {"title": "Other"}}
    await do("updateBillingDocument", "UpdateBillingDocumentInput", **edit)
    stale = await do("updateBillingDocument", "UpdateBillingDocumentInput", **edit)
    assert (stale["document"], stale["conflict"]) == (None, {"version": 2, "content": "Other"})
    assert [each["code"] for each in stale["errors"]] == ["STALE_VERSION"]
    place["version"] = 2
    issued = await do("issueBillingDocument", "IssueBillingDocumentInput", **place)
    assert (issued["document"]["status"], issued["document"]["seller"]["name"]) == (
        "ISSUED", "Atelier Exemple",
    )  # fmt: skip
    place["version"] = 3
    await do("answerQuote", "AnswerQuoteInput", **place, accepted=True)
    place["version"] = 4
    invoice = (await do("invoiceQuote", "InvoiceQuoteInput", **place))["document"]
    own = {"id": invoice["id"], "version": invoice["version"]}
    await do("issueBillingDocument", "IssueBillingDocumentInput", **own)
    payment = {"invoiceId": invoice["id"], "amountMinor": 109, "method": "CARD"}
    paid = (await do("recordPayment", "RecordPaymentInput", **payment))["document"]
    assert (paid["status"], paid["balance"]["minor"]) == ("PAID", 0)
    assert [each["method"] for each in paid["payments"]] == ["CARD"]


async def test_all_that_is_missing_is_told_by_its_place(owner, ask_as):
    ask = ask_as(owner)
    made = await ask.data(
        verb("createBillingDocument", "CreateBillingDocumentInput"),
        input={"kind": "INVOICE", "content": {"lines": [{"quantity": "0"}]}},
    )
    draft = made["createBillingDocument"]["document"]
    answer = await ask.data(
        verb("issueBillingDocument", "IssueBillingDocumentInput"),
        input={"id": draft["id"], "version": 1},
    )
    errors = answer["issueBillingDocument"]["errors"]
    assert {(each["code"], ".".join(each["path"])) for each in errors} >= {
        ("SELLER_INCOMPLETE", "seller.street"),
        ("REQUIRED", "buyer.name"),
        ("EMPTY_DOCUMENT", "lines"),
        ("REQUIRED", "lines.0.taxId"),
    }


async def test_what_is_not_saved_is_reckoned_as_a_save_would(owner, ask_as):
    await new_seller(owner.actor)
    ask = ask_as(owner)
    tax = (await ask.data("{ taxes { id } }"))["taxes"][0]["id"]
    lines = [
        {"kind": "HEADING", "name": "Phase 1"},
        {"name": "Work", "quantity": "7", "unitPriceMinor": 13, "taxId": tax},
        {"quantity": "2.5", "unitPriceMinor": 999, "discountPercent": "10"},
    ]
    said = {"currency": "EUR", "lines": lines, "discountPercent": "5"}
    amounts = """lines { total { minor } discount { minor } }
      totals { lines { minor } discount { minor } net { minor } tax { minor } total { minor }
        taxes { rate base { minor } amount { minor } } }"""
    asked = (
        f"query ($input: BillingTotalsInput!) {{ billingTotals(input: $input) {{ {amounts} }} }}"
    )
    reckoned = (await ask.data(asked, input=said))["billingTotals"]
    made = await ask.data(
        verb("createBillingDocument", "CreateBillingDocumentInput").replace(DOCUMENT, amounts),
        input={"kind": "INVOICE", "content": said},
    )
    assert reckoned == made["createBillingDocument"]["document"]
    assert reckoned["totals"]["total"]["minor"] == 2239


async def test_what_cannot_be_reckoned_is_refused_by_its_place(owner, ask_as):
    answer = await ask_as(owner)(
        'query { billingTotals(input: {currency: "EUR", lines: [{quantity: "-1"}]}) '
        "{ totals { total { minor } } } }"
    )
    (told,) = answer["errors"][0]["extensions"]["refusals"]
    assert (told["code"], told["path"]) == ("NUMBER_OUT_OF_RANGE", ["lines", "0", "quantity"])


async def test_what_stands_in_the_way_of_an_issue_is_told_before_it(owner, ask_as):
    tax = await new_seller(owner.actor)
    ask = ask_as(owner)
    asked = "query ($id: ID!) { billingIssueErrors(id: $id) { code path } }"
    empty = await new_document(owner.actor, tax, lines=[], buyer=Party())
    found = (await ask.data(asked, id=empty.id))["billingIssueErrors"]
    assert {(each["code"], ".".join(each["path"])) for each in found} == {
        ("REQUIRED", "buyer.name"),
        *(("BUYER_INCOMPLETE", f"buyer.{name}") for name in ("street", "city", "country")),
        ("EMPTY_DOCUMENT", "lines"),
    }
    whole = await new_document(owner.actor, tax)
    assert (await ask.data(asked, id=whole.id))["billingIssueErrors"] == []
    assert (await own_document(owner.actor, whole.pk)).version == whole.version
    note = (await create_credit_note(owner.actor, (await new_issued(owner.actor, tax)).pk)).document
    await update_document(owner.actor, note.pk, 1, DraftChanges(lines=[line(tax, "2")]))
    found = (await ask.data(asked, id=note.id))["billingIssueErrors"]
    assert [each["code"] for each in found] == ["CREDIT_TOO_LARGE"]


async def test_a_contact_s_address_is_proposed_and_lines_keep_their_keys(owner, ask_as):
    tax = await new_seller(owner.actor)
    contact = await new_contact(owner.actor, company="Example Client")
    ask = ask_as(owner)
    proposed = await ask.data(
        "query ($id: ID!) { billingBuyer(contactId: $id) { name } }", id=contact.id
    )
    assert proposed["billingBuyer"] == {"name": "Example Client"}
    made = await new_document(owner.actor, tax, lines=[line(tax, key="a"), line(tax, key="b")])
    shown = await ask.data(
        "query ($id: ID!) { billingDocument(id: $id) { lines { key } } }", id=made.id
    )
    assert [each["key"] for each in shown["billingDocument"]["lines"]] == ["a", "b"]
