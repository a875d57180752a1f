// Dragging a card with the mouse, a pen or a finger. Nothing here waits for the server: the card follows the pointer, the
// others make room, and what was dropped is handed to the holds (board_holds.js).
import { copyOf } from "./board_layout.js";

const MOUSE_SLACK_PX = 4;
const TOUCH_SLACK_PX = 10;
const LONG_PRESS_MS = 260;
const EDGE_PX = 64;
const FASTEST_PX = 18;
const TURN_EDGE_PX = 44;
const TURN_SLACK_PX = 16;
const FIRST_TURN_MS = 220;
const NEXT_TURN_MS = 750;
const LAND_MS = 120;
const NOT_DRAGGED = "button, input, select, textarea, [contenteditable]";

export class Drag {
  #board;
  #pressed = null;
  #drag = null;
  #frame = 0;
  #listening = new AbortController();

  constructor(board) {
    this.#board = board;
    const options = { signal: this.#listening.signal };
    board.addEventListener("pointerdown", (event) => this.#press(event), options);
    // Links and photos have a dragging of the browser's own, and a long press has a menu.
    board.addEventListener("dragstart", (event) => event.target.closest(".board-card") && event.preventDefault(), options);
    board.addEventListener("contextmenu", (event) => (this.#drag || this.#pressed?.touch) && event.preventDefault(), options);
    board.addEventListener("touchmove", (event) => this.#drag && event.preventDefault(), { ...options, passive: false });
    addEventListener("pointermove", (event) => this.#move(event), options);
    addEventListener("pointerup", (event) => this.#up(event), options);
    addEventListener("pointercancel", () => this.cancel(), options);
    addEventListener("blur", () => this.cancel(), options);
    addEventListener("keydown", (event) => this.#key(event), { ...options, capture: true });
  }

  end() {
    this.cancel();
    this.#listening.abort();
  }

  get isOn() {
    return this.#drag !== null;
  }

  // The server's cards changed below the pointer.
  changed() {
    if (!this.#drag) return;
    const { mover } = this.#drag;
    if (!this.#board.card(mover.id)) return this.cancel();
    this.#follow();
  }

  #press(event) {
    const card = event.target.closest(".board-card");
    if (!card || event.button !== 0 || !event.isPrimary || event.target.closest(NOT_DRAGGED) || !this.#board.canMove) return;
    const touch = event.pointerType === "touch";
    this.#pressed = { card, touch, pointer: event.pointerId, x: event.clientX, y: event.clientY };
    if (touch) this.#pressed.timer = setTimeout(() => this.#begin(), LONG_PRESS_MS);
  }

  #forget() {
    clearTimeout(this.#pressed?.timer);
    this.#pressed = null;
  }

  #move(event) {
    if (this.#drag?.pointer === event.pointerId) {
      Object.assign(this.#drag, { x: event.clientX, y: event.clientY });
      this.#carry();
      return;
    }
    const pressed = this.#pressed;
    if (pressed?.pointer !== event.pointerId) return;
    const way = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y);
    if (pressed.touch) {
      if (way > TOUCH_SLACK_PX) this.#forget(); // a scroll
    } else if (way > MOUSE_SLACK_PX) {
      this.#begin();
      this.#move(event);
    }
  }

  #begin() {
    const { card, pointer, x, y, touch } = this.#pressed;
    this.#forget();
    if (!card.isConnected) return;
    const box = card.getBoundingClientRect();
    const ghost = copyOf(card);
    ghost.dataset.ghost = "";
    ghost.style.width = `${box.width}px`;
    this.#board.overlay.append(ghost);
    const mover = { ...this.#board.moverOf(card), copy: landingOf(box.height) };
    this.#drag = { mover, ghost, pointer, x, y, beganAt: x, turnAt: null, offsetX: x - box.left, offsetY: y - box.top, height: box.height };
    this.#board.toggleAttribute("data-dragging", true);
    if (touch) navigator.vibrate?.(12);
    this.#board.layout.lift(mover);
    this.#board.lifted(mover);
    this.#carry();
    this.#tick();
  }

  #carry() {
    const { ghost, x, y, offsetX, offsetY } = this.#drag;
    ghost.style.translate = `${x - offsetX}px ${y - offsetY}px`;
  }

  // Once a frame: scroll near the edges, make room where the card would land.
  #tick() {
    this.#frame = requestAnimationFrame(() => {
      if (!this.#drag) return;
      this.#scroll();
      this.#follow();
      this.#tick();
    });
  }

  #follow() {
    const { mover, x, y, offsetY, height } = this.#drag;
    const list = this.#listAt(x);
    if (!list) return;
    const middle = y - offsetY + height / 2 - list.getBoundingClientRect().top;
    const landing = this.#board.layout.landing(list, mover.id, middle);
    if (landing.step === mover.step && landing.before === mover.before && landing.after === mover.after) return;
    this.#board.layout.place(mover, landing);
    this.#board.aim(landing.step);
  }

  #listAt(x) {
    let nearest = null;
    let least = Infinity;
    for (const list of this.#board.lists) {
      const { left, right } = list.closest(".board-step").getBoundingClientRect();
      const away = x < left ? left - x : x > right ? x - right : 0;
      if (away < least) [nearest, least] = [list, away];
    }
    return nearest;
  }

  #scroll() {
    const { x, y } = this.#drag;
    const { steps, view } = this.#board;
    const across = steps.getBoundingClientRect();
    if (view.showsOneStep) this.#turn(across);
    else steps.scrollLeft += speed(x, across.left, across.right);
    const body = this.#listAt(x)?.closest(".board-step-body");
    if (!body) return;
    const along = body.getBoundingClientRect();
    body.scrollTop += speed(y, along.top, along.bottom);
  }

  // Where one step fills the screen, a card that is carried to the edge turns to the next step, and after a while to the
  // one behind that. A card that was picked up near the edge turns nothing before it is carried there.
  #turn({ left, right }) {
    const { x, beganAt } = this.#drag;
    const way = x > right - TURN_EDGE_PX && x - beganAt > TURN_SLACK_PX ? 1 : x < left + TURN_EDGE_PX && beganAt - x > TURN_SLACK_PX ? -1 : 0;
    const now = performance.now();
    if (!way) this.#drag.turnAt = null;
    else if (this.#drag.turnAt === null) this.#drag.turnAt = now + FIRST_TURN_MS;
    else if (now >= this.#drag.turnAt) {
      this.#drag.turnAt = now + NEXT_TURN_MS;
      this.#board.view.turn(way);
    }
  }

  #up(event) {
    if (this.#pressed?.pointer === event.pointerId) this.#forget();
    if (this.#drag?.pointer !== event.pointerId) return;
    this.#follow();
    swallowClick();
    const { mover, ghost } = this.#finish();
    this.#board.land(mover, ghost, LAND_MS);
  }

  #key(event) {
    if (event.key !== "Escape" || !this.#drag) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    swallowClick();
    this.cancel();
  }

  cancel() {
    this.#forget();
    if (!this.#drag) return;
    const { mover, ghost } = this.#finish();
    this.#board.giveBack(mover, ghost, LAND_MS);
  }

  #finish() {
    const drag = this.#drag;
    this.#drag = null;
    cancelAnimationFrame(this.#frame);
    this.#board.toggleAttribute("data-dragging", false);
    this.#board.aim(null);
    return drag;
  }
}

// What is seen where the card would land.
function landingOf(height) {
  const landing = document.createElement("li");
  landing.className = "board-landing";
  landing.style.height = `${height}px`;
  return landing;
}

function speed(at, begin, end) {
  const before = begin + EDGE_PX - at;
  const behind = at - (end - EDGE_PX);
  const depth = before > 0 ? -before : behind > 0 ? behind : 0;
  return Math.max(-1, Math.min(1, depth / EDGE_PX)) * FASTEST_PX;
}

// The click that ends a drag opens nothing.
function swallowClick() {
  const swallow = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 60);
}
