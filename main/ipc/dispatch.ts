import type { Envelope, ErrorDetails } from '#shared/ipc/errors.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Method, Methods } from '#shared/ipc/method.ts';
import type { Logger } from '../ports/logger.ts';

// biome-ignore lint/suspicious/noExplicitAny: the contract's types were checked where the handlers were written
export type AnyHandlers = Record<string, (input: any) => unknown>;

export interface Dispatcher {
  /** Answers a call; never throws. `trusted` is false when the sender is not our own window. */
  call(trusted: boolean, name: unknown, input: unknown): Promise<Envelope>;
}

/** Checks sender, name and input of every call before a handler sees it. */
export function createDispatcher(
  contract: Methods,
  handlers: AnyHandlers,
  logger: Logger,
  messageFor: (code: string, details: ErrorDetails) => string,
): Dispatcher {
  assertComplete(contract, handlers);
  const refuse = (error: AppError): Envelope => ({
    ok: false,
    code: error.code,
    message: messageFor(error.code, error.details),
    details: error.details,
  });

  return {
    async call(trusted, name, input) {
      if (!trusted) {
        logger.warn('ipc.untrusted');
        return refuse(new AppError('forbidden'));
      }
      if (typeof name !== 'string' || !Object.hasOwn(contract, name))
        return refuse(new AppError('forbidden'));
      const method = contract[name];
      const handler = handlers[name];
      if (!method || !handler) return refuse(new AppError('forbidden'));
      try {
        return { ok: true, value: await handler(parse(method, input)) };
      } catch (error) {
        if (error instanceof AppError) {
          logger.info('ipc.refused', { name, code: error.code });
          return refuse(error);
        }
        logger.error('ipc.failed', { name, error: error instanceof Error ? error.name : 'unknown' });
        return refuse(new AppError('internal', {}, { cause: error }));
      }
    },
  };
}

function parse(method: Method, input: unknown): unknown {
  const result = method.input.safeParse(input, { error: reasonFor });
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join('.')] ??= issue.message;
  throw new AppError('invalid_input', { fields });
}

/** For rules that bring no reason of their own, so that every field's error has a text. */
function reasonFor(issue: { readonly code?: string | undefined; readonly input?: unknown }): string {
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null))
    return 'field.required';
  if (issue.code === 'too_big') return 'field.tooLong';
  return issue.code === 'unrecognized_keys' ? 'field.unknown' : 'field.invalid';
}

function assertComplete(contract: Methods, handlers: AnyHandlers): void {
  const missing = Object.keys(contract).filter((name) => !Object.hasOwn(handlers, name));
  const unknown = Object.keys(handlers).filter((name) => !Object.hasOwn(contract, name));
  if (missing.length + unknown.length > 0) {
    throw new Error(`handlers do not fit the contract: missing ${missing}, unknown ${unknown}`);
  }
}
