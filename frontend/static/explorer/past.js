// The list of what was run in this browser; choosing an entry opens it again.
import { part } from "./code_editor.js";

export class Past {
  constructor(root, kept, words, open) {
    this.root = root;
    this.kept = kept;
    this.words = words;
    this.open = open;
    this.times = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
    this.#draw();
  }

  add(entry) {
    this.kept.remember({ ...entry, at: Date.now() });
    this.#draw();
  }

  forget() {
    this.kept.forget();
    this.#draw();
    this.root.querySelector('[data-act="tab:history"]').focus();
  }

  #draw() {
    const { history } = this.kept.read();
    const place = (name) => this.root.querySelector(`[data-part="${name}"]`);
    place("history").replaceChildren(...history.map((entry) => this.#entry(entry)));
    place("no-history").hidden = history.length > 0;
    place("history-actions").hidden = history.length === 0;
  }

  #entry(entry) {
    const item = part("li", "explorer-past");
    const button = part("button", "explorer-past-button", { type: "button" });
    const name = part("span", "explorer-past-name");
    name.textContent = entry.name ?? this.words.unnamed;
    const facts = part("span", "explorer-past-facts");
    facts.textContent = [entry.kind, this.times.format(new Date(entry.at))].filter(Boolean).join(" · ");
    button.append(name, facts);
    button.addEventListener("click", () => this.open(entry));
    item.append(button);
    return item;
  }
}
