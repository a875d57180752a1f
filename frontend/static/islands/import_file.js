// Takes a file of contacts, chosen or dropped anywhere on the page, asks the server for its place and sends it there.
import { Transfer } from "../imports/transfer.js";
import { amounts } from "../imports/amounts.js";

const transfers = new Map(); // by address: they outlive the page that shows them
let chosen = null; // waits for its address

class CarnetImportFile extends HTMLElement {
  static observedAttributes = ["data-url"];
  #transfer = null;
  #inside = 0;
  #reading = false;

  connectedCallback() {
    this.addEventListener("change", this);
    this.addEventListener("click", this);
    for (const type of ["dragenter", "dragover", "dragleave", "drop"]) document.addEventListener(type, this);
    queueMicrotask(() => this.isConnected && this.#begin());
  }

  disconnectedCallback() {
    for (const type of ["dragenter", "dragover", "dragleave", "drop"]) document.removeEventListener(type, this);
    this.#transfer?.removeEventListener("change", this.#show);
  }

  attributeChangedCallback() {
    queueMicrotask(() => this.isConnected && this.#attach());
  }

  handleEvent(event) {
    if (event.type === "click") {
      if (event.target.closest("[data-stop]")) this.#stop();
      else if (event.target.closest("[data-reread]")) this.#reread();
    } else if (event.type !== "change") this.#drag(event);
    else if (event.target.type === "file") {
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
    const [file, another] = files;
    if (!file || this.#sends) return;
    const told = { name: file.name, size: file.size };
    if (another) this.#tell("several", told);
    else if (!file.size) this.#tell("empty", told);
    else if (file.size > Number(this.dataset.maxBytes)) this.#tell("large", told);
    else {
      chosen = file;
      if (!this.dataset.url) this.#tell("pick", told);
      else if (!this.#attach()) this.#tell("other", told);
    }
  }

  get #sends() {
    return this.#transfer?.state === "sending" || this.#transfer?.state === "lost";
  }

  // Shows the transfer to this address, or begins it with the file that was chosen for it.
  #attach() {
    const { url, name, size } = this.dataset;
    if (!url) return false;
    const fits = chosen && chosen.name === name && chosen.size === Number(size);
    let transfer = transfers.get(url);
    if (fits && (!transfer || !["sending", "lost", "done"].includes(transfer.state))) {
      transfer = new Transfer(url, chosen);
      transfers.set(url, transfer);
      chosen = null;
    }
    this.#transfer?.removeEventListener("change", this.#show);
    this.#transfer = transfer ?? null;
    transfer?.addEventListener("change", this.#show);
    this.#show();
    return Boolean(transfer);
  }

  #stop() {
    this.#transfer?.stop();
    transfers.delete(this.dataset.url);
    chosen = null;
  }

  #show = () => {
    const transfer = this.#transfer;
    const whole = Number(this.dataset.arrived) === Number(this.dataset.size);
    const state = this.#reading ? "done" : (transfer?.state ?? (whole ? "unread" : "waiting"));
    if (transfer) this.#measure(transfer);
    if (state === this.dataset.state) return;
    this.dataset.state = state;
    for (const part of this.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(state);
    if (state === "done" && !this.#reading) this.#tell("done", {});
    else if (state === "refused") this.#tell(transfer.status === 507 ? "full" : "refused", {});
  };

  // Asks the server to look once more at a file that is there as a whole.
  async #reread() {
    this.#reading = true;
    this.#show();
    const answer = await fetch(this.dataset.url, { method: "HEAD" }).catch(() => null);
    this.#reading = false;
    if (!this.isConnected) return;
    if (answer?.ok || answer?.status === 410) this.#tell("done", {});
    else this.#show();
  }

  #measure(transfer) {
    const bar = this.querySelector("[role=progressbar]");
    if (!bar) return;
    const part = transfer.total ? transfer.sent / transfer.total : 0;
    bar.style.setProperty("--part", part);
    bar.setAttribute("aria-valuenow", Math.floor(part * 100));
    const shown = this.querySelector("[data-amounts]");
    if (shown) shown.textContent = amounts(transfer, shown.dataset.amounts);
  }

  #tell(act, more) {
    this.dispatchEvent(new CustomEvent("act", { detail: JSON.stringify({ act, ...more }) }));
  }
}
customElements.define("carnet-import-file", CarnetImportFile);
