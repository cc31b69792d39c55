// npm run lockfile: after adding a dependency, puts the packages of other systems back into
// package-lock.json that a partial registry mirror made npm leave out.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { completed, missingOptional } from './setup/lockfile.mjs';
import { root } from './setup/paths.mjs';
import { say } from './setup/say.mjs';

const file = path.join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingOptional(lock);
const whole = completed(lock);
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(whole, null, 2)}\n`);
say('lockfile', `${missing.length} packages of other systems were missing`);
const unknown = missingOptional(whole);
for (const { name, wantedBy } of unknown) say('lockfile', `${name} (wanted by ${wantedBy}) is still missing`);
process.exitCode = unknown.length > 0 ? 1 : 0;
