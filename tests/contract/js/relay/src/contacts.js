import { graphql } from 'relay-runtime';

export const list = graphql`
  fragment contacts_list on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 50 }, cursor: { type: "String" }, filter: { type: "ContactFilter" })
  @refetchable(queryName: "contactsPageQuery") {
    contacts(first: $count, after: $cursor, filter: $filter) @connection(key: "contacts_contacts", filters: ["filter"]) {
      edges { node { ...contacts_row } }
    }
  }
`;
export const row = graphql`
  fragment contacts_row on Contact @refetchable(queryName: "contactsRowQuery") {
    displayName
    emails { address }
    labels { id name }
  }
`;
export const query = graphql`
  query contactsQuery($filter: ContactFilter) { ...contacts_list @arguments(filter: $filter) viewer { user { name } } }
`;
export const remove = graphql`
  mutation contactsDeleteLabelMutation($input: DeleteLabelInput!) {
    deleteLabel(input: $input) { deletedId @deleteRecord errors { code path } }
  }
`;
export const live = graphql`
  subscription contactsLiveSubscription($id: ID!, $after: String) {
    contactChanged(id: $id, after: $after) { cursor contact { ...contacts_row } }
  }
`;
