import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/paths.mjs';
import { playwrightCounts, readReport, stepCounts, vitestCounts } from './counts.mjs';
import { runTool } from './tool.mjs';

const reportFile = (name) => {
  const folder = path.join(root, 'test-results', 'reports');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  rmSync(file, { force: true });
  return file;
};

/** The fast steps that look at the sources without running them. */
export const STATIC_STEPS = [
  { name: 'types', run: () => tool('typescript', ['--build'], { command: 'tsc' }) },
  { name: 'lint', run: () => tool('@biomejs/biome', ['check', '.'], { command: 'biome' }) },
  { name: 'dead code', when: () => existsSync(path.join(root, 'knip.json')), run: () => tool('knip', []) },
];

/** One vitest run over the projects that have tests, as one suite; `quick` tries laws with fewer random data. */
export function vitestSuite(name, projects, { quick = false } = {}) {
  const present = projects.filter((project) => hasTests(path.join('test', project), '.test.ts'));
  return {
    name,
    when: () => present.length > 0,
    async run() {
      const report = reportFile(name);
      const chosen = present.map((project) => `--project=${project}`);
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
      const code = await runTool('vitest', ['run', ...chosen, ...reporters], {
        env: quick ? { CLIENTELE_QUICK: '1' } : {},
      });
      return vitestCounts(readReport(report), code);
    },
  };
}

/** One Playwright run with a config of its own; `env` is the session that the app is tested in. */
export function playwrightSuite(name, config, env) {
  return {
    name,
    when: () => existsSync(path.join(root, config)),
    async run() {
      const report = reportFile(name);
      const code = await runTool('@playwright/test', ['test', `--config=${config}`, '--reporter=list,json'], {
        command: 'playwright',
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      });
      return playwrightCounts(readReport(report), code);
    },
  };
}

async function tool(name, args, options) {
  return stepCounts(await runTool(name, args, options));
}

function hasTests(folder, ending) {
  const place = path.join(root, folder);
  if (!existsSync(place)) return false;
  return readdirSync(place, { recursive: true }).some((name) => name.endsWith(ending));
}
