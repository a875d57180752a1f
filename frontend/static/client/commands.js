// What the server asks of the browser (frontend/hooks/browser.py and navigation.py).
import { moveOn } from "./steps.js";

const YEAR_SECONDS = 31536000;

export function answerCommands() {
  return { run: (command) => answers[command.name]?.(command) };
}

let leaving = false;
addEventListener("pageshow", () => (leaving = false));

const answers = {
  navigate({ url, replace }) {
    if (url === location.pathname + location.search) return;
    moveOn(url, replace);
  },
  title({ text }) {
    document.title = text;
  },
  focus({ id, select, lost }) {
    whenThere(id, (element) => {
      if (lost && document.activeElement !== document.body) return;
      element.focus();
      if (select) element.select?.();
    });
  },
  check({ id }) {
    whenThere(id, (element) => (element.checked = true));
  },
  scroll({ id }) {
    whenThere(id, (element) => element.scrollIntoView({ block: "nearest", inline: "nearest" }));
  },
  post({ url, fields }) {
    const form = document.createElement("form");
    form.method = "post";
    form.action = url;
    for (const [name, value] of Object.entries(fields)) form.append(hidden(name, value));
    document.body.append(form);
    form.submit();
    leaving = true;
  },
  load({ url }) {
    // Signing out ends the streams, which would lead to the sign-in page by another way.
    if (!leaving) location.assign(url);
  },
  save({ url }) {
    const link = document.createElement("a");
    link.href = url;
    link.download = "";
    link.click();
  },
  reload() {
    location.reload();
  },
  copy({ text }) {
    navigator.clipboard?.writeText(text);
  },
  theme({ theme }) {
    document.documentElement.dataset.theme = theme;
    remember("carnet_theme", theme);
  },
  locale({ locale }) {
    remember("carnet_locale", locale);
    location.reload();
  },
};

function hidden(name, value) {
  const input = document.createElement("input");
  input.type = "hidden";
  input.name = name;
  input.value = value;
  return input;
}

function remember(name, value) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}

// The element may come with the next update.
function whenThere(id, act) {
  const present = document.getElementById(id);
  if (present) return act(present);
  const observer = new MutationObserver(() => {
    const element = document.getElementById(id);
    if (!element) return;
    observer.disconnect();
    act(element);
  });
  observer.observe(document.getElementById("app"), { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), 3000);
}
