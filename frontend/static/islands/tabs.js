// Arrow keys move among tabs; Enter, as on every link, opens one. The open one is brought into view.
customElements.define(
  "carnet-tabs",
  class extends HTMLElement {
    connectedCallback() {
      requestAnimationFrame(() => this.show());
      this.watch = new MutationObserver(() => this.show());
      this.watch.observe(this, { subtree: true, childList: true, attributeFilter: ["aria-current"] });
      this.addEventListener("keydown", (event) => {
        const tabs = [...this.querySelectorAll(".tab")];
        const at = tabs.indexOf(document.activeElement);
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
        if (at < 0 || to === undefined) return;
        event.preventDefault();
        tabs.at(to % tabs.length).focus();
      });
    }

    disconnectedCallback() {
      this.watch?.disconnect();
    }

    // Only the row is scrolled, and only where it is wider than its place.
    show() {
      const open = this.querySelector("[aria-current]");
      const row = open?.parentElement;
      if (!row || row.scrollWidth <= row.clientWidth) return;
      const [inner, outer] = [open.getBoundingClientRect(), row.getBoundingClientRect()];
      row.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
    }
  },
);
