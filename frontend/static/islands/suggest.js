// Texts offered under an input: asked for while one types, taken by a click, or the arrows and Enter.
import { place } from "./place.js";

const PAUSE_MS = 120;

class CarnetSuggest extends HTMLElement {
  static observedAttributes = ["data-typed"];
  #timer = 0;
  #active = null;

  connectedCallback() {
    // Before the input's own keys: Enter takes a text here, and sends a form there.
    this.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    this.addEventListener("input", (event) => event.isTrusted && this.#ask());
    this.addEventListener("focusout", () => this.#hide());
    this.addEventListener("mousedown", (event) => this.#option(event) && event.preventDefault());
    this.addEventListener("click", (event) => this.#take(this.#option(event)));
    this.addEventListener("pointermove", (event) => this.#activate(this.#option(event)));
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  // The answer to what was asked; the texts in the list are drawn by then.
  attributeChangedCallback() {
    queueMicrotask(() => this.isConnected && this.#show());
  }

  get input() {
    return this.querySelector("input");
  }

  get list() {
    return this.querySelector("[role=listbox]");
  }

  get open() {
    return this.list?.matches(":popover-open");
  }

  #ask() {
    clearTimeout(this.#timer);
    const value = this.input.value.trim();
    if (!value) return this.#hide();
    if (value === this.dataset.typed) return this.#show();
    this.#timer = setTimeout(() => this.dispatchEvent(new CustomEvent("look", { detail: JSON.stringify({ value }) })), PAUSE_MS);
  }

  #show() {
    const typed = this.input.value.trim();
    const texts = [...this.list.children].map((option) => option.textContent);
    const wanted = typed && typed === this.dataset.typed && document.activeElement === this.input;
    if (!wanted || !texts.some((text) => text !== typed)) return this.#hide();
    if (!this.open) this.list.showPopover();
    this.input.setAttribute("aria-expanded", "true");
    this.#activate(null);
    place(this.list, this.input, "start", "anchor");
  }

  #hide() {
    clearTimeout(this.#timer);
    if (this.open) this.list.hidePopover();
    this.input?.setAttribute("aria-expanded", "false");
    this.#activate(null);
  }

  #option(event) {
    return event.target.closest?.("[role=option]");
  }

  #activate(option) {
    this.#active?.removeAttribute("data-active");
    this.#active = option ?? null;
    if (!this.#active) return this.input?.removeAttribute("aria-activedescendant");
    this.#active.setAttribute("data-active", "");
    this.input.setAttribute("aria-activedescendant", this.#active.id);
  }

  #key(event) {
    if (event.isComposing || !this.open) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const options = [...this.list.children];
      const at = options.indexOf(this.#active) + (event.key === "ArrowDown" ? 1 : this.#active ? -1 : 0);
      this.#activate(options.at(at % options.length));
      this.#active.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && this.#active && !event.ctrlKey && !event.metaKey) {
      this.#take(this.#active);
    } else if (event.key === "Escape") {
      this.#hide();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #take(option) {
    if (!option) return;
    this.input.value = option.textContent;
    this.#hide();
    for (const type of ["input", "change"]) this.input.dispatchEvent(new Event(type, { bubbles: true }));
  }
}
customElements.define("carnet-suggest", CarnetSuggest);
