// Texts edited where they stand: Enter saves, Escape restores, what others change shows unless one is typing.
import { copy } from "../shared/clipboard.js";

const COPIED_MS = 1500;

customElements.define(
  "carnet-inline",
  class extends HTMLElement {
    static observedAttributes = ["data-value", "data-answers"];
    #before = null;

    connectedCallback() {
      queueMicrotask(() => this.isConnected && this.#begin());
      addEventListener("carnet-leave", this);
    }

    disconnectedCallback() {
      removeEventListener("carnet-leave", this);
    }

    // What is typed is saved before the page moves on, though the field keeps the focus.
    handleEvent() {
      if (this.#before !== null) this.#commit();
    }

    // What is saved shows, unless one is typing, or what one typed was refused.
    attributeChangedCallback() {
      if (!this.input || this.input.getAttribute("aria-invalid")) return;
      const typing = this.#before !== null && this.input.value.trim() !== this.#before;
      if (typing) return;
      const { value } = this.dataset;
      if (this.input.value !== value) this.input.value = value;
      if (this.#before !== null) this.#before = value;
    }

    #begin() {
      if (this.input) return;
      this.input = this.querySelector("input, textarea");
      // A field that appears because one asked for it has the focus already.
      if (this.input === document.activeElement) this.#before = this.dataset.value;
      this.input?.addEventListener("focus", () => (this.#before ??= this.dataset.value));
      this.input?.addEventListener("beforeinput", () => (this.#before ??= this.dataset.value));
      this.input?.addEventListener("blur", () => this.#commit());
      this.input?.addEventListener("input", () => this.input.getAttribute("aria-invalid") && this.#tell("correct", {}));
      this.input?.addEventListener("keydown", (event) => this.#key(event));
    }

    #key(event) {
      if (event.isComposing) return;
      // One that is a single text, however long, has no lines of its own.
      const hasLines = this.input.tagName === "TEXTAREA" && this.dataset.single === undefined;
      const breaksLine = hasLines && !event.ctrlKey && !event.metaKey;
      if (event.key === "Enter" && !breaksLine) {
        event.preventDefault();
        this.input.blur();
      } else if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        this.input.value = this.dataset.value;
        this.#before = null;
        if (this.input.getAttribute("aria-invalid")) this.#tell("correct", {});
        this.input.blur();
      }
    }

    #commit() {
      const before = this.#before;
      // A day that is only half there is none yet: what is saved shows again.
      if (this.input.validity.badInput) this.input.value = this.dataset.value;
      const value = this.input.value.trim();
      this.#before = null;
      if (before === null || value === before) return;
      this.#tell("commit", { before, value });
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(detail) }));
    }
  },
);

// A button beside a text that copies it, and says so for a moment.
addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  await copy(button.dataset.copy);
  const label = button.getAttribute("aria-label");
  button.dataset.done = "";
  button.title = button.dataset.copied;
  button.setAttribute("aria-label", button.dataset.copied);
  setTimeout(() => {
    delete button.dataset.done;
    button.title = label;
    button.setAttribute("aria-label", label);
  }, COPIED_MS);
});

// Shows the photo that was chosen, before there is a contact to give it to; not one that was refused.
customElements.define(
  "carnet-photo-preview",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("change", (event) => this.#show(event.target.files?.[0]), { capture: true });
      this.addEventListener("drop", (event) => this.#show(event.dataTransfer.files[0]), { capture: true });
      this.addEventListener("act", (event) => this.#told(JSON.parse(event.detail).act), { capture: true });
    }

    disconnectedCallback() {
      if (this.url) URL.revokeObjectURL(this.url);
    }

    #told(act) {
      if (act === "failed" || act === "too_large") delete this.dataset.chosen;
    }

    #show(file) {
      if (!file?.type.startsWith("image/")) return;
      if (this.url) URL.revokeObjectURL(this.url);
      this.url = URL.createObjectURL(file);
      this.style.setProperty("--photo", `url("${this.url}")`);
      this.dataset.chosen = "";
    }
  },
);
