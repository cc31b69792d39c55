import { expect, it } from 'vitest';
import { TaskRepository } from '#main/features/tasks/repository.ts';
import { newAgreement } from '#test/support/agreements.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';

it('says of a task that is billed at a price that the task stays, and not that an invoice does', async () => {
  const scene = openBillingScene();
  const clientId = scene.client({ rate: null });
  scene.billing.agreements.save(newAgreement.perTask(clientId));
  const taskId = scene.task(clientId, 'Newsletter');
  scene.store.sql
    .prepare(`UPDATE tasks SET completed_at = ?, completed_zone = 'UTC' WHERE id = ?`)
    .run(scene.clock.now(), taskId);
  const invoiceId = scene.draft(clientId);
  expect(scene.billing.invoice(invoiceId).lines).toHaveLength(1);
  await scene.billing.issue(invoiceId);
  const tasks = new TaskRepository(scene.store);
  expect(() => tasks.delete(taskId)).toThrow(
    expect.objectContaining({ code: 'locked', details: { reason: 'task.billed' } }),
  );
  scene.store.close();
});
