// Applies the server's patches (frontend/patches.py) to the tree of models. What a patch does not touch stays the same
// object, which is how the drawing knows what to leave alone.
export function apply(root, patches) {
  return patches.reduce((model, patch) => patched(model, patch, 0), root);
}

function patched(model, patch, depth) {
  if (depth === patch.at.length) return changed(model, patch);
  const place = patch.at[depth];
  const children = model.children.slice();
  children[place] = patched(children[place], patch, depth + 1);
  return { ...model, children };
}

function changed(model, patch) {
  if (patch.model !== undefined) return patch.model;
  const next = { ...model };
  if (patch.attributes) next.attributes = patch.attributes;
  if (patch.eventHandlers) next.eventHandlers = patch.eventHandlers;
  if (patch.children) next.children = patch.children.flatMap((run) => kept(run, model.children ?? []));
  return next;
}

// A run [first, last] keeps present children; anything else is a new child.
const kept = (run, children) => (Array.isArray(run) ? children.slice(run[0], run[1] + 1) : [run]);
