// Arrow keys move among tabs; Enter, as on every link, opens one. The open one is brought into view.
customElements.define(
  "carnet-tabs",
  class extends HTMLElement {
    connectedCallback() {
      queueMicrotask(() => this.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" }));
      this.addEventListener("keydown", (event) => {
        const tabs = [...this.querySelectorAll(".tab")];
        const at = tabs.indexOf(document.activeElement);
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
        if (at < 0 || to === undefined) return;
        event.preventDefault();
        tabs.at(to % tabs.length).focus();
      });
    }
  },
);
