// A document's pages as pictures, true to its PDF. A new version is fetched in the background and takes the place of the
// old one page by page, once it is there.
const PAUSE_MS = 250;
const AGAIN_MS = 4000;

class CarnetBuilderPages extends HTMLElement {
  static observedAttributes = ["data-url", "data-version"];
  #shown = "";
  #timer = 0;
  #asking = null;

  connectedCallback() {
    // The first answers at once, those after it in a moment: one types on.
    this.#soon(0);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#soon(PAUSE_MS);
  }

  #soon(pause) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(), pause);
  }

  async #load() {
    const { url, version } = this.dataset;
    const wanted = `${url}#${version}`;
    if (!url || wanted === this.#shown) return;
    this.#asking?.abort();
    this.#asking = new AbortController();
    this.toggleAttribute("data-busy", true);
    try {
      const answer = await fetch(url, { signal: this.#asking.signal, headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const { pages } = await answer.json();
      const pictures = await Promise.all(pages.map((page) => picture(page, this.#asking.signal)));
      pictures.forEach((image, place) => (image.alt = this.#words(place + 1, pages.length)));
      this.replaceChildren(...pictures);
      this.#shown = wanted;
      this.toggleAttribute("data-busy", false);
      this.toggleAttribute("data-failed", false);
    } catch (error) {
      if (error.name === "AbortError") return;
      this.toggleAttribute("data-busy", false);
      this.toggleAttribute("data-failed", true);
      this.#soon(AGAIN_MS);
    }
  }

  #words(page, count) {
    return (this.dataset.words ?? "").replace("{page}", page).replace("{count}", count);
  }
}

async function picture(url, signal) {
  const image = new Image();
  image.className = "builder-page";
  image.src = url;
  await image.decode();
  signal.throwIfAborted();
  return image;
}
customElements.define("carnet-builder-pages", CarnetBuilderPages);
