// How far a transfer is, in the reader's language: "12.4 of 30.1 MB · 2.3 MB/s · 8 seconds left".
export function amounts({ sent, total, speed, state }, words) {
  const said = JSON.parse(words);
  const parts = [fill(said.of, { sent: number(sent / 1e6), total: unit(total / 1e6, "megabyte") })];
  if (state === "sending" && speed > 0) {
    parts.push(unit(speed / 1e6, "megabyte-per-second"));
    parts.push(fill(said.left, { time: duration((total - sent) / speed) }));
  }
  return parts.join(" · ");
}

const locale = () => document.documentElement.lang;

const number = (value) => new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

function unit(value, name) {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(locale(), { style: "unit", unit: name, ...digits }).format(value);
}

function duration(seconds) {
  const [value, name] = seconds < 60 ? [Math.max(1, seconds), "second"] : [seconds / 60, "minute"];
  const long = { style: "unit", unit: name, unitDisplay: "long", maximumFractionDigits: 0 };
  return new Intl.NumberFormat(locale(), long).format(Math.ceil(value));
}

const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
