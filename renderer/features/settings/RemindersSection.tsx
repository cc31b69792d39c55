import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClock } from '#shared/domain/clock-text.ts';
import type { Preferences } from '#shared/domain/preferences.ts';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SettingRow } from './SettingRow.tsx';

/** When Clientele may speak up by itself; each change holds at once. */
export default function RemindersSection() {
  const { t } = useTranslation(['settings', 'common']);
  const { refused } = useSay();
  const { data: preferences } = useRead('settings.get');
  const { mutate } = useWrite('settings.change');
  const change = (part: Partial<Preferences>) => mutate(part, { onError: refused });
  if (!preferences) return <LoadingBoxes heights={[180]} label={t('common:loading')} />;
  return (
    <Panel title={t('reminders.title')} flush>
      <SettingRow id="setting-reminders" label={t('reminders.on')} text={t('reminders.onText')}>
        <Switch
          id="setting-reminders"
          aria-describedby="setting-reminders-text"
          checked={preferences.remindersOn}
          onChange={(event) => change({ remindersOn: event.currentTarget.checked })}
        />
      </SettingRow>
      <SettingRow id="setting-morning" label={t('reminders.morning')} text={t('reminders.morningText')}>
        <MorningTime
          value={preferences.morningListTime}
          onChange={(morningListTime) => change({ morningListTime })}
        />
      </SettingRow>
      <SettingRow id="setting-details" label={t('reminders.details')} text={t('reminders.detailsText')}>
        <Switch
          id="setting-details"
          aria-describedby="setting-details-text"
          checked={preferences.notificationDetails}
          onChange={(event) => change({ notificationDetails: event.currentTarget.checked })}
        />
      </SettingRow>
    </Panel>
  );
}

interface MorningTimeProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A time as it is typed (`9`, `930`, `9:30`); what cannot be read stays, with the reason beside it. */
function MorningTime({ value, onChange }: MorningTimeProps) {
  const { t } = useTranslation('errors');
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null || typed.trim() === '' ? null : readClock(typed);
  const [checked, setChecked] = useState(false);
  const wrong = checked && typed !== null && typed.trim() !== '' && read === null;
  const finish = () => {
    setChecked(true);
    if (typed === null || (typed.trim() !== '' && read === null)) return;
    if (read !== value) onChange(read);
    setTyped(null);
  };
  return (
    <TextInput
      id="setting-morning"
      aria-describedby="setting-morning-text"
      inputMode="numeric"
      value={typed ?? value ?? ''}
      error={wrong ? t('field.time') : undefined}
      onChange={(event) => {
        setChecked(false);
        setTyped(event.currentTarget.value);
      }}
      onBlur={finish}
      onKeyDown={(event) => event.key === 'Enter' && finish()}
    />
  );
}
