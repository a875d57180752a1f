// Comboboxes: opens the list at the first key, filters what is there, moves the choice with the arrows.
import { fold } from "./fold.js";
import { place } from "./place.js";

class CarnetCombobox extends HTMLElement {
  connectedCallback() {
    queueMicrotask(() => this.isConnected && this.#begin());
  }

  disconnectedCallback() {
    this.observer?.disconnect();
  }

  #begin() {
    if (this.input) return;
    this.input = this.querySelector("[role=combobox]");
    this.list = this.querySelector("[role=listbox]");
    this.box = this.querySelector(".combobox-box");
    this.input.addEventListener("input", () => this.#show());
    this.input.addEventListener("click", () => this.#show());
    // What is chosen gives way to what is typed.
    this.input.addEventListener("mouseup", (event) => this.#selectAll(event));
    this.input.addEventListener("focus", () => {
      this.before = this.input.value;
      this.input.select();
    });
    this.input.addEventListener("blur", () => this.#leave());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.box.addEventListener("mousedown", (event) => this.#press(event));
    this.box.addEventListener("click", (event) => this.#removeChip(event));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.#choose(event.target.closest("[role=option]")));
    this.list.addEventListener("pointermove", (event) => this.#activate(event.target.closest("[role=option]")));
    this.observer = new MutationObserver(() => this.open && this.#filter());
    this.observer.observe(this.list, { childList: true });
    this.before = this.input.value;
  }

  get open() {
    return this.list.matches(":popover-open");
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]:not([hidden])")];
  }

  #show() {
    if (!this.open) {
      this.list.showPopover();
      this.input.setAttribute("aria-expanded", "true");
    }
    this.#filter();
  }

  #selectAll(event) {
    if (this.input.value !== this.before || this.input.selectionStart !== this.input.selectionEnd) return;
    event.preventDefault();
    this.input.select();
  }

  #hide() {
    if (this.open) this.list.hidePopover();
    this.input.setAttribute("aria-expanded", "false");
    this.#activate(null);
  }

  #filter() {
    const typed = this.input.value.trim();
    const untouched = this.dataset.multiple === undefined && this.input.value === this.before;
    const wanted = untouched ? "" : fold(typed);
    let exact = false;
    for (const option of this.list.querySelectorAll("[data-value]")) {
      const label = fold(option.dataset.label);
      exact ||= label === fold(typed);
      option.hidden = this.dataset.filter === "browser" && !label.includes(wanted);
    }
    const create = this.list.querySelector(".combobox-create");
    if (create) {
      create.hidden = !typed || exact;
      create.dataset.text = typed;
    }
    this.list.querySelector(".combobox-none").hidden = this.options.length > 0;
    if (!this.active?.isConnected || this.active.hidden) this.#activate(typed && !untouched ? this.options[0] : null);
    place(this.list, this.box, "start", "anchor");
  }

  #activate(option) {
    if (this.active && this.active !== option) this.active.removeAttribute("data-active");
    this.active = option ?? null;
    if (!this.active) return this.input.removeAttribute("aria-activedescendant");
    this.active.setAttribute("data-active", "");
    this.input.setAttribute("aria-activedescendant", this.active.id);
  }

  #key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!this.open) return this.#show();
      const options = this.options;
      const at = options.indexOf(this.active) + (event.key === "ArrowDown" ? 1 : this.active ? -1 : 0);
      this.#activate(options.at(at % options.length));
      this.active?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && this.open && this.active) {
      event.preventDefault();
      this.#choose(this.active);
    } else if (event.key === "Escape" && this.open) {
      event.preventDefault();
      event.stopPropagation();
      this.#putBack();
      this.#hide();
    } else if (event.key === "Backspace" && !this.input.value) {
      const last = [...this.box.querySelectorAll(".chip[data-value]")].at(-1);
      if (last) this.#tell("remove", last.dataset.value);
    }
  }

  #press(event) {
    if (event.target === this.input || event.target.closest("button")) return;
    event.preventDefault();
    this.input.focus();
    if (this.open) this.#hide();
    else this.#show();
  }

  #removeChip(event) {
    const chip = event.target.closest(".chip-remove")?.closest("[data-value]");
    if (chip) this.#tell("remove", chip.dataset.value);
  }

  #choose(option) {
    if (!option) return;
    if (option.classList.contains("combobox-create")) {
      this.#tell("create", option.dataset.text);
      this.#settle(this.dataset.multiple === undefined ? option.dataset.text : "");
    } else if (this.dataset.multiple !== undefined && option.getAttribute("aria-selected") === "true") {
      this.#tell("remove", option.dataset.value);
      this.#settle("");
    } else {
      this.#tell("select", option.dataset.value);
      this.#settle(this.dataset.multiple === undefined ? option.dataset.label : "");
    }
  }

  #settle(text) {
    const typed = this.input.value !== "";
    this.input.value = text;
    this.before = text;
    if (this.dataset.multiple === undefined) return this.#hide();
    if (typed) this.input.dispatchEvent(new Event("input", { bubbles: true }));
    else this.#filter();
  }

  #leave() {
    this.#putBack();
    this.#hide();
  }

  #putBack() {
    this.input.value = this.dataset.multiple === undefined ? this.before : "";
  }

  #tell(act, value) {
    this.dispatchEvent(new CustomEvent("act", { detail: JSON.stringify({ act, value }) }));
  }
}
customElements.define("carnet-combobox", CarnetCombobox);
