// Counts down to <carnet-due data-at>: "41 h left", then "2 h late". Red when little is left, and when it is over.
const NEAR_HOURS = 12;
const language = document.documentElement.lang || "en";
const units = Object.fromEntries(
  ["hour", "minute"].map((unit) => [unit, new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" })]),
);

function written(seconds) {
  if (seconds >= 5400) return units.hour.format(Math.floor(seconds / 3600));
  return units.minute.format(Math.max(1, Math.floor(seconds / 60)));
}

customElements.define(
  "carnet-due",
  class extends HTMLElement {
    static observedAttributes = ["data-at"];

    connectedCallback() {
      this.timer = setInterval(() => this.show(), 20000);
      this.show();
    }

    disconnectedCallback() {
      clearInterval(this.timer);
    }

    attributeChangedCallback() {
      if (this.isConnected) this.show();
    }

    show() {
      const { at, left, late } = this.dataset;
      const seconds = (Date.parse(at) - Date.now()) / 1000;
      const words = seconds > 0 ? left : late;
      const shown = words.replace("…", written(Math.abs(seconds)));
      if (this.firstElementChild) this.firstElementChild.textContent = shown;
      this.toggleAttribute("data-over", seconds <= 0);
      this.toggleAttribute("data-near", seconds > 0 && seconds < NEAR_HOURS * 3600);
    }
  },
);
