"""``carnet schema``: the contract, printed."""

from __future__ import annotations


def schema() -> None:
    """Print the GraphQL schema, as it is kept in schema.graphql."""
    # Imported here: building the schema takes a second that the other commands need not wait for.
    from backend.api.schema import carnet_schema  # noqa: PLC0415

    print(carnet_schema().as_str())
