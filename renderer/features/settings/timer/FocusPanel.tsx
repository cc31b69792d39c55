import { NumberInput, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/domain/preferences.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { SettingRow } from '../SettingRow.tsx';

/** What can be set as a number, and the most it can be. */
const numbers = [
  { key: 'focusMinutes', name: 'work', least: 1, most: 240, unit: 'general.minutes' },
  { key: 'focusBreakMinutes', name: 'break', least: 1, most: 120, unit: 'general.minutes' },
  { key: 'focusLongBreakMinutes', name: 'longBreak', least: 1, most: 120, unit: 'general.minutes' },
  { key: 'focusRounds', name: 'rounds', least: 0, most: 12, unit: 'focus.roundsUnit' },
] as const;

/** How long rounds of focus and their breaks are; each change holds at once, for the next round or break. */
export function FocusPanel() {
  const { t } = useTranslation('settings');
  const { refused } = useSay();
  const { data: preferences } = useRead('settings.get');
  const { mutate } = useWrite('settings.change');
  const change = (part: Partial<Preferences>) => mutate(part, { onError: refused });
  if (!preferences) return null;
  return (
    <Panel title={t('focus.title')} flush>
      {numbers.map(({ key, name, least, most, unit }) => (
        <SettingRow
          key={key}
          id={`setting-focus-${name}`}
          label={t(`focus.${name}`)}
          text={t(`focus.${name}Text`)}
        >
          <NumberInput
            id={`setting-focus-${name}`}
            aria-describedby={`setting-focus-${name}-text`}
            value={preferences[key]}
            min={least}
            max={most}
            allowDecimal={false}
            clampBehavior="strict"
            suffix={` ${t(unit)}`}
            onChange={(value) => typeof value === 'number' && change({ [key]: value })}
          />
        </SettingRow>
      ))}
      <SettingRow id="setting-focus-notify" label={t('focus.notify')} text={t('focus.notifyText')}>
        <Switch
          id="setting-focus-notify"
          aria-describedby="setting-focus-notify-text"
          checked={preferences.focusNotify}
          onChange={(event) => change({ focusNotify: event.currentTarget.checked })}
        />
      </SettingRow>
    </Panel>
  );
}
