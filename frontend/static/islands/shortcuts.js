// Shortcuts: a control with data-keys="c" is pressed by c, one with "g c" by g and then c, wherever it is on the page,
// unless one types in a field. Fields are focused instead. `?` lists them.
const SEQUENCE_MS = 900;
const AGAIN_MS = 1000;
let first = null;
let timer = 0;
let escapedAt = -AGAIN_MS;

// Escape that closed a dialog, pressed once more out of impatience, leads nowhere: not every viewer hears the first.
addEventListener("cancel", (event) => event.target instanceof HTMLDialogElement && (escapedAt = performance.now()), true);

const inField = (element) => element?.closest?.("input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable]");

function pressed(event) {
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("Mod");
  if (event.altKey) parts.push("Alt");
  if (event.shiftKey && event.key.length > 1) parts.push("Shift");
  return [...parts, event.key.length === 1 ? event.key.toLowerCase() : event.key].join("+");
}

function shown(control) {
  return control.checkVisibility?.() ?? control.offsetParent !== null;
}

function find(keys) {
  const modal = document.querySelector("dialog:modal");
  const controls = [...(modal ?? document).querySelectorAll("[data-keys]")];
  const wanted = keys.toLowerCase();
  return controls.find((control) => control.dataset.keys.toLowerCase() === wanted && (shown(control) || control.closest(".palette")));
}

function act(control) {
  if (control.matches("input, textarea, select")) {
    control.focus();
    control.select?.();
  } else {
    dispatchEvent(new Event("carnet-leave"));
    control.click();
  }
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const keys = pressed(event);
  // Escape closes what is open before it leads anywhere.
  if (keys === "Escape" && document.querySelector("[popover]:popover-open")) return;
  if (keys === "Escape" && performance.now() - escapedAt < AGAIN_MS) return;
  if (!keys.startsWith("Mod+") && !keys.startsWith("Alt+") && inField(event.target)) {
    // Out of a field first: the next Escape leads back.
    if (keys === "Escape" && find(keys)) event.target.blur();
    return;
  }
  const control = (first && find(`${first} ${keys}`)) || find(keys);
  clearTimeout(timer);
  first = null;
  if (control) {
    event.preventDefault();
    act(control);
  } else if (keys.length === 1) {
    first = keys;
    timer = setTimeout(() => (first = null), SEQUENCE_MS);
    if (root.dataset.live === undefined) early = keys;
  }
});

// A key that was pressed before the page was drawn is answered as soon as it is.
const root = document.documentElement;
let early = null;
const drawn = new MutationObserver(() => {
  drawn.disconnect();
  requestAnimationFrame(() => {
    const control = early && find(early);
    if (control) act(control);
  });
});
if (root.dataset.live === undefined) drawn.observe(root, { attributeFilter: ["data-live"] });

class CarnetShortcuts extends HTMLElement {
  connectedCallback() {
    addEventListener("keydown", this);
    this.addEventListener("click", (event) => {
      const dialog = this.querySelector("dialog");
      if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
    });
  }

  disconnectedCallback() {
    removeEventListener("keydown", this);
  }

  handleEvent(event) {
    if (event.key !== "?" || event.ctrlKey || event.metaKey || inField(event.target) || document.querySelector("dialog:modal")) return;
    event.preventDefault();
    this.querySelector("[data-here]").replaceChildren(...this.#rows());
    this.querySelector("dialog").showModal();
  }

  #rows() {
    const rows = new Map();
    for (const control of document.querySelectorAll("[data-keys]")) {
      if (shown(control) || control.closest(".palette")) rows.set(control.dataset.keys, name(control));
    }
    // Keys that belong to no control, such as those of the list, are named by a hidden list of it.
    for (const entry of document.querySelectorAll("[data-also-keys]")) rows.set(entry.dataset.alsoKeys, entry.textContent);
    return [...rows].map(([keys, words]) => row(keys, words));
  }
}

const FACES = { Mod: navigator.platform.startsWith("Mac") ? "⌘" : "Ctrl", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

const name = (control) =>
  control.dataset.label || control.getAttribute("aria-label") || control.querySelector(".button-label")?.textContent || control.title || control.textContent.trim();

function row(keys, words) {
  const line = document.createElement("div");
  line.className = "shortcuts-row";
  const term = document.createElement("dt");
  term.textContent = words;
  const shownKeys = document.createElement("dd");
  shownKeys.append(...keys.split(/[ +]/).map((key) => {
    const kbd = document.createElement("kbd");
    kbd.className = "kbd";
    kbd.textContent = FACES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
    return kbd;
  }));
  line.append(term, shownKeys);
  return line;
}
customElements.define("carnet-shortcuts", CarnetShortcuts);

if (navigator.platform.startsWith("Mac")) document.documentElement.dataset.mac = "";
