import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type Rule, rules } from './rules.ts';

export interface Violation {
  readonly file: string;
  readonly target: string;
  readonly rule: string;
}

const statements =
  /(?:^|[\s;])(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm;

/** What the imports of one file break. `file` is a path from the root. */
export function violations(file: string, source: string): Violation[] {
  const rule = rules.find((candidate) => candidate.files.test(file));
  if (!rule) return [{ file, target: '', rule: 'every file belongs to a part of the house' }];
  return importedPaths(file, source)
    .filter((target) => !isAllowed(rule, file, target))
    .map((target) => ({ file, target, rule: rule.name }));
}

export function fileViolations(root: string, file: string): Violation[] {
  return violations(file, readFileSync(join(root, file), 'utf8'));
}

function importedPaths(file: string, source: string): string[] {
  return [...source.matchAll(statements)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((specifier) => {
      if (specifier.startsWith('#')) return specifier.slice(1);
      if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(file), specifier));
      return specifier;
    });
}

function isAllowed(rule: Rule, file: string, target: string): boolean {
  const group = rule.files.exec(file)?.[1] ?? '';
  return rule.allowed.some((pattern) => new RegExp(pattern.replace('$1', group)).test(target));
}
