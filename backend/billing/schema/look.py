"""How documents look."""

from __future__ import annotations

import strawberry

from backend.billing import logos
from backend.billing.rules.look import Look


@strawberry.type
class BillingLogo:
    """The logo at the head of documents."""

    url: str = strawberry.field(
        description="Where it is shown: a path of this server that never changes."
    )
    width: int = strawberry.field(description="In pixels.")
    height: int = strawberry.field(description="In pixels.")


@strawberry.type
class BillingLook:
    """How documents look."""

    logo: BillingLogo | None = strawberry.field(description="The logo at their head.")
    accent: str | None = strawberry.field(
        description="The colour of their headings, such as `#1f6b54`; null is ours."
    )


def shown_look(account_id: int, look: Look) -> BillingLook:
    """Return a look as the schema shows it."""
    logo = look.logo
    if logo is None:
        return BillingLook(logo=None, accent=look.accent)
    url = logos.logo_url(account_id, logo)
    shown = BillingLogo(url=url, width=logo.width, height=logo.height)
    return BillingLook(logo=shown, accent=look.accent)
