// What of a board is in view: asks for more of a long step as it scrolls, keeps what one looks at in its place when cards
// come and go above it, shows one step at a time on phones, and marks what is late or has stood too long.
import { dayOf, dayWritten } from "../shared/calendar.js";

const NEAR_PX = 700;
const SIDE_PX = 300;
const ASK_EVERY_MS = 80;
const ASK_AGAIN_MS = 1500;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export class View {
  #board;
  #seen = new WeakMap();
  #asked = new WeakMap();
  #ends = new Map();
  #timer = 0;
  #clock;
  #listening = new AbortController();

  constructor(board) {
    this.#board = board;
    const options = { signal: this.#listening.signal, passive: true, capture: true };
    board.addEventListener("scroll", (event) => this.#scrolled(event.target), options);
    board.addEventListener("click", (event) => this.#clicked(event), { signal: this.#listening.signal });
    addEventListener("resize", () => this.#resized(), options);
    this.#clock = setInterval(() => this.#mark(), MINUTE_MS);
  }

  end() {
    this.#listening.abort();
    clearInterval(this.#clock);
    clearTimeout(this.#timer);
  }

  changed() {
    for (const body of this.#bodies) {
      this.#keepPlace(body);
      this.#remember(body);
    }
    this.#mark();
    this.#step();
    this.#askSoon();
  }

  #resized() {
    this.#step();
    this.#askSoon();
  }

  get #bodies() {
    return this.#board.querySelectorAll(".board-step-body");
  }

  #scrolled(target) {
    if (target === this.#board.steps) {
      this.#step();
      return this.#askSoon();
    }
    if (!target.matches?.(".board-step-body")) return;
    this.#remember(target);
    this.#askSoon();
  }

  // The cards in view, the topmost first, and how far each is from the top of the view.
  #remember(body) {
    const top = body.scrollTop;
    const seen = [];
    for (const card of body.querySelectorAll(".board-cards > .board-card")) {
      const offset = card.parentElement.offsetTop + card.offsetTop - top;
      if (offset > body.clientHeight) break;
      if (offset + card.offsetHeight > 0) seen.push({ id: card.dataset.id, offset });
    }
    this.#seen.set(body, { top, seen });
  }

  #keepPlace(body) {
    const { end } = body.dataset;
    if (end && end !== this.#ends.get(body)) {
      this.#ends.set(body, end);
      body.scrollTop = body.scrollHeight;
      return;
    }
    const before = this.#seen.get(body);
    if (!before || before.top <= 0 || this.#board.isDragging) return;
    for (const { id, offset } of before.seen) {
      const card = body.querySelector(`.board-cards > .board-card[data-id="${CSS.escape(id)}"]`);
      if (!card) continue;
      const wanted = card.parentElement.offsetTop + card.offsetTop - offset;
      if (Math.abs(wanted - body.scrollTop) >= 1) body.scrollTop = wanted;
      return;
    }
  }

  #askSoon() {
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      for (const body of this.#bodies) this.#ask(body);
    }, ASK_EVERY_MS);
  }

  #ask(body) {
    const list = body.querySelector(".board-cards");
    if (!list || body.clientHeight === 0 || !this.#isBeside(body)) return;
    const { step, above, below } = list.dataset;
    const cardsEnd = list.offsetTop + list.offsetHeight;
    const nearEnd = below !== undefined && cardsEnd - body.scrollTop - body.clientHeight < NEAR_PX;
    const nearTop = above !== undefined && body.scrollTop - list.offsetTop < NEAR_PX;
    if (!nearEnd && !nearTop) return;
    const edge = nearTop ? "above" : "below";
    const key = `${edge}:${list.firstElementChild?.dataset.id}:${list.lastElementChild?.dataset.id}:${list.childElementCount}`;
    const asked = this.#asked.get(body);
    if (asked?.key === key && performance.now() - asked.at < ASK_AGAIN_MS) return;
    this.#asked.set(body, { key, at: performance.now() });
    this.#board.tell("look", { step, edge });
  }

  // In view, or the next to come into it: of steps that nobody looks at no more is read.
  #isBeside(body) {
    const { left, right } = body.getBoundingClientRect();
    const view = this.#board.steps.getBoundingClientRect();
    return right > view.left - SIDE_PX && left < view.right + SIDE_PX;
  }

  // Phones: a step fills the screen.
  get showsOneStep() {
    return Boolean(this.#board.querySelector(".board-stepper")?.offsetParent);
  }

  // Show the step that is so many behind the one in view.
  turn(by) {
    const all = [...this.#board.querySelectorAll(".board-step")];
    const to = all[all.indexOf(this.#inView) + by];
    if (to) this.#show(to);
  }

  get #inView() {
    const { steps } = this.#board;
    const middle = steps.getBoundingClientRect().left + steps.clientWidth / 2;
    return [...steps.querySelectorAll(".board-step")].find((step) => step.getBoundingClientRect().right > middle);
  }

  #step() {
    const shown = this.#inView;
    for (const stop of this.#board.querySelectorAll(".board-stop")) {
      const isHere = stop.dataset.step === shown?.dataset.step;
      if (isHere === (stop.getAttribute("aria-current") === "step")) continue;
      if (isHere) stop.setAttribute("aria-current", "step");
      else stop.removeAttribute("aria-current");
      if (isHere && stop.offsetParent) stop.scrollIntoView({ block: "nearest", inline: "center" });
    }
  }

  #clicked(event) {
    const stop = event.target.closest(".board-stop");
    if (!stop) return;
    this.#show(this.#board.querySelector(`.board-step[data-step="${CSS.escape(stop.dataset.step)}"]`));
  }

  #show(step) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const { steps } = this.#board;
    steps.scrollTo({ left: step.offsetLeft - (steps.clientWidth - step.offsetWidth) / 2, behavior: calm ? "auto" : "smooth" });
  }

  #mark() {
    const now = Date.now();
    const today = dayOf(now);
    for (const list of this.#board.lists) {
      const staleAfter = Number(list.dataset.staleAfter) * DAY_MS;
      const isOpen = list.dataset.kind === "OPEN";
      for (const card of list.children) {
        const { due, entered } = card.dataset;
        const day = due === undefined ? Infinity : dayWritten(due);
        set(card, "data-late", isOpen && day < today);
        set(card, "data-today", isOpen && day === today);
        set(card, "data-stale", staleAfter > 0 && now - Date.parse(entered) > staleAfter);
      }
    }
  }
}

function set(card, name, on) {
  if (card.hasAttribute(name) !== on) card.toggleAttribute(name, on);
}
