import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeychainRemote } from '#main/platform/keychain/remote.ts';
import { createCredentialStore } from '#main/platform/keychain/store.ts';
import { keychainRecord } from '#main/store/keychain-record.ts';
import { CountingIds } from '#test/support/clock.ts';
import { ended, type PrivateBus, privateBus, remoteIn } from '#test/support/keyring.ts';
import { openTestStore } from '#test/support/store.ts';

const hasKeyring =
  process.platform === 'linux' && spawnSync('gnome-keyring-daemon', ['--version']).status === 0;

/** The real adapter over keytar against a real gnome-keyring on a bus of its own. */
describe.skipIf(!hasKeyring)('a real keyring', () => {
  let bus: PrivateBus;
  const remotes: KeychainRemote[] = [];
  const store = openTestStore();
  const ids = new CountingIds();
  const record = keychainRecord(store, () => ids.next());
  const connect = (env = bus.env) => {
    const remote = remoteIn(env);
    remotes.push(remote);
    return createCredentialStore(remote, record);
  };

  beforeEach(async () => {
    store.sql.exec('DELETE FROM keychain');
    bus = await privateBus();
  });
  afterEach(async () => {
    for (const remote of remotes.splice(0)) remote.close();
    await bus.close();
  });

  it('keeps a secret over a restart of the keyring, without plain text on the disk', async () => {
    const first = await bus.startKeyring('pw');
    const secret = 'canary-4f1c-Überraschung 🔑';
    await connect().write('k1', secret);
    await ended(first);

    await bus.startKeyring('pw');
    const keychain = connect();
    expect(await keychain.read('k1')).toBe(secret);
    expect(await keychain.read('k2')).toBeNull();
    for (const file of await readdir(join(bus.folder, 'data'), { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      expect((await readFile(join(file.parentPath, file.name))).includes(secret)).toBe(false);
    }
    await keychain.remove('k1');
    await keychain.remove('k1');
    expect(await keychain.read('k1')).toBeNull();
  });

  it('is unavailable while locked, and nothing is lost', async () => {
    const first = await bus.startKeyring('pw');
    await connect().write('k1', 'one');
    await ended(first);

    const locked = await bus.startKeyring(null);
    const keychain = connect();
    expect(await keychain.state()).toBe('unavailable');
    await expect(keychain.read('k1')).rejects.toMatchObject({ code: 'keychain_unavailable' });
    await expect(keychain.write('k2', 'two')).rejects.toMatchObject({ code: 'keychain_unavailable' });
    await expect(keychain.remove('k1')).rejects.toMatchObject({ code: 'keychain_unavailable' });
    await ended(locked);

    await bus.startKeyring('pw');
    expect(await connect().read('k1')).toBe('one');
    expect(await connect().read('k2')).toBeNull();
  });

  it('is unavailable when another, empty keyring answers, and writes nothing into it', async () => {
    const first = await bus.startKeyring('pw');
    await connect().write('k1', 'one');
    await ended(first);

    const other = await privateBus();
    try {
      await other.startKeyring('pw');
      const keychain = connect(other.env);
      expect(await keychain.state()).toBe('unavailable');
      await expect(keychain.write('k1', 'two')).rejects.toMatchObject({ code: 'keychain_unavailable' });
      expect(
        await remoteIn(other.env).ask({ do: 'get', service: record.service(), account: 'k1' }),
      ).toBeNull();
      await keychain.startAfresh();
      expect(await keychain.read('k1')).toBeNull();
      await keychain.write('k1', 'three');
      expect(await keychain.read('k1')).toBe('three');
    } finally {
      await other.close();
    }
  });

  it('is unavailable without a bus', async () => {
    const keychain = connect({ PATH: process.env.PATH ?? '', HOME: bus.folder });
    expect(await keychain.state()).toBe('unavailable');
    expect(record.canaryWritten()).toBe(false);
  });
});
