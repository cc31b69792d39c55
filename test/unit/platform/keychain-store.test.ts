import { beforeEach, describe, expect, it } from 'vitest';
import type { KeychainRemote, KeychainWork } from '#main/platform/keychain/remote.ts';
import { createCredentialStore } from '#main/platform/keychain/store.ts';
import type { KeychainRecord } from '#main/ports/keychain-record.ts';

/** Answers like libsecret: a locked or replaced keyring reads as empty and refuses to write. */
class FakeRemote implements KeychainRemote {
  entries = new Map<string, string>();
  locked = false;
  truncates = false;
  writes = 0;

  async ask(work: KeychainWork): Promise<string | null> {
    const key = `${work.service}/${work.account}`;
    if (work.do === 'get') return this.locked ? null : (this.entries.get(key) ?? null);
    if (this.locked) throw new Error('locked collection');
    if (work.do === 'delete') this.entries.delete(key);
    if (work.do === 'set') {
      this.writes += 1;
      this.entries.set(key, this.truncates ? work.secret.slice(0, 3) : work.secret);
    }
    return null;
  }
  close(): void {}
}

let remote: FakeRemote;
let record: KeychainRecord;
const open = () => createCredentialStore(remote, record);

beforeEach(() => {
  remote = new FakeRemote();
  let written = false;
  let service = 'Clientele test';
  record = {
    service: () => service,
    freshService: () => 'Clientele new',
    moveTo: (place) => {
      service = place;
      written = true;
    },
    canaryWritten: () => written,
    markCanary: () => {
      written = true;
    },
  };
});

describe('the keychain', () => {
  it('keeps, gives back and removes, under the name of its workspace only', async () => {
    const keychain = open();
    await keychain.write('k', 'pässword 🔑');
    expect(await keychain.read('k')).toBe('pässword 🔑');
    expect(await keychain.read('other')).toBeNull();
    expect([...remote.entries.keys()].every((key) => key.startsWith('Clientele test/'))).toBe(true);
    await keychain.remove('k');
    expect(await keychain.read('k')).toBeNull();
  });

  it('never takes a missing answer for a missing secret', async () => {
    const keychain = open();
    await keychain.write('k', 'one');
    remote.locked = true;
    await expect(keychain.read('k')).rejects.toMatchObject({ code: 'keychain_unavailable' });
    await expect(keychain.remove('k')).rejects.toMatchObject({ code: 'keychain_unavailable' });
    expect(await keychain.state()).toBe('unavailable');
  });

  it('writes nothing into a keychain that lost the canary', async () => {
    const keychain = open();
    await keychain.write('k', 'one');
    remote.entries.clear();
    const before = remote.writes;
    await expect(keychain.write('k', 'two')).rejects.toMatchObject({ code: 'keychain_unavailable' });
    expect(await keychain.state()).toBe('unavailable');
    expect(remote.writes).toBe(before);
  });

  it('does not promise anything before the first canary was kept', async () => {
    remote.locked = true;
    expect(await open().state()).toBe('unavailable');
    expect(record.canaryWritten()).toBe(false);
    remote.locked = false;
    expect(await open().state()).toBe('available');
    expect(record.canaryWritten()).toBe(true);
  });

  it('refuses what some system could not keep', async () => {
    const keychain = open();
    await expect(keychain.write('k', 'ü'.repeat(1_251))).rejects.toMatchObject({ code: 'secret_too_long' });
    await keychain.write('k', 'ü'.repeat(1_250));
    for (const bad of ['', 'a\0b', '\ud800']) {
      await expect(keychain.write('k', bad)).rejects.toMatchObject({ code: 'invalid_input' });
    }
    await expect(keychain.write('canary', 'x')).rejects.toThrow(TypeError);
  });

  it('does not call a secret kept that does not come back whole', async () => {
    const keychain = open();
    await keychain.state();
    remote.truncates = true;
    await expect(keychain.write('k', 'longer')).rejects.toMatchObject({ code: 'keychain_unavailable' });
  });

  it('begins anew elsewhere only when asked, in a keychain that works, and leaves the old entries alone', async () => {
    const keychain = open();
    await keychain.write('k', 'one');
    const old = remote.entries;
    remote.entries = new Map();
    remote.locked = true;
    await expect(keychain.startAfresh()).rejects.toMatchObject({ code: 'keychain_unavailable' });
    expect(record.service()).toBe('Clientele test');
    remote.locked = false;
    await keychain.startAfresh();
    expect(record.service()).toBe('Clientele new');
    expect(await keychain.read('k')).toBeNull();
    await keychain.write('k', 'two');
    expect([...remote.entries.keys()].every((key) => key.startsWith('Clientele new/'))).toBe(true);
    expect(old.get('Clientele test/k')).toBe('one');
  });
});
