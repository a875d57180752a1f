// Products offered under the name of a line while one types: one list for all lines, taken by a click, or the arrows and Enter.
import { place } from "./place.js";

const PAUSE_MS = 120;
const FIELD = ".builder-name[role=combobox]";

export class Offers {
  #lines;
  #timer = 0;
  #field = null;
  #active = null;

  constructor(lines) {
    this.#lines = lines;
    lines.addEventListener("input", (event) => event.isTrusted && event.target.matches(FIELD) && this.#ask(event.target, PAUSE_MS));
    // Before the line's own keys: Enter takes a product here, and adds a line there.
    lines.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    lines.addEventListener("focusout", () => this.#hide());
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#take(event.target.closest("[role=option]")));
    this.#list.addEventListener("pointermove", (event) => this.#activate(event.target.closest("[role=option]")));
    new MutationObserver(() => this.#show()).observe(this.#list, { childList: true, attributeFilter: ["data-line", "data-text"] });
  }

  get #list() {
    return this.#lines.querySelector("#builder-offers");
  }

  get #options() {
    return [...this.#list.querySelectorAll("[role=option]")];
  }

  #lineOf(field) {
    return this.#lines.lineOf(field).dataset.line;
  }

  get #open() {
    return this.#list.matches(":popover-open");
  }

  #ask(field, pause) {
    clearTimeout(this.#timer);
    this.#field = field;
    if (!field.value.trim() && pause) return this.#hide();
    this.#timer = setTimeout(() => {
      if (this.#matches) this.#show();
      else this.#lines.tell("look", { line: this.#lineOf(field), text: field.value });
    }, pause);
  }

  // Whether the list answers what stands in the field.
  get #matches() {
    const { line, text } = this.#list.dataset;
    return this.#field?.isConnected && line === this.#lineOf(this.#field) && text === this.#field.value;
  }

  #show() {
    const wanted = this.#matches && document.activeElement === this.#field && this.#options.length > 0;
    if (!wanted) return this.#hide();
    if (!this.#open) this.#list.showPopover();
    this.#field.setAttribute("aria-expanded", "true");
    this.#activate(null);
    place(this.#list, this.#field, "start", innerWidth > 720 ? null : "anchor");
  }

  #hide() {
    clearTimeout(this.#timer);
    if (this.#open) this.#list.hidePopover();
    this.#field?.setAttribute("aria-expanded", "false");
    this.#activate(null);
  }

  #activate(option) {
    this.#active?.removeAttribute("data-active");
    this.#active = option ?? null;
    if (!this.#active) return this.#field?.removeAttribute("aria-activedescendant");
    this.#active.setAttribute("data-active", "");
    this.#field.setAttribute("aria-activedescendant", this.#active.id);
  }

  #key(event) {
    if (event.isComposing || event.altKey || !event.target.matches(FIELD)) return;
    const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (!this.#open) {
      if (event.key !== "ArrowDown") return event.key === "Enter" ? this.#hide() : undefined;
      this.#ask(event.target, 0);
    } else if (isArrow) {
      const options = this.#options;
      const at = options.indexOf(this.#active) + (event.key === "ArrowDown" ? 1 : this.#active ? -1 : 0);
      this.#activate(options.at(at % options.length));
      this.#active?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && this.#active) {
      this.#take(this.#active);
    } else if (event.key === "Escape") {
      this.#hide();
    } else {
      if (event.key === "Enter") this.#hide();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #take(option) {
    if (!option || !this.#field) return;
    const line = this.#lineOf(this.#field);
    this.#hide();
    if (option.dataset.product) this.#lines.tell("pick", { line, product: option.dataset.product });
    else this.#lines.tell("keep", { line });
  }
}
