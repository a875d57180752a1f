// Colouring: a text as spans by the kind of its tokens.
export const PAINTED_AT_MOST = 200_000;

export function paint(element, tokens, marked = []) {
  const parts = [];
  let plain = "";
  const flush = () => {
    if (plain) parts.push(plain);
    plain = "";
  };
  for (const token of tokens) {
    const isMarked = marked.includes(token.start);
    if (!isMarked && (token.kind === "space" || token.kind === "other" || token.kind === "mark")) {
      plain += token.text;
      continue;
    }
    flush();
    const span = document.createElement("span");
    span.className = `paint-${token.kind}${isMarked ? " paint-pair" : ""}`;
    span.textContent = token.text;
    parts.push(span);
  }
  flush();
  element.replaceChildren(...parts, "\n");
}
