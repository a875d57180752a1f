// Sends a file in pieces (tus 1.0, core protocol). A lost connection is waited for, and what the server already has is
// not sent again. It goes on while the window shows other pages.
const PIECE_BYTES = 2 * 1024 * 1024;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const SILENCE_MS = 30_000;
const SPEED_OVER_MS = 4000;
const MOST_READINGS = 3;
const FINAL = new Set([400, 401, 403, 404, 410, 413, 415, 507]);

class Refused extends Error {
  constructor(status) {
    super(`The server answered ${status}.`);
    this.status = status;
  }
}

class Unreadable extends Error {}

export class Transfer extends EventTarget {
  state = "sending"; // or lost, done, refused, unreadable, unread, stopped
  status = 0;
  sent = 0;
  #url;
  #file;
  #seen = [];
  #abort = () => {};
  #wake = () => {};

  constructor(url, file) {
    super();
    this.#url = url;
    this.#file = file;
    addEventListener("online", this);
    addEventListener("offline", this);
    this.#run();
  }

  get total() {
    return this.#file.size;
  }

  // Bytes a second over the last moments; 0 while nothing can be said.
  get speed() {
    const [first, last] = [this.#seen[0], this.#seen.at(-1)];
    return first && last.at > first.at ? ((last.sent - first.sent) * 1000) / (last.at - first.at) : 0;
  }

  stop() {
    this.#become("stopped");
    this.#abort();
    this.#wake();
  }

  handleEvent({ type }) {
    if (type === "online") this.#wake();
    else this.#abort();
  }

  async #run() {
    let pause = FIRST_PAUSE_MS;
    let readings = 0;
    while (this.#goesOn) {
      try {
        let offset = await this.#offset();
        while (offset < this.total && this.#goesOn) {
          this.#become("sending");
          offset = await this.#send(offset);
          pause = FIRST_PAUSE_MS;
        }
        if (this.#goesOn) this.#become("done");
      } catch (error) {
        if (!this.#goesOn) return;
        this.status = error.status ?? 0;
        if (error instanceof Unreadable) return this.#become("unreadable");
        if (FINAL.has(this.status)) return this.#become("refused");
        // All of it is there: what fails is the server's first look at it.
        if (this.sent >= this.total && this.status >= 500 && ++readings >= MOST_READINGS) return this.#become("unread");
        this.#become("lost");
        await this.#wait(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  get #goesOn() {
    return this.state === "sending" || this.state === "lost";
  }

  async #offset() {
    const answer = await this.#request("HEAD");
    const offset = Number(answer.getResponseHeader("Upload-Offset"));
    this.#moved(offset, true);
    return offset;
  }

  async #send(offset) {
    let piece;
    try {
      piece = await this.#file.slice(offset, offset + PIECE_BYTES).arrayBuffer();
    } catch {
      throw new Unreadable(); // moved, deleted or changed since it was chosen
    }
    const answer = await this.#request("PATCH", piece, offset);
    const next = Number(answer.getResponseHeader("Upload-Offset") ?? offset + piece.byteLength);
    this.#moved(next);
    return next;
  }

  #request(method, body = null, offset = 0) {
    return new Promise((answered, failed) => {
      const request = new XMLHttpRequest();
      let silence = 0;
      const listen = () => {
        clearTimeout(silence);
        silence = setTimeout(() => request.abort(), SILENCE_MS);
      };
      request.open(method, this.#url);
      request.setRequestHeader("Tus-Resumable", "1.0.0");
      if (body) {
        request.setRequestHeader("Upload-Offset", String(offset));
        request.setRequestHeader("Content-Type", "application/offset+octet-stream");
      }
      request.upload.addEventListener("progress", ({ loaded }) => {
        listen();
        this.#moved(offset + loaded);
      });
      request.addEventListener("loadend", () => {
        clearTimeout(silence);
        if (request.status >= 200 && request.status < 300) answered(request);
        else failed(new Refused(request.status));
      });
      this.#abort = () => request.abort();
      listen();
      request.send(body);
    });
  }

  #moved(sent, anew = false) {
    const at = performance.now();
    if (anew) this.#seen = [];
    this.#seen.push({ at, sent });
    while (at - this.#seen[0].at > SPEED_OVER_MS) this.#seen.shift();
    this.sent = sent;
    this.dispatchEvent(new Event("change"));
  }

  #become(state) {
    if (state === this.state) return;
    this.state = state;
    if (!this.#goesOn) {
      removeEventListener("online", this);
      removeEventListener("offline", this);
    }
    this.dispatchEvent(new Event("change"));
  }

  #wait(pause) {
    return new Promise((woken) => {
      this.#wake = woken;
      setTimeout(woken, pause);
    });
  }
}
