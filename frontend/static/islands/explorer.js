// The API explorer, loaded when its page is opened.
customElements.define(
  "carnet-explorer",
  class extends HTMLElement {
    connectedCallback() {
      queueMicrotask(async () => {
        const { Bench } = await import("../explorer/bench.js");
        if (this.isConnected) this.bench ??= new Bench(this);
      });
      this.addEventListener("keydown", this);
    }

    disconnectedCallback() {
      this.removeEventListener("keydown", this);
      this.bench?.close();
      this.bench = undefined;
    }

    // Tabs are moved among with the arrows.
    handleEvent(event) {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      const tab = event.target.closest("[role=tab]");
      if (!step || !tab) return;
      const tabs = [...this.querySelectorAll(`[data-group="${tab.dataset.group}"]`)];
      const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
      next.focus();
      next.click();
    }
  },
);
