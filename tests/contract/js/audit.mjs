// Runs graphql-http's audits against a server; prints each as JSON, one a line.
import { auditServer } from 'graphql-http';

const [url] = process.argv.slice(2);
for (const result of await auditServer({ url, fetchFn: fetch })) {
  console.log(JSON.stringify({ id: result.id, name: result.name, status: result.status, reason: result.reason }));
}
