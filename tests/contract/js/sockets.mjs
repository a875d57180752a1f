// Follows changes with graphql-ws. Prints one JSON line per step; drops its own socket once and
// resumes from the last cursor. Arguments: address, token, cursor, number of changes, action.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, token, start, count, action] = process.argv.slice(2);
const say = (line) => console.log(JSON.stringify(line));
let socket;
let after = start;
let seen = 0;

const client = createClient({
  url,
  webSocketImpl: WebSocket,
  connectionParams: { authorization: `Bearer ${token}` },
  retryAttempts: action === 'revoked' ? 0 : 5,
  retryWait: () => new Promise((done) => setTimeout(done, 50)),
  on: {
    connected: (opened) => {
      socket = opened;
      say({ event: 'connected' });
    },
    closed: (event) => say({ event: 'closed', code: event.code }),
  },
});

const document = `subscription Follow($after: String) {
  changes(after: $after, subjects: [ACCOUNT]) { cursor sequence kind }
}`;

while (seen < Number(count)) {
  // A new subscription after each drop: the library would send the first cursor again.
  const subscription = client.iterate({ query: document, variables: { after } });
  say({ event: 'following' });
  try {
    for await (const result of subscription) {
      const change = result.data.changes;
      after = change.cursor;
      seen += 1;
      say({ event: 'change', sequence: change.sequence, kind: change.kind });
      if (seen === Number(count)) break;
      if (action === 'drop' && seen === 2) {
        socket.terminate();
        break;
      }
    }
  } catch (error) {
    say({ event: 'error', code: error.code ?? null, reason: error.reason ?? String(error) });
    break;
  }
}
await client.dispose();
