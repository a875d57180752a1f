// The command palette: opens at once, filters the commands here; what the server finds comes in above them.
import { fold } from "./fold.js";

class CarnetPalette extends HTMLElement {
  connectedCallback() {
    queueMicrotask(() => this.isConnected && this.#begin());
    document.addEventListener("click", this);
    addEventListener("keydown", this);
  }

  disconnectedCallback() {
    document.removeEventListener("click", this);
    removeEventListener("keydown", this);
    this.observer?.disconnect();
  }

  #begin() {
    if (this.dialog) return;
    this.dialog = this.querySelector("dialog");
    this.input = this.querySelector("input");
    this.list = this.querySelector("[role=listbox]");
    this.input.addEventListener("input", () => this.#filter());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.dialog.addEventListener("click", (event) => this.#clicked(event));
    this.list.addEventListener("pointermove", (event) => this.#activate(event.target.closest("[role=option]")));
    this.observer = new MutationObserver(() => this.dialog.open && this.#filter());
    this.observer.observe(this.list, { childList: true });
  }

  handleEvent(event) {
    const asked = event.type === "click" ? event.target.closest?.("[data-opens=palette]") : (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (!asked || !this.dialog) return;
    event.preventDefault();
    if (this.dialog.open) return this.dialog.close();
    this.input.value = "";
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
    this.dialog.showModal();
    this.input.focus();
    this.#filter();
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]:not([hidden])")];
  }

  #filter() {
    const words = fold(this.input.value.trim()).split(/\s+/);
    for (const option of this.list.querySelectorAll("[role=option]:not([data-found])")) {
      const label = fold(option.dataset.label);
      option.hidden = !words.every((word) => label.includes(word));
    }
    for (const heading of this.list.querySelectorAll(".palette-heading")) {
      let next = heading.nextElementSibling;
      while (next?.matches("[role=option][hidden]")) next = next.nextElementSibling;
      heading.hidden = !next?.matches("[role=option]");
    }
    this.querySelector(".palette-none").hidden = this.options.length > 0;
    if (!this.active?.isConnected || this.active.hidden || !this.moved) this.#activate(this.options[0]);
  }

  #activate(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option ?? null;
    if (!this.active) return this.input.removeAttribute("aria-activedescendant");
    this.active.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", this.active.id);
  }

  #key(event) {
    this.moved = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (this.moved) {
      event.preventDefault();
      const options = this.options;
      this.#activate(options.at((options.indexOf(this.active) + (event.key === "ArrowDown" ? 1 : -1)) % options.length));
      this.active?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.active?.click();
    }
  }

  #clicked(event) {
    const option = event.target.closest("[role=option]");
    if (option?.dataset.run) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("run", { detail: JSON.stringify({ run: option.dataset.run }) }));
    }
    if (option || event.target === this.dialog) this.dialog.close();
  }
}
customElements.define("carnet-palette", CarnetPalette);
