// The field of a new task: tells what is typed when the keys pause, sends it at Enter, and is empty as soon as the
// task is there. What was refused stays as it was typed; what was typed before a reload is there again.
const PAUSE_MS = 150;
const STUCK_AFTER_MS = 20_000;

customElements.define(
  "carnet-task-composer",
  class extends HTMLElement {
    static observedAttributes = ["data-turn", "data-draft"];
    #pause = 0;
    #waiting = 0;
    #sent = "";
    #touched = false;
    // Where Enter was pressed in what was typed while the server answered.
    #ends = [];

    connectedCallback() {
      this.addEventListener("input", this);
      this.addEventListener("keydown", this);
      addEventListener("carnet-leave", this);
      queueMicrotask(() => this.#restore());
    }

    disconnectedCallback() {
      this.removeEventListener("input", this);
      this.removeEventListener("keydown", this);
      removeEventListener("carnet-leave", this);
      clearTimeout(this.#pause);
      clearTimeout(this.#waiting);
    }

    attributeChangedCallback(name, _before, turn) {
      if (name === "data-draft") return queueMicrotask(() => this.#restore());
      const field = this.querySelector("input");
      const isAdded = field && this.#waiting && turn?.startsWith("yes:") && field.value.startsWith(this.#sent);
      this.#release();
      if (isAdded) this.#next(field);
      else this.#ends = [];
    }

    // Never over what is being typed.
    #restore() {
      const field = this.querySelector("input");
      if (!this.isConnected || !field || this.#touched || field.value || !this.dataset.draft) return;
      field.value = this.dataset.draft;
      this.#tell("typed", field.value);
    }

    // What was typed while the server answered are the next tasks, and the beginning of one more.
    #next(field) {
      const rest = field.value.slice(this.#sent.length).trimStart();
      const gone = field.value.length - rest.length;
      const [end, ...ends] = this.#ends.map((each) => each - gone);
      field.value = rest;
      this.#ends = ends;
      if (end) this.#send(rest.slice(0, end));
      else if (rest) this.#tell("typed", rest);
    }

    handleEvent(event) {
      if (event.type === "carnet-leave") return this.#leave();
      const field = event.target;
      clearTimeout(this.#pause);
      this.#touched = true;
      if (event.type === "input") {
        this.#pause = setTimeout(() => this.#tell("typed", field.value), PAUSE_MS);
      } else if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        if (this.#waiting) this.#end(field.value);
        else this.#send(field.value);
      }
    }

    // Who leaves right after the last key finds it again.
    #leave() {
      if (this.#touched && !this.#waiting) this.#tell("typed", this.querySelector("input").value);
    }

    #end(text) {
      const begin = this.#ends.at(-1) ?? this.#sent.length;
      if (text.slice(begin).trim()) this.#ends.push(text.length);
    }

    #send(text) {
      if (!text.trim()) return;
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
