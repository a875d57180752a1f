// The browser's half of the contacts grid (frontend/pages/contacts_grid): scrolling, ticks, the row in focus, columns.
// All of it answers at once; the server is told in one small event, and sends the rows that come into view.
import { readerTimeZone } from "../shared/calendar.js";
import { Columns } from "./grid_columns.js";
import { Cursor } from "./grid_cursor.js";
import { countHidden } from "./grid_labels.js";
import { Scroller } from "./grid_scroller.js";
import { Ticks } from "./grid_ticks.js";
import { View } from "./grid_view.js";

const WATCHED = ["data-total", "data-start", "data-jumps", "data-open", "data-epoch", "data-window"];

class CarnetGrid extends HTMLElement {
  connectedCallback() {
    // The children are drawn right after this element is put in place.
    queueMicrotask(() => this.isConnected && this.#begin());
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    this.scroller?.end();
    this.cursor?.end();
    this.viewport = null;
  }

  #begin() {
    if (this.viewport) return;
    this.viewport = this.querySelector(".grid-viewport");
    this.scroller = new Scroller(this);
    this.ticks = new Ticks(this);
    this.cursor = new Cursor(this);
    this.columns = new Columns(this);
    this.view = new View(this);
    this.observer = new MutationObserver(() => this.#changed());
    this.observer.observe(this, { childList: true, subtree: true, attributes: true, attributeFilter: WATCHED });
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("pointerover", (event) => inFull(event.target.closest("time:not([title])")));
    this.#changed();
  }

  #changed() {
    countHidden(this.rows);
    this.scroller.rowsChanged();
    this.ticks.rowsChanged();
    this.cursor.rowsChanged();
    this.view.rowsChanged();
  }

  columnsChanged() {
    countHidden(this.rows);
  }

  #clicked(event) {
    const asked = event.target.closest("[data-grid]")?.dataset.grid;
    if (asked === "everything") this.ticks.everything();
    else if (asked === "nothing") this.ticks.nothing();
    else if (event.target.closest(".grid-tick-cell")) this.ticks.clicked(event);
    else this.cursor.clicked(event);
  }

  get marks() {
    return this.querySelector(".grid-marks").dataset;
  }

  // The contact whose page one came back from.
  get backFrom() {
    return this.marks.back || null;
  }

  get openId() {
    return this.marks.open || null;
  }

  get rows() {
    return [...this.querySelector(".grid-rows").children];
  }

  row(id) {
    return id ? this.querySelector(`.grid-row[data-id="${CSS.escape(id)}"]`) : null;
  }

  tell(act, values = {}) {
    this.dispatchEvent(new CustomEvent("act", { detail: JSON.stringify({ act, ...values }) }));
  }
}

function inFull(time) {
  const style = { dateStyle: "full", timeStyle: "short", timeZone: readerTimeZone() };
  if (time) time.title = new Date(time.dateTime).toLocaleString(document.documentElement.lang, style);
}

customElements.define("carnet-grid", CarnetGrid);
