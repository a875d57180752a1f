// Reading GraphQL and JSON as people type them: unfinished, and never a reason to fail.
const GRAPHQL =
  /(?<comment>#[^\n]*)|(?<string>"""(?:\\"""|[^])*?(?:"""|$)|"(?:\\.|[^"\\\n])*"?)|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<spread>\.\.\.)|(?<variable>\$\w*)|(?<directive>@\w*)|(?<name>[A-Za-z_]\w*)|(?<mark>[!&():=[\]{|}])|(?<space>[\s,\uFEFF]+)|(?<other>.)/gsu;
const JSON_TEXT =
  /(?<key>"(?:\\.|[^"\\\n])*"?(?=\s*:))|(?<string>"(?:\\.|[^"\\\n])*"?)|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<keyword>\b(?:true|false|null)\b)|(?<mark>[[\]{}:,])|(?<space>\s+)|(?<other>.)/gsu;

const KEYWORDS = new Set(["query", "mutation", "subscription", "fragment", "on"]);
const CONSTANTS = new Set(["true", "false", "null"]);

// Tokens in order: { kind, text, start, end }. Spaces are among them, so that the texts joined are the whole text.
function* read(pattern, text) {
  for (const match of text.matchAll(pattern)) {
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    yield { kind, text: match[0], start: match.index, end: match.index + match[0].length };
  }
}

export const jsonTokens = (text) => [...read(JSON_TEXT, text)];

// GraphQL tokens, names told apart by where they stand: field, argument, type, keyword, constant, value.
export function graphqlTokens(text) {
  const tokens = [...read(GRAPHQL, text)];
  const solid = tokens.filter((token) => token.kind !== "space" && token.kind !== "comment");
  let round = 0;
  solid.forEach((token, place) => {
    if (token.text === "(") round += 1;
    else if (token.text === ")") round = Math.max(0, round - 1);
    if (token.kind === "name") token.kind = nameKind(token, solid[place - 1], solid[place + 1], round);
  });
  return tokens;
}

function nameKind(token, before, after, round) {
  if (before?.text === "on" && !round) return "type";
  if (CONSTANTS.has(token.text) && round) return "keyword";
  if (round) {
    if (after?.text === ":") return "argument";
    return /^[A-Z][A-Z0-9_]*$/.test(token.text) ? "constant" : "type";
  }
  if (KEYWORDS.has(token.text) && before?.text !== "{" && (!before || before.text === "}" || before.kind === "spread" || before.kind === "name" || before.kind === "definition")) return "keyword";
  if (before?.kind === "keyword" && before.text !== "on") return "definition";
  return "field";
}

// The operations of a document: { name, kind, start, end }; the shorthand `{ … }` is an unnamed query.
export function operations(text) {
  const solid = graphqlTokens(text).filter((token) => token.kind !== "space" && token.kind !== "comment");
  const found = [];
  let depth = 0;
  let open = null;
  for (const [place, token] of solid.entries()) {
    if (depth === 0 && !open && token.text !== "}") {
      const kind = token.text === "{" ? "query" : token.text;
      open = { kind, name: solid[place + 1]?.kind === "definition" ? solid[place + 1].text : null, start: token.start };
    }
    if (token.text === "{" || token.text === "(") depth += 1;
    if (token.text === "}" || token.text === ")") depth = Math.max(0, depth - 1);
    if (open && depth === 0 && token.text === "}") {
      if (["query", "mutation", "subscription"].includes(open.kind)) found.push({ ...open, end: token.end });
      open = null;
    }
  }
  return found;
}

// The operation at a caret, else the first one.
export function operationAt(text, caret) {
  const found = operations(text);
  return found.findLast((operation) => operation.start <= caret) ?? found[0] ?? null;
}

const PAIRS = { "(": ")", "[": "]", "{": "}" };

// The offsets of the bracket at a caret and of its other half, or null.
export function bracketPair(tokens, caret) {
  const marks = tokens.filter((token) => "()[]{}".includes(token.text) && token.kind === "mark");
  const at = marks.findIndex((token) => token.end === caret) >= 0 ? marks.findIndex((token) => token.end === caret) : marks.findIndex((token) => token.start === caret);
  if (at < 0) return null;
  const opens = marks[at].text in PAIRS;
  let depth = 0;
  for (let place = at; place >= 0 && place < marks.length; place += opens ? 1 : -1) {
    depth += marks[place].text in PAIRS ? 1 : -1;
    if (depth === 0) {
      const [first, last] = opens ? [marks[at], marks[place]] : [marks[place], marks[at]];
      return PAIRS[first.text] === last.text ? [first.start, last.start] : null;
    }
  }
  return null;
}
