// A list of documents: arrows (or j and k) move among its rows, x ticks one, shift and a click tick a span. What is ticked
// is the browser's alone, until something is done with it: then `act` tells which.
class CarnetDocumentTicks extends HTMLElement {
  #last = null;

  connectedCallback() {
    document.addEventListener("keydown", this);
    this.addEventListener("click", this);
    this.watching = new MutationObserver(() => this.#paint());
    this.watching.observe(this, { childList: true, subtree: true });
    this.#paint();
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this);
    this.watching.disconnect();
  }

  handleEvent(event) {
    if (event.type === "keydown") return this.#pressed(event);
    const box = event.target.closest("input[type=checkbox]");
    if (box) this.#ticked(box, event.shiftKey);
    const act = event.target.closest("[data-tick]")?.dataset.tick;
    if (act === "none") this.#set(this.#boxes, false);
    else if (act) this.dispatchEvent(new CustomEvent("act", { detail: JSON.stringify({ act, ids: this.#ids }) }));
  }

  get #boxes() {
    return [...this.querySelectorAll("li input[type=checkbox]")];
  }

  get #ids() {
    return this.#boxes.filter((box) => box.checked).map((box) => box.value);
  }

  #ticked(box, span) {
    const boxes = this.#boxes;
    const [from, to] = [boxes.indexOf(this.#last), boxes.indexOf(box)].sort((one, other) => one - other);
    if (span && from >= 0) this.#set(boxes.slice(from, to + 1), box.checked);
    this.#last = box;
    this.#paint();
  }

  #set(boxes, on) {
    boxes.forEach((box) => (box.checked = on));
    this.#paint();
  }

  #paint() {
    const bar = this.querySelector(".document-bar");
    if (!bar) return;
    const count = this.#ids.length;
    if (bar.hidden !== !count) bar.hidden = !count;
    const words = bar.dataset.words.replace("{count}", count);
    if (bar.dataset.said !== words) bar.dataset.said = words;
    this.toggleAttribute("data-any", count > 0);
  }

  #pressed(event) {
    const busy = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable], dialog, .menu, .popover");
    if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...this.querySelectorAll("[data-row]")];
    const at = links.findIndex((link) => link.closest("li").contains(document.activeElement));
    if (event.key === "x" && at >= 0) {
      links[at].closest("li").querySelector("input[type=checkbox]")?.click();
    } else {
      const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1 }[event.key];
      if (to === undefined || !links.length) return;
      links[Math.min(Math.max(to, 0), links.length - 1)].focus();
    }
    event.preventDefault();
  }
}
customElements.define("carnet-document-ticks", CarnetDocumentTicks);
