// Shows and hides a password, and says how strong a new one is. What is typed stays in the browser.
const COMMON = /^(?:pass ?word|motdepasse|qwerty|azerty|admin|welcome|bienvenue|benvenuto|letmein|carnet|123)/i;

customElements.define(
  "carnet-password",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", this);
      this.addEventListener("input", this);
    }

    disconnectedCallback() {
      this.removeEventListener("click", this);
      this.removeEventListener("input", this);
    }

    get words() {
      return JSON.parse(this.dataset.words);
    }

    handleEvent(event) {
      const button = event.target.closest(".password-reveal");
      if (event.type === "click" && button) this.#toggle(button);
      if (event.type === "input" && event.target.matches("input")) this.#judge(event.target);
    }

    #toggle(button) {
      const input = this.querySelector("input");
      const shown = input.type === "password";
      input.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
      button.title = shown ? this.words.hide : this.words.show;
    }

    #judge(input) {
      const meter = this.querySelector(".password-strength");
      if (!meter) return;
      const level = strength(input.value, neighbours(input), this.words.minimum);
      meter.dataset.level = level;
      const short = input.value.length < this.words.minimum;
      meter.querySelector(".password-verdict").textContent =
        input.value && short ? this.words.short : this.words.levels[level];
    }
  },
);

// The other texts of the form: a password made of the person's own name or address is easily guessed.
function neighbours(input) {
  const texts = [...(input.form?.elements ?? [])].filter((field) => field !== input && /^(?:text|email)$/.test(field.type));
  return texts.flatMap((field) => field.value.toLowerCase().split(/[^\p{L}\d]+/u)).filter((word) => word.length > 3);
}

// From 0 (nothing typed) to 4: by the bits of what is left when repetitions, runs and own words are taken out.
export function strength(password, own, minimum) {
  if (!password) return 0;
  let rest = password.toLowerCase();
  for (const word of own) rest = rest.replaceAll(word, "");
  rest = rest.replace(COMMON, "").replace(/(.{1,3})\1+/gu, "$1").replace(/(?:0?123456789?0?|abcdef\w*)/g, "1");
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  const bits = [...rest].length * (3 + kinds * 0.6);
  if (password.length < minimum || bits < 30) return 1;
  return bits < 48 ? 2 : bits < 66 ? 3 : 4;
}
