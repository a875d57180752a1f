// Copying a text, and a button that says so.
const SAID_FOR_MS = 2000;

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
