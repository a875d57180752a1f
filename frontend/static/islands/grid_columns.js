// The header of the grid: columns made wider at their edge, moved by their name, both with the keyboard too; and the list
// of columns in which they are put in order.
const NARROWEST = 72;
const WIDEST = 640;
const STEP = 16;
const DRAG_FROM_PX = 6;

export class Columns {
  #grid;
  #drag = null;

  constructor(grid) {
    this.#grid = grid;
    grid.viewport.addEventListener("pointerdown", (event) => this.#press(event));
    grid.viewport.addEventListener("dblclick", (event) => this.#fit(event));
    grid.viewport.addEventListener("keydown", (event) => this.#key(event));
  }

  holds(element) {
    return Boolean(element.closest?.(".grid-head"));
  }

  // The keyboard comes up from the rows.
  enter() {
    this.#stops[1]?.focus();
  }

  get #headings() {
    return [...this.#grid.querySelectorAll(".grid-heading")];
  }

  get #stops() {
    return [...this.#grid.querySelectorAll(".grid-head :is(button, input)")].filter((stop) => stop.checkVisibility());
  }

  get #order() {
    return this.#headings.map((heading) => heading.dataset.column);
  }

  #press(event) {
    const heading = event.target.closest(".grid-heading");
    if (!heading || event.button) return;
    if (event.target.closest(".grid-resize")) this.#resize(event, heading);
    else if (heading.dataset.column !== "name" && event.pointerType === "mouse") this.#move(event, heading);
  }

  #resize(event, heading) {
    event.preventDefault();
    const edge = event.target;
    const before = { x: event.clientX, width: heading.offsetWidth };
    let width = before.width;
    edge.setPointerCapture(event.pointerId);
    heading.toggleAttribute("data-resizing", true);
    edge.onpointermove = (moved) => {
      width = bounded(before.width + moved.clientX - before.x);
      this.#setWidth(heading, width);
    };
    edge.onlostpointercapture = () => {
      edge.onpointermove = edge.onlostpointercapture = null;
      heading.toggleAttribute("data-resizing", false);
      if (width !== before.width) this.#grid.tell("width", { column: heading.dataset.column, width });
    };
  }

  #setWidth(heading, width) {
    const tracks = this.#grid.style.getPropertyValue("--columns").split(/ (?![^(]*\))/);
    tracks[this.#headings.indexOf(heading) + 1] = `${width}px`;
    this.#grid.style.setProperty("--columns", tracks.join(" "));
    this.#grid.columnsChanged();
  }

  // Twice on the edge: as wide as what it holds.
  #fit(event) {
    const heading = event.target.closest(".grid-resize")?.closest(".grid-heading");
    if (!heading) return;
    const place = this.#headings.indexOf(heading) + 1;
    const widths = this.#grid.rows.map((row) => contentWidth(row.children[place]));
    const width = bounded(Math.max(contentWidth(heading), ...widths) + 1);
    this.#setWidth(heading, width);
    this.#grid.tell("width", { column: heading.dataset.column, width });
  }

  #move(event, heading) {
    const from = event.clientX;
    let place = null;
    const moved = ({ clientX }) => {
      if (!this.#drag && Math.abs(clientX - from) < DRAG_FROM_PX) return;
      if (!this.#drag) {
        this.#drag = heading;
        heading.toggleAttribute("data-dragging", true);
      }
      heading.style.translate = `${clientX - from}px 0`;
      place = this.#placeAt(clientX, heading);
    };
    const done = () => {
      removeEventListener("pointermove", moved);
      removeEventListener("pointerup", done);
      removeEventListener("pointercancel", done);
      heading.style.translate = "";
      heading.toggleAttribute("data-dragging", false);
      for (const other of this.#headings) other.removeAttribute("data-drop");
      if (!this.#drag) return;
      this.#swallowClick();
      this.#drag = null;
      if (place !== null) this.#moveTo(heading.dataset.column, place);
    };
    addEventListener("pointermove", moved);
    addEventListener("pointerup", done);
    addEventListener("pointercancel", done);
  }

  // The place among the other columns where one that is let go here would be put.
  #placeAt(x, heading) {
    const others = this.#headings.filter((other) => other !== heading);
    const index = others.findIndex((other) => {
      const box = other.getBoundingClientRect();
      return x < box.left + box.width / 2;
    });
    const place = Math.max(1, index < 0 ? others.length : index);
    for (const other of this.#headings) other.removeAttribute("data-drop");
    if (others[place]) others[place].dataset.drop = "before";
    else others.at(-1).dataset.drop = "after";
    return place;
  }

  #moveTo(column, place) {
    const before = this.#order;
    const order = before.filter((other) => other !== column);
    order.splice(Math.max(1, Math.min(place, order.length)), 0, column);
    if (order.join() !== before.join()) this.#grid.tell("order", { columns: order });
  }

  // The click that ends a drag does not sort.
  #swallowClick() {
    const swallow = (event) => event.stopPropagation();
    addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", swallow, { capture: true }));
  }

  #key(event) {
    const stop = event.target.closest(".grid-head :is(button, input)");
    if (!stop || event.ctrlKey || event.metaKey) return;
    const heading = stop.closest(".grid-heading");
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === "Escape" && this.#grid.ticks.any) this.#grid.ticks.nothing();
    else if (event.key === "ArrowDown" || event.key === "Escape") this.#grid.viewport.focus();
    else if (!by) return;
    else if (event.altKey && heading && heading.dataset.column !== "name") this.#moveTo(heading.dataset.column, this.#headings.indexOf(heading) + by);
    else if (event.shiftKey && heading) this.#widen(heading, by * STEP);
    else if (!event.altKey && !event.shiftKey) this.#stops.at((this.#stops.indexOf(stop) + by) % this.#stops.length)?.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  #widen(heading, by) {
    const width = bounded(heading.offsetWidth + by);
    this.#setWidth(heading, width);
    this.#grid.tell("width", { column: heading.dataset.column, width });
  }
}

const bounded = (width) => Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));

function contentWidth(cell) {
  if (!cell) return 0;
  const range = document.createRange();
  range.selectNodeContents(cell);
  const style = getComputedStyle(cell);
  return range.getBoundingClientRect().width + parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
}

// The list in the dialog: a row is dragged to its new place; the arrows beside it do the same.
customElements.define(
  "carnet-column-list",
  class extends HTMLElement {
    #dragged = null;

    connectedCallback() {
      this.addEventListener("dragstart", (event) => {
        this.#dragged = event.target.closest("[draggable]");
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", this.#dragged.dataset.id);
        this.#dragged.toggleAttribute("data-dragging", true);
      });
      this.addEventListener("dragover", (event) => {
        if (!this.#dragged) return;
        event.preventDefault();
        this.#mark(event.clientY);
      });
      this.addEventListener("drop", (event) => {
        event.preventDefault();
        const to = this.#mark(event.clientY);
        const detail = JSON.stringify({ id: this.#dragged.dataset.id, to });
        this.dispatchEvent(new CustomEvent("dropped", { detail }));
      });
      this.addEventListener("dragend", () => {
        this.#dragged?.removeAttribute("data-dragging");
        this.#dragged = null;
        for (const row of this.#rows) row.removeAttribute("data-drop");
      });
    }

    get #rows() {
      return [...this.querySelectorAll("[data-id]")];
    }

    #mark(y) {
      const others = this.#rows.filter((row) => row !== this.#dragged);
      const index = others.findIndex((row) => {
        const box = row.getBoundingClientRect();
        return y < box.top + box.height / 2;
      });
      const to = Math.max(1, index < 0 ? others.length : index);
      for (const row of this.#rows) row.removeAttribute("data-drop");
      if (others[to]) others[to].dataset.drop = "before";
      else others.at(-1).dataset.drop = "after";
      return to;
    }
  },
);
