// Sends a chosen or dropped file straight to the upload route: asks the server for a place first, then shows progress.
const refusal = (request) => {
  const error = request.response?.errors?.[0];
  const parameters = error?.parameters ?? [];
  return error ? { code: error.code, names: parameters.map(({ name }) => name), values: parameters.map(({ value }) => value) } : {};
};

class CarnetUpload extends HTMLElement {
  static observedAttributes = ["data-url"];
  #file = null;

  connectedCallback() {
    this.addEventListener("change", (event) => {
      event.stopPropagation();
      this.#pick(event.target.files?.[0]);
      event.target.value = "";
    });
    this.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.dataset.over = "";
    });
    this.addEventListener("dragleave", () => delete this.dataset.over);
    this.addEventListener("drop", (event) => {
      event.preventDefault();
      delete this.dataset.over;
      this.#pick(event.dataTransfer.files[0]);
    });
    if (this.dataset.pastes !== undefined) addEventListener("paste", this);
  }

  disconnectedCallback() {
    removeEventListener("paste", this);
  }

  // An image that is pasted into no field is for the one place of the page that asks for it.
  handleEvent(event) {
    const image = [...(event.clipboardData?.files ?? [])].find((file) => file.type.startsWith("image/"));
    if (!image || event.target.closest?.("input, textarea, [contenteditable]") || document.querySelector("dialog:modal")) return;
    event.preventDefault();
    this.#pick(image);
  }

  attributeChangedCallback(_, before, url) {
    if (url && url !== before && this.#file) this.#send(url);
  }

  #pick(file) {
    if (!file) return;
    if (file.size > Number(this.dataset.maxBytes)) return this.#tell({ act: "too_large" });
    this.#file = file;
    this.#tell({ act: "pick", name: file.name });
  }

  #send(url) {
    const form = new FormData();
    form.append("file", this.#file);
    this.#file = null;
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => this.#progress(event.loaded / event.total));
    request.addEventListener("loadend", () => {
      this.#progress(null);
      const uploadId = request.status < 300 ? request.response?.uploadId : null;
      this.#tell(uploadId ? { act: "done", uploadId } : { act: "failed", status: request.status, ...refusal(request) });
    });
    request.send(form);
  }

  #progress(part) {
    this.toggleAttribute("data-sending", part !== null);
    this.style.setProperty("--progress", part ?? 0);
  }

  #tell(detail) {
    this.dispatchEvent(new CustomEvent("act", { detail: JSON.stringify(detail) }));
  }
}
customElements.define("carnet-upload", CarnetUpload);
