import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { workKindName } from '#shared/domain/work-kind.ts';
import type { WorkKind } from '#shared/ipc/work-kinds.ts';
import { useRead } from './queries.ts';

export interface WorkKinds {
  /** In the person's order, those put away too. */
  readonly all: readonly WorkKind[];
  /** What a kind is called; empty for none. */
  readonly nameOf: (id: string | null) => string;
  /** Choices for a field: those in use, and the one chosen even if it was put away. */
  readonly options: (chosen: string | null) => { readonly value: string; readonly label: string }[];
}

const none: readonly WorkKind[] = [];

/** The kinds of work by their names in the language of the app. */
export function useWorkKinds(): WorkKinds {
  const { t } = useTranslation();
  const all = useRead('workKinds.list').data ?? none;
  return useMemo(() => {
    const names = new Map(all.map((kind) => [kind.id, workKindName(kind, (id) => t(`workKind.${id}`))]));
    const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''));
    return {
      all,
      nameOf,
      options: (chosen) =>
        all
          .filter((kind) => !kind.archived || kind.id === chosen)
          .map((kind) => ({ value: kind.id, label: nameOf(kind.id) })),
    };
  }, [all, t]);
}
