// Rich text kept simple: paragraphs, bold, italic, links, lists and quotes, and nothing else, whatever was pasted. What
// is written is read by the same rules; the server cleans it once more.
const DROPPED = new Set(["SCRIPT", "STYLE", "HEAD", "TITLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "OBJECT", "SELECT", "TEXTAREA", "BUTTON"]);
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE CENTER DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR MAIN NAV P PRE SECTION TABLE TR".split(" "),
);
const LINK = /^(https?:\/\/|mailto:|tel:)/i;
const ADDRESS = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/;
const BOLD = /font-weight:\s*(bold|[6-9]00)/i;
const PLAIN = /font-weight:\s*(normal|[1-4]00)/i;
const ITALIC = /font-style:\s*(italic|oblique)/i;
const DEEPEST = 60;

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

// A link as it may stand in a message, "" for one that may not. What looks like an address gets what is missing.
export function linkTo(typed) {
  const text = typed.trim();
  if (!text) return "";
  if (LINK.test(text)) return text;
  if (ADDRESS.test(text)) return `mailto:${text}`;
  return /^[a-z][a-z0-9+.-]*:/i.test(text) || !/^[^\s]+\.[^\s]+$/.test(text) ? "" : `https://${text}`;
}

class Writer {
  out = "";
  #run = "";
  #marks = [];
  #items = 0; // how many list items are open

  walk(parent, depth = 0) {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.#text(node);
      else if (node.nodeType === Node.ELEMENT_NODE && !DROPPED.has(node.tagName) && depth < DEEPEST) this.#element(node, depth + 1);
    }
  }

  // Ends the paragraph, with what is open in it; the next one opens it again.
  flush() {
    const run = this.#run.replace(/<br>$/, (mark, at) => (at === this.#opening.length ? mark : ""));
    const closing = this.#marks.map(({ tag }) => `</${tag}>`).reverse().join("");
    if (/<br>|[^\s]/.test(run.replace(/<(?!br>)[^>]*>/g, ""))) {
      const written = run.replace(/^\s+|\s+$/g, "") + closing;
      this.out += this.#items ? (this.out.endsWith("<li>") ? written : `<br>${written}`) : `<p>${written}</p>`;
    }
    this.#run = this.#opening;
  }

  get #opening() {
    return this.#marks.map(({ open }) => open).join("");
  }

  #text(node) {
    const text = node.data.replace(/[\t\n\r ]+/g, " ").replace(/\u200b/g, "");
    this.#run += escaped(node.parentElement?.closest("pre") ? node.data : text).replace(/\n/g, "<br>");
  }

  #element(node, depth) {
    const name = node.tagName;
    if (name === "BR") this.#run += "<br>";
    else if (name === "UL" || name === "OL") this.#around(node, name.toLowerCase(), depth, 0);
    else if (name === "LI") this.#item(node, depth);
    else if (name === "BLOCKQUOTE") this.#around(node, "blockquote", depth, -this.#items);
    else if (BLOCKS.has(name)) {
      this.flush();
      this.walk(node, depth);
      this.flush();
    } else this.#inline(node, depth);
    if (name === "TD" || name === "TH") this.#run += " ";
  }

  #around(node, tag, depth, items) {
    this.flush();
    this.out += `<${tag}>`;
    this.#items += items;
    this.walk(node, depth);
    this.flush();
    this.#items -= items;
    this.out += `</${tag}>`;
  }

  #item(node, depth) {
    this.flush();
    this.out += "<li>";
    this.#items += 1;
    this.walk(node, depth);
    this.flush();
    this.#items -= 1;
    this.out += "</li>";
  }

  #inline(node, depth) {
    const marks = marksOf(node).filter(({ tag }) => !this.#marks.some((open) => open.tag === tag));
    for (const mark of marks) {
      this.#marks.push(mark);
      this.#run += mark.open;
    }
    this.walk(node, depth);
    for (const mark of marks.reverse()) {
      this.#marks.pop();
      this.#run = this.#run.endsWith(mark.open) ? this.#run.slice(0, -mark.open.length) : `${this.#run}</${mark.tag}>`;
    }
  }
}

function marksOf(node) {
  const style = node.getAttribute("data-style") ?? "";
  const marks = [];
  if (node.tagName === "A") {
    const href = node.getAttribute("href") ?? "";
    if (LINK.test(href)) marks.push({ tag: "a", open: `<a href="${escaped(href)}">` });
  }
  if (BOLD.test(style) || (["B", "STRONG"].includes(node.tagName) && !PLAIN.test(style))) marks.push({ tag: "strong", open: "<strong>" });
  if (ITALIC.test(style) || ["I", "EM"].includes(node.tagName)) marks.push({ tag: "em", open: "<em>" });
  return marks;
}

// What stands in an element, by the rules above.
export function written(element) {
  const writer = new Writer();
  writer.walk(element);
  writer.flush();
  return writer.out.replace(/<(ul|ol|blockquote)><\/\1>/g, "");
}

// Markup of anybody, by the same rules. It is read in a document of its own, which runs and loads nothing. What our
// policy would report even there is renamed or left out before.
export function cleaned(markup) {
  const quiet = markup
    .replace(/<(style|script)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)\s*=/gi, "$1data-$2="));
  return written(new DOMParser().parseFromString(quiet, "text/html").body);
}

export function paragraphs(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part).replace(/\n/g, "<br>")}</p>`)
    .join("");
}
