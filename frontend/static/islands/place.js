// Puts a popup under (or, without room, above) what it belongs to, inside the window.
const GAP = 4;
const MARGIN = 8;

export function place(popup, anchor, align = "start", width = null) {
  const box = anchor.getBoundingClientRect();
  if (width === "anchor") popup.style.width = `${box.width}px`;
  const { offsetWidth, offsetHeight } = popup;
  const below = innerHeight - box.bottom - GAP - MARGIN;
  const above = box.top - GAP - MARGIN;
  const up = offsetHeight > below && above > below;
  const left = align === "end" ? box.right - offsetWidth : box.left;
  popup.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - offsetWidth - MARGIN))}px`;
  popup.style.top = `${up ? Math.max(MARGIN, box.top - GAP - Math.min(offsetHeight, above)) : box.bottom + GAP}px`;
  popup.style.maxHeight = `${up ? above : below}px`;
}
