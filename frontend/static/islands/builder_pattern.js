// Dresses the lines of a draft: the server sends what is theirs alone, and once what all of them have in common.
export class Pattern {
  #lines;
  #pattern;
  #text = "";

  constructor(lines) {
    this.#lines = lines;
  }

  // Before anything of the nodes is painted.
  dress(nodes) {
    for (const node of nodes) {
      if (!(node instanceof Element)) continue;
      for (const line of within(node, ".builder-line")) this.#equip(line);
      for (const field of within(node, "[name]")) this.#field(field);
    }
  }

  get #known() {
    const text = this.#lines.getAttribute("pattern");
    if (text !== this.#text) this.#pattern = JSON.parse((this.#text = text));
    return this.#pattern;
  }

  #equip(line) {
    const fields = line.querySelector(".builder-fields");
    if (!fields || fields.querySelector("[data-handle]")) return;
    fields.prepend(made(this.#known.handle));
    fields.append(made(this.#known.acts));
  }

  #field(field) {
    const line = this.#lines.lineOf(field);
    if (!line || field.id) return;
    const { fields } = this.#known;
    const { name } = field;
    for (const [attribute, value] of Object.entries(fields[`${line.dataset.kind}.${name}`] ?? fields[name] ?? {})) field.setAttribute(attribute, value);
    field.autocomplete = "off";
    field.id = `line-${line.dataset.line}-${name}`;
    if (field.tagName === "SELECT") this.#options(field);
  }

  #options(select) {
    const chosen = select.dataset.tax ?? "";
    for (const [id, label, isArchived] of this.#known.taxes) {
      if (!isArchived || id === chosen) select.add(new Option(label, id, id === chosen, id === chosen));
    }
  }
}

function within(node, selector) {
  return [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)];
}

function made({ tagName, attributes = {}, children = [] }) {
  const node = document.createElement(tagName);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && name !== "key") node.setAttribute(name === "className" ? "class" : name, value === true ? "" : value);
  }
  node.append(...children.map((child) => (typeof child === "string" ? child : made(child))));
  return node;
}
