"""What list_countries.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ListCountriesVariables(TypedDict):
    pass


class ListCountriesCountries(TypedDict):
    code: str


class ListCountries(TypedDict):
    countries: list[ListCountriesCountries]


list_countries: Operation[ListCountries] = load("contacts/list_countries")
