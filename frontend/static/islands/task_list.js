// Arrows (or j and k) move among the tasks, x completes the one in focus; Enter edits it, as every button.
customElements.define(
  "carnet-task-list",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("keydown", this);
    }

    disconnectedCallback() {
      this.removeEventListener("keydown", this);
    }

    handleEvent(event) {
      const busy = event.target.closest("input, textarea, select, [contenteditable], dialog, .menu, .popover");
      if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
      const titles = [...this.querySelectorAll(".task-title")];
      const at = titles.findIndex((title) => title.closest(".task").contains(event.target));
      const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1 }[event.key];
      if (at < 0) return;
      if (to !== undefined) {
        event.preventDefault();
        titles[Math.min(Math.max(to, 0), titles.length - 1)].focus();
      } else if (event.key === "x") {
        event.preventDefault();
        const next = titles[at + 1] ?? titles[at - 1];
        titles[at].closest(".task").querySelector(".task-circle").click();
        next?.focus();
      }
    }
  },
);
