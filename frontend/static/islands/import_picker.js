// What a column becomes: one list for all columns, opened at the column's button, searched and chosen from at once.
import { fold } from "./fold.js";
import { place } from "./place.js";

class CarnetImportPicker extends HTMLElement {
  #button = null;
  #active = null;

  connectedCallback() {
    this.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("input", (event) => event.target === this.search && this.#filter());
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("toggle", (event) => this.#toggled(event), true);
    this.addEventListener("pointermove", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#activate(option);
    });
  }

  get popup() {
    return this.querySelector(".import-picker");
  }

  get search() {
    return this.querySelector(".import-picker-search");
  }

  get options() {
    return [...this.popup.querySelectorAll("[role=option]:not([hidden])")];
  }

  #click(event) {
    const option = event.target.closest("[role=option]");
    if (option) return this.#choose(option);
    const button = event.target.closest(".import-target");
    if (button) this.#open(button);
  }

  #open(button) {
    this.#button = button;
    this.search.value = "";
    for (const option of this.popup.querySelectorAll("[role=option]")) {
      option.setAttribute("aria-selected", String(option.dataset.value === button.dataset.value));
    }
    if (!this.popup.matches(":popover-open")) this.popup.showPopover();
    this.#filter();
    place(this.popup, button);
    this.search.focus({ preventScroll: true });
    const chosen = this.popup.querySelector("[aria-selected=true]") ?? this.options[0];
    this.#activate(chosen);
    chosen?.scrollIntoView({ block: "nearest" });
  }

  #toggled(event) {
    if (event.target !== this.popup) return;
    this.#button?.setAttribute("aria-expanded", String(event.newState === "open"));
    if (event.newState === "closed" && this.popup.contains(document.activeElement)) this.#button?.focus();
  }

  #filter() {
    const wanted = fold(this.search.value.trim());
    for (const option of this.popup.querySelectorAll("[role=option]")) {
      option.hidden = !fold(option.dataset.label).includes(wanted);
    }
    for (const group of this.popup.querySelectorAll("[role=group]")) {
      group.hidden = !group.querySelector("[role=option]:not([hidden])");
    }
    this.popup.querySelector(".import-picker-none").hidden = this.options.length > 0;
    if (!this.#active || this.#active.hidden || wanted) this.#activate(this.options[0]);
  }

  #activate(option) {
    this.#active?.removeAttribute("data-active");
    this.#active = option ?? null;
    option?.setAttribute("data-active", "");
    if (option) this.search.setAttribute("aria-activedescendant", option.id);
    else this.search.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    if (event.target !== this.search) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const options = this.options;
      const to = options.indexOf(this.#active) + (event.key === "ArrowDown" ? 1 : -1);
      this.#activate(options.at(to % options.length));
      this.#active?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && this.#active) {
      event.preventDefault();
      this.#choose(this.#active);
    } else if (event.key === "Tab") {
      this.popup.hidePopover();
    }
  }

  #choose(option) {
    const { index, value } = this.#button.dataset;
    this.popup.hidePopover();
    this.#button.focus();
    if (option.dataset.value === value && value !== "new") return;
    this.dispatchEvent(new CustomEvent("act", { detail: JSON.stringify({ act: "pick", index: Number(index), value: option.dataset.value }) }));
  }
}
customElements.define("carnet-import-picker", CarnetImportPicker);
