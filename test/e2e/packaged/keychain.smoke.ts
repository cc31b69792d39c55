import { addClient, ask } from '../support/clients.ts';
import { filesWith } from '../support/leaks.ts';
import { expect, launchPackaged, test } from './app.ts';

const secret = 'Packaged-7b1e-Überraschung';

test('the keychain works from inside the archive, and nowhere else holds the secret', async ({ profile }) => {
  const first = await launchPackaged(profile);
  const clientId = await addClient(first.page, 'Northwind Bakery');
  const { id } = await ask<{ id: string }>(first.page, 'vault.add', {
    clientId,
    label: 'Online shop',
    userName: '',
    address: '',
    grantedBy: '',
    grantedOn: null,
    reviewOn: null,
    notes: '',
    secret,
  });
  await first.close();

  const second = await launchPackaged(profile);
  expect(await ask(second.page, 'vault.unlock')).toMatchObject({ state: 'unlocked' });
  expect(await ask(second.page, 'vault.reveal', { id })).toMatchObject({ secret });
  await second.close();
  expect(filesWith(profile, secret)).toEqual([]);
});
