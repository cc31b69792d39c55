import { TimeScreen } from './TimeScreen.tsx';

/** Time across all clients. */
export default function AllTimeScreen() {
  return <TimeScreen clientId={null} />;
}
