// Shows the beginning of a text file as text, whatever it says: nothing in it is ever markup.
const MOST_BYTES = 256 * 1024;

class CarnetTextView extends HTMLElement {
  connectedCallback() {
    this.#read(this.dataset.url);
  }

  async #read(url) {
    try {
      const answer = await fetch(url, { headers: { range: `bytes=0-${MOST_BYTES - 1}` } });
      if (!answer.ok) throw new Error(answer.status);
      const charset = /charset=([\w-]+)/.exec(answer.headers.get("content-type"))?.[1] ?? "utf-8";
      this.textContent = new TextDecoder(charset).decode(await answer.arrayBuffer());
      const whole = Number(answer.headers.get("content-range")?.split("/")[1] ?? 0);
      this.toggleAttribute("data-cut", whole > MOST_BYTES);
    } catch {
      this.toggleAttribute("data-lost", true);
    }
  }
}
customElements.define("carnet-text-view", CarnetTextView);
