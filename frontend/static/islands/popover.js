// Popovers: shown as soon as they are on the page, beside what they belong to; the focus moves in and back.
import { place } from "./place.js";

class CarnetPopover extends HTMLElement {
  connectedCallback() {
    // The children are drawn right after this element is put in place.
    queueMicrotask(() => this.isConnected && this.#open());
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    const left = document.activeElement;
    if (this.shown && (!left || left === document.body)) this.#anchor?.focus({ preventScroll: true });
  }

  get #anchor() {
    return document.getElementById(this.dataset.anchor);
  }

  #open() {
    if (this.popup) return;
    this.popup = this.querySelector("[popover]");
    this.popup.addEventListener("beforetoggle", (event) => event.newState === "closed" && this.#closing());
    this.popup.addEventListener("toggle", (event) => event.newState === "closed" && this.#closed());
    this.observer = new ResizeObserver(() => this.#place());
    this.observer.observe(this.popup);
    this.popup.showPopover();
    this.shown = true;
    this.#place();
    const first = this.popup.querySelector("[data-autofocus]") ?? this.popup.querySelector("input, select, textarea, button");
    first?.focus({ preventScroll: true });
  }

  #place() {
    const anchor = this.#anchor;
    if (anchor && this.popup.matches(":popover-open")) place(this.popup, anchor);
  }

  // A press on the anchor closes it; the click that ends the press would open it again.
  #closing() {
    const anchor = this.#anchor;
    if (!anchor?.matches(":active")) return;
    const swallow = (event) => {
      if (anchor.contains(event.target)) event.stopImmediatePropagation();
    };
    addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", swallow, { capture: true }), 500);
  }

  #closed() {
    if (!this.isConnected) return;
    if (this.contains(document.activeElement) || document.activeElement === document.body) this.#anchor?.focus({ preventScroll: true });
    this.dispatchEvent(new CustomEvent("closed", { detail: "" }));
  }
}
customElements.define("carnet-popover", CarnetPopover);
