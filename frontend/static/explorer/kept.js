// What this browser remembers of the explorer for one account: the open text, and what was run. Never a token.
const ENTRIES_AT_MOST = 50;

export class Kept {
  constructor(scope) {
    this.key = `carnet.explorer.${scope}`;
  }

  read() {
    try {
      return { history: [], ...JSON.parse(localStorage.getItem(this.key) ?? "{}") };
    } catch {
      return { history: [] };
    }
  }

  write(changes) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ ...this.read(), ...changes }));
    } catch {
      // A full or forbidden store costs the memory, not the work.
    }
  }

  // The newest first; running the same again moves it to the front.
  remember(entry) {
    const same = (other) => other.query === entry.query && other.variables === entry.variables;
    const others = this.read().history.filter((other) => !same(other));
    this.write({ history: [entry, ...others].slice(0, ENTRIES_AT_MOST) });
  }

  forget() {
    this.write({ history: [] });
  }
}
