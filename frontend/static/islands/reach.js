// Tells when it comes near the view, so that what follows is read before one gets there: once for each `data-at`.
const NEAR = "600px";

customElements.define(
  "carnet-reach",
  class extends HTMLElement {
    static observedAttributes = ["data-at"];
    #told = null;
    #near = false;

    connectedCallback() {
      this.observer = new IntersectionObserver(([entry]) => {
        this.#near = entry.isIntersecting;
        this.#tell();
      }, { rootMargin: NEAR, scrollMargin: NEAR });
      this.observer.observe(this);
    }

    disconnectedCallback() {
      this.observer.disconnect();
    }

    // What came may not have filled the view: it is looked at again where it stands now.
    attributeChangedCallback() {
      if (!this.observer) return;
      this.observer.unobserve(this);
      this.observer.observe(this);
    }

    #tell() {
      if (!this.#near || this.#told === this.dataset.at) return;
      this.#told = this.dataset.at;
      this.dispatchEvent(new CustomEvent("reach", { detail: "{}" }));
    }
  },
);
