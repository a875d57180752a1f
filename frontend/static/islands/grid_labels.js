// Says how many labels of a row do not fit: they wrap below the edge of their cell.
// Rows out of view are not laid out until one asks: the width is read once, of the column, and only
// cells with several labels are asked at all.
export function countHidden(rows) {
  const all = rows.map((row) => row.querySelector(".grid-labels")).filter(Boolean);
  const width = all[0]?.clientWidth;
  const states = new Map(all.map((cell) => [cell, `${width} ${cell.textContent}`]).filter(([cell, state]) =>
    (cell.childElementCount > 1 || cell.dataset.more) && cell.dataset.counted !== state));
  const cells = [...states.keys()];
  for (const cell of cells) delete cell.dataset.more;
  const first = cells.map(hidden);
  cells.forEach((cell, place) => first[place] && (cell.dataset.more = `+${first[place]}`));
  // The number takes room of its own, which may leave none for one label more.
  const counts = cells.map((cell, place) => (first[place] ? hidden(cell) : 0));
  cells.forEach((cell, place) => {
    cell.dataset.counted = states.get(cell);
    if (!counts[place]) return cell.removeAttribute("title");
    cell.dataset.more = `+${counts[place]}`;
    cell.title = [...cell.children].map((label) => label.textContent).join(", ");
  });
}

const hidden = ({ children }) => [...children].filter((label) => label.offsetTop > children[0].offsetTop).length;
