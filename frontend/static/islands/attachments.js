// Sends files that were chosen or dropped, a few at a time, and gives each to its contact, if it is for one, as soon as
// it is whole. It goes on while the window shows other pages.
import { Transfer } from "../imports/transfer.js";

const AT_ONCE = 3;
const REFUSED = { 413: "UPLOAD_OVERFLOW", 507: "DISK_FULL" };
const ADD = `mutation AddAttachments($input: AddAttachmentsInput!) {
  addAttachments(input: $input) { errors { code } }
}`;
const sendings = new Map(); // by key: they outlive the page that shows them
let chosen = 0;

class Sending extends EventTarget {
  transfer = null;
  state = "waiting"; // or sending, done, failed
  code = "";

  constructor(file) {
    super();
    this.file = file;
  }

  get part() {
    return this.transfer && this.file.size ? this.transfer.sent / this.file.size : 0;
  }

  begin({ url, id }, contact) {
    this.state = "sending";
    this.transfer = new Transfer(url, this.file);
    this.transfer.addEventListener("change", () => this.#changed(id, contact));
  }

  stop() {
    this.state = "stopped";
    this.transfer?.stop();
  }

  #changed(id, contact) {
    const { state, status } = this.transfer;
    if (this.state !== "sending") return;
    if (state === "done") contact ? this.#give(id, contact) : this.#end("done");
    else if (state === "unreadable") this.#end("failed", "UNREADABLE");
    else if (state === "refused") this.#end("failed", REFUSED[status] ?? "UPLOAD_OVER");
    else if (state === "unread") this.#end("failed", "STORAGE_UNAVAILABLE");
    else this.dispatchEvent(new Event("change"));
  }

  async #give(uploadId, contactId) {
    this.state = "giving";
    const body = JSON.stringify({ query: ADD, variables: { input: { contactId, uploadIds: [uploadId] } } });
    const headers = { "content-type": "application/json", accept: "application/json" };
    try {
      const answer = await (await fetch("/graphql", { method: "POST", headers, body })).json();
      const [error] = answer.data?.addAttachments?.errors ?? [{ code: "UPLOAD_OVER" }];
      this.#end(error ? "failed" : "done", error?.code ?? "");
    } catch {
      this.state = "sending";
      setTimeout(() => this.#changed(uploadId, contactId), 2000); // the connection is gone: once more
    }
  }

  #end(state, code = "") {
    this.state = state;
    this.code = code;
    this.dispatchEvent(new Event("change"));
    sendNext();
  }
}

const waiting = []; // functions that begin one
function sendNext() {
  const running = [...sendings.values()].filter(({ state }) => state === "sending" || state === "giving").length;
  for (const begin of waiting.splice(0, Math.max(0, AT_ONCE - running))) begin();
}

addEventListener("beforeunload", (event) => {
  if ([...sendings.values()].some(({ state }) => state !== "done" && state !== "failed")) event.preventDefault();
});

class CarnetAttachments extends HTMLElement {
  static observedAttributes = ["data-leaves"];
  #inside = 0;
  #zone = null;

  connectedCallback() {
    this.addEventListener("change", this);
    this.addEventListener("click", this);
    this.#zone = this.closest("section") ?? this;
    for (const type of DRAGS) this.#zone.addEventListener(type, this);
    queueMicrotask(() => this.isConnected && this.#begin());
  }

  disconnectedCallback() {
    for (const type of DRAGS) this.#zone?.removeEventListener(type, this);
    for (const sending of sendings.values()) sending.removeEventListener("change", this.#show);
  }

  attributeChangedCallback() {
    queueMicrotask(() => this.isConnected && this.#attach());
  }

  handleEvent(event) {
    if (event.type === "click") this.#click(event);
    else if (event.type !== "change") this.#drag(event);
    else {
      event.stopPropagation();
      this.#takeFrom(event.target);
    }
  }

  #begin() {
    this.#attach();
    const input = this.querySelector("input[type=file]");
    if (input?.files.length) this.#takeFrom(input); // chosen before this script was here
  }

  #takeFrom(input) {
    const files = [...input.files];
    input.value = "";
    this.#take(files);
  }

  #drag(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "dragenter") this.#inside += 1;
    else if (event.type === "dragleave") this.#inside -= 1;
    else if (event.type === "drop") this.#inside = 0;
    this.toggleAttribute("data-over", this.#inside > 0);
    if (event.type === "drop") this.#take([...event.dataTransfer.files]);
  }

  #take(files) {
    for (const file of files) {
      const key = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}-${(chosen += 1)}`;
      sendings.set(key, new Sending(file));
      this.#tell({ act: "pick", key, name: file.name.slice(-255), bytes: file.size });
    }
  }

  #click(event) {
    const key = event.target.closest("[data-stop]")?.dataset.stop;
    if (!key) return;
    sendings.get(key)?.stop();
    sendings.delete(key);
    this.#tell({ act: "stop", key });
    sendNext();
  }

  // Begins those that have an address now, and shows those that are on their way.
  #attach() {
    for (const leave of JSON.parse(this.dataset.leaves || "[]")) {
      const sending = sendings.get(leave.key);
      if (!sending) {
        // After a reload the browser no longer has the file.
        this.#tell({ act: "failed", key: leave.key, code: "UPLOAD_OVER" });
        continue;
      }
      sending.addEventListener("change", this.#show);
      if (sending.state === "waiting" && !sending.queued) {
        sending.queued = true;
        const { contact } = this.dataset;
        waiting.push(() => sending.state === "waiting" && sending.begin(leave, contact));
      }
    }
    sendNext();
    this.#show();
  }

  #show = () => {
    for (const line of this.querySelectorAll("[data-key]")) {
      const { key } = line.dataset;
      const sending = sendings.get(key);
      if (!sending) continue;
      const bar = line.querySelector("[role=progressbar]");
      bar?.style.setProperty("--part", sending.part);
      bar?.setAttribute("aria-valuenow", Math.floor(sending.part * 100));
      if (sending.state !== "done" && sending.state !== "failed") continue;
      sendings.delete(key);
      this.#tell({ act: sending.state, key, code: sending.code });
    }
  };

  #tell(detail) {
    this.dispatchEvent(new CustomEvent("act", { detail: JSON.stringify(detail) }));
  }
}

const DRAGS = ["dragenter", "dragover", "dragleave", "drop"];
customElements.define("carnet-attachments", CarnetAttachments);
