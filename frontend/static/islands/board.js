// The browser's half of a board (frontend/pages/board): dragging, keys, scrolling. All of it answers at once; the server
// is told in one small event, and what it says is what stays.
import { Drag } from "./board_drag.js";
import { Holds } from "./board_holds.js";
import { Keys } from "./board_keys.js";
import { Layout } from "./board_layout.js";
import { StepDrag } from "./board_step_drag.js";
import { View } from "./board_view.js";

const WATCHED = ["data-version", "data-answered", "data-window", "data-open", "data-above", "data-below", "data-end", "data-stale-after", "data-due"];

class CarnetBoard extends HTMLElement {
  connectedCallback() {
    // The children are drawn right after this element is put in place.
    queueMicrotask(() => this.isConnected && this.#begin());
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    this.holders?.disconnect();
    this.drag?.end();
    this.stepDrag?.end();
    this.keys?.end();
    this.view?.end();
    this.layout = null;
  }

  #begin() {
    if (this.layout) return;
    this.layout = new Layout(this);
    this.holds = new Holds(this);
    this.drag = new Drag(this);
    this.stepDrag = new StepDrag(this);
    this.keys = new Keys(this);
    this.view = new View(this);
    this.addEventListener("click", (event) => this.#clicked(event));
    this.observer = new MutationObserver(() => this.#changed());
    this.observer.observe(this, { childList: true, subtree: true, attributes: true, attributeFilter: WATCHED });
    this.#watchHolders();
    this.#changed();
  }

  #watchHolders() {
    const looking = document.querySelector(".board-looking");
    this.holders = new MutationObserver(() => this.markHeld());
    if (looking) this.holders.observe(looking, { childList: true, subtree: true, attributeFilter: ["data-holds"] });
  }

  #changed() {
    this.drag.changed();
    this.holds.changed();
    this.stepDrag.changed();
    this.keys.changed();
    if (!this.layout.isEmpty) this.layout.refresh(false);
    this.view.changed();
    this.#markOpen();
    this.markHeld();
    this.observer.takeRecords(); // what was done just now
  }

  // The card that is open beside the board.
  #markOpen() {
    const { open } = this.marks;
    if (this.opened && !open) this.keys.comeBackTo(this.opened);
    this.opened = open;
    for (const card of this.querySelectorAll(".board-cards > .board-card")) {
      const isOpen = card.dataset.id === open;
      if (card.hasAttribute("data-opened") !== isOpen) card.toggleAttribute("data-opened", isOpen);
    }
  }

  // Which cards colleagues hold; their names stand in the header of the page.
  markHeld() {
    const holders = new Map([...document.querySelectorAll("[data-holds]")].map(({ dataset }) => [dataset.holds, dataset.name]));
    for (const card of this.querySelectorAll(".board-cards > .board-card")) {
      const name = holders.get(card.dataset.id);
      if (card.dataset.holder === name) continue;
      if (name) card.dataset.holder = name;
      else delete card.dataset.holder;
    }
  }

  #clicked(event) {
    const button = event.target.closest(".board-card-move");
    if (button) this.tell("choose", { card: button.closest(".board-card").dataset.id });
  }

  get canMove() {
    return this.dataset.moves !== undefined;
  }

  get isDragging() {
    return this.drag.isOn || this.keys.isCarrying;
  }

  get marks() {
    return this.querySelector(".board-marks").dataset;
  }

  get steps() {
    return this.querySelector(".board-steps");
  }

  get overlay() {
    return this.querySelector(".board-overlay");
  }

  get lists() {
    return [...this.querySelectorAll(".board-cards")];
  }

  list(step) {
    return this.lists.find((list) => list.dataset.step === step);
  }

  card(id) {
    return id ? this.querySelector(`.board-cards > .board-card[data-id="${CSS.escape(id)}"]`) : null;
  }

  stepName(step) {
    return this.querySelector(`.board-step[data-step="${CSS.escape(step)}"] .board-step-name`)?.textContent ?? "";
  }

  // A card about to leave its place. One that is still held goes on from where it was dropped.
  moverOf(card) {
    const { id, version } = card.dataset;
    const held = this.layout.mover(id);
    const node = this.card(id);
    this.holds.letGo(id);
    const list = held ? this.list(held.step) : card.parentElement;
    const { items } = this.layout.seen(list);
    const index = items.findIndex((item) => item.id === id);
    const begin = { step: list.dataset.step, before: items[index + 1]?.id ?? null, after: items[index - 1]?.id ?? null };
    return { id, version: Number(version), name: nameOf(node ?? card), height: card.offsetHeight, begin, moved: held !== undefined, ...begin, copy: null };
  }

  lifted(mover) {
    this.tell("hold", { card: mover.id });
  }

  // A card comes to stand where it was let go: at once here, then in the server's cards.
  land(mover, ghost, milliseconds) {
    const { begin } = mover;
    const isSame = !mover.moved && begin.step === mover.step && begin.before === mover.before && begin.after === mover.after;
    if (isSame) return this.giveBack(mover, ghost, milliseconds);
    const node = this.card(mover.id);
    // What was seen at the drop is what the move is about, unless a colleague took the card elsewhere meanwhile.
    const isWhereItWas = node?.parentElement.dataset.step === begin.step;
    const version = isWhereItWas ? Number(node.dataset.version) : mover.version;
    const from = ghost?.getBoundingClientRect();
    if (ghost) mover.copy.remove();
    mover.copy = asHeld(ghost ?? mover.copy);
    this.layout.lift(mover);
    if (from) glide(mover.copy, from, milliseconds);
    this.holds.hold(mover, version);
  }

  giveBack(mover, ghost, milliseconds) {
    this.tell("hold", { card: "" });
    const from = ghost?.getBoundingClientRect();
    ghost?.remove();
    this.layout.release(mover.id);
    const node = this.card(mover.id);
    if (from && node) glide(node, from, milliseconds);
    this.keys.refocus(mover.id);
  }

  answered(id) {
    this.keys.refocus(id);
  }

  // The step that a dragged card would come to.
  aim(step) {
    for (const each of this.querySelectorAll(".board-step")) each.toggleAttribute("data-aimed", each.dataset.step === step);
  }

  say(words, values) {
    const region = this.querySelector(".board-says");
    const text = region.dataset[words] ?? "";
    region.textContent = text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  tell(act, values = {}) {
    this.dispatchEvent(new CustomEvent("act", { detail: JSON.stringify({ act, ...values }) }));
  }
}

const nameOf = (card) => card.querySelector(".board-card-link")?.textContent.trim() ?? "";

function asHeld(copy) {
  delete copy.dataset.ghost;
  delete copy.dataset.carried;
  copy.dataset.held = "";
  copy.style.width = "";
  return copy;
}

// From where it is seen now to where it belongs.
function glide(node, from, milliseconds) {
  if (!milliseconds || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const to = node.getBoundingClientRect();
  node.animate([{ transform: `translate(${from.left - to.left}px, ${from.top - to.top}px)` }, { transform: "none" }], { duration: milliseconds, easing: "ease-out" });
}

customElements.define("carnet-board", CarnetBoard);
