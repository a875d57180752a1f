// The field at the foot of a step: Enter adds a card and the field is free at once for the next. What was sent is seen
// above it until the server's cards have it; what was refused comes back into the field.
customElements.define(
  "carnet-card-composer",
  class extends HTMLElement {
    static observedAttributes = ["data-window"];
    #sent = new Map();
    #found = null;

    connectedCallback() {
      this.addEventListener("keydown", this);
      this.addEventListener("input", this);
      this.addEventListener("focusout", this);
      this.addEventListener("mousedown", this);
      this.addEventListener("click", this);
      this.watch = new MutationObserver((records) => this.#told(records));
      this.watch.observe(this, { subtree: true, attributes: true, childList: true, attributeFilter: ["data-answered", "data-typed"] });
    }

    disconnectedCallback() {
      for (const kind of ["keydown", "input", "focusout", "mousedown", "click"]) this.removeEventListener(kind, this);
      this.watch.disconnect();
      clearTimeout(this.timer);
    }

    get #input() {
      return this.querySelector("input");
    }

    get #list() {
      return this.querySelector("[role=listbox]");
    }

    // The server began anew and may never have heard of these; their key keeps them from being added twice.
    attributeChangedCallback(_name, before) {
      if (before) for (const act of this.#sent.values()) this.#tell("add", act);
    }

    #told(records) {
      const { answered } = this.querySelector(".board-added")?.dataset ?? {};
      for (const word of (answered ?? "").split(" ")) {
        const key = word.replace(/!$/, "");
        const act = this.#sent.get(key);
        if (act) this.#answered(key, act, word !== key);
      }
      if (records.some(({ target }) => target === this.#list)) this.#show();
    }

    #answered(key, act, isRefused) {
      this.#sent.delete(key);
      this.querySelector(`.board-adding > [data-key="${key}"]`)?.remove();
      if (isRefused && !this.#input.value) this.#input.value = act.text;
    }

    handleEvent(event) {
      if (event.type === "keydown") this.#key(event);
      else if (event.type === "input") this.#typed();
      else if (event.type === "focusout") this.#hide();
      else if (event.target.closest("[role=option]")) this.#pressed(event);
    }

    #key(event) {
      if (event.isComposing || event.target !== this.#input) return;
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (move && this.#isOpen) this.#walk(move);
      else if (event.key === "Enter") this.#add();
      else if (event.key === "Escape" && this.#isOpen) this.#hide();
      else if (event.key === "Escape") this.#input.blur();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    #typed() {
      clearTimeout(this.timer);
      const text = this.#input.value.trim();
      if (text.length < 2) return this.#hide();
      this.timer = setTimeout(() => this.#tell("look", { text }), 120);
      this.#show();
    }

    get #isOpen() {
      return this.#list.matches(":popover-open");
    }

    // The people whom the server found are shown for as long as they are those of what is typed.
    #show() {
      const isWanted = this.#list.dataset.typed === this.#input.value.trim() && this.#list.childElementCount > 0;
      if (!isWanted || document.activeElement !== this.#input) return this.#hide();
      if (!this.#isOpen) this.#list.showPopover();
      const box = this.querySelector(".board-composer-box").getBoundingClientRect();
      this.#list.style.width = `${box.width}px`;
      this.#list.style.left = `${box.left}px`;
      this.#list.style.top = `${Math.max(8, box.top - this.#list.offsetHeight - 4)}px`;
      this.#input.setAttribute("aria-expanded", "true");
    }

    #hide() {
      this.#choose(null);
      if (this.#isOpen) this.#list.hidePopover();
      this.#input?.setAttribute("aria-expanded", "false");
    }

    #walk(by) {
      const options = [...this.#list.children];
      const at = options.indexOf(this.#found) + (by > 0 || this.#found ? by : 0);
      this.#choose(options.at(at % options.length));
    }

    #choose(option) {
      this.#found?.removeAttribute("data-active");
      this.#found = option;
      if (!option) return this.#input?.removeAttribute("aria-activedescendant");
      option.setAttribute("data-active", "");
      option.scrollIntoView({ block: "nearest" });
      this.#input.setAttribute("aria-activedescendant", option.id);
    }

    #pressed(event) {
      event.preventDefault();
      if (event.type !== "click") return;
      this.#choose(event.target.closest("[role=option]"));
      this.#add();
    }

    #add() {
      const { value: contact = "", label, new: made } = this.#found?.dataset ?? {};
      const text = label ?? this.#input.value.trim();
      if (!text) return;
      const act = { key: crypto.randomUUID(), text, contact, isNew: made !== undefined };
      this.#sent.set(act.key, act);
      const line = document.createElement("li");
      line.dataset.key = act.key;
      line.textContent = text;
      this.querySelector(".board-adding").append(line);
      this.#input.value = "";
      this.#hide();
      this.#tell("add", act);
    }

    #tell(name, values) {
      this.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(values) }));
    }
  },
);
