// Arrows (or j and k) move among the pairs, d dismisses the one in focus; Enter opens it, as every link.
customElements.define(
  "carnet-pairs",
  class extends HTMLElement {
    connectedCallback() {
      document.addEventListener("keydown", this);
    }

    disconnectedCallback() {
      document.removeEventListener("keydown", this);
    }

    handleEvent(event) {
      const busy = event.target.closest("input, textarea, select, [contenteditable], dialog, .menu");
      if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
      const links = [...this.querySelectorAll(".pair-link")];
      const at = links.findIndex((link) => link.parentElement.contains(document.activeElement));
      const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1 }[event.key];
      if (to !== undefined && links.length) {
        event.preventDefault();
        links[Math.min(Math.max(to, 0), links.length - 1)].focus();
      } else if (event.key === "d" && at >= 0) {
        event.preventDefault();
        const next = links[at + 1] ?? links[at - 1];
        links[at].parentElement.querySelector(".pair-dismiss")?.click();
        next?.focus();
      }
    }
  },
);
