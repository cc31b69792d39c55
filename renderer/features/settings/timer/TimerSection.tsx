import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.ts';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { SettingRow } from '../SettingRow.tsx';
import { FocusPanel } from './FocusPanel.tsx';
import { KeyField } from './KeyField.tsx';

/** Rounds of focus, and how the timer is reached while the window is not. */
export default function TimerSection() {
  const { t } = useTranslation(['settings', 'common']);
  const { data: key } = useRead('globalKey.get');
  if (!key) return <LoadingBoxes heights={[120]} label={t('common:loading')} />;
  return (
    <>
      <FocusPanel />
      <Panel title={t('timer.title')} flush>
        <SettingRow
          id="setting-timer-key"
          label={t('timer.key')}
          text={key.uncertain ? `${t('timer.keyText')} ${t('timer.uncertain')}` : t('timer.keyText')}
        >
          <KeyField id="setting-timer-key" chosen={key} />
        </SettingRow>
      </Panel>
    </>
  );
}
