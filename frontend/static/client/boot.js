// Starts a window: opens its socket, draws what the server sends, and lets the islands in.
import { answerCommands } from "./commands.js";
import { describe } from "./events.js";
import { followLinks } from "./links.js";
import { apply } from "./patches.js";
import { mount, refill } from "./render.js";
import { WindowSocket } from "./socket.js";
import { ConnectionBar } from "./status.js";

// A reconnected window keeps what is on screen until the server has everything again, so that no field is rebuilt.
const LONGEST_RESTORE_MS = 4000;

const container = document.getElementById("app");
const settings = JSON.parse(container.dataset.settings);
const view = mount(container, (target, event) => socket.sendEvent(target, describe(event), event.type));
const bar = new ConnectionBar(settings.words, () => socket.retry());
const commands = answerCommands();

let model = { tagName: "" };
let restoring = false;
let restored = false;
let deadline = 0;

const socket = new WindowSocket(settings.socket, {
  opened: () => {
    restoring = true;
    clearTimeout(deadline);
    deadline = setTimeout(show, LONGEST_RESTORE_MS);
  },
  message: (message) => {
    if (message.patches) model = apply(model, message.patches);
    if (!restoring) view.draw(model);
    else if (!message.busy) show();
    for (const command of message.commands ?? []) commands.run(command);
  },
  state: (state) => bar.show(state),
});

function show() {
  clearTimeout(deadline);
  if (!restoring) return;
  restoring = false;
  view.draw(model);
  socket.ready(() => restored && refill(container));
  restored = true;
  document.documentElement.dataset.live = "";
}

followLinks((url) => socket.sendEvent("window:location", { url }, "location"), () => socket.outdated);
socket.connect();
import(settings.islands);
