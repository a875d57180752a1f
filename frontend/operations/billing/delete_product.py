"""What delete_product.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DeleteProductInput(TypedDict):
    id: str


class DeleteProductVariables(TypedDict):
    input: DeleteProductInput


class DeleteProductDeleteProductErrorsParameters(TypedDict):
    name: str
    value: str


class DeleteProductDeleteProductErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeleteProductDeleteProductErrorsParameters]


class DeleteProductDeleteProduct(TypedDict):
    deletedId: str | None
    cursor: str | None
    errors: list[DeleteProductDeleteProductErrors]


class DeleteProduct(TypedDict):
    deleteProduct: DeleteProductDeleteProduct | None


delete_product: Operation[DeleteProduct] = load("billing/delete_product")
