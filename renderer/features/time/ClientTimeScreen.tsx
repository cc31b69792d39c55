import { useClientId } from '../../lib/client-id.ts';
import { TimeScreen } from './TimeScreen.tsx';

/** The same of one client. */
export default function ClientTimeScreen() {
  return <TimeScreen clientId={useClientId()} />;
}
