// Where the cards of a board are seen while some are lifted or held. The nodes stay where the server's fragments put
// them: what is seen is shifted with `translate`, and a lifted card is a copy that belongs to this file.
//
// A mover is a card on its way: {id, step, before, after, height, copy}. It stands before the card `before`, else after
// the card `after`, else at the end of its step.
export class Layout {
  #board;
  #movers = new Map();
  #shifted = new Set();

  constructor(board) {
    this.#board = board;
  }

  mover(id) {
    return this.#movers.get(id);
  }

  get isEmpty() {
    return this.#movers.size === 0;
  }

  // Take a card out of its place; it is seen where `place` says from then on.
  lift(mover) {
    this.#movers.get(mover.id)?.copy?.remove();
    this.#movers.set(mover.id, mover);
    this.refresh(false);
  }

  place(mover, place) {
    Object.assign(mover, place);
    this.refresh(true);
  }

  release(id) {
    const mover = this.#movers.get(id);
    if (!mover) return;
    mover.copy?.remove();
    this.#movers.delete(id);
    this.#board.card(id)?.removeAttribute("data-lifted");
    this.refresh(false);
  }

  // The cards of a step as they are seen, top to bottom, with where each begins; without the card `except`.
  seen(list, except = null) {
    const nodes = [...list.children].map((node) => ({ id: node.dataset.id, node, top: node.offsetTop, height: node.offsetHeight }));
    const items = nodes.filter(({ id }) => !this.#movers.has(id));
    const { step } = list.dataset;
    for (const mover of this.#movers.values()) {
      if (mover.step === step && mover.id !== except) items.splice(placeOf(mover, items), 0, { id: mover.id, mover, height: mover.height });
    }
    const gap = parseFloat(getComputedStyle(list).rowGap) || 0;
    let y = parseFloat(getComputedStyle(list).paddingTop) || 0;
    for (const item of items) {
      item.y = y;
      y += item.height + gap;
    }
    return { items, end: y };
  }

  // Where a card whose middle is at `middle` (from the top of the list) would come to stand.
  landing(list, id, middle) {
    const { items } = this.seen(list, id);
    const next = items.findIndex((item) => item.y + item.height / 2 > middle);
    const index = next < 0 ? items.length : next;
    return { step: list.dataset.step, before: items[index]?.id ?? null, after: items[index - 1]?.id ?? null };
  }

  // Draw it all again; gliding when a card is being moved, at once when the server's cards changed.
  refresh(gliding) {
    for (const list of this.#board.lists) {
      const isConcerned = [...this.#movers.values()].some((mover) => mover.step === list.dataset.step || list.contains(this.#board.card(mover.id)));
      if (isConcerned || this.#shifted.has(list)) this.#draw(list, gliding && isConcerned, isConcerned);
    }
  }

  #draw(list, gliding, isConcerned) {
    const { items, end } = this.seen(list);
    list.toggleAttribute("data-gliding", gliding);
    for (const node of list.children) node.toggleAttribute("data-lifted", this.#movers.has(node.dataset.id));
    for (const { node, mover, top, y } of items) {
      if (mover) this.#drawCopy(mover, list, y);
      else node.style.translate = y === top || !isConcerned ? "" : `0 ${y - top}px`;
    }
    list.style.minHeight = isConcerned ? `${end}px` : "";
    if (isConcerned) this.#shifted.add(list);
    else this.#shifted.delete(list);
  }

  #drawCopy(mover, list, y) {
    mover.y = y;
    if (!mover.copy) return;
    const shelf = list.parentElement.querySelector(".board-shelf");
    if (mover.copy.parentElement !== shelf) shelf.append(mover.copy);
    shelf.style.top = `${list.offsetTop}px`;
    mover.copy.style.translate = `0 ${y}px`;
  }

  // Where on the screen a mover comes to stand.
  boxOf(mover) {
    const list = this.#board.list(mover.step);
    const { left, top, width } = list.getBoundingClientRect();
    return { left, top: top + (mover.y ?? 0), width };
  }
}

function placeOf(mover, items) {
  const before = items.findIndex((item) => item.id === mover.before);
  if (before >= 0) return before;
  const after = items.findIndex((item) => item.id === mover.after);
  return after >= 0 ? after + 1 : items.length;
}

// A card to be seen elsewhere than its node: nothing in it can be found, focused or read out.
export function copyOf(card) {
  const copy = card.cloneNode(true);
  for (const node of [copy, ...copy.querySelectorAll("[id]")]) node.removeAttribute("id");
  for (const link of copy.querySelectorAll("a, button")) link.setAttribute("tabindex", "-1");
  copy.removeAttribute("data-lifted");
  copy.removeAttribute("style");
  copy.style.height = `${card.offsetHeight}px`;
  copy.setAttribute("aria-hidden", "true");
  return copy;
}
