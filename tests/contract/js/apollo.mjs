// Uses Carnet as an Apollo Client app does: pages merged in its cache, a mutation that updates the
// cache by id, coded errors, a subscription over a socket. Arguments: address, token.
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { getMainDefinition, relayStylePagination } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [address, token] = process.argv.slice(2);
const say = (line) => console.log(JSON.stringify(line));
const http = new HttpLink({ uri: address, headers: { authorization: `Bearer ${token}` } });
const sockets = createClient({
  url: address.replace('http', 'ws'),
  webSocketImpl: WebSocket,
  connectionParams: { authorization: `Bearer ${token}` },
});
const isLive = ({ query }) => getMainDefinition(query).operation === 'subscription';
const client = new ApolloClient({
  link: ApolloLink.split(isLive, new GraphQLWsLink(sockets), http),
  cache: new InMemoryCache({
    typePolicies: { Query: { fields: { contacts: relayStylePagination(['filter', 'sort']) } } },
  }),
});

const CREATE = gql`
  mutation Create($input: CreateContactInput!) {
    createContact(input: $input) { contact { id displayName version } errors { code path } cursor }
  }
`;
let cursor;
for (const givenName of ['Ada', 'Bea', 'Cleo', 'Dora', 'Eva']) {
  const { data } = await client.mutate({ mutation: CREATE, variables: { input: { givenName } } });
  if (data.createContact.errors.length) throw new Error(JSON.stringify(data.createContact.errors));
  cursor = data.createContact.cursor;
}

const PAGE = gql`
  query Page($after: String) {
    contacts(first: 2, after: $after) {
      edges { cursor node { id displayName version } }
      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }
      totalCount
    }
  }
`;
const pages = client.watchQuery({ query: PAGE });
let page = (await pages.refetch()).data.contacts;
while (page.pageInfo.hasNextPage) {
  page = (await pages.fetchMore({ variables: { after: page.pageInfo.endCursor } })).data.contacts;
}
const merged = client.readQuery({ query: PAGE }).contacts;
say({ event: 'pages', names: merged.edges.map((edge) => edge.node.displayName), total: merged.totalCount });

const LIVE = gql`
  subscription Live($id: ID!, $after: String) {
    contactChanged(id: $id, after: $after) { cursor kind contact { id displayName version } }
  }
`;
const first = merged.edges[0].node;
const changed = new Promise((resolve, reject) => {
  client
    .subscribe({ query: LIVE, variables: { id: first.id, after: cursor } })
    .subscribe({ next: (result) => resolve(result.data.contactChanged), error: reject });
});
const UPDATE = gql`
  mutation Update($input: UpdateContactInput!) {
    updateContact(input: $input) { contact { id displayName version } errors { code } }
  }
`;
const input = { id: first.id, version: first.version, givenName: 'Adèle' };
await client.mutate({ mutation: UPDATE, variables: { input } });
const event = await changed;
say({ event: 'live', kind: event.kind, name: event.contact.displayName });
const cached = client.readQuery({ query: PAGE }).contacts.edges[0].node.displayName;
say({ event: 'cache', name: cached });

try {
  await client.query({ query: gql`{ contact(id: "nonsense") { id } }` });
} catch (error) {
  const [found] = CombinedGraphQLErrors.is(error) ? error.errors : [];
  say({ event: 'error', code: found?.extensions.code });
}
await sockets.dispose();
client.stop();
