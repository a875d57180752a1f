// Tells the server this browser's time zone and languages, for a form to begin with.
customElements.define(
  "carnet-whereabouts",
  class extends HTMLElement {
    connectedCallback() {
      queueMicrotask(() => {
        const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
        const detail = JSON.stringify({ timeZone, languages: navigator.languages.slice(0, 10) });
        this.dispatchEvent(new CustomEvent("told", { detail }));
      });
    }
  },
);
