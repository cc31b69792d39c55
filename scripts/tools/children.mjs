import { spawn } from 'node:child_process';
import { once } from 'node:events';

const GRACE_MS = 10_000;

/**
 * Starts a program in a process group of its own, so that its whole tree can be ended.
 * Answers the child; on Windows there are no groups and the tree is ended by its root.
 */
export function startGroup(program, args, options = {}) {
  return spawn(program, args, { detached: process.platform !== 'win32', ...options });
}

/** Asks the group's first process to end, and after ten seconds ends the whole group. */
export async function endGroup(child, signal = 'SIGTERM') {
  if (hasEnded(child)) return;
  child.kill(signal);
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
  await once(child, 'close');
  clearTimeout(timer);
  signalGroup(child, 'SIGKILL');
}

/** Waits for the child; answers its exit code, 128 + n when signal n ended it. */
export async function exitCodeOf(child) {
  if (!hasEnded(child)) await once(child, 'close');
  return child.exitCode ?? (child.signalCode === 'SIGINT' ? 130 : 143);
}

/** Hands Ctrl+C and termination on to `end`, once; answers a function that stops doing so. */
export function onInterrupt(end) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  let asked = false;
  const listener = (signal) => {
    if (asked) return;
    asked = true;
    void end(signal);
  };
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}

function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
