// Fetches a file that the server makes while it is sent, shows how much has arrived, and saves it when it is whole.
const TELL_EVERY_MS = 250;

class CarnetDownload extends HTMLElement {
  static observedAttributes = ["data-url"];
  #stop = null;

  attributeChangedCallback(_, before, url) {
    if (url && url !== before) this.#fetch(url);
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  async #fetch(url) {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.style.removeProperty("--received");
    try {
      const response = await fetch(url, { signal: stop.signal, cache: "no-store" });
      if (!response.ok) return this.#tell({ act: "refused", ...(await refusalOf(response)) });
      const parts = await this.#read(response.body.getReader());
      save(new Blob(parts, { type: response.headers.get("content-type") }), this.dataset.filename);
      this.#tell({ act: "done" });
    } catch (error) {
      if (!stop.signal.aborted) this.#tell({ act: "failed" });
    }
  }

  async #read(reader) {
    const parts = [];
    let [bytes, told] = [0, 0];
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      parts.push(value);
      bytes += value.length;
      if (performance.now() - told > TELL_EVERY_MS) {
        told = performance.now();
        this.style.setProperty("--received", JSON.stringify(megabytes(bytes)));
      }
    }
    return parts;
  }

  #tell(detail) {
    this.dispatchEvent(new CustomEvent("act", { detail: JSON.stringify(detail) }));
  }
}

function megabytes(bytes) {
  const format = { style: "unit", unit: "megabyte", minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(document.documentElement.lang, format).format(bytes / 1e6);
}

async function refusalOf(response) {
  const body = await response.json().catch(() => null);
  const { code = "INVALID", parameters = [] } = body?.errors?.[0] ?? {};
  return { code, ...Object.fromEntries(parameters.map(({ name, value }) => [name, value])) };
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

customElements.define("carnet-download", CarnetDownload);
