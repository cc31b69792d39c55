import { errorFacts } from '#shared/domain/error-facts.ts';
import { checkInput } from '#shared/ipc/check.ts';
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
        logger.error('ipc.failed', { name, ...errorFacts(error) });
        return refuse(new AppError('internal', {}, { cause: error }));
      }
    },
  };
}

function parse(method: Method, input: unknown): unknown {
  const checked = checkInput(method, input);
  if (checked.ok) return checked.data;
  throw new AppError('invalid_input', { fields: checked.fields });
}

function assertComplete(contract: Methods, handlers: AnyHandlers): void {
  const missing = Object.keys(contract).filter((name) => !Object.hasOwn(handlers, name));
  const unknown = Object.keys(handlers).filter((name) => !Object.hasOwn(contract, name));
  if (missing.length + unknown.length > 0) {
    throw new Error(`handlers do not fit the contract: missing ${missing}, unknown ${unknown}`);
  }
}
