import {
  keepPreviousData,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { AnnouncedChange } from '#shared/ipc/bridge.ts';
import type { Input, MethodName, Output } from '#shared/ipc/contract.ts';
import { call } from './api.ts';

type ReadArguments<Name extends MethodName> =
  undefined extends Input<Name>
    ? [name: Name, input?: Input<Name>, options?: ReadOptions]
    : [name: Name, input: Input<Name>, options?: ReadOptions];

interface ReadOptions {
  readonly enabled?: boolean;
  /** Keep showing the last answer while another input is loading. */
  readonly keepPrevious?: boolean;
}

/** Reads through the contract and stays fresh: the change feed makes it ask again. */
export function useRead<Name extends MethodName>(
  ...[name, input, options]: ReadArguments<Name>
): UseQueryResult<Output<Name>, Error> {
  return useQuery({
    queryKey: [name, input],
    queryFn: () => (call as (name: Name, input: unknown) => Promise<Output<Name>>)(name, input),
    enabled: options?.enabled ?? true,
    ...(options?.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Reads ahead of the view that will show it. Never fails: what failed here fails again, visibly, in that view. */
export function prefetchRead<Name extends MethodName>(
  queries: QueryClient,
  name: Name,
  input: Input<Name>,
): Promise<void> {
  const queryFn = () => (call as (name: Name, input: unknown) => Promise<Output<Name>>)(name, input);
  return queries.prefetchQuery({ queryKey: [name, input], queryFn });
}

/** What a read has answered already, if it was asked. */
export function cachedRead<Name extends MethodName>(
  queries: QueryClient,
  name: Name,
  input?: Input<Name>,
): Output<Name> | undefined {
  return queries.getQueryData<Output<Name>>([name, input]);
}

/** A write as a mutation; errors come as AppError with `details.fields`. */
export function useWrite<Name extends MethodName>(
  name: Name,
): UseMutationResult<Output<Name>, Error, Input<Name>> {
  return useMutation({
    mutationFn: (input: Input<Name>) =>
      (call as (name: Name, input: unknown) => Promise<Output<Name>>)(name, input),
  });
}

/** Marks as stale every read that a change touches, unless both name different clients. */
export function invalidate(queries: QueryClient, changes: readonly AnnouncedChange[]): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => touched(queryKey, changes) });
}

/** Whether a read, by its key of name and input, may have another answer after these changes. */
export function touched([name, input]: readonly unknown[], changes: readonly AnnouncedChange[]): boolean {
  const clientId = (input as { clientId?: string | null } | undefined)?.clientId ?? null;
  return changes.some(
    (change) =>
      change.reads.includes(String(name)) &&
      (change.clientId === null || clientId === null || change.clientId === clientId),
  );
}
