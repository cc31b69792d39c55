import { expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';

const hour = 3600;

it('tells what of the week is booked and what is left to sell', () => {
  const scene = openBillingScene();
  // It is a Wednesday in Tallinn.
  const { sql } = scene.store;
  const due = (taskId: string, date: string, minutes: number) =>
    sql
      .prepare('UPDATE tasks SET due_date = ?, estimate_minutes = ? WHERE id = ?')
      .run(date, minutes, taskId);

  const contracted = scene.client({ name: 'Contracted' });
  sql.prepare('INSERT INTO time_terms (id, weekly_minutes, updated_at) VALUES (?, 600, 1)').run(contracted);
  scene.entry(contracted, { start: '2026-11-23T08:00:00Z', seconds: 4 * hour });
  scene.entry(contracted, { start: '2026-11-20T08:00:00Z', seconds: 4 * hour });

  const tasked = scene.client({ name: 'Tasked' });
  const [task, later, done] = ['One', 'Later', 'Done'].map((title) => scene.task(tasked, title));
  due(task ?? '', '2026-11-27', 180);
  due(later ?? '', '2026-12-02', 600);
  due(done ?? '', '2026-11-26', 600);
  sql.prepare('UPDATE tasks SET completed_at = 1 WHERE id = ?').run(done);
  scene.entry(tasked, { start: '2026-11-25T07:00:00Z', seconds: hour, taskId: task ?? null });

  const retained = scene.client({ name: 'Retained', rate: null });
  scene.billing.agreements.save({ ...newAgreement.retainer(retained), validFrom: '2026-11-01' });
  scene.entry(retained, { start: '2026-11-12T07:00:00Z', seconds: 12 * hour });

  const week = scene.billing.week();
  expect(week).toMatchObject({ from: '2026-11-23', to: '2026-11-29', dayCount: 5, daysLeft: 3 });
  expect(
    week.clients.map(({ clientName, tracked, agreed, tasks, booked }) => [
      clientName,
      ...[tracked, agreed, tasks, booked].map((seconds) => seconds / hour),
    ]),
  ).toEqual([
    ['Contracted', 4, 6, 0, 6],
    // 8 hours over Wednesday to Friday and Monday.
    ['Retained', 0, 6, 0, 6],
    ['Tasked', 1, 0, 2, 2],
  ]);
  expect(week).toMatchObject({ tracked: 5 * hour, open: 20 * hour, booked: 14 * hour, left: 6 * hour });
  scene.store.close();
});

it('counts whole seconds of a timer that runs', () => {
  const scene = openBillingScene();
  const running = scene.entry(scene.client(), { start: '2026-11-25T07:00:00Z', seconds: 60 });
  scene.store.sql
    .prepare('UPDATE time_entries SET started_at = ?, ended_at = NULL WHERE id = ?')
    .run(scene.clock.now() - 90_401, running);
  expect(scene.billing.week()).toMatchObject({ tracked: 90, clients: [{ tracked: 90 }] });
  scene.store.close();
});
