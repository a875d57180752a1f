// The way to a contact's own page: "View" on the row under the pointer, two clicks on a row, Enter on the one in focus.
// One link is moved from row to row; a row itself carries nothing for it.
export class View {
  #grid;
  #link;

  constructor(grid) {
    this.#grid = grid;
    this.#link = grid.querySelector(".grid-view");
    grid.viewport.addEventListener("pointerover", (event) => event.pointerType === "mouse" && this.#over(event.target));
    grid.viewport.addEventListener("scroll", () => this.#hide(), { passive: true });
    grid.viewport.addEventListener("dblclick", (event) => this.#twice(event));
    grid.addEventListener("pointerleave", () => this.#hide());
  }

  rowsChanged() {
    if (!this.#link.hidden) this.#hide();
  }

  // By way of the server, which may have a click on the row to answer yet: the last one is where one ends up.
  open(id) {
    dispatchEvent(new Event("carnet-leave"));
    this.#grid.tell("page", { id });
  }

  #over(target) {
    const row = target.closest(".grid-rows > .grid-row");
    if (!row) return this.#hide();
    this.#link.href = this.#link.dataset.base + row.dataset.id;
    const [frame, line, name] = [this.#grid, row, row.querySelector(".grid-name")].map((one) => one.getBoundingClientRect());
    this.#link.hidden = false;
    const left = Math.max(name.left, Math.min(name.right, frame.right) - this.#link.offsetWidth - 6);
    this.#link.style.translate = `${left - frame.left}px ${line.top - frame.top + (line.height - this.#link.offsetHeight) / 2}px`;
  }

  #hide() {
    this.#link.hidden = true;
  }

  #twice(event) {
    const row = event.target.closest(".grid-rows > .grid-row");
    if (!row || event.target.closest(".grid-tick-cell, a[target]")) return;
    document.getSelection().removeAllRanges();
    this.open(row.dataset.id);
  }
}
