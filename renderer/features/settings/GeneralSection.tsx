import { NumberInput, Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/domain/preferences.ts';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SettingRow } from './SettingRow.tsx';
import { WeekdayPicker } from './WeekdayPicker.tsx';

const LANGUAGES = ['system', 'en', 'de'] as const;
const THEMES = ['system', 'light', 'dark'] as const;
/** Days a week can start on: Monday, Saturday, Sunday. */
const WEEK_STARTS = [1, 6, 7] as const;

/** Language, look and the shape of a working day; each change holds at once. */
export default function GeneralSection() {
  const { t } = useTranslation('settings');
  const { refused } = useSay();
  const { data: preferences } = useRead('settings.get');
  const { mutate } = useWrite('settings.change');
  const change = (part: Partial<Preferences>) => mutate(part, { onError: refused });
  if (!preferences) return <LoadingBoxes heights={[140, 200]} label={t('common:loading')} />;
  return (
    <>
      <Panel title={t('general.look')} flush>
        <SettingRow id="setting-language" label={t('general.language')}>
          <Select
            id="setting-language"
            data={LANGUAGES.map((value) => ({ value, label: t(`general.languages.${value}`) }))}
            value={preferences.language}
            allowDeselect={false}
            onChange={(value) => value && change({ language: value as Preferences['language'] })}
          />
        </SettingRow>
        <SettingRow id="setting-theme" label={t('general.theme')}>
          <Select
            id="setting-theme"
            data={THEMES.map((value) => ({ value, label: t(`general.themes.${value}`) }))}
            value={preferences.theme}
            allowDeselect={false}
            onChange={(value) => value && change({ theme: value as Preferences['theme'] })}
          />
        </SettingRow>
      </Panel>
      <Panel title={t('general.day')} flush>
        <SettingRow id="setting-target" label={t('general.target')} text={t('general.targetText')}>
          <NumberInput
            id="setting-target"
            aria-describedby="setting-target-text"
            value={preferences.dayTargetMinutes / 60}
            min={0}
            max={24}
            step={0.5}
            decimalScale={2}
            clampBehavior="strict"
            suffix={` ${t('general.hours')}`}
            onChange={(value) =>
              typeof value === 'number' && change({ dayTargetMinutes: Math.round(value * 60) })
            }
          />
        </SettingRow>
        <SettingRow id="setting-days" label={t('general.workDays')} text={t('general.workDaysText')}>
          <WeekdayPicker
            id="setting-days"
            label={t('general.workDays')}
            describedBy="setting-days-text"
            value={preferences.workDays}
            onChange={(workDays) => change({ workDays })}
          />
        </SettingRow>
        <SettingRow id="setting-idle" label={t('general.idle')} text={t('general.idleText')}>
          <NumberInput
            id="setting-idle"
            aria-describedby="setting-idle-text"
            value={preferences.idleMinutes}
            min={0}
            max={240}
            step={5}
            allowDecimal={false}
            clampBehavior="strict"
            suffix={` ${t('general.minutes')}`}
            onChange={(value) => typeof value === 'number' && change({ idleMinutes: value })}
          />
        </SettingRow>
        <SettingRow id="setting-long" label={t('general.long')} text={t('general.longText')}>
          <NumberInput
            id="setting-long"
            aria-describedby="setting-long-text"
            value={preferences.longTimerHours}
            min={0}
            max={24}
            allowDecimal={false}
            clampBehavior="strict"
            suffix={` ${t('general.hours')}`}
            onChange={(value) => typeof value === 'number' && change({ longTimerHours: value })}
          />
        </SettingRow>
        <SettingRow id="setting-week" label={t('general.weekStart')}>
          <Select
            id="setting-week"
            data={WEEK_STARTS.map((day) => ({ value: String(day), label: t(`general.weekdays.${day}`) }))}
            value={String(preferences.weekStart)}
            allowDeselect={false}
            onChange={(value) => value && change({ weekStart: Number(value) })}
          />
        </SettingRow>
        <SettingRow id="setting-tray" label={t('general.tray')} text={t('general.trayText')}>
          <Switch
            id="setting-tray"
            aria-describedby="setting-tray-text"
            checked={preferences.closeToTray}
            onChange={(event) => change({ closeToTray: event.currentTarget.checked })}
          />
        </SettingRow>
      </Panel>
    </>
  );
}
