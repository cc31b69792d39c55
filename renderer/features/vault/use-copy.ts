import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { useSay } from '../../lib/say.ts';
import { useToast } from '../../ui/feedback/Feedback.tsx';

interface Named {
  readonly id: string;
  readonly label: string;
}

/** Copies through the main process, which alone touches the clipboard, and says so. */
export function useCopy() {
  const { t } = useTranslation('vault');
  const { show } = useToast();
  const { refused } = useSay();
  const run = (work: Promise<unknown>, text: string) =>
    work.then(() => show({ text, tone: 'success' }), refused);
  return {
    secret: ({ id, label }: Named) => void run(call('vault.copy', { id }), t('copiedSecret', { label })),
    userName: ({ id, label }: Named) =>
      void run(call('vault.copyUserName', { id }), t('copiedUserName', { label })),
  };
}
