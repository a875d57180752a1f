// Arrows (or j and k) move among the conversations, e puts the one in focus aside, u turns whether it is read; Enter
// opens it, as every link. Where none has the focus, the arrows begin at the open one, whose buttons have the same keys.
customElements.define(
  "carnet-inbox-list",
  class extends HTMLElement {
    connectedCallback() {
      document.addEventListener("keydown", this);
    }

    disconnectedCallback() {
      document.removeEventListener("keydown", this);
    }

    handleEvent(event) {
      const busy = event.target.closest("input, textarea, select, [contenteditable], dialog, .menu, .popover, [role=log]");
      if (busy || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const links = [...this.querySelectorAll(".thread-link")];
      if (!links.length) return;
      const inFocus = links.findIndex((link) => link.parentElement.contains(document.activeElement));
      const at = inFocus < 0 ? links.findIndex((link) => link.hasAttribute("aria-current")) : inFocus;
      const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        links[Math.min(Math.max(to, 0), links.length - 1)].focus();
      } else if ((event.key === "e" || event.key === "u") && inFocus >= 0) {
        const act = links[at].parentElement.querySelector(`[data-act="${event.key}"]`);
        if (!act) return;
        event.preventDefault();
        act.click();
        if (event.key === "e") (links[at + 1] ?? links[at - 1])?.focus();
      }
    }
  },
);
