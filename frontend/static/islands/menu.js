// Menus: the browser opens and closes the popover; this places it and moves the focus in it.
import { place } from "./place.js";

class CarnetMenu extends HTMLElement {
  connectedCallback() {
    queueMicrotask(() => this.isConnected && this.#begin());
  }

  #begin() {
    if (this.popup) return;
    this.popup = this.querySelector("[popover]");
    this.trigger = this.querySelector("[popovertarget]");
    if (!this.popup || !this.trigger) return;
    this.popup.addEventListener("toggle", (event) => this.#toggled(event.newState === "open"));
    this.popup.addEventListener("keydown", (event) => this.#key(event));
    this.popup.addEventListener("click", (event) => {
      const item = event.target.closest("[role^=menuitem]");
      if (item && item.dataset.stays === undefined) this.popup.hidePopover();
    });
    this.trigger.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      this.popup.showPopover();
    });
  }

  #toggled(open) {
    this.trigger.setAttribute("aria-expanded", String(open));
    if (!open) {
      if (this.popup.contains(document.activeElement)) this.trigger.focus({ preventScroll: true });
      return;
    }
    place(this.popup, this.trigger, this.dataset.align);
    this.#items()[0]?.focus({ preventScroll: true });
  }

  #items() {
    const items = this.popup.querySelectorAll("[role^=menuitem]:not(:disabled)");
    return [...items].filter((item) => item.checkVisibility());
  }

  #key(event) {
    const items = this.#items();
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    } else if (event.key === "Tab") {
      this.popup.hidePopover();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== " ") {
      const wanted = event.key.toLocaleLowerCase();
      const round = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      round.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(wanted))?.focus();
    }
  }
}
customElements.define("carnet-menu", CarnetMenu);
