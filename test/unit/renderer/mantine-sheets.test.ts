import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (...parts: string[]) => readFileSync(join(root, ...parts), 'utf8');
const core = (name: string) => join('node_modules/@mantine', name, 'esm');
const classesOf = (text: string) => new Set(text.match(/\bm_[0-9a-f]{5,8}\b/g));

/** Names that files take from Mantine's core, types aside. */
function namesFrom(files: readonly string[]): Set<string> {
  const names = files.flatMap((file) =>
    [...read(file).matchAll(/import \{([^}]*)\} from ['"]@mantine\/core['"]/g)].flatMap(([, list = '']) =>
      list.split(',').map((one) => one.trim().split(' ')[0] ?? ''),
    ),
  );
  return new Set(names.filter((name) => /^[A-Z]/.test(name)));
}

/** The files of Mantine behind those names, and what they import in turn. */
function filesBehind(names: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, next = ''] of read(file).matchAll(/from "(\.[^"]+\.mjs)"/g)) visit(join(file, '..', next));
  };
  const index = read(core('core'), 'index.mjs');
  for (const [, list = '', file = ''] of index.matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g)) {
    if (list.split(',').some((one) => names.has(one.trim().split(' ')[0] ?? '')))
      visit(join(core('core'), file));
  }
  return found;
}

describe("Mantine's style sheets", () => {
  const ours = globSync('renderer/**/*.{ts,tsx}', { cwd: root });
  // Only its field for a date is used; what else it has would bring in more than we draw.
  const dates = globSync(
    'node_modules/@mantine/dates/esm/components/{DateInput,Calendar,*Level,*Table,Month,Day,CalendarHeader}/*.mjs',
    { cwd: root },
  );
  const names = namesFrom([...ours, ...dates]);

  it('hold a rule for every class of the components that are used', () => {
    expect(names).toContain('Select');
    const needed = classesOf([...filesBehind(names)].map((file) => read(file)).join('\n'));
    const listed = [...read('renderer/app/theme/mantine.ts').matchAll(/'(@mantine\/[^']+)'/g)];
    const present = classesOf(listed.map(([, path = '']) => read('node_modules', path)).join('\n'));
    const whole = classesOf(read('node_modules/@mantine/core/styles.layer.css'));
    const missing = [...needed].filter((name) => whole.has(name) && !present.has(name));
    expect(missing).toEqual([]);
    expect(needed.size).toBeGreaterThan(50);
  });
});
