"""The letters of whoever wrote no other, by language."""

from __future__ import annotations

from backend.billing.rules.kinds import LetterKind

DEFAULT_LETTERS: dict[str, dict[LetterKind, tuple[str, str]]] = {
    "en": {
        LetterKind.QUOTE: (
            "Quote {{number}} from {{seller}}",
            "Hello {{client}},\n\nhere is our quote {{number}} over {{total}}. It holds until "
            "{{due_date}}; you can accept it online.\n\nKind regards\n{{seller}}",
        ),
        LetterKind.INVOICE: (
            "Invoice {{number}} from {{seller}}",
            "Hello {{client}},\n\nhere is our invoice {{number}} over {{total}}. Please pay it by "
            "{{due_date}}.\n\nThank you\n{{seller}}",
        ),
        LetterKind.CREDIT_NOTE: (
            "Credit note {{number}} from {{seller}}",
            "Hello {{client}},\n\nhere is our credit note {{number}} over {{total}}.\n\n"
            "Kind regards\n{{seller}}",
        ),
        LetterKind.REMINDER: (
            "Invoice {{number}} is due on {{due_date}}",
            "Hello {{client}},\n\na short reminder: invoice {{number}} is due on {{due_date}}; "
            "{{balance}} is left to pay.\n\nThank you\n{{seller}}",
        ),
        LetterKind.OVERDUE: (
            "Invoice {{number}} is overdue",
            "Hello {{client}},\n\ninvoice {{number}} was due on {{due_date}}, and {{balance}} is "
            "left to pay. If you paid in the last few days, please disregard this letter.\n\n"
            "Kind regards\n{{seller}}",
        ),
    },
    "fr": {
        LetterKind.QUOTE: (
            "Devis {{number}} – {{seller}}",
            "Bonjour {{client}},\n\nvoici notre devis {{number}} d’un montant de {{total}}. Il est "
            "valable jusqu’au {{due_date}} ; vous pouvez l’accepter en ligne.\n\nCordialement,\n"
            "{{seller}}",
        ),
        LetterKind.INVOICE: (
            "Facture {{number}} – {{seller}}",
            "Bonjour {{client}},\n\nvoici notre facture {{number}} d’un montant de {{total}}, à "
            "régler au plus tard le {{due_date}}.\n\nAvec nos remerciements,\n{{seller}}",
        ),
        LetterKind.CREDIT_NOTE: (
            "Avoir {{number}} – {{seller}}",
            "Bonjour {{client}},\n\nvoici notre avoir {{number}} d’un montant de {{total}}.\n\n"
            "Cordialement,\n{{seller}}",
        ),
        LetterKind.REMINDER: (
            "La facture {{number}} arrive à échéance le {{due_date}}",
            "Bonjour {{client}},\n\npetit rappel : la facture {{number}} arrive à échéance le "
            "{{due_date}} ; il reste {{balance}} à régler.\n\nAvec nos remerciements,\n{{seller}}",
        ),
        LetterKind.OVERDUE: (
            "La facture {{number}} est échue",
            "Bonjour {{client}},\n\nla facture {{number}} était à régler au plus tard le "
            "{{due_date}}, et il reste {{balance}} à payer. Si votre règlement est parti ces "
            "derniers jours, merci de ne pas tenir compte de ce message.\n\nCordialement,\n"
            "{{seller}}",
        ),
    },
    "it": {
        LetterKind.QUOTE: (
            "Preventivo {{number}} di {{seller}}",
            "Buongiorno {{client}},\n\necco il nostro preventivo {{number}} di {{total}}. È valido "
            "fino al {{due_date}}; si può accettare online.\n\nCordiali saluti\n{{seller}}",
        ),
        LetterKind.INVOICE: (
            "Fattura {{number}} di {{seller}}",
            "Buongiorno {{client}},\n\necco la nostra fattura {{number}} di {{total}}, da pagare "
            "entro il {{due_date}}.\n\nGrazie\n{{seller}}",
        ),
        LetterKind.CREDIT_NOTE: (
            "Nota di credito {{number}} di {{seller}}",
            "Buongiorno {{client}},\n\necco la nostra nota di credito {{number}} di {{total}}.\n\n"
            "Cordiali saluti\n{{seller}}",
        ),
        LetterKind.REMINDER: (
            "La fattura {{number}} scade il {{due_date}}",
            "Buongiorno {{client}},\n\nun breve promemoria: la fattura {{number}} scade il "
            "{{due_date}}; restano da pagare {{balance}}.\n\nGrazie\n{{seller}}",
        ),
        LetterKind.OVERDUE: (
            "La fattura {{number}} è scaduta",
            "Buongiorno {{client}},\n\nla fattura {{number}} era da pagare entro il {{due_date}}, "
            "e restano da pagare {{balance}}. Se il pagamento è partito negli ultimi giorni, "
            "questo messaggio può essere ignorato.\n\nCordiali saluti\n{{seller}}",
        ),
    },
}
