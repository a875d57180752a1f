// Copies or saves a text at the click itself: browsers allow the clipboard only there.
const SAID_FOR_MS = 2000;

customElements.define(
  "carnet-copy",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", this);
    }

    disconnectedCallback() {
      this.removeEventListener("click", this);
    }

    async handleEvent(event) {
      if (!event.target.closest("button")) return;
      const { text, file, done } = this.dataset;
      if (file) save(text, file);
      else await copy(text);
      say(this, done);
    }
  },
);

const said = new WeakMap();

// Lets a button say for a moment that it has done its work.
export function say(button, words) {
  const label = button.querySelector(".button-label").firstChild;
  const before = said.get(label) ?? label.data;
  said.set(label, before);
  label.data = words;
  setTimeout(() => {
    label.data = before;
    said.delete(label);
  }, SAID_FOR_MS);
}

// Without https there is no clipboard object (a Carnet in a local network); the old way still works there.
export async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
