// What is typed and not saved is lost to no link, no Back, no Escape and no closed window without a question.
// <carnet-unsaved> stands in a form (frontend/components/unsaved); <carnet-leaving> holds the question.
const TYPED = "textarea, input:not([type=checkbox], [type=radio], [type=hidden], [hidden])";

class CarnetUnsaved extends HTMLElement {
  static observedAttributes = ["data-saves"];
  #isTyped = false; // known here before the server has heard of it
  #isGivenUp = false;
  #isSending = false;
  #late = null; // where something was typed while the rest was being saved

  connectedCallback() {
    this.form = this.closest("form") ?? this.parentElement;
    this.form.addEventListener("input", this);
    this.form.addEventListener("submit", this);
  }

  disconnectedCallback() {
    this.form.removeEventListener("input", this);
    this.form.removeEventListener("submit", this);
  }

  attributeChangedCallback() {
    this.#isTyped = this.#isGivenUp = this.#isSending = false;
  }

  handleEvent(event) {
    if (event.type === "submit") {
      this.#isTyped ||= this.#late !== null;
      this.#isSending = true;
      this.#late = null;
      return;
    }
    this.#isTyped = true;
    this.#isGivenUp = false;
    if (this.#isSending) this.#late = event.target;
  }

  // A field that was filled anew is another one: nothing is left of what was typed in it.
  get holds() {
    return !this.#isGivenUp && (this.#isTyped || this.#late?.isConnected || this.dataset.dirty !== undefined);
  }

  // One short field is typed again in a moment: a dialog of such a one closes without a word.
  get isLong() {
    return this.form.querySelector("textarea") !== null || this.form.querySelectorAll(TYPED).length > 1;
  }

  giveUp() {
    this.#isGivenUp = true;
  }
}
customElements.define("carnet-unsaved", CarnetUnsaved);

class CarnetLeaving extends HTMLElement {
  #go = null;

  connectedCallback() {
    addEventListener("carnet-may-leave", this);
    addEventListener("beforeunload", this);
    addEventListener("click", this, true);
  }

  disconnectedCallback() {
    removeEventListener("carnet-may-leave", this);
    removeEventListener("beforeunload", this);
    removeEventListener("click", this, true);
  }

  handleEvent(event) {
    if (event.type === "click") return this.#clicked(event);
    const dialog = event.target instanceof Element ? event.target : null;
    const lost = held(dialog ?? document).filter((form) => !dialog || form.isLong);
    if (!lost.length) return;
    event.preventDefault();
    if (event.type === "carnet-may-leave") this.#ask(lost, event.detail);
  }

  #clicked(event) {
    if (this.contains(event.target)) return this.#answered(event);
    const control = event.target.closest?.("[data-leaves]"); // signing out: the server loads another page then
    const lost = control ? held(document) : [];
    if (!lost.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#ask(lost, () => control.click());
  }

  #ask(lost, go) {
    this.#go = () => {
      for (const form of lost) form.giveUp();
      go();
    };
    const dialog = this.querySelector("dialog");
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector("[data-autofocus]").focus();
  }

  #answered(event) {
    const dialog = this.querySelector("dialog");
    const leaves = event.target.closest("[data-leave]");
    if (!leaves && !event.target.closest("[data-stay]") && event.target !== dialog) return;
    dialog.close();
    if (leaves) this.#go();
  }
}
customElements.define("carnet-leaving", CarnetLeaving);

const held = (place) => [...place.querySelectorAll("carnet-unsaved")].filter((form) => form.holds);
