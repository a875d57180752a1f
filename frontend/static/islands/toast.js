// A toast leaves by itself, but not while it is pointed at, holds the focus, or the window is out of sight. Over a dialog,
// where no button of it can be pressed, one that says an error leaves too.
const OVER_DIALOG_SECONDS = 10;

const inDialog = () => document.querySelector("dialog:modal") !== null;

// What a dialog covers, on phones all of the page, is laid over it.
function overDialog(toast) {
  if (!inDialog()) return false;
  const region = toast.parentElement;
  region.popover = "manual";
  if (region.matches(":popover-open")) region.hidePopover();
  region.showPopover();
  return true;
}

class CarnetToast extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    const covering = overDialog(this);
    const seconds = Number(this.dataset.seconds) || (covering ? OVER_DIALOG_SECONDS : 0);
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
      if (!this.dataset.seconds && !inDialog()) return;
      if (document.hidden || this.matches(":hover, :focus-within")) return this.#begin(seconds);
      this.dispatchEvent(new CustomEvent("expire", { detail: "" }));
    }, seconds * 1000);
  }
}
customElements.define("carnet-toast", CarnetToast);
