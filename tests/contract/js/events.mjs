// Follows changes with graphql-sse, and asks a query. Prints one JSON line per step.
// Arguments: address, token, cursor, number of changes.
import { createClient } from 'graphql-sse';

const [url, token, after, count] = process.argv.slice(2);
const say = (line) => console.log(JSON.stringify(line));
const client = createClient({ url, headers: { authorization: `Bearer ${token}` }, retryAttempts: 0 });

const once = client.iterate({ query: '{ viewer { account { name } } }' });
const { value } = await once.next();
say({ event: 'answer', data: value.data });
say({ event: 'done', done: (await once.next()).done });

say({ event: 'following' });
const document = 'subscription ($after: String) { changes(after: $after, subjects: [ACCOUNT]) { sequence kind } }';
let seen = 0;
for await (const result of client.iterate({ query: document, variables: { after } })) {
  say({ event: 'change', ...result.data.changes });
  seen += 1;
  if (seen === Number(count)) break;
}
client.dispose();
