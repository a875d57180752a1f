// Compares two schemas with graphql-inspector; prints each change as a JSON line.
// Arguments: the file before, the file after.
import { readFileSync } from 'node:fs';
import { diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const [before, after] = process.argv.slice(2).map((file) => buildSchema(readFileSync(file, 'utf8')));
for (const change of await diff(before, after)) {
  console.log(JSON.stringify({ level: change.criticality.level, path: change.path, message: change.message }));
}
