import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { call } from '../../lib/api.ts';
import { startI18n } from '../i18n/start.ts';
import { ThemeProvider } from '../theme/ThemeProvider.tsx';
import { RecoveryScreen } from './RecoveryScreen.tsx';

/** Shows, instead of the app, why the workspace cannot be opened and what can be done. */
export async function startRecovery(): Promise<void> {
  const [{ spoken }, problem] = await Promise.all([call('settings.get'), call('recovery.problem')]);
  await startI18n(spoken);
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no #root');
  createRoot(container).render(
    <StrictMode>
      <ThemeProvider>
        <RecoveryScreen problem={problem} locale={spoken} />
      </ThemeProvider>
    </StrictMode>,
  );
  await call('app.ready');
}
