// The explorer's workbench: puts editors, results, history and snippets into the places that the page left for them.
import { copy, say } from "../shared/clipboard.js";
import { CodeEditor } from "./code_editor.js";
import { complete } from "./completion.js";
import { CompletionBox } from "./completion_box.js";
import { Kept } from "./kept.js";
import { graphqlTokens, jsonTokens, operationAt } from "./language.js";
import { Past } from "./past.js";
import { Results } from "./results.js";
import { readSchema } from "./schema_index.js";
import { SNIPPETS } from "./snippets.js";
import { Stream } from "./stream.js";
import { tidy } from "./tidy.js";
import { request } from "./transport.js";

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 8000;
// How sockets end that nobody meant to end: no status, lost, the server leaves or starts again.
const LOST = new Set(["1001", "1005", "1006", "1012"]);

export class Bench {
  #stream = null;
  #again = 0;
  #running = null;

  constructor(root) {
    this.root = root;
    this.url = root.dataset.url;
    this.words = JSON.parse(root.dataset.words);
    this.examples = JSON.parse(root.dataset.examples);
    this.kept = new Kept(root.dataset.scope);
    this.#furnish();
    root.addEventListener("click", this);
    root.addEventListener("input", this);
    this.#showTab("below", "variables");
    this.#showTab("answer", "result");
    this.#load();
  }

  close() {
    this.root.removeEventListener("click", this);
    this.root.removeEventListener("input", this);
    this.#stop();
  }

  handleEvent(event) {
    const control = event.target.closest("[data-act]");
    if (event.type === "click" && control) this.#act(control.dataset.act, control);
    if (event.type === "input" && event.target.matches("[data-part=token]")) this.#draw();
  }

  place(name) {
    return this.root.querySelector(`[data-part="${name}"]`);
  }

  get token() {
    return this.place("token").value.trim();
  }

  #furnish() {
    const saved = this.kept.read();
    const first = this.examples[0];
    const describedBy = this.place("hint").id;
    const remember = () => {
      this.kept.write({ query: this.query.text, variables: this.variables.text, headers: this.headers.text });
      this.#draw();
    };
    this.headers = new CodeEditor(this.place("headers"), { label: this.words.headers, tokens: jsonTokens, text: saved.headers ?? "" });
    this.variables = new CodeEditor(this.place("variables"), { label: this.words.variables, tokens: jsonTokens, text: saved.variables ?? first.variables });
    this.query = new CodeEditor(this.place("query"), { label: this.words.query, tokens: graphqlTokens, text: saved.query ?? first.query, describedBy });
    for (const editor of [this.headers, this.variables, this.query]) editor.changed = remember;
    const words = (text, caret) => (this.schema ? complete(this.schema, text, caret) : null);
    this.completion = new CompletionBox(this.query, words, this.words.completion);
    this.results = new Results(this.place("result"), this.place("status"), this.words, (line, column) => this.query.select(this.query.offset(line, column)));
    this.past = new Past(this.root, this.kept, this.words, (entry) => this.#open(entry));
    this.results.invite();
  }

  async #load() {
    try {
      this.schema = await readSchema((operation) => request(this.url, operation, {}));
    } catch {
      this.schema = null; // No completion then; running says what is wrong.
    }
  }

  #act(act, control) {
    const [name, value] = act.split(":");
    const acts = {
      run: () => this.#run(),
      stop: () => this.#stop(),
      tidy: () => this.#tidy(),
      tab: () => this.#showTab(control.dataset.group, value),
      example: () => this.#open(this.examples[Number(value)]),
      forget: () => this.past.forget(),
      copy: () => copy(this.place("snippet").textContent).then(() => say(control, this.words.copied)),
      snippet: () => this.#chooseSnippet(value),
    };
    acts[name]?.();
  }

  // What the editors hold, ready to be sent; says what is wrong with them and returns null otherwise.
  #call() {
    const operation = operationAt(this.query.text, this.query.caret);
    const read = (editor, name) => {
      try {
        const value = JSON.parse(editor.text.trim() || "{}");
        if (value && typeof value === "object" && !Array.isArray(value)) return value;
      } catch {
        // Said below.
      }
      throw new SyntaxError(this.words.notAnObject.replace("{name}", name));
    };
    return {
      operation,
      body: {
        query: this.query.text,
        ...(operation?.name ? { operationName: operation.name } : {}),
        variables: read(this.variables, this.words.variables),
      },
      headers: read(this.headers, this.words.headers),
    };
  }

  async #run() {
    this.completion.close();
    this.#stop();
    let call;
    try {
      call = this.#call();
    } catch (error) {
      this.#showTab("answer", "result");
      return this.results.fail(error.message);
    }
    this.#showTab("answer", "result");
    this.past.add({ query: this.query.text, variables: this.variables.text, name: call.operation?.name, kind: call.operation?.kind });
    if (call.operation?.kind === "subscription") this.#follow(call);
    else await this.#send(call);
  }

  async #send(call) {
    const running = new AbortController();
    this.#running = running;
    this.#busy(true);
    try {
      const answer = await request(this.url, call.body, { token: this.token, headers: call.headers, signal: running.signal });
      this.results.show(answer);
      this.#reveal();
      this.query.markLines((answer.body?.errors ?? []).flatMap((error) => (error.locations ?? []).map((place) => place.line)));
    } catch (error) {
      if (!running.signal.aborted) this.results.fail(`${this.words.unreachable} ${error.message}`);
    } finally {
      if (this.#running === running) this.#busy(false);
    }
  }

  #follow(call) {
    this.results.beginStream();
    this.#reveal();
    this.#busy(true);
    this.#listen(call.body, FIRST_PAUSE_MS);
  }

  // A connection that is lost is made again, and goes on after the last event where the operation has a variable for it.
  #listen(operation, pause) {
    this.#again = 0;
    let errors = null;
    let next = operation;
    this.#stream = new Stream(this.url, operation, {
      token: this.token,
      heard: (message) => {
        if (message.next) {
          this.results.event(message.next);
          next = after(next, message.next.data);
          pause = FIRST_PAUSE_MS;
        }
        if (message.errors) errors = message.errors;
        if (!message.over) return;
        this.#stream = null;
        if (LOST.has(message.over)) {
          this.results.connectAgain();
          this.#again = setTimeout(() => this.#listen(next, Math.min(pause * 2, LONGEST_PAUSE_MS)), pause);
        } else {
          this.results.endStream(message.over, errors);
          this.#busy(false);
        }
      },
    });
  }

  // On phones the answer stands below the editors.
  #reveal() {
    if (matchMedia("(max-width: 720px)").matches) this.place("result").closest("section").scrollIntoView();
  }

  #stop() {
    if (this.#again) this.results.endStream("stopped");
    clearTimeout(this.#again);
    this.#again = 0;
    this.#stream?.stop();
    this.#stream = null;
    this.#running?.abort();
    this.#running = null;
    this.#busy(false);
  }

  #busy(busy) {
    this.root.toggleAttribute("data-running", busy);
  }

  #tidy() {
    this.query.replace(0, this.query.text.length, tidy(this.query.text));
    this.query.select(0);
  }

  #open(entry) {
    this.query.text = entry.query;
    this.variables.text = entry.variables;
    this.query.select(0);
    this.#draw();
  }

  #showTab(group, name) {
    for (const tab of this.root.querySelectorAll(`[data-group="${group}"]`)) {
      const chosen = tab.dataset.act === `tab:${name}`;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
    }
    this.#draw();
  }

  #draw() {
    if (!this.results || this.place("snippet").closest("[role=tabpanel]").hidden) return;
    const { write } = SNIPPETS.find(({ id }) => id === (this.snippet ?? "curl"));
    const operation = operationAt(this.query.text, this.query.caret);
    let variables = {};
    try {
      variables = JSON.parse(this.variables.text.trim() || "{}");
    } catch {
      // Half typed: the snippet goes without.
    }
    const url = new URL(this.url, location.href).href;
    const call = { url, query: this.query.text, operationName: operation?.name, variables, isStream: operation?.kind === "subscription" };
    this.place("snippet").textContent = write(call);
  }

  #chooseSnippet(id) {
    this.snippet = id;
    for (const button of this.root.querySelectorAll('[data-act^="snippet:"]')) {
      button.setAttribute("aria-pressed", String(button.dataset.act === `snippet:${id}`));
    }
    this.#draw();
  }
}

// Returns the operation as it goes on after an event: its variable `after` holds the cursor.
function after(operation, data) {
  const cursor = Object.values(data ?? {})[0]?.cursor;
  if (!cursor || !/\$after\b/.test(operation.query)) return operation;
  return { ...operation, variables: { ...operation.variables, after: cursor } };
}
