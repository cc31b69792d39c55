import { basename } from 'node:path';
import { inflateSync } from 'node:zlib';
import { type DocumentLogo, largestLogo, logoExtensions, readLogo } from '#shared/domain/logo.ts';
import type { PngPicture } from '#shared/domain/picture/png.ts';
import type { LogoView } from '#shared/ipc/billing-parties.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Store } from '../../store/store.ts';
import { readChosen } from './chosen-file.ts';
import { sha256 } from './issue.ts';
import type { Tools } from './tools.ts';

export interface Logos {
  /**
   * Asks for a picture, looks at what it really is, and keeps it, without what cameras write into pictures, in the
   * database; null when the person cancelled. The same picture is kept once. Throws `invalid_input` for what is no
   * sound PNG or JPEG of a size that makes sense, and `not_found` when it cannot be read.
   */
  choose(): Promise<LogoView | null>;
  /** With the picture itself as an address that needs no network; throws `not_found`. */
  view(logoId: string): LogoView;
  /** What an invoice says of its logo; null for none. */
  facts(logoId: string | null): DocumentLogo | null;
  /** The picture of an invoice's logo as an address; throws `database_damaged` when it is no longer what it was. */
  urlOf(logo: DocumentLogo | null): string | null;
}

interface LogoRow extends DocumentLogo {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

const columns = 'id, name, type, size, sha256, width, height';

/** Logos over the database. Those that nobody refers to any more go at the next start, when undo is over. */
export function createLogos(store: Store, { clock, ids, picker, words }: Tools): Logos {
  const { sql } = store;
  sql.exec(`DELETE FROM billing_files WHERE purpose = 'logo'
    AND NOT EXISTS (SELECT 1 FROM business_profile WHERE logo_id = billing_files.id)
    AND NOT EXISTS (SELECT 1 FROM invoices WHERE logo_id = billing_files.id)`);
  const insert = sql.prepare(
    `INSERT INTO billing_files (id, purpose, name, type, size, sha256, bytes, width, height, created_at)
     VALUES (@id, 'logo', @name, @type, @size, @sha256, @bytes, @width, @height, @now)`,
  );
  const same = sql.prepare<[string], LogoRow>(
    `SELECT ${columns} FROM billing_files WHERE purpose = 'logo' AND sha256 = ?`,
  );
  const stored = sql.prepare<[string], LogoRow>(
    `SELECT ${columns} FROM billing_files WHERE purpose = 'logo' AND id = ?`,
  );
  const bytesOf = sql.prepare<[string], Buffer>('SELECT bytes FROM billing_files WHERE id = ?').pluck();

  function keep(name: string, bytes: Buffer): string {
    const read = readLogo(bytes);
    if (!read.ok) throw new AppError('invalid_input', { reason: `logo.${read.problem}` });
    const { type, width, height } = read.picture;
    if (type === 'image/png') assertPixels(read.picture as PngPicture);
    const picture = Buffer.from(read.picture.bytes);
    const digest = sha256(picture);
    return store.write(() => {
      const known = same.get(digest);
      if (known) return known.id;
      const id = ids.next();
      const facts = { type, width, height, size: picture.length, sha256: digest };
      insert.run({ id, name, ...facts, bytes: picture, now: clock.now() });
      return id;
    });
  }

  function row(logoId: string): LogoRow {
    const found = stored.get(logoId);
    if (!found) throw new AppError('not_found');
    return found;
  }

  function url({ id, sha256: digest, type }: LogoRow): string {
    const bytes = bytesOf.get(id);
    if (!bytes || sha256(bytes) !== digest) throw new AppError('database_damaged');
    return `data:${type};base64,${bytes.toString('base64')}`;
  }

  const logos: Logos = {
    async choose() {
      const path = await picker.pick({
        title: words.text('billing:logo.choose'),
        kind: { name: words.text('billing:logo.kind'), extensions: [...logoExtensions] },
        all: words.text('billing:receipt.all'),
      });
      if (path === null) return null;
      return logos.view(keep(basename(path).slice(-255), await readChosen(path, largestLogo, 'logo')));
    },
    view(logoId) {
      const { type: _, ...found } = row(logoId);
      return { ...found, url: url(row(logoId)) };
    },
    facts(logoId) {
      const found = logoId === null ? undefined : stored.get(logoId);
      if (!found) return null;
      const { id, sha256: digest, width, height } = found;
      return { id, sha256: digest, width, height };
    },
    urlOf(logo) {
      if (logo === null) return null;
      const found = stored.get(logo.id);
      if (found?.sha256 !== logo.sha256) throw new AppError('database_damaged');
      return url(found);
    },
  };
  return logos;
}

/** The pixels unpack to what the header promises, and to no more. */
function assertPixels({ data, dataSize }: PngPicture): void {
  const refuse = (cause?: unknown) => new AppError('invalid_input', { reason: 'logo.damaged' }, { cause });
  let size: number;
  try {
    size = inflateSync(data, { maxOutputLength: dataSize }).length;
  } catch (error) {
    throw refuse(error);
  }
  if (size !== dataSize) throw refuse();
}
