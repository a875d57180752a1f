// The emoji to choose from: what is typed above them leaves those of that name, Enter takes the first.
import { fold } from "./fold.js";

class CarnetEmoji extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", this);
    this.addEventListener("keydown", this);
    queueMicrotask(() => this.closest("[popover]")?.addEventListener("beforetoggle", this));
  }

  handleEvent(event) {
    if (event.type === "beforetoggle") this.#begin();
    else if (event.type === "input") this.#search(event.target.value);
    else if (event.target.matches("input") && !event.isComposing) this.#key(event);
  }

  get #input() {
    return this.querySelector("input");
  }

  get #first() {
    return this.querySelector("button:not([hidden])");
  }

  #begin() {
    this.#input.value = "";
    this.style.minHeight = "";
    this.#show("");
  }

  // The popover keeps its height, and with it its place beside the button.
  #search(typed) {
    this.style.minHeight ||= `${this.offsetHeight}px`;
    this.#show(typed);
  }

  #show(typed) {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    for (const button of this.querySelectorAll("button")) {
      const name = fold(`${button.title} ${button.dataset.others ?? ""}`);
      button.hidden = !words.every((word) => name.includes(word));
      button.tabIndex = -1;
    }
    if (this.#first) this.#first.tabIndex = 0;
    this.toggleAttribute("data-none", !this.#first);
  }

  #key(event) {
    if (event.key === "ArrowDown") this.#first?.focus();
    else if (event.key === "Enter") this.#first?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
customElements.define("carnet-emoji", CarnetEmoji);
