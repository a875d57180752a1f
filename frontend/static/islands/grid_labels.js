// Says how many labels of a row do not fit: they wrap below the edge of their cell.
export function countHidden(rows) {
  const cells = rows.map((row) => row.querySelector(".grid-labels")).filter((cell) => cell && cell.dataset.counted !== state(cell));
  for (const cell of cells) delete cell.dataset.more;
  const first = cells.map(hidden);
  cells.forEach((cell, place) => first[place] && (cell.dataset.more = `+${first[place]}`));
  // The number takes room of its own, which may leave none for one label more.
  const counts = cells.map((cell, place) => (first[place] ? hidden(cell) : 0));
  cells.forEach((cell, place) => {
    cell.dataset.counted = state(cell);
    if (!counts[place]) return cell.removeAttribute("title");
    cell.dataset.more = `+${counts[place]}`;
    cell.title = [...cell.children].map((label) => label.textContent).join(", ");
  });
}

const hidden = ({ children }) => [...children].filter((label) => label.offsetTop > children[0].offsetTop).length;
const state = (cell) => `${cell.clientWidth} ${cell.textContent}`;
