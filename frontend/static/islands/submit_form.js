// Sends a form's fields as they stand at the submit (autofill included), once per answer of the server.
// Where text has several lines Mod+Enter sends it, and Escape presses what gives it up (data-cancel).
const STUCK_AFTER_MS = 20_000;

customElements.define(
  "carnet-submit-form",
  class extends HTMLElement {
    static observedAttributes = ["data-turn"];
    #waiting = 0;

    connectedCallback() {
      this.addEventListener("submit", this);
      this.addEventListener("input", this);
      this.addEventListener("keydown", this);
    }

    disconnectedCallback() {
      this.removeEventListener("submit", this);
      this.removeEventListener("input", this);
      this.removeEventListener("keydown", this);
      this.#release();
    }

    attributeChangedCallback() {
      this.#release();
    }

    handleEvent(event) {
      if (event.type === "submit") this.#submit(event);
      else if (event.type === "keydown") this.#key(event);
      else if (event.target.getAttribute?.("aria-invalid") === "true") this.#tell("correct", { name: event.target.name });
    }

    #key(event) {
      const field = event.target.closest("textarea");
      if (!field || event.isComposing) return;
      const cancel = this.querySelector("[data-cancel]");
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) field.form.requestSubmit();
      else if (event.key === "Escape" && cancel) cancel.click();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    #submit(event) {
      event.preventDefault();
      if (this.#waiting) return;
      this.setAttribute("data-sending", "");
      this.#waiting = setTimeout(() => this.#release(), STUCK_AFTER_MS);
      this.#tell("send", this.#values(event.target));
    }

    #values(form) {
      const values = {};
      for (const field of form.elements) {
        if (!field.name || field.type === "submit") continue;
        if (field.type === "checkbox") values[field.name] = field.checked;
        else if (field.type !== "radio" || field.checked) values[field.name] = field.value;
      }
      return values;
    }

    #release() {
      clearTimeout(this.#waiting);
      this.#waiting = 0;
      this.removeAttribute("data-sending");
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(detail) }));
    }
  },
);
