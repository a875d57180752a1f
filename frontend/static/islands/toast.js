// A toast leaves by itself, but not while it is pointed at, holds the focus, or the window is out of sight.
class CarnetToast extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    const seconds = Number(this.dataset.seconds);
    if (!seconds) return;
    this.addEventListener("pointerenter", () => this.#wait());
    this.addEventListener("focusin", () => this.#wait());
    this.addEventListener("pointerleave", () => this.#begin(seconds));
    this.addEventListener("focusout", () => this.#begin(seconds));
    this.#begin(seconds);
  }

  disconnectedCallback() {
    this.#wait();
  }

  #wait() {
    clearTimeout(this.#timer);
  }

  #begin(seconds) {
    this.#wait();
    this.#timer = setTimeout(() => {
      if (document.hidden || this.matches(":hover, :focus-within")) return this.#begin(seconds);
      this.dispatchEvent(new CustomEvent("expire", { detail: "" }));
    }, seconds * 1000);
  }
}
customElements.define("carnet-toast", CarnetToast);
