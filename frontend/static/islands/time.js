// Keeps <time data-relative> true: "5 minutes ago" near, the date the server wrote when far. With data-relative="day" it
// is of a calendar day, and no finer than "today".
import { dayOf, dayWritten } from "../shared/calendar.js";

const UNITS = [["minute", 60], ["hour", 3600], ["day", 86400]];
const FAR_DAYS = 6;
const FAR_SECONDS = FAR_DAYS * 86400;

const written = new WeakMap();
const { words: said } = JSON.parse(document.querySelector("[data-settings]").dataset.settings);
const language = document.documentElement.lang || "en";
const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const withYear = new Intl.DateTimeFormat(language, { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });

function relative(time, now) {
  if (time.dataset.relative === "day") return near(dayWritten(time.dateTime), now) ?? ofAnotherYear(time.dateTime, now);
  const moment = Date.parse(time.dateTime);
  const seconds = (moment - now) / 1000;
  const distance = Math.abs(seconds);
  if (distance > FAR_SECONDS) return null;
  if (distance < 45) return said.now;
  const [unit, size] = UNITS.findLast(([, size]) => distance >= size) ?? UNITS[0];
  if (unit === "day") return near(dayOf(moment), now);
  return words.format(Math.round(seconds / size), unit);
}

function near(day, now) {
  const distance = day - dayOf(now);
  return Math.abs(distance) > FAR_DAYS ? null : words.format(distance, "day");
}

// The day that the server wrote is without its year.
function ofAnotherYear(day, now) {
  return Number(day.slice(0, 4)) === new Date(now).getFullYear() ? null : withYear.format(Date.parse(day));
}

function update(root) {
  const now = Date.now();
  for (const time of root.querySelectorAll("time[data-relative]")) {
    const text = time.firstChild;
    if (!text) continue;
    if (text.data !== written.get(text)?.shown) written.set(text, { given: text.data, shown: text.data });
    const known = written.get(text);
    known.shown = relative(time, now) ?? known.given;
    if (text.data !== known.shown) text.data = known.shown;
  }
}

let due = false;
const app = document.getElementById("app");
new MutationObserver(() => {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    update(app);
  });
}).observe(app, { childList: true, subtree: true, attributeFilter: ["datetime"] });
setInterval(() => update(app), 30000);
update(app);
