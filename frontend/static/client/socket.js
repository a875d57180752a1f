// The window's socket: connects, connects again with growing pauses, and keeps what is typed meanwhile.
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8000;
const SILENCE_MS = 20000;
const ANSWER_MS = 8000;
const SESSION_OVER = 4403;

export class WindowSocket {
  // The page's files are of another version than the server's: the next move loads a whole page.
  outdated = false;
  #path;
  #on;
  #socket = null;
  #pause = FIRST_PAUSE_MS;
  #timer = 0;
  #heartbeat = 0;
  #isReady = false;
  #waiting = [];
  #build = null;

  constructor(path, on) {
    this.#path = path;
    this.#on = on;
    addEventListener("online", () => this.retry());
    addEventListener("offline", () => this.#on.state("offline"));
    addEventListener("pageshow", (event) => event.persisted && this.retry());
    document.addEventListener("visibilitychange", () => document.hidden || this.#check());
  }

  connect() {
    clearTimeout(this.#timer);
    const url = new URL(this.#path, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.onopen = () => {
      // Not in the socket's address: proxies log that, and the place may carry the token of a letter.
      socket.send(JSON.stringify({ type: "location", url: location.pathname + location.search }));
      this.#on.opened();
    };
    socket.onmessage = ({ data }) => socket === this.#socket && this.#received(JSON.parse(data));
    socket.onclose = ({ code }) => socket === this.#socket && this.#lost(code);
  }

  // Tries at once instead of waiting for the pause to end.
  retry() {
    if (this.#socket && this.#socket.readyState <= WebSocket.OPEN) return;
    this.#pause = FIRST_PAUSE_MS;
    this.connect();
  }

  // The page is drawn and its handlers are there: what waited can go, after what `refill` has to say.
  ready(refill) {
    const waiting = this.#waiting.splice(0);
    this.#isReady = true;
    this.#pause = FIRST_PAUSE_MS;
    this.#on.state("open");
    refill();
    for (const message of waiting) this.#send(message);
  }

  sendEvent(target, data, kind) {
    const message = { type: "layout-event", target, data: [data] };
    if (this.#isReady) return this.#send(message);
    // Of a field's changes only the last counts; the rest would come late and all at once.
    if (kind === "input" || kind === "location") {
      this.#waiting = this.#waiting.filter((other) => other.target !== target);
    }
    this.#waiting.push(message);
  }

  #send(message) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
    else this.#waiting.push(message);
  }

  #received(message) {
    if (message.build) {
      this.outdated = this.#build !== null && this.#build !== message.build;
      this.#build ??= message.build;
    }
    this.#listen();
    this.#on.message(message);
  }

  #lost(code) {
    clearTimeout(this.#heartbeat);
    this.#isReady = false;
    this.#on.state(navigator.onLine ? "lost" : "offline");
    if (code === SESSION_OVER) return; // the page is on its way to the sign-in page
    // Spread out, so that many windows do not all come back in the same instant.
    this.#timer = setTimeout(() => this.connect(), this.#pause * (0.75 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 1.7, LONGEST_PAUSE_MS);
  }

  #listen() {
    clearTimeout(this.#heartbeat);
    this.#heartbeat = setTimeout(() => this.#check(), SILENCE_MS);
  }

  // A socket whose network has gone can look open for minutes: ask, and give it up when nothing comes back.
  #check() {
    if (this.#socket?.readyState !== WebSocket.OPEN) return this.retry();
    this.#socket.send('{"type":"ping"}');
    clearTimeout(this.#heartbeat);
    const asked = this.#socket;
    this.#heartbeat = setTimeout(() => {
      asked.onclose = null;
      asked.close();
      if (asked === this.#socket) this.#lost();
    }, ANSWER_MS);
  }
}
