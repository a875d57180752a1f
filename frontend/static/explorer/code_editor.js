// A text area that colours what is typed in it: the coloured text lies under a text area whose own letters are clear.
import { bracketPair } from "./language.js";
import { PAINTED_AT_MOST, paint } from "./paint.js";

const CLOSES = { "(": ")", "[": "]", "{": "}", '"': '"' };
const CLOSING = new Set(Object.values(CLOSES));
const INDENT = "  ";

export class CodeEditor {
  #tokens = [];

  // `tokens` reads a text; `completion` offers words (see completion_box.js); `changed` hears of every change.
  constructor(container, { label, text = "", tokens, describedBy, changed = () => {} }) {
    this.read = tokens;
    this.changed = changed;
    this.gutter = part("div", "code-gutter", { "aria-hidden": "true" });
    this.under = part("pre", "code-paint", { "aria-hidden": "true" });
    this.area = part("textarea", "code-text", {
      "aria-label": label,
      "aria-describedby": describedBy ?? "",
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      autocorrect: "off",
      wrap: "off",
      rows: "1",
    });
    const sheet = part("div", "code-sheet");
    sheet.append(this.under, this.area);
    this.root = part("div", "code-editor");
    this.root.append(this.gutter, sheet);
    container.replaceChildren(this.root);
    this.area.addEventListener("input", () => this.#edited());
    this.area.addEventListener("keydown", (event) => this.#key(event));
    this.area.addEventListener("select", () => this.#repaint());
    this.area.addEventListener("keyup", () => this.#repaint());
    this.area.addEventListener("click", () => this.#repaint());
    this.area.addEventListener("blur", () => this.#repaint());
    this.text = text;
  }

  get text() {
    return this.area.value;
  }

  set text(text) {
    this.area.value = text;
    this.#edited();
  }

  get caret() {
    return this.area.selectionStart;
  }

  // Replaces a stretch as if it had been typed, so that Undo knows of it.
  replace(start, end, text) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    const done = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
    if (!done) this.area.setRangeText(text, start, end, "end");
    if (!done) this.#edited();
  }

  select(start, end = start) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    this.#repaint();
    const line = this.text.slice(0, start).split("\n").length - 1;
    this.gutter.children[line]?.scrollIntoView({ block: "nearest" });
  }

  // The offset of a line and column that the server named, both counted from 1.
  offset(line, column) {
    const before = this.text.split("\n").slice(0, line - 1);
    return before.reduce((total, text) => total + text.length + 1, 0) + column - 1;
  }

  markLines(lines) {
    [...this.gutter.children].forEach((row, place) => row.classList.toggle("code-fault", lines.includes(place + 1)));
  }

  #edited() {
    this.#tokens = this.text.length > PAINTED_AT_MOST ? [{ kind: "other", text: this.text, start: 0 }] : this.read(this.text);
    this.#number();
    this.#repaint();
    this.changed(this.text);
  }

  #number() {
    const wanted = this.text.split("\n").length;
    while (this.gutter.childElementCount > wanted) this.gutter.lastElementChild.remove();
    while (this.gutter.childElementCount < wanted) {
      const row = part("div", "code-line");
      row.textContent = this.gutter.childElementCount + 1;
      this.gutter.append(row);
    }
    this.markLines([]);
  }

  #repaint() {
    const alone = document.activeElement === this.area && this.area.selectionStart === this.area.selectionEnd;
    const pair = (alone && bracketPair(this.#tokens, this.caret)) || [];
    const key = `${this.text.length}:${pair}`;
    if (key === this.painted && this.paintedText === this.text) return;
    this.painted = key;
    this.paintedText = this.text;
    paint(this.under, this.#tokens, pair);
  }

  #key(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { selectionStart: start, selectionEnd: end } = this.area;
    const answer = this.#answer(event.key, start, end);
    if (!answer) return;
    event.preventDefault();
    const [from, to, text, caret] = answer;
    if (from !== to || text) this.replace(from, to, text);
    if (caret !== undefined) this.area.setSelectionRange(caret, caret);
    this.#repaint();
  }

  // What a key does beyond the browser's own: [from, to, text, caret], or nothing.
  #answer(key, start, end) {
    const before = this.text[start - 1] ?? "";
    const after = this.text[end] ?? "";
    const alone = start === end;
    if (key in CLOSES && !alone && start === 0 && end === this.text.length) return [start, end, key + CLOSES[key], 1];
    if (key === "Enter") return this.#newLine(start, end, before, after);
    if (alone && CLOSING.has(key) && after === key) return [start, start, "", start + 1];
    if (key in CLOSES && (alone ? /^[\s)\]}]?$/.test(after) && !(key === '"' && /["\w]/.test(before)) : true)) {
      return [start, end, key + this.text.slice(start, end) + CLOSES[key], alone ? start + 1 : end + 2];
    }
    if (key === "Backspace" && alone && before in CLOSES && CLOSES[before] === after) return [start - 1, start + 1, "", start - 1];
    if (alone && "}])".includes(key) && key) return this.#dedent(key, start);
    return null;
  }

  #newLine(start, end, before, after) {
    const line = this.text.slice(this.text.lastIndexOf("\n", start - 1) + 1, start);
    const indent = line.match(/^ */)[0];
    const inner = "([{".includes(before) && before ? indent + INDENT : indent;
    const split = before && CLOSES[before] === after && after !== '"' ? `\n${indent}` : "";
    return [start, end, `\n${inner}${split}`, start + 1 + inner.length];
  }

  #dedent(key, start) {
    const from = this.text.lastIndexOf("\n", start - 1) + 1;
    const line = this.text.slice(from, start);
    if (!line || line.trim()) return null;
    const indent = line.slice(0, Math.max(0, line.length - INDENT.length));
    return [from, start, indent + key, from + indent.length + 1];
  }
}

export function part(tag, className, attributes = {}) {
  const element = document.createElement(tag);
  element.className = className;
  for (const [name, value] of Object.entries(attributes)) if (value !== "") element.setAttribute(name, value);
  return element;
}
