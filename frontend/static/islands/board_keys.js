// A board by keyboard: arrows move among the cards, Space picks one up, arrows carry it, Space or Enter drops it, Escape
// puts it back. All of it is announced. Of all cards only one is a stop of the Tab key.
import { copyOf } from "./board_layout.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
const PLACES = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };
const LETTERS = { j: "ArrowDown", k: "ArrowUp", h: "ArrowLeft", l: "ArrowRight" };

export class Keys {
  #board;
  #current = null;
  #carried = null;
  #wanted = null;
  #listening = new AbortController();

  constructor(board) {
    this.#board = board;
    const options = { signal: this.#listening.signal };
    board.addEventListener("keydown", (event) => this.#key(event), options);
    addEventListener("keydown", (event) => this.#undo(event), options);
    board.addEventListener("focusin", (event) => this.#focused(event), options);
    board.addEventListener("focusout", (event) => this.#left(event), options);
    board.addEventListener("pointerdown", () => (this.#wanted = null), options);
  }

  end() {
    this.#listening.abort();
  }

  get isCarrying() {
    return this.#carried !== null;
  }

  changed() {
    if (this.#carried && !this.#board.card(this.#carried.id)) this.#putBack();
    this.#rove();
    this.#comeBack();
    if (this.#carried) this.refocus(this.#carried.id); // a colleague took it elsewhere: another node
  }

  // The focus is to come back to a card as soon as nothing else has it: after a dialog or the drawer, when the card may
  // stand elsewhere, as another node.
  comeBackTo(id) {
    this.#wanted = id;
    this.#comeBack();
  }

  #comeBack() {
    const link = linkOf(this.#board.card(this.#wanted));
    if (!link || document.activeElement !== document.body) return;
    this.#wanted = null;
    this.#focus(link.closest(".board-card"));
  }

  // After a drop the card is another node, perhaps in another step.
  refocus(id) {
    const away = document.activeElement === document.body || document.activeElement?.closest(".board-card");
    if (this.#current === id && away) linkOf(this.#board.card(id))?.focus({ preventScroll: true });
  }

  #undo(event) {
    const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isUndo || event.defaultPrevented || !this.#board.canMove || event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;
    event.preventDefault();
    if (this.#board.contains(document.activeElement)) this.#wanted = this.#current;
    this.#board.tell("undo");
  }

  #focused({ target }) {
    const card = target.closest(".board-card");
    if (card?.dataset.id !== this.#wanted) this.#wanted = null;
    if (!card || target !== linkOf(card)) return;
    this.#current = card.dataset.id;
    this.#rove();
  }

  #left({ target, relatedTarget }) {
    if (this.#carried && target.isConnected && relatedTarget && !this.#board.card(this.#carried.id)?.contains(relatedTarget)) this.#putBack();
  }

  #rove() {
    const stop = this.#board.card(this.#current) ?? this.#board.querySelector(".board-cards > .board-card");
    for (const link of this.#board.querySelectorAll(".board-cards > .board-card > .board-card-link")) {
      const index = stop?.contains(link) ? 0 : -1;
      if (link.tabIndex !== index) link.tabIndex = index;
    }
  }

  #key(event) {
    this.#wanted = null;
    const card = event.target.closest(".board-cards > .board-card");
    if (!card || event.target !== linkOf(card) || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.#carried ? this.#carrying(event.key) : this.#walking(event.key, card);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  #walking(pressed, card) {
    const key = LETTERS[pressed] ?? pressed;
    if (key in PLACES) return () => this.#goInStep(card, PLACES[key]);
    if (key in STEPS) return () => this.#goToStep(card, STEPS[key]);
    if (key === " " && this.#board.canMove && !this.#board.isDragging) return () => this.#pickUp(card);
    if (pressed === "m" && this.#board.canMove) return () => this.#choose(card);
    return null;
  }

  #choose(card) {
    this.#wanted = card.dataset.id;
    this.#board.tell("choose", { card: card.dataset.id });
  }

  #goInStep(card, by) {
    const cards = [...card.parentElement.children];
    const index = Math.max(0, Math.min(cards.indexOf(card) + by, cards.length - 1));
    this.#focus(cards[index]);
  }

  #goToStep(card, by) {
    const { lists } = this.#board;
    const { top, height } = card.getBoundingClientRect();
    for (let index = lists.indexOf(card.parentElement) + by; lists[index]; index += by) {
      const cards = [...lists[index].children];
      if (cards.length === 0) continue;
      const away = (other) => Math.abs(other.getBoundingClientRect().top + other.offsetHeight / 2 - top - height / 2);
      return this.#focus(cards.reduce((nearest, other) => (away(other) < away(nearest) ? other : nearest)));
    }
  }

  #focus(card) {
    linkOf(card)?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #pickUp(card) {
    const mover = { ...this.#board.moverOf(card), copy: copyOf(card) };
    mover.copy.dataset.carried = "";
    this.#carried = mover;
    this.#board.layout.lift(mover);
    this.#board.lifted(mover);
    this.#say("lifted");
  }

  #carrying(key) {
    if (key in PLACES) return () => this.#carryInStep(PLACES[key]);
    if (key in STEPS) return () => this.#carryToStep(STEPS[key]);
    if (key === " " || key === "Enter") return () => this.#drop();
    if (key === "Escape" || key === "Tab") return () => this.#putBack();
    return key.length === 1 ? () => {} : null;
  }

  #carryInStep(by) {
    const list = this.#board.list(this.#carried.step);
    this.#stand(list, this.#index(list) + by);
  }

  #carryToStep(by) {
    const { lists } = this.#board;
    const here = this.#board.list(this.#carried.step);
    const list = lists[lists.indexOf(here) + by];
    if (list) this.#stand(list, this.#index(here));
  }

  #index(list) {
    return this.#board.layout.seen(list).items.findIndex(({ id }) => id === this.#carried.id);
  }

  #stand(list, wanted) {
    const { items } = this.#board.layout.seen(list, this.#carried.id);
    const index = Math.max(0, Math.min(wanted, items.length));
    const place = { step: list.dataset.step, before: items[index]?.id ?? null, after: items[index - 1]?.id ?? null };
    this.#board.layout.place(this.#carried, place);
    this.#carried.copy.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.#say("carried", { place: index + 1, count: items.length + 1 });
  }

  #drop() {
    const mover = this.#carried;
    this.#carried = null;
    this.#say("dropped", {}, mover);
    this.#board.land(mover, null, 0);
  }

  #putBack() {
    const mover = this.#carried;
    this.#carried = null;
    this.#say("putBack", {}, mover);
    this.#board.giveBack(mover, null, 0);
  }

  #say(words, values = {}, mover = this.#carried) {
    this.#board.say(words, { name: mover.name, step: this.#board.stepName(mover.step), ...values });
  }
}

const linkOf = (card) => card?.querySelector(".board-card-link");
