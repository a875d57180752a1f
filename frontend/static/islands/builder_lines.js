// The lines of a draft: Enter adds one below, Alt and the arrows move it, what is typed until a new line is there goes into it.
import { LineDrag } from "./builder_drag.js";
import { Offers } from "./builder_offers.js";
import { Pattern } from "./builder_pattern.js";

const WAIT_MS = 5000;

class CarnetBuilderLines extends HTMLElement {
  #awaited = null;
  #focused = null;

  connectedCallback() {
    queueMicrotask(() => this.isConnected && this.#begin());
  }

  disconnectedCallback() {
    this.#observer?.disconnect();
    this.drag?.end();
    this.#listening?.abort();
  }

  #observer = null;
  #listening = null;

  #begin() {
    if (this.drag) return;
    this.dresser = new Pattern(this);
    this.dresser.dress([this.rows]);
    this.drag = new LineDrag(this);
    this.offers = new Offers(this);
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    this.addEventListener("keydown", (event) => this.#key(event), options);
    this.addEventListener("click", (event) => this.#click(event), options);
    addEventListener("keydown", (event) => this.#catch(event), { ...options, capture: true });
    this.#observer = new MutationObserver((changes) => this.#changed(changes));
    this.#observer.observe(this.rows, { childList: true, subtree: true });
  }

  get rows() {
    return this.querySelector(".builder-rows");
  }

  get all() {
    return [...this.rows.children];
  }

  tell(act, values) {
    this.dispatchEvent(new CustomEvent("act", { detail: JSON.stringify({ act, ...values }) }));
  }

  lineOf(node) {
    return node.closest?.(".builder-line") ?? null;
  }

  move(line, place) {
    const from = this.all.indexOf(line);
    if (place < 0 || place >= this.all.length || place === from) return;
    this.#keepFocus(line);
    this.tell("move", { line: line.dataset.line, place });
  }

  #key(event) {
    const line = this.lineOf(event.target);
    if (!line || event.isComposing || event.defaultPrevented) return;
    const mod = event.ctrlKey || event.metaKey;
    const place = this.all.indexOf(line);
    const onHandle = event.target.closest("[data-handle]");
    if (event.key === "Enter" && !mod && !event.shiftKey && event.target.matches("input, select")) this.#add("ITEM", line);
    else if (event.key === "ArrowUp" && (event.altKey || onHandle)) this.move(line, place - 1);
    else if (event.key === "ArrowDown" && (event.altKey || onHandle)) this.move(line, place + 1);
    else if (event.key.toLowerCase() === "d" && mod && !event.shiftKey) this.tell("duplicate", { line: line.dataset.line });
    else if (event.key === "Delete" && event.altKey) this.tell("delete", { line: line.dataset.line });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #click(event) {
    const adds = event.target.closest("[data-add]");
    if (adds) return this.#add(adds.dataset.add, null);
    const act = event.target.closest("[data-act]");
    if (act) this.tell(act.dataset.act, { line: this.lineOf(act).dataset.line });
  }

  #add(kind, after) {
    const key = crypto.randomUUID().replaceAll("-", "").slice(0, 12);
    this.#awaited = { key, typed: "", until: performance.now() + WAIT_MS };
    this.tell("add", { kind, key, line: after?.dataset.line ?? "" });
  }

  // Letters that are typed before the new line is there belong to it.
  #catch(event) {
    if (!this.#awaited || performance.now() > this.#awaited.until) return (this.#awaited = null);
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Backspace") this.#awaited.typed = this.#awaited.typed.slice(0, -1);
    else if (event.key.length === 1) this.#awaited.typed += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #changed(changes) {
    this.dresser.dress(changes.flatMap(({ addedNodes }) => [...addedNodes]));
    if (!changes.some(({ target }) => target === this.rows)) return;
    this.drag.changed();
    if (this.#focused && !this.contains(document.activeElement)) document.getElementById(this.#focused)?.focus();
    this.#focused = null;
    this.#arrive();
  }

  #arrive() {
    const line = this.#awaited && this.all.find((each) => each.dataset.line === this.#awaited.key);
    if (!line) return;
    const field = line.querySelector("input, textarea");
    const { typed } = this.#awaited;
    this.#awaited = null;
    field.focus();
    line.scrollIntoView({ block: "nearest" });
    if (!typed) return;
    field.value = typed;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, data: typed }));
  }

  // A field that is moved with its line loses the focus; it gets it back.
  #keepFocus(line) {
    const field = document.activeElement;
    this.#focused = line.contains(field) ? (field.id ||= `${line.dataset.line}-handle`) : null;
  }
}
customElements.define("carnet-builder-lines", CarnetBuilderLines);
