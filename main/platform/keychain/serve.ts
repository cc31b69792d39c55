import type { KeychainAnswer, KeychainRequest } from './protocol.ts';

/**
 * Answers one request through keytar, the only place that knows it. `findCredentials` is never used:
 * on a locked keyring it takes the whole process down.
 */
export async function answer(request: KeychainRequest): Promise<KeychainAnswer> {
  const { id, service, account } = request;
  try {
    const keytar = (await import('keytar')).default;
    switch (request.do) {
      case 'get':
        return { id, ok: true, value: await keytar.getPassword(service, account) };
      case 'set':
        await keytar.setPassword(service, account, request.secret);
        return { id, ok: true, value: null };
      case 'delete':
        await keytar.deletePassword(service, account);
        return { id, ok: true, value: null };
    }
  } catch {
    return { id, ok: false };
  }
}
