import type { Migration } from '../migrate.ts';

// A draft keeps what its maker's own details said of tax when it was made, so that it can be told when they say
// something else since, and so that the next invoice of the client is not taxed as one from before was.
export const ownTax: Migration = {
  version: 29,
  name: 'own-tax',
  sql: 'ALTER TABLE invoices ADD COLUMN own_tax TEXT',
};
