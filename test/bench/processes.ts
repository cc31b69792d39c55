import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second in /proc/PID/stat on every Linux that Electron runs on. */
const TICKS = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
}

/** Proportional memory of a process with all its descendants, in megabytes. Linux only. */
export function treeMemory(pid: number): number {
  let kilobytes = 0;
  for (const one of tree(pid)) {
    const pss = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${one.pid}/smaps_rollup`));
    kilobytes += Number(pss?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

/** Processor time that a process and all its living descendants have used so far, in milliseconds. Linux only. */
export function treeCpu(pid: number): number {
  return tree(pid).reduce((sum, one) => sum + one.cpuMs, 0);
}

function tree(root: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => inspect(Number(name)));
  const found = all.filter((one) => one.pid === root);
  for (const one of found) found.push(...all.filter((other) => other.parent === one.pid));
  return found;
}

function inspect(pid: number): Process[] {
  // The name stands in brackets and can hold anything, spaces included.
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\)\s+/s, '')
    .split(' ')
    .map(Number);
  const [parent, user, system] = [fields[1], fields[11], fields[12]];
  if (parent === undefined || user === undefined || system === undefined) return [];
  return [{ pid, parent, cpuMs: ((user + system) * 1000) / TICKS }];
}

/** A process that ends in between has no figures any more. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
