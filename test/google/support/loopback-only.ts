import { Socket } from 'node:net';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
let guarded = false;

/** From now on, every socket of this process that would leave the machine fails, and so does its test. */
export function loopbackOnly(): void {
  if (guarded) return;
  guarded = true;
  const connect = Socket.prototype.connect as (...args: unknown[]) => Socket;
  Socket.prototype.connect = function guardedConnect(this: Socket, ...args: unknown[]): Socket {
    const host = hostOf(args);
    if (host !== null && !LOOPBACK.has(host)) throw new Error(`a test tried to reach ${host}`);
    return connect.apply(this, args);
  } as typeof Socket.prototype.connect;
}

/** Null for sockets of the file system. */
function hostOf(args: readonly unknown[]): string | null {
  const first = Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0];
  if (typeof first === 'object' && first !== null) {
    const { path, host } = first as { path?: string | null; host?: string };
    return typeof path === 'string' ? null : (host ?? 'localhost');
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return null;
  return typeof args[1] === 'string' ? args[1] : 'localhost';
}
