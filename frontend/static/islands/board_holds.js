// What was dropped stays where it was dropped until the server's cards say the same, or the server refuses.
export class Holds {
  #board;
  #held = new Map();
  #window;

  constructor(board) {
    this.#board = board;
    this.#window = board.dataset.window;
  }

  has(id) {
    return this.#held.has(id);
  }

  hold(mover, version) {
    const act = { card: mover.id, step: mover.step, before: mover.before, after: mover.after, version, key: crypto.randomUUID() };
    this.#held.set(mover.id, act);
    this.#board.tell("move", act);
  }

  // The card is dragged again before the server answered: the older move is answered to nobody.
  letGo(id) {
    this.#held.delete(id);
  }

  changed() {
    const answers = new Set((this.#board.marks.answered ?? "").split(" "));
    for (const [id, { key }] of [...this.#held]) {
      if (!answers.has(key)) continue;
      this.#held.delete(id);
      this.#board.layout.release(id);
      this.#board.answered(id);
    }
    this.#resend();
  }

  // A window that came back after a lost connection: the server may never have heard of these. The key keeps a move
  // from being made twice.
  #resend() {
    if (this.#board.dataset.window === this.#window) return;
    this.#window = this.#board.dataset.window;
    for (const act of this.#held.values()) this.#board.tell("move", act);
  }
}
