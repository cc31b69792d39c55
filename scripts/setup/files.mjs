import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';

/** A fresh folder beside `destination`, on the same disk, so that a rename can publish it at once. */
export function stagingFor(destination) {
  const folder = path.join(path.dirname(destination), `.partial-${randomUUID()}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Builds a folder with `fill(staging)` and publishes it by rename: it exists whole or not at all.
 * `fill` may answer the path of a folder inside the staging area that is the one to publish.
 */
export async function publishFolder(destination, fill) {
  const staging = stagingFor(destination);
  try {
    const ready = (await fill(staging)) ?? staging;
    rmSync(destination, { recursive: true, force: true });
    renameSync(ready, destination);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Copies a file through a temporary name; an equal file stays untouched. Answers whether it wrote. */
export function placeFile(source, destination) {
  if (sameContent(source, destination)) return false;
  mkdirSync(path.dirname(destination), { recursive: true });
  const temporary = `${destination}.${randomUUID()}`;
  try {
    copyFileSync(source, temporary);
    renameSync(temporary, destination);
  } finally {
    rmSync(temporary, { force: true });
  }
  return true;
}

function sameContent(a, b) {
  if (!existsSync(b) || statSync(a).size !== statSync(b).size) return false;
  return readFileSync(a).equals(readFileSync(b));
}

/** The file's `sha512-…` string in the form that package lockfiles use. */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}
