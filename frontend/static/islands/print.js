// Opens the browser's print dialog, which saves as PDF too.
customElements.define(
  "carnet-print",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", this);
    }

    disconnectedCallback() {
      this.removeEventListener("click", this);
    }

    handleEvent(event) {
      if (event.target.closest("button")) window.print();
    }
  },
);
