// A line taken by its handle, with the mouse or a finger. The lines are only shifted until the server has answered.
const EDGE_PX = 72;
const FASTEST_PX = 14;

export class LineDrag {
  #lines;
  #drag = null;
  #waiting = false;
  #frame = 0;
  #listening = new AbortController();

  constructor(lines) {
    this.#lines = lines;
    const options = { signal: this.#listening.signal };
    lines.addEventListener("pointerdown", (event) => this.#press(event), options);
    addEventListener("pointermove", (event) => this.#move(event), options);
    addEventListener("pointerup", (event) => this.#up(event), options);
    addEventListener("pointercancel", () => this.#cancel(), options);
    addEventListener("blur", () => this.#cancel(), options);
    addEventListener("keydown", (event) => this.#key(event), { ...options, capture: true });
  }

  end() {
    this.#listening.abort();
    cancelAnimationFrame(this.#frame);
  }

  // The server's lines changed: they stand where they were shifted to, or elsewhere.
  changed() {
    if (this.#drag) return this.#cancel();
    if (this.#waiting) this.#clear();
    this.#waiting = false;
  }

  #press(event) {
    const line = event.target.closest("[data-handle]") && this.#lines.lineOf(event.target);
    if (!line || event.button !== 0 || !event.isPrimary || this.#waiting) return;
    event.preventDefault();
    event.target.closest("[data-handle]").focus();
    const scroller = scrollerOf(line);
    const { top } = line.getBoundingClientRect();
    this.#lines.toggleAttribute("data-dragging", true);
    // Lines that were never in sight have their true heights only now: the line stays under the finger.
    scroller.scrollTop += line.getBoundingClientRect().top - top;
    const all = this.#lines.all;
    const from = all.indexOf(line);
    const boxes = all.map((each) => ({ each, top: each.offsetTop, height: each.offsetHeight }));
    this.#drag = { line, pointer: event.pointerId, begun: event.clientY, y: event.clientY, from, to: from, boxes, scroller };
    this.#drag.scrolled = scroller.scrollTop;
    line.toggleAttribute("data-carried", true);
    this.#tick();
  }

  #move(event) {
    if (this.#drag?.pointer !== event.pointerId) return;
    this.#drag.y = event.clientY;
    this.#carry();
  }

  // Once a frame: scroll near the edges.
  #tick() {
    this.#frame = requestAnimationFrame(() => {
      if (!this.#drag) return;
      const { scroller, y } = this.#drag;
      const box = scroller === document.scrollingElement ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
      const before = scroller.scrollTop;
      const wanted = speed(y, box.top, box.bottom);
      if (wanted < 0 ? !this.#drag.atBegin : !this.#drag.atEnd) scroller.scrollTop += wanted;
      if (scroller.scrollTop !== before) this.#carry();
      this.#tick();
    });
  }

  #carry() {
    const { line, y, begun, boxes, from, scroller, scrolled } = this.#drag;
    const wanted = y - begun + scroller.scrollTop - scrolled;
    // Not beyond the other lines: below the last one the page would grow, and scroll without an end.
    const [first, last, own] = [boxes[0], boxes.at(-1), boxes[from]];
    const by = Math.max(first.top - own.top, Math.min(last.top + last.height - own.height - own.top, wanted));
    this.#drag.atBegin = wanted < by;
    this.#drag.atEnd = wanted > by;
    line.style.translate = `0 ${by}px`;
    const begin = own.top + by;
    const isPassed = ({ top, height }, place) => (place < from ? top + height / 2 < begin : place > from && top + height / 2 < begin + own.height);
    const to = boxes.filter(isPassed).length;
    this.#drag.to = to;
    boxes.forEach(({ each }, place) => {
      if (place === from) return;
      const shift = from < place && place <= to ? -boxes[from].height : to <= place && place < from ? boxes[from].height : 0;
      each.style.translate = shift ? `0 ${shift}px` : "";
    });
  }

  #up(event) {
    if (this.#drag?.pointer !== event.pointerId) return;
    const { line, from, to, boxes } = this.#drag;
    if (from === to) return this.#cancel();
    this.#finish();
    const end = to > from ? boxes[to].top + boxes[to].height - boxes[from].height : boxes[to].top;
    line.style.translate = `0 ${end - boxes[from].top}px`;
    this.#waiting = true;
    this.#lines.move(line, to);
  }

  #key(event) {
    if (event.key !== "Escape" || !this.#drag) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#cancel();
  }

  #finish() {
    this.#drag = null;
    cancelAnimationFrame(this.#frame);
    this.#lines.toggleAttribute("data-dragging", false);
  }

  #cancel() {
    if (!this.#drag) return;
    this.#finish();
    this.#clear();
  }

  #clear() {
    for (const line of this.#lines.all) {
      line.style.translate = "";
      line.removeAttribute("data-carried");
    }
  }
}

function scrollerOf(node) {
  for (let each = node.parentElement; each; each = each.parentElement) {
    if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return document.scrollingElement;
}

function speed(at, begin, end) {
  const depth = at < begin + EDGE_PX ? at - begin - EDGE_PX : at > end - EDGE_PX ? at - end + EDGE_PX : 0;
  return Math.max(-1, Math.min(1, depth / EDGE_PX)) * FASTEST_PX;
}
