// The row in focus, moved by keys and clicks. The grid itself keeps the browser's focus (rows come and go as one scrolls)
// and names the row to screen readers by aria-activedescendant.
const OPEN_AFTER_MS = 140;
const FIELDS = "input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable]";

export class Cursor {
  #grid;
  #id = null;
  #index = null;
  #cameBack = false;
  #followTimer = 0;

  constructor(grid) {
    this.#grid = grid;
    addEventListener("keydown", this);
    grid.viewport.addEventListener("focus", () => this.#index === null && !grid.viewport.matches(":active") && this.#move(grid.scroller.visible.first));
  }

  end() {
    removeEventListener("keydown", this);
    clearTimeout(this.#followTimer);
  }

  rowsChanged() {
    const { scroller, rows, openId } = this.#grid;
    const place = rows.findIndex((row) => row.dataset.id === this.#id);
    if (place >= 0) this.#index = scroller.start + place;
    else if (this.#index !== null) this.#id = rows[this.#index - scroller.start]?.dataset.id ?? null;
    if (openId !== this.openBefore) {
      this.openBefore = openId;
      if (openId && openId !== this.#id && this.#grid.row(openId)) this.#take(this.#grid.row(openId));
    }
    this.#comeBack();
    this.#paint();
  }

  // Back from a contact's page, one goes on from its row.
  #comeBack() {
    const { backFrom, viewport } = this.#grid;
    const row = this.#cameBack || this.#id ? null : this.#grid.row(backFrom);
    if (!row) return;
    this.#cameBack = true;
    this.#take(row);
    if (document.activeElement === document.body || document.activeElement?.id === "page") viewport.focus({ preventScroll: true });
  }

  clicked(event) {
    const row = event.target.closest(".grid-rows > .grid-row");
    if (!row || event.defaultPrevented || event.metaKey || event.ctrlKey || event.target.closest("a[target]")) return;
    if (event.shiftKey) return this.#extendTo(row);
    event.preventDefault();
    if (document.getSelection().toString()) return;
    this.#take(row);
    this.#grid.tell("open", { id: row.dataset.id });
  }

  handleEvent(event) {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog:modal, [popover]:popover-open")) return;
    const act = this.#meaning(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  #meaning(event) {
    const { key, target } = event;
    if (target.id === "contacts-search") return this.#inSearch(key);
    if (key === "Escape" && target.matches?.("#contact-card .combobox-input") && !target.value) return () => this.#close();
    if (target.matches?.(FIELDS) || event.altKey) return null;
    const command = event.ctrlKey || event.metaKey;
    if (this.#grid.columns.holds(target)) return null;
    if (command) return key === "a" && this.#isHome(target) ? () => this.#grid.ticks.toggleLoaded() : null;
    return this.#letter(key) ?? (this.#isHome(target) ? this.#arrow(event) : null);
  }

  #inSearch(key) {
    return key === "ArrowDown" || key === "Enter" ? () => this.#focus(this.#grid.scroller.visible.first) : null;
  }

  // Letters work wherever one is on the page, unless one types.
  #letter(key) {
    const { ticks, openId } = this.#grid;
    if (key === "j") return () => this.#focus(this.#next(1));
    if (key === "k") return () => this.#focus(this.#next(-1));
    if (key === "v" && this.#id) return () => this.#quickView();
    if (key === "x" && this.#id) return () => ticks.toggle(this.#id);
    if (key === "e" && this.#toEdit) return () => this.#grid.tell("edit", { id: this.#toEdit });
    if (key === "Escape" && openId) return () => this.#close();
    if (key === "Escape" && ticks.any) return () => ticks.nothing();
    return null;
  }

  // Whom `e` edits: the open contact once its card has no button for it yet, else the row in focus.
  get #toEdit() {
    return document.querySelector("#contact-card [data-keys=e]") ? null : (this.#grid.openId ?? this.#id);
  }

  #arrow({ key, shiftKey }) {
    const { scroller, ticks } = this.#grid;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: scroller.fitting - 1, PageUp: 1 - scroller.fitting };
    if (key in steps) {
      if (key === "ArrowUp" && !shiftKey && (this.#index ?? 0) === 0) return () => this.#grid.columns.enter();
      return shiftKey ? () => this.#extend(steps[key]) : () => this.#focus(this.#next(steps[key]));
    }
    if (key === "Home") return () => this.#focus(0);
    if (key === "End") return () => this.#focus(scroller.total - 1);
    if (key === " " && this.#id) return () => ticks.toggle(this.#id);
    if (key === "Enter" && this.#id) return () => this.#grid.view.open(this.#id);
    return null;
  }

  #isHome(target) {
    return target === document.body || target.id === "page" || target === this.#grid.viewport || this.#grid.querySelector(".grid-rows").contains(target);
  }

  #next(by) {
    if (this.#index === null) return this.#grid.scroller.visible.first;
    return this.#index + by;
  }

  #focus(index) {
    this.#grid.viewport.focus({ preventScroll: true });
    this.#move(index);
  }

  #move(index) {
    const { scroller, rows } = this.#grid;
    if (!scroller.total) return;
    this.#index = Math.max(0, Math.min(index, scroller.total - 1));
    this.#id = rows[this.#index - scroller.start]?.dataset.id ?? null;
    scroller.show(this.#index);
    this.#paint();
    this.#follow();
  }

  #take(row) {
    const { scroller, rows } = this.#grid;
    this.#id = row.dataset.id;
    this.#index = scroller.start + rows.indexOf(row);
    scroller.show(this.#index);
    this.#paint();
  }

  // An open card goes along with the row in focus.
  #follow() {
    clearTimeout(this.#followTimer);
    if (!this.#grid.openId) return;
    this.#followTimer = setTimeout(() => {
      const { openId } = this.#grid;
      if (openId && this.#id && this.#id !== openId) this.#grid.tell("open", { id: this.#id, replace: true });
    }, OPEN_AFTER_MS);
  }

  #extend(by) {
    const from = this.#index ?? this.#grid.scroller.visible.first;
    this.#focus(from + by);
    this.#grid.ticks.span(from, this.#index);
  }

  #extendTo(row) {
    const from = this.#index;
    this.#take(row);
    this.#grid.ticks.span(from ?? this.#index, this.#index);
  }

  #quickView() {
    if (this.#id === this.#grid.openId) document.getElementById("contact-card")?.focus();
    else this.#grid.tell("open", { id: this.#id });
  }

  #close() {
    this.#grid.viewport.focus({ preventScroll: true });
    this.#grid.tell("open", { id: null });
  }

  #paint() {
    const { viewport, rows, openId } = this.#grid;
    for (const row of rows) {
      row.toggleAttribute("data-active", row.dataset.id === this.#id);
      row.toggleAttribute("data-opened", row.dataset.id === openId);
    }
    const active = this.#grid.row(this.#id);
    if (active) viewport.setAttribute("aria-activedescendant", active.id);
    else viewport.removeAttribute("aria-activedescendant");
  }
}
