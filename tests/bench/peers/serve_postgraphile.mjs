// PostGraphile 5 on the tables as they are: with BENCH_PORT and BENCH_POSTGRES set.
import { createServer } from 'node:http';
import { grafserv } from 'grafserv/node';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Without it lists are sorted and narrowed by any column, as the questions need.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString: process.env.BENCH_POSTGRES, schemas: ['public'] })],
  grafserv: { watch: false, graphiql: false },
  schema: { pgForbidSetofFunctionsToReturnNull: false },
});
await instance.getSchema();
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(Number(process.env.BENCH_PORT), '127.0.0.1');
