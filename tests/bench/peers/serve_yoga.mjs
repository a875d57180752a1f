// GraphQL Yoga over the same SQLite file: better-sqlite3 and DataLoader, as their documentation
// teaches. With BENCH_PORT, BENCH_DATABASE and BENCH_ACCOUNT set.
import { createServer } from 'node:http';
import Database from 'better-sqlite3';
import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';

const database = new Database(process.env.BENCH_DATABASE, { readonly: true });
const account = Number(process.env.BENCH_ACCOUNT);

const typeDefs = `
  type Query { contacts: [Contact!]!, contact(id: ID!): Contact, workflow(id: ID!): Workflow,
    billingDocument(id: ID!): BillingDocument }
  type Contact { id: ID!, displayName: String!, givenName: String, familyName: String,
    company: String, position: String, emails: [Email!]!, phones: [Phone!]!, addresses: [Address!]!,
    labels: [Label!]!, notes: [Note!]!, openTasks: [Task!]!, attachments: [Attachment!]! }
  type Email { id: ID!, address: String!, kind: String!, status: String! }
  type Phone { id: ID!, number: String!, e164: String, kind: String! }
  type Address { id: ID!, kind: String!, street: String, city: String, postalCode: String,
    countryCode: String }
  type Label { id: ID!, name: String!, color: String! }
  type Note { id: ID!, text: String!, pinned: Boolean!, createdBy: String! }
  type Task { id: ID!, title: String!, version: Int! }
  type Attachment { id: ID!, name: String!, createdBy: String! }
  type Workflow { id: ID!, name: String!, steps: [Step!]! }
  type Step { id: ID!, name: String!, color: String!, cards: [Card!]! }
  type Money { minor: Float! }
  type Card { id: ID!, title: String, dueOn: String, value: Money, contact: Contact,
    labels: [Label!]! }
  type BillingDocument { id: ID!, currency: String!, lines: [Line!]! }
  type Line { kind: String!, name: String, description: String, quantity: String!, unit: String }
`;

const person = `SELECT id, display_name AS displayName, given_name AS givenName,
  family_name AS familyName, company, position FROM contact`;
const page = database.prepare(`${person} WHERE account_id = ? AND deleted_at IS NULL
  ORDER BY given_key, id LIMIT 50`);
const one = database.prepare(`${person} WHERE account_id = ? AND id = ?`);
const workflow = database.prepare('SELECT id, name FROM workflow WHERE account_id = ? AND id = ?');
const steps = database.prepare(`SELECT id, name, color FROM workflow_step
  WHERE workflow_id = ? AND deleted_at IS NULL ORDER BY position`);
const invoice = database.prepare(`SELECT id, currency, content FROM billing_document
  WHERE account_id = ? AND id = ?`);

// One statement for all keys of a turn, their rows given back in the order of the keys.
const many = (sql) => {
  const statement = database.prepare(sql);
  return async (keys) => {
    const found = new Map(keys.map((key) => [key, []]));
    for (const row of statement.all(JSON.stringify(keys))) found.get(row.key).push(row);
    return keys.map((key) => found.get(key));
  };
};
const of = 'IN (SELECT value FROM json_each(?))';
const numbered = (table, where, order) => `SELECT contact_id AS key, * FROM (SELECT *, ROW_NUMBER()
  OVER (PARTITION BY contact_id ORDER BY ${order}) AS place FROM ${table}
  WHERE contact_id ${of} AND deleted_at IS NULL ${where})`;
const lists = {
  emails: many(`SELECT contact_id AS key, id, address, kind, status FROM contact_email
    WHERE contact_id ${of} ORDER BY position, id`),
  phones: many(`SELECT contact_id AS key, id, number, e164, kind FROM contact_phone
    WHERE contact_id ${of} ORDER BY position, id`),
  addresses: many(`SELECT contact_id AS key, id, kind, street, city, postal_code AS postalCode,
    country_code AS countryCode FROM contact_address WHERE contact_id ${of} ORDER BY position, id`),
  labels: many(`SELECT contact_id AS key, label.id, name, color FROM contact_label
    JOIN label ON label.id = label_id WHERE contact_id ${of} ORDER BY folded_name`),
  notes: many(`SELECT key, id, text, pinned, created_by AS createdBy FROM
    (${numbered('note', '', 'pinned DESC, id DESC')}) WHERE place <= 30 ORDER BY place`),
  tasks: many(`SELECT key, id, title, version FROM
    (${numbered('task', 'AND completed_at IS NULL', 'due_order, id')}) WHERE place <= 20
    ORDER BY place`),
  files: many(`SELECT key, id, name, created_by AS createdBy FROM
    (${numbered('attachment', '', 'id DESC')}) WHERE place <= 20 ORDER BY place`),
  contacts: many(`SELECT id AS key, id, display_name AS displayName FROM contact WHERE id ${of}`),
  cards: many(`SELECT step_id AS key, id, title, due_on AS dueOn, value_minor AS valueMinor,
    contact_id AS contactId FROM card WHERE step_id ${of} AND deleted_at IS NULL
    AND archived_at IS NULL AND hidden_at IS NULL ORDER BY rank, id`),
  cardLabels: many(`SELECT card_id AS key, label.id, name, color FROM card_label
    JOIN label ON label.id = label_id WHERE card_id ${of} ORDER BY folded_name`),
};
const load = (name) => (row, _, context) => context[name].load(row.id);

const resolvers = {
  Query: {
    contacts: () => page.all(account),
    contact: (_, { id }) => one.get(account, id),
    workflow: (_, { id }) => workflow.get(account, id),
    billingDocument: (_, { id }) => invoice.get(account, id),
  },
  Contact: {
    emails: load('emails'),
    phones: load('phones'),
    addresses: load('addresses'),
    labels: load('labels'),
    notes: load('notes'),
    openTasks: load('tasks'),
    attachments: load('files'),
  },
  Workflow: { steps: (row) => steps.all(row.id) },
  Step: { cards: load('cards') },
  Card: {
    value: (row) => (row.valueMinor === null ? null : { minor: row.valueMinor }),
    contact: async (row, _, context) =>
      row.contactId === null ? null : (await context.contacts.load(row.contactId))[0],
    labels: load('cardLabels'),
  },
  BillingDocument: { lines: (row) => JSON.parse(row.content).lines },
};

const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers }),
  logging: false,
  graphiql: false,
  context: () =>
    Object.fromEntries(Object.entries(lists).map(([name, read]) => [name, new DataLoader(read)])),
});
createServer(yoga).listen(Number(process.env.BENCH_PORT), '127.0.0.1');
