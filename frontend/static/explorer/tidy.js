// Laying a document out anew: two spaces a level, one selection a line, arguments on one line while they fit.
import { graphqlTokens } from "./language.js";

const WIDTH = 80;
const NO_SPACE_BEFORE = new Set([")", "]", ":", "!", "(", "}"]);
const NO_SPACE_AFTER = new Set(["(", "[", "{", "..."]);
const OPENS_OR_JOINS = new Set(["(", "[", "{", ":", "="]);
const CLOSES_OR_JOINS = new Set(["(", ")", "]", "}", ":", "!", "="]);

export function tidy(text) {
  const lines = [];
  const writer = new Writer(lines);
  const solid = graphqlTokens(text).filter((token) => token.kind !== "space");
  let round = 0;
  solid.forEach((token, place) => {
    if (token.kind === "comment") return writer.comment(token.text, text.slice(solid[place - 1]?.end ?? 0, token.start).includes("\n") || place === 0);
    if (token.text === "(" || token.text === "[") round += 1;
    if (token.text === ")" || token.text === "]") round -= 1;
    if (!round && token.text === "{") writer.open();
    else if (!round && token.text === "}") writer.close();
    else writer.word(token, round, solid[place - 1]);
  });
  writer.flush();
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n").trim()}\n`;
}

class Writer {
  level = 0;
  line = "";

  constructor(lines) {
    this.lines = lines;
  }

  flush() {
    if (this.line) this.lines.push(...folded("  ".repeat(this.level), this.line));
    this.line = "";
  }

  comment(text, ownLine) {
    if (ownLine || !this.line) {
      this.flush();
      this.lines.push("  ".repeat(this.level) + text);
    } else {
      this.line += ` ${text}`;
      this.flush();
    }
  }

  open() {
    this.line += this.line ? " {" : "{";
    this.flush();
    this.level += 1;
  }

  close() {
    this.flush();
    this.level = Math.max(0, this.level - 1);
    this.lines.push(`${"  ".repeat(this.level)}}`);
    if (this.level === 0) this.lines.push("");
  }

  word(token, round, before) {
    if (round === 0 && this.level > 0 && this.#begins(token, before)) this.flush();
    const tight = !this.line || NO_SPACE_BEFORE.has(token.text) || NO_SPACE_AFTER.has(before?.text) || (token.text === "]" && round);
    const comma = round && this.line && before && separates(before, token);
    this.line += comma ? `, ${token.text}` : tight ? token.text : ` ${token.text}`;
  }

  // A new selection: a name or a spread that is neither an alias's field, nor a directive's, nor a type condition.
  #begins(token, before) {
    if (before?.text === ":" || before?.text === "..." || before?.text === "on") return false;
    if (token.text === "on" && before?.text === "...") return false;
    return token.kind === "field" || token.kind === "spread" || token.kind === "keyword";
  }
}

// Between two arguments or list items, where the text had a comma or nothing.
function separates(before, token) {
  return !OPENS_OR_JOINS.has(before.text) && !CLOSES_OR_JOINS.has(token.text) && token.kind !== "directive";
}

// A line whose arguments do not fit becomes one argument a line.
function folded(indent, line) {
  const from = line.indexOf("(");
  const to = line.lastIndexOf(")");
  if (indent.length + line.length <= WIDTH || from < 0 || to < from) return [indent + line];
  const parts = split(line.slice(from + 1, to)).map((part) => `${indent}  ${part}`);
  return [indent + line.slice(0, from + 1), ...parts, indent + line.slice(to)];
}

function split(text) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (const token of graphqlTokens(text)) {
    if ("([{".includes(token.text)) depth += 1;
    if (")]}".includes(token.text)) depth -= 1;
    if (depth === 0 && token.kind === "space" && token.text.includes(",")) {
      parts.push(text.slice(from, token.start));
      from = token.end;
    }
  }
  return [...parts, text.slice(from)];
}
