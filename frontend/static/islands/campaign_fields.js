// Puts a field's place where the caret is, or was last: in a line, or in rich text.
const WITHIN = ".campaign-letter";

customElements.define(
  "carnet-campaign-fields",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("mousedown", this);
      this.addEventListener("click", this);
      document.addEventListener("focusin", this);
    }

    disconnectedCallback() {
      this.removeEventListener("mousedown", this);
      this.removeEventListener("click", this);
      document.removeEventListener("focusin", this);
    }

    handleEvent(event) {
      if (event.type === "focusin") this.#remember(event.target);
      else if (event.target.closest("[data-put]")) {
        // A press leaves the caret where it is.
        if (event.type === "mousedown") event.preventDefault();
        else this.#put(event.target.closest("[data-put]").dataset.put);
      }
    }

    #remember(field) {
      const takes = field.isContentEditable || (field.matches("input[name], textarea[name]") && field.type === "text");
      if (takes && field.closest(WITHIN)) this.field = field;
    }

    #put(text) {
      const field = this.field?.isConnected ? this.field : document.querySelector(`${WITHIN} input[name="subject"]`);
      if (!field) return;
      field.focus();
      if (field.isContentEditable) document.execCommand("insertText", false, text);
      else {
        field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
  },
);
