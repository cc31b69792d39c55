import path from 'node:path';
import { toolEnvironment, toolNode } from '../setup/environment.mjs';
import { inModules, readJson, root } from '../setup/paths.mjs';
import { endGroup, onInterrupt, startGroup } from './children.mjs';

/** The script behind a locally installed command; `command` defaults to the package's own name. */
export function scriptOf(name, command = name.split('/').at(-1)) {
  const { bin } = readJson(inModules(name, 'package.json'));
  return inModules(name, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs an installed tool on the tools' Node, its output going straight to the terminal.
 * Answers the exit code. Ctrl+C ends the tool with all that it started.
 */
export function runTool(name, args, { command, env = {} } = {}) {
  return runProgram(toolNode(), [scriptOf(name, command), ...args], { env });
}

/** Runs a script of this repository on the tools' Node; answers the exit code. */
export function runScript(script, args = [], { env = {} } = {}) {
  return runProgram(toolNode(), [path.join(root, script), ...args], { env });
}

/** Colours only for a terminal; a log file gets plain text. */
const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };

function runProgram(program, args, { env }) {
  const child = startGroup(program, args, {
    cwd: root,
    env: { ...toolEnvironment(), ...colours, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const forget = onInterrupt((signal) => endGroup(child, signal));
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  }).finally(forget);
}
