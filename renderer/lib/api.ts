import type { CallArguments, Input, MethodName, Output } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';

/** Calls the main process. Throws AppError with a message for people in `message` and field reasons in `details`. */
export async function call<Name extends MethodName>(
  ...[name, input]: CallArguments<Name>
): Promise<Output<Name>> {
  const answer = await window.api.call(name, input);
  if (answer.ok) return answer.value as Output<Name>;
  throw new CallError(answer.code, answer.details, answer.message);
}

/** An AppError that carries the sentence the person reads. */
export class CallError extends AppError {
  constructor(code: AppError['code'], details: AppError['details'], message: string) {
    super(code, details);
    this.message = message;
  }
}

export type { Input, MethodName, Output };
