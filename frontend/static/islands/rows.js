// Arrows (or j and k) move among the links of rows ([data-row]); Enter opens the one in focus, as every link.
customElements.define(
  "carnet-rows",
  class extends HTMLElement {
    connectedCallback() {
      document.addEventListener("keydown", this);
    }

    disconnectedCallback() {
      document.removeEventListener("keydown", this);
    }

    handleEvent(event) {
      const busy = event.target.closest?.("input, textarea, select, [contenteditable], dialog, .menu, .popover");
      if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
      const links = [...this.querySelectorAll("[data-row]")];
      const at = links.findIndex((link) => link.closest("li").contains(document.activeElement));
      const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1 }[event.key];
      if (to === undefined || !links.length) return;
      event.preventDefault();
      links[Math.min(Math.max(to, 0), links.length - 1)].focus();
    }
  },
);
