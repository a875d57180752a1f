// The bar that says the connection is lost, and that it is back. A short break goes unsaid. It lies over open dialogs too.
const UNSAID_MS = 700;
const THANKS_MS = 1800;

export class ConnectionBar {
  #bar = document.createElement("div");
  #text = document.createElement("span");
  #button = document.createElement("button");
  #words;
  #timer = 0;

  constructor(words, retry) {
    this.#words = words;
    this.#bar.className = "connection-bar";
    this.#bar.popover = "manual";
    this.#bar.hidden = true;
    this.#text.setAttribute("role", "status");
    this.#button.type = "button";
    this.#button.textContent = words.retry;
    this.#button.addEventListener("click", retry);
    this.#bar.append(this.#text, this.#button);
    document.body.append(this.#bar);
  }

  show(state) {
    clearTimeout(this.#timer);
    if (state !== "open") {
      const words = state === "offline" ? this.#words.offline : this.#words.reconnecting;
      this.#timer = setTimeout(() => this.#say(words, state), this.#bar.hidden ? UNSAID_MS : 0);
    } else if (!this.#bar.hidden) {
      this.#say(this.#words.back, state);
      this.#timer = setTimeout(() => this.#hide(), THANKS_MS);
    }
  }

  #hide() {
    this.#bar.hidden = true;
    this.#bar.togglePopover(false);
  }

  #say(words, state) {
    this.#bar.hidden = false;
    this.#bar.togglePopover(true);
    this.#bar.dataset.state = state;
    this.#text.textContent = words;
    this.#button.hidden = state === "open";
  }
}
