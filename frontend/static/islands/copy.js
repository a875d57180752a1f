// Copies or saves a text at the click itself: browsers allow the clipboard only there.
import { copy, say } from "../shared/clipboard.js";

customElements.define(
  "carnet-copy",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", this);
    }

    disconnectedCallback() {
      this.removeEventListener("click", this);
    }

    async handleEvent(event) {
      if (!event.target.closest("button")) return;
      const { text, file, done } = this.dataset;
      if (file) save(text, file);
      else await copy(text);
      say(this, done);
    }
  },
);

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
