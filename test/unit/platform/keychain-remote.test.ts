import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeychainAnswer, KeychainRequest } from '#main/platform/keychain/protocol.ts';
import { createRemote, type KeychainChild } from '#main/platform/keychain/remote.ts';

class FakeChild implements KeychainChild {
  readonly asked: KeychainRequest[] = [];
  ended = false;
  #answer: (answer: KeychainAnswer) => void = () => {};
  #exit: () => void = () => {};

  send(request: KeychainRequest): void {
    if (this.ended) throw new Error('sent to an ended process');
    this.asked.push(request);
  }
  onAnswer(listener: (answer: KeychainAnswer) => void): void {
    this.#answer = listener;
  }
  onExit(listener: () => void): void {
    this.#exit = listener;
  }
  end(): void {
    this.ended = true;
    this.#exit();
  }
  reply(value: string | null): void {
    const request = this.asked.at(-1);
    if (!request) throw new Error('nothing was asked');
    this.#answer({ id: request.id, ok: true, value });
  }
}

const children: FakeChild[] = [];
const newest = (): FakeChild => {
  const child = children.at(-1);
  if (!child) throw new Error('no process was started');
  return child;
};
const remote = () =>
  createRemote(
    () => {
      const child = new FakeChild();
      children.push(child);
      return child;
    },
    { patience: 60_000, idle: 5_000 },
  );
const get = (account: string) => ({ do: 'get', service: 's', account }) as const;

beforeEach(() => {
  vi.useFakeTimers();
  children.length = 0;
});
afterEach(() => vi.useRealTimers());

describe('the process that talks to the keychain', () => {
  it('is asked one thing at a time, in order', async () => {
    const keychain = remote();
    const first = keychain.ask(get('a'));
    const second = keychain.ask(get('b'));
    await vi.advanceTimersByTimeAsync(0);
    expect(newest().asked.map((request) => request.account)).toEqual(['a']);
    newest().reply('one');
    expect(await first).toBe('one');
    await vi.advanceTimersByTimeAsync(0);
    expect(newest().asked.map((request) => request.account)).toEqual(['a', 'b']);
    newest().reply(null);
    expect(await second).toBeNull();
    expect(children).toHaveLength(1);
  });

  it('is ended when nobody answers its prompt, and started afresh for the next question', async () => {
    const keychain = remote();
    const stuck = expect(keychain.ask(get('a'))).rejects.toThrow('did not answer');
    const next = keychain.ask(get('b'));
    await vi.advanceTimersByTimeAsync(60_000);
    await stuck;
    expect(children[0]?.ended).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    newest().reply('two');
    expect(await next).toBe('two');
    expect(children).toHaveLength(2);
  });

  it('takes a crash as no answer', async () => {
    const keychain = remote();
    const lost = expect(keychain.ask(get('a'))).rejects.toThrow('did not answer');
    await vi.advanceTimersByTimeAsync(0);
    newest().end();
    await lost;
  });

  it('does not outlive its use', async () => {
    const keychain = remote();
    const asked = keychain.ask(get('a'));
    await vi.advanceTimersByTimeAsync(0);
    newest().reply('one');
    await asked;
    await vi.advanceTimersByTimeAsync(4_999);
    expect(newest().ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(newest().ended).toBe(true);
  });

  it('that cannot be started is no answer, and leaves the next one alone', async () => {
    let possible = false;
    const child = new FakeChild();
    const keychain = createRemote(
      () => {
        if (!possible) throw new Error('no process could be started');
        return child;
      },
      { patience: 60_000, idle: 5_000 },
    );
    await expect(keychain.ask(get('a'))).rejects.toThrow('did not answer');
    expect(vi.getTimerCount()).toBe(0);
    possible = true;
    const next = keychain.ask(get('b'));
    await vi.advanceTimersByTimeAsync(0);
    child.reply('two');
    expect(await next).toBe('two');
  });

  it('answers nothing more once closed', async () => {
    const keychain = remote();
    const stuck = expect(keychain.ask(get('a'))).rejects.toThrow('did not answer');
    const late = expect(keychain.ask(get('b'))).rejects.toThrow('closed');
    await vi.advanceTimersByTimeAsync(0);
    keychain.close();
    await stuck;
    await late;
    expect(newest().ended).toBe(true);
    expect(children).toHaveLength(1);
  });
});
