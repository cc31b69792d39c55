import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ConfirmDialog.tsx';

type Check = () => boolean;

interface Unsaved {
  /** Returns the function that takes the check out again. */
  readonly add: (check: Check) => () => void;
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
  const registry = useMemo<Unsaved>(
    () => ({
      add: (check) => {
        checks.current.add(check);
        return () => checks.current.delete(check);
      },
    }),
    [],
  );
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
      <ConfirmDialog
        opened={asking}
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
    </UnsavedContext>
  );
}

/** While the component stands, `check` says whether something in it would be lost with the window. */
export function useUnsaved(check: Check): void {
  const unsaved = use(UnsavedContext);
  const latest = useRef(check);
  useEffect(() => {
    latest.current = check;
  });
  useEffect(() => unsaved?.add(() => latest.current()), [unsaved]);
}
