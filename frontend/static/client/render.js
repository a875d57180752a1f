// Draws the tree of models with Preact. A node whose model is the same object as before is not looked at again, so that
// a change costs what it changes, however long the page is.
import { Component, Fragment, createElement, render } from "../preact/preact.js";

export function mount(container, send) {
  return { draw: (model) => render(createElement(Node, { model, send }), container) };
}

class Node extends Component {
  shouldComponentUpdate(next) {
    return next.model !== this.props.model;
  }

  componentDidMount() {
    if (this.props.model.attributes?.["data-autofocus"] === undefined) return;
    const element = this.base;
    if (!element.closest("dialog, [popover]")) queueMicrotask(() => element.focus());
  }

  render({ model, send }) {
    // Without a key of its own an element is known by its place: left to itself, Preact would match it with a neighbour
    // when the one before it comes or goes, and a field beside a condition would lose its text.
    const children = (model.children ?? []).map((child, place) =>
      typeof child === "string" ? child : createElement(Node, { model: child, send, key: child.attributes?.key ?? `#${place}` }),
    );
    return createElement(model.tagName || Fragment, model.tagName ? properties(model, send) : null, ...children);
  }
}

function properties(model, send) {
  const { key, ...result } = model.attributes ?? {};
  for (const [name, handler] of Object.entries(model.eventHandlers ?? {})) {
    result[name] = (event) => {
      if (handler.preventDefault) event.preventDefault();
      if (handler.stopPropagation) event.stopPropagation();
      send(handler.target, event);
    };
  }
  return result;
}

// Tells a server that knows nothing of this window's typing yet what stands in the fields.
export function refill(container) {
  for (const field of container.querySelectorAll("input, textarea, select")) {
    if (!altered(field)) continue;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function altered(field) {
  if (field.type === "file" || field.closest("[data-transient]")) return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.tagName === "SELECT") return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return field.value !== field.defaultValue;
}
