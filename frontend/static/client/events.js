// What the server is told of an event: the few fields that handlers read. (ReactPy's own client walks the event and the
// DOM ten levels deep; a key typed beside a 100-row table was 19 MB.)
const PLAIN = ["key", "code", "altKey", "ctrlKey", "metaKey", "shiftKey", "repeat"];

export function describe(event) {
  const told = { type: event.type, target: element(event.target), currentTarget: element(event.currentTarget) };
  for (const name of PLAIN) if (event[name]) told[name] = event[name];
  if (event instanceof MouseEvent) Object.assign(told, { button: event.button, clientX: event.clientX, clientY: event.clientY });
  if (event instanceof MouseEvent && event.detail > 1) told.clicks = event.detail; // the second of a double-click
  if (typeof event.detail === "string") told.detail = event.detail;
  if (event.type === "submit") told.values = fields(event.target);
  return told;
}

function element(node) {
  if (!(node instanceof Element)) return {};
  const told = {};
  if (node.id) told.id = node.id;
  if (node.name && typeof node.name === "string") told.name = node.name;
  if (node.matches("input, textarea, select, button")) told.value = node.value;
  if (node.type === "checkbox" || node.type === "radio") told.checked = node.checked;
  if (node.dataset && Object.keys(node.dataset).length) told.dataset = { ...node.dataset };
  return told;
}

function fields(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string"));
}
