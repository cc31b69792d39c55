import type { KeychainRecord } from '../ports/keychain-record.ts';
import type { Store } from './store.ts';

interface Row {
  readonly service: string;
  readonly canary: number;
}

/**
 * The record in the database. `freshId` names the service of a new workspace, so that a demo or test
 * profile can never reach the entries of a real one.
 */
export function keychainRecord(store: Store, freshId: () => string): KeychainRecord {
  const select = store.sql.prepare<[], Row>('SELECT service, canary FROM keychain WHERE id = 1');
  const fresh = () => `Clientele ${freshId()}`;
  const row = (): Row => {
    const found = select.get();
    if (found) return found;
    const service = fresh();
    store.write(() => store.sql.prepare('INSERT INTO keychain (id, service) VALUES (1, ?)').run(service));
    return { service, canary: 0 };
  };
  return {
    service: () => row().service,
    canaryWritten: () => row().canary === 1,
    markCanary() {
      row();
      store.write(() => store.sql.prepare('UPDATE keychain SET canary = 1 WHERE id = 1').run());
    },
    freshService: fresh,
    moveTo(service) {
      row();
      store.write(() =>
        store.sql.prepare('UPDATE keychain SET service = ?, canary = 1 WHERE id = 1').run(service),
      );
    },
  };
}
