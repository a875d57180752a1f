"""What introspect.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class IntrospectVariables(TypedDict):
    pass


class Introspect__schemaQueryType(TypedDict):
    name: str | None


class Introspect__schemaMutationType(TypedDict):
    name: str | None


class Introspect__schemaSubscriptionType(TypedDict):
    name: str | None


class Introspect__schemaTypesFieldsArgsTypeOfTypeOfTypeOfTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None


class Introspect__schemaTypesFieldsArgsTypeOfTypeOfTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesFieldsArgsTypeOfTypeOfTypeOfTypeOfTypeOfType | None


class Introspect__schemaTypesFieldsArgsTypeOfTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesFieldsArgsTypeOfTypeOfTypeOfTypeOfType | None


class Introspect__schemaTypesFieldsArgsTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesFieldsArgsTypeOfTypeOfTypeOfType | None


class Introspect__schemaTypesFieldsArgsTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesFieldsArgsTypeOfTypeOfType | None


class Introspect__schemaTypesFieldsArgsType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesFieldsArgsTypeOfType | None


class Introspect__schemaTypesFieldsArgs(TypedDict):
    name: str
    description: str | None
    defaultValue: str | None
    isDeprecated: bool
    deprecationReason: str | None
    type: Introspect__schemaTypesFieldsArgsType


class Introspect__schemaTypesFieldsTypeOfTypeOfTypeOfTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None


class Introspect__schemaTypesFieldsTypeOfTypeOfTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesFieldsTypeOfTypeOfTypeOfTypeOfTypeOfType | None


class Introspect__schemaTypesFieldsTypeOfTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesFieldsTypeOfTypeOfTypeOfTypeOfType | None


class Introspect__schemaTypesFieldsTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesFieldsTypeOfTypeOfTypeOfType | None


class Introspect__schemaTypesFieldsTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesFieldsTypeOfTypeOfType | None


class Introspect__schemaTypesFieldsType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesFieldsTypeOfType | None


class Introspect__schemaTypesFields(TypedDict):
    name: str
    description: str | None
    isDeprecated: bool
    deprecationReason: str | None
    args: list[Introspect__schemaTypesFieldsArgs]
    type: Introspect__schemaTypesFieldsType


class Introspect__schemaTypesInputFieldsTypeOfTypeOfTypeOfTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None


class Introspect__schemaTypesInputFieldsTypeOfTypeOfTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesInputFieldsTypeOfTypeOfTypeOfTypeOfTypeOfType | None


class Introspect__schemaTypesInputFieldsTypeOfTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesInputFieldsTypeOfTypeOfTypeOfTypeOfType | None


class Introspect__schemaTypesInputFieldsTypeOfTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesInputFieldsTypeOfTypeOfTypeOfType | None


class Introspect__schemaTypesInputFieldsTypeOfType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesInputFieldsTypeOfTypeOfType | None


class Introspect__schemaTypesInputFieldsType(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    ofType: Introspect__schemaTypesInputFieldsTypeOfType | None


class Introspect__schemaTypesInputFields(TypedDict):
    name: str
    description: str | None
    defaultValue: str | None
    isDeprecated: bool
    deprecationReason: str | None
    type: Introspect__schemaTypesInputFieldsType


class Introspect__schemaTypesInterfaces(TypedDict):
    name: str | None


class Introspect__schemaTypesEnumValues(TypedDict):
    name: str
    description: str | None
    isDeprecated: bool
    deprecationReason: str | None


class Introspect__schemaTypesPossibleTypes(TypedDict):
    name: str | None


class Introspect__schemaTypes(TypedDict):
    kind: Literal["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]
    name: str | None
    description: str | None
    isOneOf: bool | None
    fields: list[Introspect__schemaTypesFields] | None
    inputFields: list[Introspect__schemaTypesInputFields] | None
    interfaces: list[Introspect__schemaTypesInterfaces] | None
    enumValues: list[Introspect__schemaTypesEnumValues] | None
    possibleTypes: list[Introspect__schemaTypesPossibleTypes] | None


class Introspect__schema(TypedDict):
    queryType: Introspect__schemaQueryType
    mutationType: Introspect__schemaMutationType | None
    subscriptionType: Introspect__schemaSubscriptionType | None
    types: list[Introspect__schemaTypes]


class Introspect(TypedDict):
    __schema: Introspect__schema


introspect: Operation[Introspect] = load("explorer/introspect")
