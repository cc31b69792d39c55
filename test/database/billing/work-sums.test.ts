import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAgreementRows } from '#main/features/billing/agreement-rows.ts';
import type { Agreements } from '#main/features/billing/agreements.ts';
import type { FreeSources } from '#main/features/billing/free-sources.ts';
import { createRetainers } from '#main/features/billing/retainers.ts';
import { createRounding } from '#main/features/billing/rounding.ts';
import { sourcesWorth } from '#main/features/billing/source-worth.ts';
import { createSources } from '#main/features/billing/sources.ts';
import { roundingSpans, roundings } from '#shared/domain/billed-rounding.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type AgreementInput, newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';
import { runs } from '#test/support/runs.ts';

const zones = ['Europe/Tallinn', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe'] as const;
const kinds = [null, 'email', 'travel', 'writing'] as const;
const currency = fc.constantFrom('EUR', 'JPY');
const day = fc
  .integer({ min: 0, max: 140 })
  .map((number) => new Date(Date.UTC(2026, 6, 15) + number * 86_400_000).toISOString().slice(0, 10));

/** Changes of clocks of four zones lie within, and the day of the question before its end. */
const work = fc.record({
  date: day,
  hour: fc.nat(23),
  seconds: fc.oneof(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 90_000 })),
  task: fc.nat(4),
  kind: fc.constantFrom(...kinds),
  zone: fc.constantFrom(...zones),
});

const agreement = fc.record({
  kind: fc.constantFrom('hourly', 'perTask', 'dayRate', 'retainer' as const),
  workKinds: fc.constantFrom(null, ['writing'], ['email'], ['travel', 'email']),
  validFrom: day,
  rate: fc.integer({ min: 1, max: 99_999 }),
  currency,
  cycleDay: fc.integer({ min: 1, max: 31 }),
  carryCycles: fc.integer({ min: 0, max: 3 }),
  over: fc.boolean(),
  corrected: fc.option(fc.record({ validFrom: day, rate: fc.integer({ min: 1, max: 99_999 }) })),
  endedOn: fc.option(day, { freq: 4 }),
});

const history = fc.record({
  agreements: fc.array(agreement, { minLength: 1, maxLength: 4 }),
  before: fc.array(work, { maxLength: 25 }),
  billedTo: fc.option(day),
  between: fc.array(work, { maxLength: 15 }),
  draftTo: fc.option(day),
  after: fc.array(work, { maxLength: 15 }),
  done: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  price: fc.option(fc.integer({ min: 1, max: 9_999 })),
  writtenOff: fc.nat(3),
  rounding: fc.record({
    rounding: fc.constantFrom(...roundings),
    minutes: fc.constantFrom(1, 6, 15, 60),
    per: fc.constantFrom(...roundingSpans),
  }),
});
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

function termsOf(given: History['agreements'][number], clientId: string): AgreementInput {
  const { kind, workKinds, validFrom, rate, currency: own, cycleDay, carryCycles, over } = given;
  const common = { workKinds: workKinds && [...workKinds], validFrom, currency: own, rate };
  if (kind === 'retainer') {
    const { terms, ...base } = newAgreement.retainer(clientId);
    return { ...base, ...common, terms: { ...terms, seconds: 6 * 3600, cycleDay, carryCycles } };
  }
  if (kind === 'dayRate') {
    const { terms, ...base } = newAgreement.dayRate(clientId);
    return { ...base, ...common, terms: { ...terms, over: over ? { after: 360, rate: 3000 } : null } };
  }
  if (kind === 'hourly')
    return { ...newAgreement.hourly(clientId), ...common, terms: { kindRates: over ? { email: 7100 } : {} } };
  return { ...newAgreement.perTask(clientId), ...common };
}

/** What the rules allow; what they refuse is left out. */
function allowed<Answer>(act: () => Answer): Answer | null {
  try {
    return act();
  } catch (error) {
    return refused(error);
  }
}

/** What the app refuses did not happen, and the rest goes on. */
function refused(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}

async function write(scene: BillingScene, given: History): Promise<string> {
  const { billing, store } = scene;
  const run = (text: string, ...values: unknown[]) => store.sql.prepare(text).run(...values);
  const clientId = scene.client({ rate: null });
  scene.round(clientId, given.rounding);
  const tasks = ['One', 'Two', 'Three', 'Four'].map((title) => scene.task(clientId, title));
  run(`UPDATE tasks SET work_kind_id = 'writing' WHERE id IN (?, ?)`, tasks[1], tasks[2]);
  const add = (items: History['before']) =>
    items.map(({ date, hour, seconds, task, kind, zone }) => {
      const start = `${date}T${String(hour).padStart(2, '0')}:00:00Z`;
      const id = scene.entry(clientId, { start, seconds, taskId: tasks[task] ?? null, zone });
      run('UPDATE time_entries SET work_kind_id = ? WHERE id = ?', kind, id);
      return id;
    });
  const draft = (to: string) =>
    allowed(() => billing.drafts.create({ clientId, from: '2026-07-01', to, grouping: 'task' }));
  const saved = given.agreements.map((one) => {
    const input = termsOf(one, clientId);
    return { one, input, ids: allowed(() => billing.agreements.save(input)) };
  });
  const ids = add(given.before);
  if (given.price !== null) billing.taskPrices.set(tasks[0] ?? '', given.price);
  for (const [index, done] of given.done.entries())
    if (done) run('UPDATE tasks SET completed_at = ? WHERE id = ?', Date.UTC(2026, 9, 20), tasks[index]);
  if (given.billedTo !== null) {
    const made = draft(given.billedTo);
    // A task that is finished brings along work of days that are still to come; such an invoice stays a draft.
    if (made && billing.invoice(made.invoiceId).lines.length > 0)
      await billing.issue(made.invoiceId).catch(refused);
  }
  // Terms that change under the work: what was done before keeps the price that it had.
  for (const { one, input, ids: own } of saved)
    if (own && one.corrected) {
      const { agreementId } = own;
      const { validFrom, rate } = one.corrected;
      allowed(() => billing.agreements.save({ ...input, agreementId, validFrom, rate } as AgreementInput));
    }
  add(given.between);
  for (const { one, ids: own } of saved)
    if (own && one.endedOn) {
      const { agreementId } = own;
      const { endedOn } = one;
      allowed(() => billing.agreements.end({ agreementId, endedOn }));
    }
  if (given.draftTo !== null) draft(given.draftTo);
  add(given.after);
  const entryIds = ids.slice(0, given.writtenOff);
  if (entryIds.length > 0)
    allowed(() => billing.writeOffs.add({ clientId, entryIds, taskIds: [], fees: [], reason: '' }));
  return clientId;
}

/** All that sums are made of, whatever it was added up from. */
function told(free: FreeSources) {
  const total = <Item>(items: readonly Item[], of: (item: Item) => number) =>
    items.reduce((sum, item) => sum + of(item), 0);
  const raw = (rows: readonly { readonly rawSeconds: number }[]) =>
    total(rows, ({ rawSeconds }) => rawSeconds);
  const late = (why: string) => raw(free.late.flatMap((piece) => (piece.why === why ? [piece.row] : [])));
  const byRef = (a: { readonly ref: string }, b: { readonly ref: string }) => (a.ref < b.ref ? -1 : 1);
  return {
    worth: sourcesWorth(free, 'task'),
    time: [raw(free.time), total(free.time, ({ seconds }) => seconds)],
    days: free.days
      .map(({ ref, date, rate, seconds, rawSeconds, worth }) => ({
        ref,
        date,
        rate,
        seconds,
        rawSeconds,
        worth,
      }))
      .sort(byRef),
    tasks: free.tasks.map(({ ref, seconds, rawSeconds, price }) => ({ ref, seconds, rawSeconds, price })),
    fees: free.fees.map(({ ref, amount }) => ({ ref, amount })),
    hours: free.hours.map(({ ref, seconds, rawSeconds, cycle: { ledger } }) => {
      const { worked, used, over, left, lapsed, carriedOut } = ledger;
      return { ref, seconds, rawSeconds, worked, used, over, left, lapsed, carriedOut };
    }),
    unpriced: raw(free.unpriced),
    waiting: raw(free.waiting),
    late: ['cycle', 'day', 'task', 'writtenOff'].map(late),
  };
}

it('adds work up by the database to what it comes to piece by piece, for any agreements and zones', async () => {
  const numRuns = runs(40, 1_000);
  const seen = { days: 0, hours: 0, time: 0, tasks: 0, late: 0, written: 0 };
  await fc.assert(
    fc.asyncProperty(history, async (given) => {
      const scene = openBillingScene();
      const clientId = await write(scene, given);
      const { sql } = scene.store;
      const agreements = { of: createAgreementRows(sql) } as Agreements;
      const tools = { clock: scene.clock, today: () => dateOf(scene.clock.now(), scene.clock.zone()) };
      const rounding = createRounding(sql);
      const retainers = createRetainers(sql, agreements, rounding, tools);
      const sources = createSources(sql, agreements, retainers, rounding, tools);
      const pieces = sources.free(clientId, '0000-01-01', '9999-12-31');
      const { free } = sources.allFree(clientId, agreements.of(clientId));
      expect(told(free)).toEqual(told(pieces));
      for (const key of ['days', 'hours', 'time', 'tasks', 'late'] as const) seen[key] += pieces[key].length;
      seen.written += Number(sql.prepare('SELECT count(*) FROM entry_prices').pluck().get());
      scene.store.close();
    }),
    { numRuns },
  );
  // Enough histories come to all that they are for.
  if (numRuns >= 1_000) for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
}, 300_000);
