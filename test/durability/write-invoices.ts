import { systemClock } from '#main/platform/clock.ts';
import { createIds } from '#main/platform/ids.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { acknowledge } from './acknowledge.ts';

/** Issues one invoice after the other, sometimes two at once, on the file that is named, until it is killed. */
const scene = openBillingScene(process.argv[2] ?? '', createIds(systemClock));
const clientId = scene.client();
// As the real printer does, this one takes its time, so that the end also comes between printing and storing.
scene.printer.beforePrint = () => new Promise((done) => setTimeout(done, Math.random() * 30));

async function issue(): Promise<void> {
  for (let i = 0; i < 5; i++) scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 600 + i });
  const { number } = await scene.billing.issue(scene.draft(clientId));
  acknowledge(`issued ${number}`);
}

acknowledge('ready');
for (;;) {
  await issue();
  await Promise.all([issue(), issue()]);
}
