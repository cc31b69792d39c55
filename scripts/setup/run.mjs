import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, root } from './paths.mjs';

/**
 * Runs a program to its end without a shell.
 * `log`: name of a log file in the cache folder that takes both outputs; without it they are captured.
 * Answers `{ code, output }`; a program that cannot be started has code 127.
 */
export function run(program, args, { cwd = root, env = process.env, log, timeout } = {}) {
  const file = log ? logFile(log) : null;
  const handle = file ? openSync(file, 'w') : null;
  return new Promise((resolve) => {
    const stdio = handle === null ? ['ignore', 'pipe', 'pipe'] : ['ignore', handle, handle];
    const child = spawn(program, args, { cwd, env, stdio, windowsHide: true, timeout });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const finish = (code, message = '') => {
      if (handle !== null) closeSync(handle);
      resolve({ code, output: (file ? readFileSync(file, 'utf8') : output) + message, file });
    };
    child.once('error', (error) => finish(127, `${program}: ${error.message}`));
    child.once('close', (code, signal) => finish(code ?? 1, signal ? `ended by ${signal}` : ''));
  });
}

function logFile(name) {
  const folder = path.join(cacheFolder(), 'logs');
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${name}.log`);
}

/** What of npm's words says nothing about why it failed: warnings, empty lines and the places in its own code. */
const beside = /^npm (warn|notice)|^npm error\s*$|^npm error\s+at .*:\d+:\d+\)/;

/** The last telling lines of an output, for an error message. */
export function tail(output, lines = 12) {
  const telling = output.split('\n').filter((line) => line.trim() && !beside.test(line));
  return telling.slice(-lines).join('\n');
}

/** Runs npm; through the npm that started this script when there is one, so that versions agree. */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js') && existsSync(process.execPath)) {
    return run(process.execPath, [script, ...args], options);
  }
  if (process.platform === 'win32') {
    return run(process.env.ComSpec ?? 'cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options);
  }
  return run('npm', args, options);
}

/** True when a program of this name can be found on the PATH. */
export async function has(program) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return (await run(finder, [program])).code === 0;
}
