// A field for rich text: what is written in it stands, clean, in the textarea beside it, which is the form's own field.
import { place } from "./place.js";
import { cleaned, linkTo, paragraphs, written } from "../shared/rich_text.js";

const PAUSE_MS = 200;
// Longer texts are told at the submit only: each event of a field carries its whole text.
const TOLD_LENGTH = 100_000;
const EMPTY = "<p><br></p>";
const KEYS = { b: "bold", i: "italic", k: "link" };
const LISTS = { bullets: "insertUnorderedList", numbers: "insertOrderedList" };

class CarnetRichEditor extends HTMLElement {
  static observedAttributes = ["data-turn", "data-insert"];
  #pause = 0;
  #range = null;
  #undo = null;

  connectedCallback() {
    queueMicrotask(() => this.isConnected && this.#begin());
    document.addEventListener("selectionchange", this);
    addEventListener("carnet-leave", this);
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    document.removeEventListener("selectionchange", this);
    removeEventListener("carnet-leave", this);
    this.form?.removeEventListener("submit", this, true);
  }

  attributeChangedCallback(name, before, value) {
    if (!this.text) return;
    if (name === "data-turn") queueMicrotask(() => this.#fill());
    else if (value && value !== before) this.insert(JSON.parse(value).html);
  }

  handleEvent(event) {
    if (event.type === "selectionchange") return this.#selected();
    if (event.type === "submit") return this.#tell();
    // Who leaves right after the last key finds it again in the draft.
    if (event.type === "carnet-leave" || event.type === "blur") return this.#tellShort();
    const answer = { input: this.#typed, beforeinput: this.#before, keydown: this.#key, paste: this.#paste, click: this.#click, mousedown: this.#hold };
    answer[event.type].call(this, event);
  }

  // Puts markup where the caret was. By hand: the browser's own command for it writes styles, which our policy refuses.
  insert(html) {
    this.#focus(true);
    this.#change(() => put(this.text, getSelection().getRangeAt(0), html));
  }

  get #field() {
    return this.querySelector("textarea");
  }

  #begin() {
    if (this.text) return;
    this.text = this.querySelector("[contenteditable]");
    this.link = this.querySelector("[data-link]");
    this.form = this.closest("form");
    this.form?.addEventListener("submit", this, true);
    for (const type of ["input", "beforeinput", "keydown", "paste", "blur"]) this.text.addEventListener(type, this);
    for (const type of ["click", "mousedown", "keydown"]) this.addEventListener(type, this);
    document.execCommand("defaultParagraphSeparator", false, "p");
    this.#fill();
  }

  // Shows what the field holds: what was kept, or nothing after the text was sent.
  #fill() {
    this.text.innerHTML = cleaned(this.#field.value) || EMPTY;
    this.#range = null;
    this.#mark();
  }

  #mark() {
    const isEmpty = !this.text.textContent && !this.text.querySelector("li, blockquote") && this.text.children.length < 2;
    this.toggleAttribute("data-empty", isEmpty);
  }

  // While the text is on its way it stays as it is.
  #before(event) {
    if (this.closest("[data-sending]")) event.preventDefault();
    else this.#undo = null;
  }

  #undoChange() {
    this.text.innerHTML = this.#undo;
    this.#undo = null;
    this.#caretAtEnd();
    this.#typed();
  }

  #typed() {
    if (!this.text.firstChild) this.text.innerHTML = EMPTY;
    this.#mark();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#tellShort(), PAUSE_MS);
  }

  #tellShort() {
    if (this.text && this.text.innerHTML.length < TOLD_LENGTH) this.#tell();
  }

  #tell() {
    clearTimeout(this.#pause);
    const text = this.hasAttribute("data-empty") ? "" : written(this.text);
    const field = this.#field;
    if (field.value === text) return;
    field.value = text;
    if (text.length < TOLD_LENGTH) field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.target.closest("[role=toolbar]")) return this.#move(event);
    if (event.currentTarget !== this.text) return this.#linkKey(event);
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.key === "Enter") this.form?.requestSubmit();
    else if (mod && !event.shiftKey && event.key === "z" && this.#undo !== null) this.#undoChange();
    else if (mod && !event.shiftKey && KEYS[event.key.toLowerCase()]) this.#format(KEYS[event.key.toLowerCase()]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // Among the buttons one moves with the arrows; the tabulator leads past them.
  #move(event) {
    const buttons = [...event.target.closest("[role=toolbar]").querySelectorAll("button:not([hidden])")];
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -buttons.length, End: buttons.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = Math.min(Math.max(buttons.indexOf(event.target) + step, 0), buttons.length - 1);
    for (const [number, button] of buttons.entries()) button.tabIndex = number === at ? 0 : -1;
    buttons[at].focus();
  }

  #paste(event) {
    const { clipboardData } = event;
    const files = this.form?.querySelector("input[type=file]");
    if (clipboardData.files.length && files && !clipboardData.types.includes("text/html")) {
      event.preventDefault();
      files.files = clipboardData.files;
      files.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    event.preventDefault();
    const html = clipboardData.getData("text/html");
    const text = clipboardData.getData("text/plain");
    if (!html && !text.includes("\n")) document.execCommand("insertText", false, text);
    else this.insert(html || paragraphs(text));
  }

  // A press on a button leaves the caret where it is.
  #hold(event) {
    if (event.target.closest("[data-format], [data-put]")) event.preventDefault();
  }

  #click(event) {
    const link = event.target.closest("a");
    if (link && this.text.contains(link) && (event.ctrlKey || event.metaKey)) window.open(link.href, "_blank", "noopener");
    const button = event.target.closest("[data-format], [data-put], [data-link-act], [data-opens]");
    if (!button || !this.contains(button)) return;
    const { format, put, linkAct, opens } = button.dataset;
    if (format) this.#format(format);
    else if (put) this.#put(put, button);
    else if (linkAct) this.#setLink(linkAct);
    else this.#open(document.getElementById(opens), button);
  }

  #format(name) {
    this.#focus();
    if (name === "link") this.#askLink();
    else if (name === "quote") this.#quote();
    else document.execCommand(LISTS[name] ?? name);
    if (LISTS[name]) this.#freeLists();
    this.#selected();
  }

  // The browser may leave a list in the paragraph that it came from.
  #freeLists() {
    const { anchorNode, anchorOffset } = getSelection();
    const held = this.text.querySelectorAll("p > :is(ul, ol)");
    for (const list of held) list.parentElement.replaceWith(...list.parentElement.childNodes);
    if (held.length) getSelection().collapse(anchorNode, anchorOffset);
  }

  #quote() {
    this.#change(() => this.#turnQuote());
  }

  #turnQuote() {
    const range = getSelection().getRangeAt(0).cloneRange();
    const inside = this.#around("blockquote");
    if (inside) inside.replaceWith(...inside.childNodes);
    else {
      const chosen = [...this.text.children].filter((block) => range.intersectsNode(block));
      const quote = document.createElement("blockquote");
      chosen[0]?.before(quote);
      quote.append(...chosen);
    }
    return range;
  }

  // What the browser did not do itself it cannot undo: the text before is kept until the next key.
  #change(act) {
    this.#undo = this.text.innerHTML;
    this.#select(act());
    this.#typed();
  }

  #put(text, button) {
    button.closest("[popover]")?.hidePopover();
    this.#focus(true);
    document.execCommand("insertText", false, text);
  }

  #open(popup, button) {
    popup.showPopover();
    place(popup, button);
    popup.querySelector("input, button")?.focus({ preventScroll: true });
  }

  #askLink() {
    const there = this.#around("a");
    const input = this.link.querySelector("input");
    if (there) getSelection().selectAllChildren(there);
    this.#keepRange();
    input.value = there?.getAttribute("href") ?? "";
    input.removeAttribute("aria-invalid");
    this.link.querySelector("[data-link-act=remove]").hidden = !there;
    this.link.showPopover();
    place(this.link, this.querySelector("[data-format=link]"));
    input.focus();
  }

  #linkKey(event) {
    if (!this.link?.contains(event.target) || event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    event.stopPropagation();
    this.#setLink("set");
  }

  #setLink(act) {
    const input = this.link.querySelector("input");
    const href = act === "set" ? linkTo(input.value) : "";
    if (act === "set" && !href) {
      input.setAttribute("aria-invalid", "true");
      input.focus();
      return;
    }
    this.link.hidePopover();
    this.#focus(true);
    if (!href) document.execCommand("unlink");
    else if (getSelection().isCollapsed) this.insert(linked(href, input.value.trim()));
    else document.execCommand("createLink", false, href);
  }

  #selected() {
    if (!this.text || !this.#keepRange()) return;
    for (const button of this.querySelectorAll("[data-format]")) {
      const { format } = button.dataset;
      const isOn = format === "link" ? this.#around("a") : format === "quote" ? this.#around("blockquote") : document.queryCommandState(LISTS[format] ?? format);
      button.setAttribute("aria-pressed", String(Boolean(isOn)));
    }
  }

  #keepRange() {
    const selection = getSelection();
    const isHere = selection.rangeCount > 0 && this.text.contains(selection.anchorNode);
    if (isHere) this.#range = selection.getRangeAt(0).cloneRange();
    return isHere;
  }

  // Goes back to where the caret was; while it is there nothing is touched, as what was chosen for the next letters
  // would be lost.
  #focus(wasAway = document.activeElement !== this.text) {
    if (!wasAway) return;
    const range = this.#range;
    this.text.focus({ preventScroll: true });
    if (range && this.text.contains(range.startContainer)) this.#select(range);
    else this.#caretAtEnd();
  }

  #select(range) {
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  #caretAtEnd() {
    this.text.focus({ preventScroll: true });
    const selection = getSelection();
    selection.selectAllChildren(this.text.lastElementChild ?? this.text);
    selection.collapseToEnd();
  }

  #around(tag) {
    const node = getSelection().anchorNode;
    const found = (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest(tag);
    return found && this.text.contains(found) ? found : null;
  }
}

// Puts markup in the place of a range, clean: one paragraph into the line, several between what stands before and after.
// Returns the place behind it.
function put(text, range, html) {
  const made = document.createElement("div");
  made.innerHTML = cleaned(html);
  range.deleteContents();
  const isLine = made.children.length === 1 && made.firstChild.tagName === "P";
  const block = [...text.children].find((child) => child.contains(range.startContainer));
  const nodes = [...(isLine && block ? made.firstChild : made).childNodes];
  if (!nodes.length) return range;
  const last = nodes.at(-1);
  if (isLine && block) {
    if (block.innerHTML === "<br>") block.replaceChildren(...nodes);
    else for (const node of nodes.toReversed()) range.insertNode(node);
  } else between(text, range, block, nodes);
  const place = document.createRange();
  if (isLine && block) place.setStartAfter(last);
  else place.selectNodeContents(last);
  place.collapse(isLine && Boolean(block));
  return place;
}

function between(text, range, block, nodes) {
  if (!block) return text.append(...nodes);
  range.setEndAfter(block);
  const rest = range.extractContents();
  block.after(...nodes, rest);
  for (const half of [block, nodes.at(-1).nextElementSibling]) if (half && !half.textContent) half.remove();
}

function linked(href, text) {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  return `<p>${link.outerHTML}</p>`;
}

customElements.define("carnet-rich-editor", CarnetRichEditor);
