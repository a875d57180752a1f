// The schema as the editor needs it: which fields a type has, what they take, what they answer.
const INTROSPECTION = `query IntrospectForEditor {
  __schema {
    queryType { name } mutationType { name } subscriptionType { name }
    types {
      kind name
      fields(includeDeprecated: true) { name isDeprecated args { name type { ...Reference } } type { ...Reference } }
      inputFields { name type { ...Reference } }
      enumValues(includeDeprecated: true) { name isDeprecated }
      possibleTypes { name }
    }
  }
}
fragment Reference on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;

export async function readSchema(send) {
  const { body } = await send({ query: INTROSPECTION, operationName: "IntrospectForEditor" });
  return body?.data ? new SchemaIndex(body.data.__schema) : null;
}

export class SchemaIndex {
  constructor(schema) {
    this.types = new Map(schema.types.map((type) => [type.name, type]));
    this.roots = {
      query: schema.queryType?.name,
      mutation: schema.mutationType?.name,
      subscription: schema.subscriptionType?.name,
    };
  }

  fields(typeName) {
    return this.types.get(typeName)?.fields ?? [];
  }

  field(typeName, name) {
    return this.fields(typeName).find((field) => field.name === name);
  }

  inputFields(typeName) {
    return this.types.get(typeName)?.inputFields ?? [];
  }

  enumValues(typeName) {
    return this.types.get(typeName)?.enumValues ?? [];
  }

  hasFields(typeName) {
    return Boolean(this.types.get(typeName)?.fields || this.types.get(typeName)?.possibleTypes);
  }

  // Types that a fragment may be written on, and types that a variable may have.
  composites() {
    return [...this.types.values()].filter((type) => (type.fields || type.kind === "UNION") && !type.name.startsWith("__"));
  }

  inputs() {
    return [...this.types.values()].filter((type) => ["SCALAR", "ENUM", "INPUT_OBJECT"].includes(type.kind) && !type.name.startsWith("__"));
  }
}

export function typeText(type) {
  if (type.kind === "NON_NULL") return `${typeText(type.ofType)}!`;
  if (type.kind === "LIST") return `[${typeText(type.ofType)}]`;
  return type.name;
}

export function namedType(type) {
  return type.ofType ? namedType(type.ofType) : type.name;
}
