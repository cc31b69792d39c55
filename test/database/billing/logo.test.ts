import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BillingScene, openBillingScene, ownProfile } from '#test/support/billing-scene.ts';
import { pngChunk, pngHead, pngSignature, samplePng } from '#test/support/picture.ts';

let scene: BillingScene;
let clientId: string;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-logos-'));
  scene = openBillingScene(join(folder, 'clientele.db'));
  clientId = scene.client();
});
afterEach(() => {
  scene.store.close();
  rmSync(folder, { recursive: true });
});

const png = samplePng(120, 40);
const other = samplePng(60, 40);
async function choose(name: string, bytes: Buffer) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  scene.picker.will(path);
  return scene.billing.logos.choose();
}
const wear = (logoId: string | null) => scene.billing.parties.saveProfile({ ...ownProfile, logoId });
const files = () => scene.store.sql.prepare('SELECT count(*) FROM billing_files').pluck().get();
function billed(): string {
  const invoiceId = scene.draft(clientId);
  scene.billing.lines.add({ invoiceId, text: 'Work', quantity: 1000, unit: 1000 });
  return invoiceId;
}
const reopened = () => {
  scene.store.close();
  scene = openBillingScene(join(folder, 'clientele.db'), { next: () => `later-${Math.random()}` });
};

describe('the logo', () => {
  it('is kept once with its SHA-256, and shown from what is kept', async () => {
    const logo = await choose('sign.png', png);
    expect(logo).toEqual({
      ...{ id: expect.any(String), name: 'sign.png', size: png.length, width: 120, height: 40 },
      sha256: createHash('sha256').update(png).digest('hex'),
      url: `data:image/png;base64,${png.toString('base64')}`,
    });
    const place = pngChunk('tEXt', Buffer.from('Comment\0taken at home'));
    expect(await choose('again.png', samplePng(120, 40, [place]))).toEqual(logo);
    expect(files()).toBe(1);
    expect(() => scene.billing.logos.view('other')).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  it('is a sound picture of a size that makes sense', async () => {
    const reason = (key: string) => expect.objectContaining({ details: { reason: `logo.${key}` } });
    await expect(choose('drawing.png', Buffer.from('<svg/>'))).rejects.toEqual(reason('svg'));
    await expect(choose('words.png', Buffer.from('words'))).rejects.toEqual(reason('type'));
    await expect(choose('empty.png', Buffer.alloc(0))).rejects.toEqual(reason('empty'));
    const pixels = pngChunk('IDAT', Buffer.from('no zlib at all'));
    const end = pngChunk('IEND', Buffer.alloc(0));
    const broken = Buffer.concat([pngSignature, pngHead(120, 40), pixels, end]);
    await expect(choose('broken.png', broken)).rejects.toEqual(reason('damaged'));
    // The header promises less than the pixels unpack to.
    const bomb = Buffer.concat([pngSignature, pngHead(20, 20), png.subarray(8 + 25)]);
    await expect(choose('bomb.png', bomb)).rejects.toEqual(reason('damaged'));
    writeFileSync(join(folder, 'large.png'), png);
    truncateSync(join(folder, 'large.png'), 1024 * 1024 + 1);
    scene.picker.will(join(folder, 'large.png'));
    await expect(scene.billing.logos.choose()).rejects.toEqual(reason('tooLarge'));
    scene.picker.will(join(folder, 'gone.png'));
    await expect(scene.billing.logos.choose()).rejects.toEqual(reason('unreadable'));
    scene.picker.will(null);
    expect(await scene.billing.logos.choose()).toBeNull();
    expect(files()).toBe(0);
  });

  it('is saved with the details, taken back with them, and must be there', async () => {
    const first = await choose('first.png', png);
    const second = await choose('second.png', other);
    wear(first?.id ?? '');
    wear(second?.id ?? '');
    wear(null);
    scene.store.undo();
    scene.store.undo();
    expect(scene.billing.parties.profile().logoId).toBe(first?.id);
    scene.billing.parties.saveProfile(ownProfile);
    expect(scene.billing.parties.profile().logoId).toBe(first?.id);
    expect(() => wear('nothing')).toThrow(
      expect.objectContaining({ details: { fields: { logoId: 'logo.gone' } } }),
    );
  });

  it('stays on an issued invoice when the details get another or none', async () => {
    const logo = await choose('sign.png', png);
    wear(logo?.id ?? '');
    const issued = billed();
    await scene.billing.issue(issued);
    expect(scene.printer.pages.at(-1)).toContain(logo?.url);
    const said = scene.billing.preview(issued).look.logo;
    expect(said).toEqual({ id: logo?.id, sha256: logo?.sha256, width: 120, height: 40 });
    wear((await choose('other.png', other))?.id ?? '');
    expect(scene.billing.preview(issued).look.logo).toEqual(said);
    expect(scene.billing.preview(billed()).look.logo).toMatchObject({ width: 60 });
    wear(null);
    reopened();
    expect(files()).toBe(1);
    expect(scene.billing.logos.urlOf(said)).toBe(logo?.url);
  });

  it.each([
    'DELETE FROM billing_files',
    `UPDATE billing_files SET name = 'x'`,
    `INSERT OR REPLACE INTO billing_files SELECT id, purpose, name, type, 1, sha256, x'00', created_at, 1, 1
     FROM billing_files`,
  ])('cannot be taken from under an issued invoice: %s', async (sql) => {
    wear((await choose('sign.png', png))?.id ?? '');
    await scene.billing.issue(billed());
    wear(null);
    for (const keys of ['ON', 'OFF']) {
      scene.store.sql.pragma(`foreign_keys = ${keys}`);
      expect(() => scene.store.sql.exec(sql)).toThrow('locked: file.kept');
    }
  });

  it('that is no longer what it was is said to be damaged, and nothing is issued with it', async () => {
    wear((await choose('sign.png', png))?.id ?? '');
    const invoiceId = billed();
    scene.store.sql.exec(`DROP TRIGGER billing_files_locked_update;
      UPDATE billing_files SET bytes = zeroblob(size)`);
    await expect(scene.billing.issue(invoiceId)).rejects.toMatchObject({ code: 'database_damaged' });
    expect(scene.billing.invoice(invoiceId).state).toBe('draft');
  });

  it('goes at the next start when nobody names it', async () => {
    await choose('sign.png', png);
    reopened();
    expect(files()).toBe(0);
  });
});
