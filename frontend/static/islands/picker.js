// Pickers: the browser opens and closes the list; this narrows it, moves the choice and tells the server of it.
import { fold } from "./fold.js";
import { place } from "./place.js";

const SEARCH_AFTER_MS = 120;

class CarnetPicker extends HTMLElement {
  connectedCallback() {
    queueMicrotask(() => this.isConnected && this.#begin());
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    clearTimeout(this.timer);
  }

  #begin() {
    if (this.popup) return;
    this.popup = this.querySelector("[popover]");
    this.trigger = this.querySelector("[popovertarget]");
    this.input = this.popup.querySelector("[role=combobox]");
    this.list = this.popup.querySelector("[role=listbox]");
    this.popup.addEventListener("toggle", (event) => this.#toggled(event.newState === "open"));
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.#choose(event.target.closest("[role=option]")));
    this.list.addEventListener("pointermove", (event) => this.#activate(event.target.closest("[role=option]")));
    this.trigger.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      this.popup.showPopover();
    });
    // What is read after the opening comes into a list that is looked at.
    this.observer = new MutationObserver(() => this.popup.matches(":popover-open") && this.#filter(false));
    this.observer.observe(this.list, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-searched"] });
  }

  // The server finds what fits, instead of the browser among all that there is.
  get #searches() {
    return this.dataset.searches !== undefined;
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]:not([hidden])")];
  }

  #toggled(open) {
    this.trigger.setAttribute("aria-expanded", String(open));
    if (!open) {
      if (this.popup.contains(document.activeElement)) this.trigger.focus({ preventScroll: true });
      return;
    }
    if (this.dataset.tells !== undefined) this.#tell("open", "");
    this.input.value = "";
    if (this.#searches) this.#tell("search", "");
    this.#filter(true);
    this.list.scrollTop = 0;
    place(this.popup, this.trigger);
    this.input.focus({ preventScroll: true });
  }

  #typed() {
    if (this.#searches) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.#tell("search", this.input.value.trim()), SEARCH_AFTER_MS);
    }
    this.#filter(true);
  }

  #filter(anew) {
    const words = this.#searches ? [] : fold(this.input.value.trim()).split(/\s+/);
    for (const group of this.list.querySelectorAll("[role=group]")) {
      const heading = fold(group.querySelector(".menu-heading")?.textContent ?? "");
      let shown = 0;
      for (const option of group.querySelectorAll("[role=option]")) {
        const said = `${fold(option.dataset.label)} ${heading}`;
        option.hidden = !words.every((word) => said.includes(word));
        shown += !option.hidden;
      }
      group.hidden = !shown;
    }
    const isFound = !this.#searches || this.list.dataset.searched === this.input.value.trim();
    this.popup.querySelector(".combobox-none").hidden = this.options.length > 0 || !isFound;
    if (anew || !this.active?.isConnected || this.active.hidden) this.#activate(this.options[0]);
  }

  #activate(option) {
    if (this.active !== option) this.active?.removeAttribute("data-active");
    this.active = option ?? null;
    if (!this.active) return this.input.removeAttribute("aria-activedescendant");
    this.active.setAttribute("data-active", "");
    this.input.setAttribute("aria-activedescendant", this.active.id);
  }

  #key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const options = this.options;
      if (!options.length) return;
      const to = options.indexOf(this.active) + (event.key === "ArrowDown" ? 1 : -1);
      this.#activate(options.at(to % options.length));
      this.active.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#choose(this.active);
    } else if (event.key === "Tab") {
      this.popup.hidePopover();
    }
  }

  #choose(option) {
    if (!option) return;
    this.popup.hidePopover();
    this.#tell("pick", option.dataset.value);
  }

  #tell(act, value) {
    this.dispatchEvent(new CustomEvent("act", { detail: JSON.stringify({ act, value }) }));
  }
}
customElements.define("carnet-picker", CarnetPicker);
