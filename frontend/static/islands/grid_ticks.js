// Which rows are ticked. The browser knows first; the server follows by what came and went, and may decide otherwise
// (a span over rows that are not loaded, contacts that were deleted): then it says how it is, and after which tick.
const IDS_PER_EVENT = 60;

export class Ticks {
  #grid;
  #ids = new Set();
  #everything = false;
  #number = 0;
  #unheard = [];
  #epoch = null;
  #window = null;
  #last = null;

  constructor(grid) {
    this.#grid = grid;
    this.#window = grid.dataset.window;
    this.#epoch = "0"; // what the server knows more is taken over: one comes back to a list left with ticks
    // Shift and a click mark rows, not text.
    grid.viewport.addEventListener("mousedown", (event) => {
      if (event.shiftKey && event.target.closest(".grid-rows")) event.preventDefault();
    });
  }

  get any() {
    return this.#everything || this.#ids.size > 0;
  }

  has(id) {
    return this.#ids.has(id) !== this.#everything;
  }

  rowsChanged() {
    if (this.#grid.dataset.window !== this.#window) this.#sayAgain();
    else if (this.#grid.marks.epoch !== this.#epoch) this.#takeOver();
    this.#paint();
  }

  clicked(event) {
    const box = event.target.closest("input");
    if (event.target.closest(".grid-head")) {
      event.preventDefault();
      this.toggleLoaded();
      // The browser puts a prevented tick back after this event.
      setTimeout(() => this.#paint());
      return;
    }
    const row = event.target.closest(".grid-row");
    const on = box ? box.checked : !this.has(row.dataset.id);
    if (event.shiftKey && this.#last !== null) this.span(this.#last, this.#index(row));
    else this.set([row.dataset.id], on);
    this.#last = this.#index(row);
  }

  toggle(id) {
    this.set([id], !this.has(id));
    this.#last = this.#index(this.#grid.row(id));
  }

  set(ids, on) {
    const changed = ids.filter((id) => this.has(id) !== on);
    for (let at = 0; at < changed.length; at += IDS_PER_EVENT) {
      const part = changed.slice(at, at + IDS_PER_EVENT);
      const tick = { number: ++this.#number, ...(on ? { add: part } : { remove: part }) };
      this.#apply(tick);
      this.#unheard.push(tick);
      this.#grid.tell("tick", tick);
    }
    this.#paint();
  }

  // Tick the rows between two places of the list.
  span(one, other) {
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    const { start } = this.#grid.scroller;
    const rows = this.#grid.rows;
    if (first < start || last >= start + rows.length) return this.#grid.tell("span", { first, last });
    this.set(rows.slice(first - start, last - start + 1).map((row) => row.dataset.id), true);
  }

  toggleLoaded() {
    const rows = this.#grid.rows;
    if (rows.length && rows.every((row) => this.has(row.dataset.id))) this.nothing();
    else this.set(rows.map((row) => row.dataset.id), true);
  }

  everything() {
    this.#anew(true);
  }

  nothing() {
    this.#anew(false);
    this.#last = null;
  }

  #anew(everything) {
    this.#everything = everything;
    this.#ids.clear();
    const tick = { number: ++this.#number, anew: everything ? "everything" : "nothing" };
    this.#unheard.push(tick);
    this.#grid.tell("tick", tick);
    this.#paint();
  }

  #apply({ add = [], remove = [], anew }) {
    if (anew) {
      this.#everything = anew === "everything";
      this.#ids.clear();
    }
    const [inside, outside] = this.#everything ? [remove, add] : [add, remove];
    for (const id of inside) this.#ids.add(id);
    for (const id of outside) this.#ids.delete(id);
  }

  // The server has decided: its ticks, and those of ours it had not heard of yet.
  #takeOver() {
    const { epoch, heard, everything, ids } = this.#grid.marks;
    this.#epoch = epoch;
    this.#everything = everything !== undefined;
    this.#ids = new Set(ids ? ids.split(" ") : []);
    this.#unheard = this.#unheard.filter((tick) => tick.number > Number(heard));
    for (const tick of this.#unheard) this.#apply(tick);
  }

  // A server that was started again knows of no ticks.
  #sayAgain() {
    this.#window = this.#grid.dataset.window;
    this.#epoch = this.#grid.marks.epoch;
    this.#unheard = [];
    if (!this.any) return;
    const ids = [...this.#ids];
    this.#grid.tell("tick", { number: ++this.#number, anew: this.#everything ? "everything" : "nothing" });
    for (let at = 0; at < ids.length; at += IDS_PER_EVENT) {
      const part = ids.slice(at, at + IDS_PER_EVENT);
      this.#grid.tell("tick", { number: ++this.#number, ...(this.#everything ? { remove: part } : { add: part }) });
    }
  }

  #paint() {
    let ticked = 0;
    const rows = this.#grid.rows;
    for (const row of rows) {
      const on = this.has(row.dataset.id);
      ticked += on;
      if (row.getAttribute("aria-selected") !== String(on)) row.setAttribute("aria-selected", on);
      const box = row.querySelector(".grid-tick");
      if (box.checked !== on) box.checked = on;
    }
    const all = this.#grid.querySelector(".grid-tick-all");
    all.checked = rows.length > 0 && ticked === rows.length;
    all.indeterminate = !all.checked && this.any;
    this.#grid.toggleAttribute("data-ticking", this.any);
  }

  #index(row) {
    return this.#grid.scroller.start + this.#grid.rows.indexOf(row);
  }
}
