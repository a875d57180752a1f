// What may stand at a caret: fields, arguments, values, types and variables, from the schema.
import { graphqlTokens } from "./language.js";
import { namedType, typeText } from "./schema_index.js";

const ROOT_WORDS = ["query", "mutation", "subscription", "fragment"];

// Returns { from, to, items: [{ label, detail, deprecated }] } or null.
export function complete(schema, text, caret) {
  const typed = text.slice(0, caret).match(/[$@]?\w*$/)[0];
  const from = caret - typed.length;
  const tokens = graphqlTokens(text.slice(0, from)).filter((token) => token.kind !== "space" && token.kind !== "comment");
  const open = text.slice(0, from);
  if (/#[^\n]*$/.test(open) || insideString(graphqlTokens(open).at(-1), open)) return null;
  const items = offered(schema, state(schema, tokens), text, tokens.at(-1));
  const wanted = typed.toLowerCase();
  const fitting = items.filter((item) => item.label.toLowerCase().includes(wanted) && item.label !== typed);
  fitting.sort((a, b) => rank(a, wanted) - rank(b, wanted));
  return fitting.length ? { from, to: caret, items: fitting.slice(0, 60) } : null;
}

const rank = (item, wanted) => (item.label.toLowerCase().startsWith(wanted) ? 0 : 1);

const insideString = (token, text) => token?.kind === "string" && token.end === text.length && !/^(?:"""[^]*"""|"[^]*")$/.test(token.text);

// Where the tokens lead to: a stack of what is open, the innermost last.
function state(schema, tokens) {
  const stack = [{ kind: "document", root: "query" }];
  tokens.forEach((token, place) => step(schema, stack, token, tokens[place - 1], tokens[place - 2]));
  return stack.at(-1);
}

function step(schema, stack, token, before, earlier) {
  const here = stack.at(-1);
  if (token.text === "{") stack.push(opened(schema, here));
  else if (token.text === "(") stack.push(arguments_(schema, here));
  else if (token.text === "}" || token.text === ")") stack.length > 1 && stack.pop();
  else if (here.kind === "document") inDocument(schema, here, token, before);
  else if (here.kind === "fields") inFields(schema, here, token, before, earlier);
  else if (token.text === ":") here.value = here.name;
  else if (["argument", "field", "type", "variable"].includes(token.kind)) {
    here.value = null;
    here.name = token.text;
  }
}

function opened(schema, here) {
  if (here.kind === "document") {
    const type = here.on ?? schema.roots[here.root];
    here.on = undefined;
    return { kind: "fields", type };
  }
  if (here.kind === "fields") return { kind: "fields", type: here.condition ?? fieldType(schema, here) };
  return { kind: "input", fields: schema.inputFields(valueType(here)) };
}

function arguments_(schema, here) {
  if (here.kind === "document") return { kind: "variables", fields: [] };
  return { kind: "input", fields: schema.field(here.type, here.field)?.args ?? [] };
}

function inDocument(schema, here, token, before) {
  if (token.text in schema.roots) here.root = token.text;
  if (before?.text === "on") here.on = token.text;
}

function inFields(schema, here, token, before) {
  if (before?.text === "on" && token.kind === "type") here.condition = token.text;
  else if (token.kind === "spread") here.condition = undefined;
  else if (token.kind === "field") {
    here.field = token.text;
    here.condition = undefined;
  }
}

const fieldType = (schema, here) => {
  const field = schema.field(here.type, here.field);
  return field && namedType(field.type);
};

const valueType = (here) => {
  const found = here.fields.find((field) => field.name === here.value);
  return found && namedType(found.type);
};

function offered(schema, here, text, last) {
  if (last?.text === "on" || last?.kind === "spread") {
    const types = schema.composites().map((type) => ({ label: type.name, detail: type.kind.toLowerCase() }));
    return last.text === "on" ? types : [{ label: "on", detail: "" }, ...fragmentNames(text)];
  }
  if (here.kind === "document") return ROOT_WORDS.map((label) => ({ label, detail: "" }));
  if (here.kind === "fields") return fieldItems(schema, here.type);
  if (here.kind === "variables") return last?.text === ":" || last?.text === "[" ? schema.inputs().map((type) => ({ label: type.name, detail: type.kind.toLowerCase() })) : [];
  return here.value ? valueItems(schema, here, text) : here.fields.map((field) => ({ label: field.name, detail: typeText(field.type) }));
}

function fieldItems(schema, type) {
  const own = schema.fields(type).map((field) => ({ label: field.name, detail: typeText(field.type), deprecated: field.isDeprecated }));
  return [...own, { label: "__typename", detail: "String!" }];
}

function valueItems(schema, here, text) {
  const type = valueType(here);
  const values = type === "Boolean" ? ["true", "false"].map((label) => ({ label, detail: "Boolean" })) : [];
  const constants = schema.enumValues(type).map((value) => ({ label: value.name, detail: type, deprecated: value.isDeprecated }));
  const variables = [...new Set(text.match(/\$\w+(?=\s*:)/g) ?? [])].map((label) => ({ label, detail: "" }));
  return [...values, ...constants, ...variables];
}

const fragmentNames = (text) => [...text.matchAll(/fragment\s+(\w+)\s+on\s+(\w+)/g)].map(([, label, detail]) => ({ label, detail }));
