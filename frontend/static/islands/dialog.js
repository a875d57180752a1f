// Dialogs and drawers: the browser's own modal dialog, shown as soon as it is on the page.
class CarnetDialog extends HTMLElement {
  #dialog;
  #before = null;

  connectedCallback() {
    // The children are drawn right after this element is put in place.
    queueMicrotask(() => this.isConnected && this.#open());
  }

  disconnectedCallback() {
    if (this.#before?.isConnected) this.#before.focus({ preventScroll: true });
  }

  #open() {
    this.#dialog = this.querySelector("dialog");
    if (!this.#dialog || this.#dialog.open) return;
    this.#before = document.activeElement;
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    this.#dialog.addEventListener("click", (event) => {
      const onBackdrop = event.target === this.#dialog && event.detail > 0 && !this.#holds(event);
      if (onBackdrop || event.target.closest("[data-close]")) this.close();
    });
    this.#dialog.addEventListener("pointerover", (event) => this.#takeBack(event.target));
    this.#dialog.showModal();
    const first = this.#dialog.querySelector("[data-autofocus]") ?? this.#dialog.querySelector(".dialog-body :is(input, select, textarea)");
    first?.focus();
  }

  close() {
    if (!this.#dialog.open) return;
    const go = () => this.#close();
    if (this.dispatchEvent(new CustomEvent("carnet-may-leave", { bubbles: true, cancelable: true, detail: go }))) go();
  }

  #close() {
    if (this.dataset.guarded === undefined) this.#dialog.close();
    this.dispatchEvent(new CustomEvent("closed", { detail: "" }));
  }

  // The browser's PDF viewer keeps every key from us, Escape too, from a click in it on. Its keys are
  // its own for as long as the pointer is in it.
  #takeBack(entered) {
    const focused = document.activeElement;
    if (focused?.tagName === "IFRAME" && entered !== focused && this.#dialog.contains(focused)) focused.blur();
  }

  #holds({ clientX, clientY }) {
    const box = this.#dialog.getBoundingClientRect();
    return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
  }
}
customElements.define("carnet-dialog", CarnetDialog);
