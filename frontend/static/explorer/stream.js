// One subscription over the graphql-transport-ws protocol, straight from the browser.
// Source: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
const PROTOCOL = "graphql-transport-ws";
const ID = "explorer";

export class Stream {
  #socket;
  #over = false;

  // `heard` gets { next }, { errors } or { over: reason }; reason is "complete", "stopped", or the socket's own words.
  constructor(url, operation, { token, heard }) {
    const address = new URL(url, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    this.heard = heard;
    this.#socket = new WebSocket(address, PROTOCOL);
    this.#socket.onopen = () => this.#send({ type: "connection_init", payload: token ? { authorization: `Bearer ${token}` } : {} });
    this.#socket.onmessage = (event) => this.#answer(JSON.parse(event.data), operation);
    this.#socket.onclose = (event) => this.#end(event.reason || String(event.code));
  }

  stop() {
    if (this.#over) return;
    this.#send({ id: ID, type: "complete" });
    this.#end("stopped");
  }

  #answer(message, operation) {
    if (message.type === "connection_ack") this.#send({ id: ID, type: "subscribe", payload: operation });
    else if (message.type === "ping") this.#send({ type: "pong" });
    else if (message.type === "next") this.heard({ next: message.payload });
    else if (message.type === "error") {
      this.heard({ errors: message.payload });
      this.#end("error");
    } else if (message.type === "complete") this.#end("complete");
  }

  #send(message) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #end(reason) {
    if (this.#over) return;
    this.#over = true;
    this.heard({ over: reason });
    this.#socket.onclose = null;
    this.#socket.close(1000);
  }
}
