import { systemClock } from '#main/platform/clock.ts';
import { createIds } from '#main/platform/ids.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { acknowledge } from './acknowledge.ts';

/** Issues two invoices at a time for two clients, beside other processes on the same file, until it is killed. */
const scene = openBillingScene(process.argv[2] ?? '', createIds(systemClock));
const { billing } = scene;
const clients = ['One', 'Two'].map((name) => scene.client({ name }));
// What others did while it was printed is found out only then.
scene.printer.beforePrint = () => new Promise((done) => setTimeout(done, Math.random() * 8));

async function issue(clientId: string): Promise<void> {
  scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 600 });
  const invoiceId = scene.draft(clientId);
  for (;;) {
    try {
      const { number } = await billing.issue(invoiceId);
      return acknowledge(`issued ${number}`);
    } catch (error) {
      // With this many at once the number is taken again and again; a person would press the button again.
      if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    }
  }
}

acknowledge('ready');
for (;;) await Promise.all(clients.map(issue));
