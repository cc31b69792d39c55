import { useEffect } from 'react';
import { go } from '../../lib/addresses.ts';
import { useCommandRegistry } from '../../lib/commands/CommandsProvider.tsx';
import { useRead } from '../../lib/queries.ts';
import { useAnnounce, useToast } from '../../ui/feedback/Feedback.tsx';
import { ReminderStack } from './ReminderStack.tsx';

/** Always there: shows what was told and not dealt with, goes where a notification or the tray leads, and says what was done from outside. */
export default function RemindersHost() {
  const { data } = useRead('reminders.open');
  const { data: info } = useRead('app.info');
  const { registry } = useCommandRegistry();
  const { show } = useToast();
  const announce = useAnnounce();
  useEffect(
    () =>
      window.api.subscribe((push) => {
        if (push.kind !== 'command' || !push.argument) return;
        if (push.command === 'go') go(push.argument);
        if (push.command === 'run') registry.run(push.argument);
        if (push.command === 'say') {
          show({ text: push.argument });
          announce(push.argument);
        }
      }),
    [registry, show, announce],
  );
  if (!data || data.length === 0 || !info) return null;
  return <ReminderStack reminders={data} zone={info.zone} />;
}
