import type { z } from 'zod';
import type { Topic } from './topics.ts';

/** What one call of the contract takes and gives. `topics` says which changes make a read stale. */
export interface Method<Input = unknown, Output = unknown> {
  readonly input: z.ZodType<Input>;
  readonly topics?: readonly Topic[];
  /** Never called; carries the output's type. */
  readonly output?: () => Output;
}

/** Declares a call that only reads; the renderer asks again when one of `topics` changes. */
export function read<Output>() {
  return <Input>(input: z.ZodType<Input>, topics: readonly Topic[]): Method<Input, Output> => ({
    input,
    topics,
  });
}

/** Declares a call that changes something. */
export function write<Output = void>() {
  return <Input>(input: z.ZodType<Input>): Method<Input, Output> => ({ input });
}

// biome-ignore lint/suspicious/noExplicitAny: the map's own types carry the inputs and outputs
export type Methods = Record<string, Method<any, any>>;
export type InputOf<M> = M extends Method<infer Input, unknown> ? Input : never;
// biome-ignore lint/suspicious/noExplicitAny: any input fits; only the output is asked for
export type OutputOf<M> = M extends Method<any, infer Output> ? Output : never;

/** The functions that serve a contract, one for each of its methods. */
export type Handlers<C extends Methods> = {
  [Name in keyof C]: (input: InputOf<C[Name]>) => OutputOf<C[Name]> | Promise<OutputOf<C[Name]>>;
};
