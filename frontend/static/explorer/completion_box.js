// The list of words under the caret: opens while one types, moved through with the arrows, taken with Enter or Tab.
import { part } from "./code_editor.js";

let boxes = 0;

export class CompletionBox {
  #found = null;
  #at = 0;

  constructor(editor, complete, label) {
    this.editor = editor;
    this.complete = complete;
    this.id = `completion-${(boxes += 1)}`;
    this.box = part("ul", "completion", { id: this.id, role: "listbox", "aria-label": label, popover: "manual" });
    editor.root.append(this.box);
    const { area } = editor;
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", this.id);
    area.addEventListener("input", (event) => this.#typed(event));
    // Before the editor's own keys: an open list answers the arrows and Enter.
    area.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    area.addEventListener("blur", () => this.close());
    area.addEventListener("click", () => this.close());
    this.box.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.#take([...this.box.children].indexOf(option));
    });
  }

  get isOpen() {
    return this.#found !== null;
  }

  open() {
    this.#found = this.complete(this.editor.text, this.editor.caret);
    if (!this.#found) return this.close();
    this.#at = 0;
    this.box.replaceChildren(...this.#found.items.map((item, place) => this.#option(item, place)));
    if (!this.box.matches(":popover-open")) this.box.showPopover();
    this.#place();
    this.#choose(0);
  }

  close() {
    this.#found = null;
    this.box.replaceChildren();
    if (!this.box.matches(":popover-open")) return;
    this.box.hidePopover();
    this.editor.area.removeAttribute("aria-activedescendant");
  }

  #typed(event) {
    const typing = event.inputType === "insertText" && /[\w$@]/.test(event.data ?? "");
    const shrinking = this.isOpen && event.inputType?.startsWith("delete");
    if (typing || shrinking) this.open();
    else this.close();
  }

  #key(event) {
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      return this.open();
    }
    if (!this.isOpen || event.ctrlKey || event.metaKey) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) this.#choose(this.#at + steps[event.key]);
    else if (event.key === "Enter" || event.key === "Tab") this.#take(this.#at);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #option(item, place) {
    const option = part("li", `completion-option${item.deprecated ? " completion-old" : ""}`, { role: "option", id: `${this.id}-${place}` });
    const label = part("span", "completion-label");
    label.textContent = item.label;
    const detail = part("span", "completion-detail");
    detail.textContent = item.detail;
    option.append(label, detail);
    return option;
  }

  #choose(place) {
    const count = this.box.childElementCount;
    this.#at = (place + count) % count;
    [...this.box.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === this.#at)));
    this.box.children[this.#at].scrollIntoView({ block: "nearest" });
    this.editor.area.setAttribute("aria-activedescendant", `${this.id}-${this.#at}`);
  }

  #take(place) {
    const { from, to, items } = this.#found;
    this.editor.replace(from, to, items[place].label);
    this.close();
  }

  // Under the caret: letters are all of one width, so its place follows from line and column.
  #place() {
    const { area } = this.editor;
    const before = this.editor.text.slice(0, this.#found.from).split("\n");
    const style = getComputedStyle(area);
    const letter = letterWidth(style);
    const frame = area.getBoundingClientRect();
    const left = frame.left + parseFloat(style.paddingLeft) + before.at(-1).length * letter;
    const top = frame.top + parseFloat(style.paddingTop) + before.length * parseFloat(style.lineHeight);
    const height = this.box.offsetHeight;
    const below = top + height < innerHeight;
    this.box.style.left = `${Math.max(8, Math.min(left, innerWidth - this.box.offsetWidth - 8))}px`;
    this.box.style.top = `${below ? top + 2 : top - parseFloat(style.lineHeight) - height - 2}px`;
  }
}

function letterWidth(style) {
  const probe = document.createElement("canvas").getContext("2d");
  probe.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return probe.measureText("0000000000").width / 10;
}
