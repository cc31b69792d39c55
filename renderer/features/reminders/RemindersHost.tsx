import { useEffect } from 'react';
import { go } from '../../lib/addresses.ts';
import { useCommandRegistry } from '../../lib/commands/CommandsProvider.tsx';
import { useRead } from '../../lib/queries.ts';
import { useAnnounce, useToast } from '../../ui/feedback/Feedback.tsx';
import { useLeaveDialogs } from '../../ui/unsaved/Unsaved.tsx';
import { ReminderStack } from './ReminderStack.tsx';

/** Always there: shows what was told and not dealt with, goes where a notification or the tray leads, and says what was done from outside. */
export default function RemindersHost() {
  const { data } = useRead('reminders.open');
  const { data: info } = useRead('app.info');
  const { registry } = useCommandRegistry();
  const { show } = useToast();
  const announce = useAnnounce();
  const leaveDialogs = useLeaveDialogs();
  useEffect(
    () =>
      window.api.subscribe((push) => {
        if (push.kind !== 'command' || !push.argument) return;
        const { command, argument } = push;
        if (command === 'go') leaveDialogs(() => go(argument));
        if (command === 'run') registry.run(argument);
        if (command === 'say') {
          show({ text: argument });
          announce(argument);
        }
      }),
    [registry, leaveDialogs, show, announce],
  );
  if (!data || data.length === 0 || !info) return null;
  return <ReminderStack reminders={data} zone={info.zone} />;
}
