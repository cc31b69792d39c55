import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../e2e/support/app.ts';
import { openBillingScene } from '../support/billing-scene.ts';
import type { Figure } from './figures.ts';

const LINES = 1000;
const ROUNDS = 5;

/** Issues invoices of 1,000 lines, from the call to the stored document, and how long main and window stood still. */
export async function measureInvoice(profile: string): Promise<Figure[]> {
  const drafts = seed(profile);
  const { page, electron, close } = await launch({ profile });
  const issued: number[] = [];
  const still: number[] = [];
  const main: number[] = [];
  try {
    for (const invoiceId of drafts) {
      await electron.evaluate(() => {
        const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
        const delay = monitorEventLoopDelay({ resolution: 2 });
        delay.enable();
        Object.assign(globalThis, { invoiceDelay: delay });
      });
      const figures = await page.evaluate(async (id) => {
        const start = performance.now();
        let [last, worst, running] = [start, 0, true];
        const look = () => {
          const now = performance.now();
          worst = Math.max(worst, now - last);
          last = now;
          if (running) setTimeout(look, 4);
        };
        look();
        const answer = await window.api.call('billing.issue', { invoiceId: id });
        running = false;
        if (!answer.ok) throw new Error(JSON.stringify(answer));
        return { took: performance.now() - start, worst };
      }, invoiceId);
      issued.push(figures.took);
      still.push(figures.worst);
      main.push(
        await electron.evaluate(() => {
          const { invoiceDelay } = globalThis as unknown as {
            invoiceDelay: { max: number; disable(): void };
          };
          invoiceDelay.disable();
          return invoiceDelay.max / 1e6;
        }),
      );
    }
  } finally {
    await close();
  }
  return [
    { work: 'Invoice of 1,000 lines, issued with its PDF', unit: 'ms', values: issued, budget: 3000 },
    { work: 'Longest that the window stands still meanwhile', unit: 'ms', values: still, budget: 100 },
    { work: 'Longest that main stands still meanwhile', unit: 'ms', values: main, budget: 500 },
  ];
}

function seed(profile: string): string[] {
  mkdirSync(profile, { recursive: true });
  const scene = openBillingScene(join(profile, 'clientele.db'));
  const drafts = Array.from({ length: ROUNDS }, (_, round) => {
    const clientId = scene.client({ name: `Sample Client ${round}` });
    for (let line = 0; line < LINES; line++) {
      const taskId = scene.task(clientId, `Sample task ${line}`);
      scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600, taskId });
    }
    return scene.draft(clientId);
  });
  scene.store.close();
  return drafts;
}
