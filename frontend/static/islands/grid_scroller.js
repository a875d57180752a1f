// Where the list is scrolled to: asks for the rows near the view, keeps what one looks at in its place when rows come
// and go above it. Rows count from 0; "virtual" pixels are those of the whole list, which may be taller than a browser
// can make an element.
const TALLEST_PX = 15_000_000;
const NEAR_ROWS = 30;
const ASK_EVERY_MS = 60;
const ASK_AGAIN_MS = 1500;
const SETTLED_MS = 350;

export class Scroller {
  #grid;
  #shift = 0;
  #scrolled = 0;
  #jumps = null;
  #seen = [];
  #seenTop = 0;
  #asked = { key: "", at: 0 };
  #askTimer = 0;
  #settleTimer = 0;
  #anchor = null;
  #moving = false;
  #resized;

  constructor(grid) {
    this.#grid = grid;
    this.viewport.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    this.#resized = new ResizeObserver(() => this.#onResize());
    this.#resized.observe(this.viewport);
  }

  end() {
    this.#resized.disconnect();
    clearTimeout(this.#askTimer);
    clearTimeout(this.#settleTimer);
  }

  get viewport() {
    return this.#grid.viewport;
  }

  get #space() {
    return this.viewport.querySelector(".grid-space");
  }

  get total() {
    return Number(this.#space.dataset.total);
  }

  get start() {
    return Number(this.#space.dataset.start);
  }

  get rowHeight() {
    return parseFloat(getComputedStyle(this.viewport).getPropertyValue("--row")) || 40;
  }

  get #room() {
    return Math.max(0, this.viewport.clientHeight - this.viewport.querySelector(".grid-head").offsetHeight);
  }

  // The pixel of the whole list that is at the top of the view.
  get top() {
    return this.viewport.scrollTop + this.#shift;
  }

  get visible() {
    const height = this.rowHeight;
    const first = Math.max(0, Math.floor(this.top / height));
    const last = Math.max(first, Math.ceil((this.top + this.#room) / height) - 1);
    return { first, last: Math.min(last, Math.max(0, this.total - 1)) };
  }

  // How many whole rows fit.
  get fitting() {
    return Math.max(1, Math.floor(this.#room / this.rowHeight));
  }

  rowsChanged() {
    const { jumps } = this.#space.dataset;
    this.viewport.setAttribute("aria-rowcount", this.total + 1);
    this.#grid.rows.forEach((row, place) => row.setAttribute("aria-rowindex", this.start + place + 2));
    const first = this.#jumps === null;
    if (jumps !== "0" && jumps !== this.#jumps) {
      // A window that comes back after a lost connection stays where it was.
      if (!first || !this.viewport.scrollTop) this.#goTo(this.start * this.rowHeight);
      this.#jumps = jumps;
    } else {
      this.#keepPlace();
    }
    this.#remember();
    this.#askSoon();
    if (this.#moving) this.#settleSoon();
  }

  // Bring a row into view with the least movement.
  show(index) {
    const height = this.rowHeight;
    if (index * height < this.top) this.#goTo(index * height);
    else if ((index + 1) * height > this.top + this.#room) this.#goTo((index + 1) * height - this.#room);
  }

  #goTo(virtualTop) {
    const most = Math.max(0, this.total * this.rowHeight - this.#room);
    const wanted = Math.max(0, Math.min(virtualTop, most));
    this.#setShift(this.#shiftAt(wanted));
    this.viewport.scrollTop = wanted - this.#shift;
    this.#scrolled = this.viewport.scrollTop;
  }

  #shiftAt(virtualTop) {
    const whole = this.total * this.rowHeight;
    if (whole <= TALLEST_PX) return 0;
    const part = virtualTop / (whole - this.#room);
    return Math.round(virtualTop - part * (TALLEST_PX - this.#room));
  }

  #setShift(shift) {
    if (shift === this.#shift) return;
    this.#shift = shift;
    this.#space.style.setProperty("--shift", `${shift}px`);
  }

  #onScroll() {
    const { scrollTop } = this.viewport;
    if (this.total * this.rowHeight > TALLEST_PX) this.#followTallList(scrollTop);
    this.#scrolled = scrollTop;
    this.#remember();
    this.#askSoon();
    this.#moving = true;
    this.#settleSoon();
  }

  #settleSoon() {
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(() => this.#settled(), SETTLED_MS);
  }

  // In a list taller than an element can be, the bar's thumb moves by shares of the whole, the wheel by pixels.
  #followTallList(scrollTop) {
    const whole = this.total * this.rowHeight;
    const end = TALLEST_PX - this.#room;
    const dragged = Math.abs(scrollTop - this.#scrolled) > 4 * this.#room;
    if (dragged) {
      this.#setShift(Math.round((scrollTop / end) * (whole - this.#room) - scrollTop));
    } else if ((scrollTop < this.#room && this.#shift > 0) || (scrollTop > end - this.#room && this.top < whole - 2 * this.#room)) {
      this.#goTo(this.top);
    }
  }

  #onResize() {
    const seen = this.#seen[0];
    if (seen) this.#keepPlace();
    this.#askSoon();
  }

  // What is in view now, so that it can be found again after a change.
  #remember() {
    const height = this.rowHeight;
    const { first, last } = this.visible;
    const rows = this.#grid.rows;
    this.#seenTop = this.top;
    this.#seen = [];
    for (let index = first; index <= last; index++) {
      const row = rows[index - this.start];
      if (row) this.#seen.push({ id: row.dataset.id, offset: index * height - this.top, height });
    }
  }

  #keepPlace() {
    if (this.top <= 0) return;
    const places = new Map(this.#grid.rows.map((row, place) => [row.dataset.id, place]));
    const kept = this.#seen.find((row) => places.has(row.id));
    if (!kept) return;
    const height = this.rowHeight;
    const place = (this.start + places.get(kept.id)) * height - kept.offset * (height / kept.height);
    // What was scrolled since is told in the next frame only. At the end a list that became shorter moves by itself.
    const { scrollTop, clientHeight, scrollHeight } = this.viewport;
    const wanted = scrollTop + clientHeight < scrollHeight - 1 ? place + this.top - this.#seenTop : place;
    if (Math.abs(wanted - this.top) >= 1) this.#goTo(wanted);
  }

  #askSoon() {
    if (this.#askTimer) return;
    this.#askTimer = setTimeout(() => {
      this.#askTimer = 0;
      this.#ask();
    }, ASK_EVERY_MS);
  }

  #ask() {
    if (!this.viewport?.isConnected || this.#space.dataset.jumps === "0") return;
    const { first, last } = this.visible;
    const end = this.start + this.#grid.rows.length;
    const missing = this.total > 0 && ((this.start > 0 && first - NEAR_ROWS < this.start) || (end < this.total && last + NEAR_ROWS >= end));
    const key = `${first}-${last}:${this.start}-${end}:${this.total}`;
    if (!missing || (key === this.#asked.key && performance.now() - this.#asked.at < ASK_AGAIN_MS)) return;
    this.#asked = { key, at: performance.now() };
    this.#grid.tell("view", { first, last });
  }

  // The place goes into the URL once the scrolling has come to rest and the rows are here.
  #settled() {
    const anchor = this.top > 0 ? (this.#seen[0]?.id ?? null) : null;
    if (this.top > 0 && !anchor) return;
    this.#moving = false;
    if (anchor === this.#anchor) return;
    this.#anchor = anchor;
    this.#grid.tell("anchor", { id: anchor });
  }
}
