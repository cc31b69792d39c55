import { useTranslation } from 'react-i18next';
import { useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { useToast } from '../../../ui/feedback/Feedback.tsx';

/** Takes an import back and says so; a refusal is shown with its reason. */
export function useTakeBack(): {
  /** Whether it was done. */
  readonly takeBack: (id: string) => Promise<boolean>;
  readonly busy: boolean;
} {
  const { t } = useTranslation('import');
  const { show } = useToast();
  const { refused } = useSay();
  const undo = useWrite('import.undo');
  return {
    busy: undo.isPending,
    takeBack: async (id) => {
      try {
        await undo.mutateAsync({ id });
        show({ text: t('done.undone'), tone: 'success' });
        return true;
      } catch (error) {
        refused(error);
        return false;
      }
    },
  };
}
