// What came back: errors first and readable, then the data, then what it cost.
import { jsonTokens } from "./language.js";
import { part } from "./code_editor.js";
import { PAINTED_AT_MOST, paint } from "./paint.js";

const EVENTS_AT_MOST = 100;

export class Results {
  #events = 0;

  // `jump(line, column)` goes to a place of the query.
  constructor(container, status, words, jump) {
    this.container = container;
    this.status = status;
    this.words = words;
    this.jump = jump;
    this.numbers = new Intl.NumberFormat(document.documentElement.lang);
    this.times = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "medium" });
  }

  // One answer over HTTP.
  show({ status, body, text, ms, bytes }) {
    const answer = body?.data === undefined || body.data === null ? [] : [this.#json({ data: body.data })];
    this.container.replaceChildren(...this.#errors(body?.errors), ...answer, this.#whole(body ?? text, answer.length === 0 && !body?.errors));
    this.say([
      status === 200 ? null : `HTTP ${status}`,
      `${this.numbers.format(Math.round(ms))} ms`,
      this.#size(bytes),
      this.#cost(body?.extensions?.cost),
    ]);
  }

  // What went wrong before any answer came.
  fail(message) {
    this.container.replaceChildren(...this.#errors([{ message }]));
    this.say([]);
  }

  beginStream() {
    this.#events = 0;
    this.list = part("ol", "explorer-events");
    this.container.replaceChildren(this.list);
    this.say([this.words.waiting]);
  }

  event(payload) {
    this.#events += 1;
    const entry = part("li", "explorer-event");
    const heading = part("p", "explorer-event-heading");
    heading.textContent = `${this.#events} · ${this.times.format(new Date())}`;
    entry.append(heading, ...this.#errors(payload.errors), this.#json(payload.data ?? payload));
    this.list.prepend(entry);
    while (this.list.childElementCount > EVENTS_AT_MOST) this.list.lastElementChild.remove();
    this.say([this.#counted()]);
  }

  endStream(reason, errors) {
    if (errors) this.container.prepend(...this.#errors(errors));
    const words = { complete: this.words.complete, stopped: this.words.stopped, error: this.words.refused }[reason];
    this.say([this.#counted(), words ?? this.words.closed.replace("{reason}", reason)]);
  }

  connectAgain() {
    this.say([this.#counted(), this.words.reconnecting]);
  }

  say(parts) {
    this.status.textContent = parts.filter(Boolean).join(" · ");
  }

  // Before anything was run.
  invite() {
    const words = part("p", "docs-quiet");
    words.textContent = this.words.nothing;
    this.container.replaceChildren(words);
  }

  // The answer as it came, extensions included.
  #whole(value, open) {
    const details = part("details", "explorer-whole", open ? { open: "open" } : {});
    const summary = document.createElement("summary");
    summary.textContent = this.words.whole;
    details.append(summary);
    details.addEventListener("toggle", () => details.open && details.childElementCount === 1 && details.append(this.#json(value)));
    if (open) details.append(this.#json(value));
    return details;
  }

  #counted() {
    return this.words.events.replace("{count}", this.numbers.format(this.#events));
  }

  #json(value) {
    const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
    const block = part("pre", "explorer-json", { tabindex: "0", role: "region", "aria-label": this.words.answer });
    if (text.length > PAINTED_AT_MOST) block.textContent = text;
    else paint(block, jsonTokens(text));
    return block;
  }

  #errors(errors) {
    if (!errors?.length) return [];
    const list = part("ul", "explorer-errors");
    list.append(...errors.map((error) => this.#error(error)));
    const alert = part("div", "explorer-alert", { role: "alert" });
    alert.append(list);
    return [alert];
  }

  #error(error) {
    const entry = part("li", "explorer-error");
    const message = part("p", "explorer-error-words");
    message.textContent = error.message;
    const facts = part("p", "explorer-error-facts");
    const { code, requestId } = error.extensions ?? {};
    facts.append(
      ...[code, error.path?.join("."), requestId && `${this.words.request} ${requestId}`].filter(Boolean).map((text) => fact(text)),
      ...(error.locations ?? []).map((place) => this.#place(place)),
    );
    entry.append(message, ...(facts.childElementCount ? [facts] : []));
    return entry;
  }

  #place({ line, column }) {
    const button = part("button", "link", { type: "button" });
    button.textContent = this.words.place.replace("{line}", line).replace("{column}", column);
    button.addEventListener("click", () => this.jump(line, column));
    return button;
  }

  #size(bytes) {
    return bytes < 1000 ? `${this.numbers.format(bytes)} B` : `${this.numbers.format(Math.round(bytes / 100) / 10)} kB`;
  }

  #cost(cost) {
    if (!cost) return null;
    const words = cost.remaining === null || cost.remaining === undefined ? this.words.cost : this.words.costLeft;
    const filled = words.replace("{cost}", this.numbers.format(cost.requested)).replace("{maximum}", this.numbers.format(cost.maximum));
    return filled.replace("{remaining}", this.numbers.format(cost.remaining ?? 0));
  }
}

function fact(text) {
  const element = part("code", "explorer-error-fact");
  element.textContent = text;
  return element;
}
