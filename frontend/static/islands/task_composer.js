// The field of a new task: tells what is typed when the keys pause, sends it at Enter, and is empty as soon as the
// task is there. What was refused stays as it was typed.
const PAUSE_MS = 150;
const STUCK_AFTER_MS = 20_000;

customElements.define(
  "carnet-task-composer",
  class extends HTMLElement {
    static observedAttributes = ["data-turn"];
    #pause = 0;
    #waiting = 0;
    #sent = "";

    connectedCallback() {
      this.addEventListener("input", this);
      this.addEventListener("keydown", this);
    }

    disconnectedCallback() {
      this.removeEventListener("input", this);
      this.removeEventListener("keydown", this);
      clearTimeout(this.#pause);
      clearTimeout(this.#waiting);
    }

    attributeChangedCallback(_name, _before, turn) {
      const field = this.querySelector("input");
      // Letters that were typed while the server answered are the beginning of the next task.
      if (field && this.#waiting && turn?.startsWith("yes:") && field.value.startsWith(this.#sent)) {
        field.value = field.value.slice(this.#sent.length).trimStart();
        if (field.value) this.#tell("typed", field.value);
      }
      this.#release();
    }

    handleEvent(event) {
      const field = event.target;
      clearTimeout(this.#pause);
      if (event.type === "input") {
        this.#pause = setTimeout(() => this.#tell("typed", field.value), PAUSE_MS);
      } else if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        this.#send(field.value);
      }
    }

    #send(text) {
      if (this.#waiting || !text.trim()) return;
      this.#sent = text;
      this.setAttribute("data-sending", "");
      this.#waiting = setTimeout(() => this.#release(), STUCK_AFTER_MS);
      this.#tell("add", text);
    }

    #release() {
      clearTimeout(this.#waiting);
      this.#waiting = 0;
      this.removeAttribute("data-sending");
    }

    #tell(name, text) {
      this.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify({ text }) }));
    }
  },
);
