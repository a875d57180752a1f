// A conversation: stands at its newest message, says when that is seen, and leads back to it.
const AT_END_PX = 60;

customElements.define(
  "carnet-conversation",
  class extends HTMLElement {
    static observedAttributes = ["data-unread", "data-newest"];
    #told = "";

    connectedCallback() {
      // Its children come right after it.
      queueMicrotask(() => this.isConnected && this.#begin());
      document.addEventListener("visibilitychange", this);
    }

    disconnectedCallback() {
      document.removeEventListener("visibilitychange", this);
    }

    attributeChangedCallback() {
      requestAnimationFrame(() => this.isConnected && this.#look());
    }

    handleEvent(event) {
      if (event.type === "click" && event.target.closest("[data-newest-button]")) {
        this.#view.scrollTo({ top: 0 });
        this.#view.focus({ preventScroll: true });
      }
      this.#look();
    }

    get #view() {
      return this.querySelector(".conversation-scroll");
    }

    #begin() {
      this.#view.addEventListener("scroll", this, { passive: true });
      this.addEventListener("click", this);
      this.#look();
    }

    // The view begins at its end (column-reverse): there its place is 0, above it is negative.
    #look() {
      const view = this.#view;
      if (!view) return;
      const isAtEnd = view.scrollTop > -AT_END_PX;
      this.toggleAttribute("data-away", !isAtEnd);
      const { unread, newest } = this.dataset;
      const key = `${unread} ${newest}`;
      if (unread === "0" || !isAtEnd || document.hidden || key === this.#told) return;
      if (!view.checkVisibility()) return;
      this.#told = key;
      this.dispatchEvent(new CustomEvent("seen", { detail: "{}" }));
    }
  },
);
