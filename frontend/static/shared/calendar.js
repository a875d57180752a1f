// The reader's calendar: days begin and end by the clock that the server groups and writes them by, wherever the device
// is. Before anybody signed in there is no such clock, and the device's is taken.
const DAY_MS = 86400000;

const calendars = new Map();

export function readerTimeZone() {
  return calendar().resolvedOptions().timeZone;
}

// The number of the day on which a moment (in milliseconds) falls; days that follow each other have numbers that do.
export function dayOf(moment) {
  const { year, month, day } = Object.fromEntries(calendar().formatToParts(moment).map(({ type, value }) => [type, +value]));
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

// The number of a calendar day, written as 2026-11-22.
export function dayWritten(date) {
  return Date.parse(date) / DAY_MS;
}

function calendar() {
  const timeZone = document.querySelector("[data-time-zone]")?.dataset.timeZone;
  if (!calendars.has(timeZone)) calendars.set(timeZone, calendarOf(timeZone));
  return calendars.get(timeZone);
}

function calendarOf(timeZone) {
  const parts = { year: "numeric", month: "numeric", day: "numeric" };
  try {
    return new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { timeZone, ...parts });
  } catch {
    return new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", parts); // a zone that this browser does not know yet
  }
}
