// A step taken by its head and carried to the left or the right among the open ones. The columns are only shifted; they
// stay so until the server has answered.
const SLACK_PX = 5;
const NOT_DRAGGED = "button, a, input, [popover]";

export class StepDrag {
  #board;
  #pressed = null;
  #drag = null;
  #waiting = null;
  #listening = new AbortController();

  constructor(board) {
    this.#board = board;
    const options = { signal: this.#listening.signal };
    board.addEventListener("pointerdown", (event) => this.#press(event), options);
    addEventListener("pointermove", (event) => this.#move(event), options);
    addEventListener("pointerup", (event) => this.#up(event), options);
    addEventListener("pointercancel", () => this.#cancel(), options);
    addEventListener("keydown", (event) => event.key === "Escape" && this.#drag && this.#cancel(), { ...options, capture: true });
  }

  end() {
    this.#listening.abort();
  }

  changed() {
    if (!this.#waiting || !(this.#board.marks.answered ?? "").split(" ").includes(this.#waiting)) return;
    this.#waiting = null;
    this.#clear();
  }

  #press(event) {
    const step = event.target.closest(".board-step-head")?.closest(".board-step");
    const isMouse = event.pointerType !== "touch" && event.button === 0;
    if (!step || !isMouse || step.dataset.kind !== "OPEN" || event.target.closest(NOT_DRAGGED) || !this.#board.canMove || this.#waiting) return;
    this.#pressed = { step, pointer: event.pointerId, x: event.clientX };
  }

  #move(event) {
    if (this.#pressed?.pointer === event.pointerId && Math.abs(event.clientX - this.#pressed.x) > SLACK_PX) this.#begin();
    if (this.#drag?.pointer === event.pointerId) this.#carry(event.clientX);
  }

  #begin() {
    const steps = [...this.#board.querySelectorAll(".board-step[data-kind=OPEN]")];
    const { step, pointer, x } = this.#pressed;
    this.#pressed = null;
    const boxes = steps.map((each) => ({ each, left: each.offsetLeft, width: each.offsetWidth }));
    this.#drag = { step, pointer, x, boxes, from: steps.indexOf(step), to: steps.indexOf(step), scrolled: this.#board.steps.scrollLeft };
    step.toggleAttribute("data-carried", true);
    this.#board.toggleAttribute("data-dragging", true);
  }

  #carry(x) {
    const { step, boxes, from, scrolled } = this.#drag;
    const by = x - this.#drag.x + this.#board.steps.scrollLeft - scrolled;
    step.style.translate = `${by}px 0`;
    const middle = boxes[from].left + boxes[from].width / 2 + by;
    const to = boxes.filter(({ left, width }, index) => index !== from && left + width / 2 < middle).length;
    this.#drag.to = to;
    const gap = parseFloat(getComputedStyle(this.#board.steps).columnGap) || 0;
    const room = boxes[from].width + gap;
    boxes.forEach(({ each }, index) => {
      if (index === from) return;
      const shift = from < index && index <= to ? -room : to <= index && index < from ? room : 0;
      each.style.translate = shift ? `${shift}px 0` : "";
    });
  }

  #up(event) {
    if (this.#pressed?.pointer === event.pointerId) this.#pressed = null;
    if (this.#drag?.pointer !== event.pointerId) return;
    const { step, from, to, boxes } = this.#drag;
    if (from === to) return this.#cancel();
    this.#drag = null;
    this.#board.toggleAttribute("data-dragging", false);
    const there = boxes[to].left + (to > from ? boxes[to].width - boxes[from].width : 0);
    step.style.translate = `${there - boxes[from].left}px 0`;
    this.#waiting = crypto.randomUUID();
    this.#board.tell("step", { step: step.dataset.step, position: to, key: this.#waiting });
  }

  #cancel() {
    this.#pressed = this.#drag = null;
    this.#board.toggleAttribute("data-dragging", false);
    this.#clear();
  }

  #clear() {
    for (const step of this.#board.querySelectorAll(".board-step")) {
      step.style.translate = "";
      step.removeAttribute("data-carried");
    }
  }
}
