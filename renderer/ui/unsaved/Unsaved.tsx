import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ConfirmDialog.tsx';

type Check = () => boolean;

interface Unsaved {
  /** Returns the function that takes the check out again. */
  readonly add: (check: Check) => () => void;
  /** The question lies over everything else. */
  readonly asking: boolean;
}

const UnsavedContext = createContext<Unsaved | null>(null);

export interface UnsavedProviderProps {
  /** The window was about to close and stays, as something is unsaved. */
  readonly onStay: () => void;
  /** The person leaves all the same. */
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** Keeps the window open while a form or dialog in it holds something unsaved, and asks. */
export function UnsavedProvider({ onStay, onLeave, children }: UnsavedProviderProps) {
  const { t } = useTranslation();
  const checks = useRef(new Set<Check>());
  const leaving = useRef(false);
  const [asking, setAsking] = useState(false);
  const add = useCallback((check: Check) => {
    checks.current.add(check);
    return () => checks.current.delete(check);
  }, []);
  const registry = useMemo<Unsaved>(() => ({ add, asking }), [add, asking]);
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (leaving.current || ![...checks.current].some((check) => check())) return;
      event.preventDefault();
      setAsking(true);
      onStay();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [onStay]);
  return (
    <UnsavedContext value={registry}>
      {children}
      {/* Made when it is needed, so that it lies over the dialog that it asks about. */}
      {asking && (
        <ConfirmDialog
          opened
          danger
          title={t('common:leave.title')}
          confirm={t('common:leave.go')}
          cancel={t('common:leave.stay')}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            leaving.current = true;
            onLeave();
          }}
        >
          {t('common:leave.text')}
        </ConfirmDialog>
      )}
    </UnsavedContext>
  );
}

/**
 * While the component stands, `check` says whether something in it would be lost with the window. Answers whether that
 * is being asked now.
 */
export function useUnsaved(check: Check): boolean {
  const unsaved = use(UnsavedContext);
  const latest = useRef(check);
  useEffect(() => {
    latest.current = check;
  });
  const add = unsaved?.add;
  useEffect(() => add?.(() => latest.current()), [add]);
  return unsaved?.asking ?? false;
}
