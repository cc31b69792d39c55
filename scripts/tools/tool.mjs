import { spawn } from 'node:child_process';
import path from 'node:path';
import { toolEnvironment, toolNode } from '../setup/environment.mjs';
import { inModules, readJson, root } from '../setup/paths.mjs';

/** The script behind a locally installed command; `command` defaults to the package's own name. */
export function scriptOf(name, command = name.split('/').at(-1)) {
  const { bin } = readJson(inModules(name, 'package.json'));
  return inModules(name, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs an installed tool on the tools' Node, its output going straight to the terminal.
 * Answers the exit code. `wrap` may put another program in front (a virtual display, say).
 */
export function runTool(name, args, { command, env = {}, quiet = false } = {}) {
  return runProgram(toolNode(), [scriptOf(name, command), ...args], { env, quiet });
}

/** Runs a script of this repository on the tools' Node; answers the exit code. */
export function runScript(script, args = [], { env = {} } = {}) {
  return runProgram(toolNode(), [path.join(root, script), ...args], { env });
}

function runProgram(program, args, { env, quiet = false }) {
  return new Promise((resolve) => {
    const output = quiet ? 'ignore' : 'inherit';
    const child = spawn(program, args, {
      cwd: root,
      env: { ...toolEnvironment(), ...env },
      stdio: ['ignore', output, output],
    });
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
